using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage;

namespace Shouwang.Bench.Conversations;

/// <summary>The whole app in a process of its own (受测应用), as it is or as the rival: the rival's acknowledgement waits until the turn is over.</summary>
sealed class App(string storage, bool holds) : WebApplicationFactory<Settings>
{
    public const string AdminKey = "a-key-for-benchmarks";

    /// <summary>Serves until standard input ends; the first line of standard output is the address.</summary>
    public static async Task ServeAsync(string storage, bool holds)
    {
        await using var app = new App(storage, holds);
        app.UseKestrel(0);
        app.StartServer();
        await StorageSetup.CreateAsync(app.Services, CancellationToken.None);
        Console.WriteLine(app.ClientOptions.BaseAddress);
        await Console.In.ReadToEndAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder
            .UseContentRoot(AppContext.BaseDirectory)
            .UseSetting("FUNCTIONS_CUSTOMHANDLER_PORT", "0")
            .UseSetting("AzureWebJobsStorage", storage)
            .UseSetting("SHOUWANG_ADMIN_KEY", AdminKey)
            .UseSetting("SHOUWANG_SIGNING_KEY", Convert.ToBase64String(new byte[32]))
            .UseSetting("SHOUWANG_RECOGNIZER_ENDPOINT", "http://127.0.0.1:9")
            .UseSetting("SHOUWANG_RECOGNIZER_KEY", "none");
        if (holds) builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Holding()));
    }

    /// <summary>Keeps an answer back until the conversation's lane is free: until the turn it asked for has been taken.</summary>
    sealed class Holding : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(HoldAsync);
            next(app);
        };

        static async Task HoldAsync(HttpContext http, RequestDelegate rest)
        {
            if (!HttpMethods.IsPost(http.Request.Method) || http.Request.Path.Value?.Split('/') is not ["", "v3", "directline", "conversations", var conversation, "activities" or "upload"])
            {
                await rest(http);
                return;
            }

            var wire = http.Response.Body;
            using var answer = new MemoryStream();
            http.Response.Body = answer;
            await rest(http);
            await http.RequestServices.GetRequiredService<ConversationWork>().Run(conversation, () => Task.CompletedTask);
            http.Response.Body = wire;
            await wire.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length));
        }
    }
}
