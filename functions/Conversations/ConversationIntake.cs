using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.Conversations;

/// <summary>What became of a message that came in.</summary>
/// <param name="Recorded">null where it was not recorded: no such conversation, or a flood.</param>
internal sealed record IntakeResult(Recorded? Recorded, bool Flooded);

/// <summary>Takes in what a person sends (消息接收): recorded first, answered at once, and answered later by whoever is alive if not.</summary>
internal sealed partial class ConversationIntake(
    ConversationStore store,
    TurnQueue queue,
    TurnEngine turns,
    ConversationSignals signals,
    IHostApplicationLifetime lifetime,
    ILogger<ConversationIntake> log)
{
    /// <summary>A client that hangs up changes nothing: the turn goes on until the process stops.</summary>
    /// <param name="asks">The bot is to answer it.</param>
    public async Task<IntakeResult> TakeInAsync(string conversationId, Said said, string clientId, bool asks)
    {
        var stop = lifetime.ApplicationStopping;
        if (await store.FindAsync(conversationId, stop) is null) return new(null, Flooded: false);
        var ticket = asks ? await queue.ScheduleAsync(conversationId, stop) : null;
        var recorded = await store.RecordAsync(conversationId, said, clientId, asks, stop);
        signals.Recorded(conversationId);
        if (ticket is not null) await TakeTurnsAsync(conversationId, ticket, stop);
        return new(recorded, Flooded: recorded is null);
    }

    async Task TakeTurnsAsync(string conversationId, TurnTicket ticket, CancellationToken stop)
    {
        try
        {
            await turns.TakePendingAsync(conversationId, stop);
            await queue.DoneAsync(ticket, stop);
        }
        catch (Exception later)
        {
            Later(conversationId, Failure.Describe(later));
        }
    }

    [LoggerMessage(LogLevel.Error, "A turn of conversation {Conversation} failed; the queue will try it again: {Failure}")]
    partial void Later(string conversation, string failure);
}
