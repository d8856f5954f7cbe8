using Azure.Storage.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouwang.Functions.Channels;
using Shouwang.Functions.Channels.DirectLine;
using Shouwang.Functions.Pages;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.TakeTurn;
using Shouwang.Shared.Pictures;

namespace Shouwang.Functions.Tests.Support;

/// <summary>Sets up the app's conversations and channels with stand-ins for what lies behind them.</summary>
static class ChatHost
{
    /// <param name="behind">Knowledge, effects and pictures in one.</param>
    /// <param name="settings">Of channels that are to be on.</param>
    public static async Task<WebApplication> StartAsync<T>(Azurite azurite, T behind, Decide decide, DirectLineOptions options, int port = 0, IReadOnlyDictionary<string, string>? settings = null, TimeProvider? clock = null)
        where T : class, IKnowledge, IEffects, IPictureIntake
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services
            .AddSingleton(new TableServiceClient(azurite.ConnectionString))
            .AddSingleton(new QueueServiceClient(azurite.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }))
            .AddSingleton<IKnowledge>(behind)
            .AddSingleton<IEffects>(behind)
            .AddSingleton<IPictureIntake>(behind)
            .AddSingleton(new FirstLook(new NobodyDraws()))
            .AddConversations(decide)
            .AddDirectLine(options)
            .AddChannels(name => settings?.GetValueOrDefault(name));
        if (clock is not null) builder.Services.AddSingleton(clock);
        var app = builder.Build();
        app.MapDirectLine();
        app.MapChannels();
        app.MapPages(new WebFiles(Repository.Path("web")));
        app.MapTakeTurn();
        await app.StartAsync();
        return app;
    }

    /// <summary>No recogniser that draws or looks.</summary>
    sealed class NobodyDraws : IPageDrawing
    {
        public Task<BinaryData?> DrawAsync(BinaryData file, int page, CancellationToken stop) => Task.FromResult<BinaryData?>(null);

        public Task<IReadOnlyList<PictureFault>> LookAsync(BinaryData file, CancellationToken stop) => Task.FromResult<IReadOnlyList<PictureFault>>([]);
    }
}
