using Azure.Storage.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouwang.Bot;
using Shouwang.Functions.Channels.DirectLine;
using Shouwang.Functions.Pages;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Browser.Tests;

/// <summary>The chat page with the real channel and the real bot, and a short road behind them.</summary>
sealed class ChatSite(WebApplication app) : IAsyncDisposable
{
    public Uri Page { get; } = new(new Uri(app.Urls.Single()), $"/chat?village={Road.Village}");

    public int Port => Page.Port;

    public static async Task<ChatSite> StartAsync(Azurite azurite, Road road, bool streaming = true, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services
            .AddSingleton(new TableServiceClient(azurite.ConnectionString))
            .AddSingleton(new QueueServiceClient(azurite.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }))
            .AddSingleton<IKnowledge>(road)
            .AddSingleton<IEffects>(road)
            .AddSingleton<IPictureIntake>(road)
            .AddConversations(Conversation.Take)
            .AddDirectLine(new DirectLineOptions(Secret: null, new byte[32], [], PublicUrl: null, streaming));
        var app = builder.Build();
        app.MapDirectLine();
        app.MapPages(Repository.Path("web"));
        await app.StartAsync();
        road.Turns = app.Services.GetRequiredService<TurnEngine>();
        return new ChatSite(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
