namespace Shouwang.Functions.Conversations;

/// <summary>What became of a message that came in.</summary>
/// <param name="Recorded">null where it was not recorded: no such conversation, or a flood.</param>
/// <param name="Answered">Over when the turn has been tried, well or not.</param>
internal sealed record IntakeResult(Recorded? Recorded, bool Flooded, Task Answered);

/// <summary>Takes in what a person sends (消息接收): recorded first, acknowledged at once, and answered after that by whoever is alive.</summary>
internal sealed class ConversationIntake(
    ConversationStore store,
    TurnQueue queue,
    TurnEngine turns,
    IOutbox outbox,
    ConversationSignals signals,
    ConversationWork work,
    AcknowledgementsFirst first)
{
    /// <summary>Nothing cancels it: neither a client that hangs up nor a process that is asked to stop, which waits for what it has begun.</summary>
    /// <param name="asks">The bot is to answer it.</param>
    public async Task<IntakeResult> TakeInAsync(string conversationId, Said said, string clientId, bool asks)
    {
        var never = CancellationToken.None;
        using var _ = first.Acknowledging();
        var ticket = asks ? queue.ScheduleAsync(conversationId) : null;
        var recorded = await store.RecordAsync(conversationId, said, clientId, asks, before: ticket ?? Task.CompletedTask, never);
        signals.Recorded(conversationId);
        var answered = ticket is null ? Task.CompletedTask : work.Run(conversationId, async () => await AnswerAsync(conversationId, await ticket));
        return new(recorded.Recorded, recorded.Flooded, answered);
    }

    async Task AnswerAsync(string conversationId, TurnTicket ticket)
    {
        await first.ThenAsync(() => turns.TakePendingAsync(conversationId, CancellationToken.None));
        _ = work.Run("out|" + conversationId, async () =>
        {
            if (await outbox.DeliverAsync(conversationId, CancellationToken.None)) await queue.DoneAsync(ticket, CancellationToken.None);
        });
    }
}
