using System.Security.Cryptography;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.Channels;

/// <summary>Delivers recorded replies (送达), each in its turn; the cursor moves on after the wire has taken one. A reply may be sent twice where a process dies between the two, never lost.</summary>
internal sealed partial class Outbox(IEnumerable<IChannel> channels, ConversationStore store, DeliveryRows rows, TurnQueue queue, TimeProvider clock, ILogger<Outbox> log) : IOutbox
{
    /// <summary>Longer than any one send may take.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    static readonly TimeSpan SendTime = TimeSpan.FromSeconds(30);

    /// <summary>About two days with the growing waits between.</summary>
    const int MostAttempts = 60;

    readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    public bool Carries(string channel) => _channels.ContainsKey(channel);

    public async Task<bool> DeliverAsync(string conversationId, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(conversationId, cancellationToken) is { } conversation && _channels.TryGetValue(conversation.Channel, out var channel))
        {
            if (await rows.ClaimAsync(conversationId, Lease, cancellationToken) is not { } lease) return false;
            if (lease.Cursor >= conversation.Next)
            {
                await rows.ReleaseAsync(lease, cancellationToken);
                return true;
            }
            if (!await SendAllAsync(channel, conversation, lease, cancellationToken)) return true;
        }
        return true;
    }

    /// <returns>Whether to look once more: something may have been recorded while the right was held.</returns>
    async Task<bool> SendAllAsync(IChannel channel, StoredConversation conversation, DeliveryLease lease, CancellationToken stop)
    {
        var slice = await store.ReadAsync(conversation.Id, lease.Cursor, stop);
        if (channel.Joining is { } joining && slice.Activities.LastOrDefault(IsReply) is { Timestamp: { } written } && written + joining.Window - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero && wait <= joining.Window)
        {
            await Task.Delay(wait, stop);
            slice = await store.ReadAsync(conversation.Id, lease.Cursor, stop);
        }
        foreach (var joined in JoinedReplies.Of(slice.Activities, channel.Joining))
        {
            if (joined.Reply is { } reply)
            {
                // The key names all of it: tried again with one more reply it is another message, so that none is taken for sent.
                var outcome = await TryAsync(channel, new(conversation, joined.First, reply, DeliveryRows.Key(conversation.Id, joined.First, joined.Next)), stop);
                if (outcome is Delivery.Held or Delivery.Postponed && !(outcome is Delivery.Postponed && lease.Attempts >= MostAttempts))
                {
                    await WaitAsync(conversation.Id, lease, outcome, stop);
                    return false;
                }
                if (outcome is Delivery.Refused refused) Undeliverable(channel.Name, conversation.Id, refused.Why);
                else if (outcome is Delivery.Postponed) Undeliverable(channel.Name, conversation.Id, "tried too often");
            }
            if (await rows.AdvanceAsync(lease, joined.Next, Lease, stop) is not { } mine) return false;
            lease = mine;
        }
        // Numbers of erased words are passed over.
        if (slice.Activities.Count == 0 && await rows.AdvanceAsync(lease, conversation.Next, Lease, stop) is { } past) lease = past;
        await rows.ReleaseAsync(lease, stop);
        return true;
    }

    async Task WaitAsync(string conversation, DeliveryLease lease, Delivery outcome, CancellationToken stop)
    {
        if (outcome is not Delivery.Postponed postponed)
        {
            await rows.ReleaseAsync(lease, stop);
            return;
        }
        var rest = postponed.Wait ?? Backoff(lease.Attempts);
        await queue.ScheduleAsync(conversation, rest, stop);
        await rows.ReleaseAsync(lease with { Attempts = lease.Attempts + 1 }, stop, rest);
    }

    async Task<Delivery> TryAsync(IChannel channel, Reply reply, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(SendTime);
        try
        {
            return await channel.SendAsync(reply, soon.Token);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            NotThisTime(channel.Name, reply.Conversation.Id, Failure.Describe(failure));
            return Delivery.Later();
        }
    }

    public static bool IsReply(Activity activity) => activity.From?.Role == "bot";

    /// <summary>5 s, 10 s … an hour, and up to a quarter more, so that many do not come back together.</summary>
    static TimeSpan Backoff(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(3600, 5 << Math.Min(attempts, 10))) * (1000 + RandomNumberGenerator.GetInt32(250)) / 1000;

    [LoggerMessage(LogLevel.Warning, "{Channel}: a reply of conversation {Conversation} could not be sent and will be tried again: {Failure}")]
    partial void NotThisTime(string channel, string conversation, string failure);

    [LoggerMessage(LogLevel.Error, "{Channel}: a reply of conversation {Conversation} cannot be delivered: {Why}")]
    partial void Undeliverable(string channel, string conversation, string why);
}
