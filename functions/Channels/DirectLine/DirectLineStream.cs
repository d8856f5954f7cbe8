using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>The WebSocket of a conversation (消息流): everything after the watermark, then whatever comes.</summary>
internal sealed class DirectLineStream(
    DirectLineOptions options,
    DirectLineTokens tokens,
    DirectLineLinks links,
    ConversationStore store,
    ConversationSignals signals,
    TimeProvider clock,
    IHostApplicationLifetime lifetime)
{
    /// <summary>A quiet conversation is looked at less often; signals of this process still come at once.</summary>
    static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    const int QuietFactor = 5;

    public async Task<IResult> OpenAsync(HttpContext http, string id, string? watermark, string? t)
    {
        if (!options.Streaming || !http.WebSockets.IsWebSocketRequest) throw DirectLineRefusal.Malformed("This address takes WebSockets only, and only where streaming is on.");
        if (string.IsNullOrEmpty(t)) throw new DirectLineRefusal(401, "Unauthorized", "The stream address has no token.");
        if ((await tokens.ReadAsync(TokenUse.Stream, t)).Conversation != id) throw DirectLineRefusal.BadToken();
        if (await store.FindAsync(id, http.RequestAborted) is null) throw DirectLineRefusal.NoConversation();
        var after = DirectLineStart.Watermark(watermark);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        await RunAsync(socket, links.Base(http), id, after, http.RequestAborted);
        return Results.Empty;
    }

    async Task RunAsync(WebSocket socket, Uri site, string id, long after, CancellationToken aborted)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var listener = signals.Listen(id);
        var reading = HearAsync(socket, over);
        try
        {
            await PumpAsync(socket, listener.Reader, site, id, after, over.Token);
            await CloseAsync(socket, WebSocketCloseStatus.NormalClosure, "collision");
        }
        catch (OperationCanceledException)
        {
            await CloseAsync(socket, WebSocketCloseStatus.EndpointUnavailable, "come back");
        }
        catch (WebSocketException)
        {
            // The phone is gone; it comes back with its watermark.
        }
        finally
        {
            signals.Leave(id, listener);
            await over.CancelAsync();
            await reading;
        }
    }

    /// <summary>Ends when a newer socket takes over.</summary>
    async Task PumpAsync(WebSocket socket, ChannelReader<Activity?> signal, Uri site, string id, long after, CancellationToken stop)
    {
        var waiting = signal.WaitToReadAsync(stop).AsTask();
        var lively = clock.GetTimestamp();
        while (true)
        {
            var slice = await store.ReadAsync(id, after, stop);
            if (slice.Activities.Count > 0)
            {
                await SendAsync(socket, DirectLineMessages.Set(links, site, id, slice), stop);
                after = slice.Watermark;
                lively = clock.GetTimestamp();
            }
            var poll = clock.GetElapsedTime(lively) > Quiet ? options.Poll * QuietFactor : options.Poll;
            if (await Task.WhenAny(waiting, Task.Delay(poll, clock, stop)) != waiting) continue;
            if (!await waiting) return;
            while (signal.TryRead(out var live))
                if (live is not null)
                    await SendAsync(socket, new([live], after.ToString()), stop);
            waiting = signal.WaitToReadAsync(stop).AsTask();
        }
    }

    static ValueTask SendAsync(WebSocket socket, ActivitySet set, CancellationToken stop) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, DirectLineJson.Default.ActivitySet).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, stop);

    /// <summary>What the client says on the socket means nothing (empty frames keep it alive); its end does.</summary>
    static async Task HearAsync(WebSocket socket, CancellationTokenSource over)
    {
        var ignored = new byte[256];
        try
        {
            while (socket.State == WebSocketState.Open)
                if ((await socket.ReceiveAsync(ignored.AsMemory(), over.Token)).MessageType == WebSocketMessageType.Close) break;
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
        }
        await over.CancelAsync();
    }

    static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, string reason)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(status, reason, soon.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
        }
    }
}
