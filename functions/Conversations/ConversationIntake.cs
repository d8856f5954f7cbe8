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
    ILogger<ConversationIntake> log)
{
    /// <summary>Nothing cancels it: neither a client that hangs up nor a process that is asked to stop, which waits for the requests it has.</summary>
    /// <param name="asks">The bot is to answer it.</param>
    public async Task<IntakeResult> TakeInAsync(string conversationId, Said said, string clientId, bool asks)
    {
        var never = CancellationToken.None;
        if (await store.FindAsync(conversationId, never) is null) return new(null, Flooded: false);
        var ticket = asks ? await queue.ScheduleAsync(conversationId, never) : null;
        var recorded = await store.RecordAsync(conversationId, said, clientId, asks, never);
        signals.Recorded(conversationId);
        if (ticket is not null) await TakeTurnsAsync(conversationId, ticket);
        return new(recorded, Flooded: recorded is null);
    }

    async Task TakeTurnsAsync(string conversationId, TurnTicket ticket)
    {
        try
        {
            await turns.TakePendingAsync(conversationId, CancellationToken.None);
            await queue.DoneAsync(ticket, CancellationToken.None);
        }
        catch (Exception later)
        {
            Later(conversationId, Failure.Describe(later));
        }
    }

    [LoggerMessage(LogLevel.Error, "A turn of conversation {Conversation} failed; the queue will try it again: {Failure}")]
    partial void Later(string conversation, string failure);
}
