using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Tests.CustomHandler;

/// <summary>On a crowded machine tables take their time, and the host sends requests as soon as the app answers.</summary>
public sealed class StorageStartTests
{
    [Fact]
    public async Task The_app_is_not_ready_before_its_last_table_is_there()
    {
        var (asked, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var storage = await SlowStorageAsync(async path =>
        {
            if (!path.EndsWith("/Tables", StringComparison.Ordinal)) return;
            asked.TrySetResult();
            await held.Task;
        });
        await using var app = new AppOver(storage.Urls.Single());
        using var host = app.CreateClient();
        var ready = host.GetAsync(new Uri("/", UriKind.Relative));
        await asked.Task;
        // Whatever needs no storage is answered meanwhile.
        (await host.GetAsync(new Uri("/api/openapi.json", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();

        ready.IsCompleted.ShouldBeFalse();
        held.SetResult();
        (await ready).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_refused_is_tried_again_until_it_is_there()
    {
        var tries = 0;
        var start = new StorageStart(_ => ++tries < 3 ? Task.FromException(new InvalidOperationException("吕海金")) : Task.CompletedTask, new Hasty(Patient: true), NullLogger.Instance);

        await start.RunAsync(TestContext.Current.CancellationToken);

        tries.ShouldBe(3);
        await start.ReadyAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Storage_that_never_answers_does_not_hide_the_app()
    {
        using var end = new CancellationTokenSource();
        var start = new StorageStart(stop => Task.Delay(Timeout.Infinite, stop), new Hasty(Patient: false), NullLogger.Instance);
        var running = start.RunAsync(end.Token);

        await start.ReadyAsync(TestContext.Current.CancellationToken);

        running.IsCompleted.ShouldBeFalse();
        await end.CancelAsync();
        await running;
    }

    /// <summary>Answers as storage does to somebody who creates something, when it has been told about the request.</summary>
    static async Task<WebApplication> SlowStorageAsync(Func<string, Task> told)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var storage = builder.Build();
        storage.Run(async http =>
        {
            await told(http.Request.Path);
            http.Response.StatusCode = StatusCodes.Status201Created;
        });
        await storage.StartAsync();
        return storage;
    }

    sealed class AppOver(string storage) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseContentRoot(AppContext.BaseDirectory)
            .UseSetting("FUNCTIONS_CUSTOMHANDLER_PORT", "0")
            .UseSetting("AzureWebJobsStorage", $"DefaultEndpointsProtocol=http;AccountName=none;AccountKey=bm9uZQ==;BlobEndpoint={storage}/none;QueueEndpoint={storage}/none;TableEndpoint={storage}/none")
            .UseSetting("SHOUWANG_ADMIN_KEY", "a-key-for-tests")
            .UseSetting("SHOUWANG_SIGNING_KEY", Convert.ToBase64String(new byte[32]))
            .UseSetting("SHOUWANG_RECOGNIZER_ENDPOINT", "http://127.0.0.1:9")
            .UseSetting("SHOUWANG_RECOGNIZER_KEY", "none");
    }

    /// <summary>Every pause is over at once; patience too, unless it is endless.</summary>
    sealed class Hasty(bool Patient) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Patient && dueTime == StorageStart.Patience ? Timeout.InfiniteTimeSpan : dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
