using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Bot;
using Shouwang.Functions.Channels.DirectLine;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Browser.Tests;

/// <summary>The chat page with the real channel and the real bot, and a short road behind them.</summary>
sealed class ChatSite(WebApplication app) : IAsyncDisposable
{
    public Uri Page { get; } = new(new Uri(app.Urls.Single()), $"/chat?village={Road.Village}");

    public int Port => Page.Port;

    public static async Task<ChatSite> StartAsync(Azurite azurite, Road road, bool streaming = true, int port = 0, TimeProvider? clock = null)
    {
        var app = await ChatHost.StartAsync(azurite, road, Conversation.Take, new DirectLineOptions(Secret: null, new byte[32], [], PublicUrl: null, streaming), port, clock: clock);
        road.Turns = app.Services.GetRequiredService<TurnEngine>();
        return new ChatSite(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
