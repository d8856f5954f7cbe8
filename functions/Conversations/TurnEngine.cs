using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.Conversations;

/// <summary>Takes the turns of a conversation (轮次): load, decide, apply. Each turn id happens once, however often and wherever it is tried.</summary>
internal sealed partial class TurnEngine(
    ConversationStore store,
    IKnowledge knowledge,
    IEffects effects,
    IAttachments attachments,
    IOutbox outbox,
    TurnQueue queue,
    ConversationWork work,
    ConversationSignals signals,
    Decide decide,
    TimeProvider clock,
    ILogger<TurnEngine> log)
{
    /// <summary>Takes one turn for something that happened.</summary>
    /// <param name="turnId">Names the happening within its conversation: "read-{hash}", "claim-{id}".</param>
    public Task<TurnOutcome> TakeAsync(string conversationId, string turnId, Happening happening, CancellationToken cancellationToken) =>
        TakeAsync(conversationId, turnId, happening, answered: null, cancellationToken);

    /// <summary>Takes the turns of everything the person sent that has had none, in the order it was sent.</summary>
    public async Task TakePendingAsync(string conversationId, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(conversationId, cancellationToken) is { } conversation)
        {
            await store.EraseAsync(conversation, cancellationToken);
            if (conversation.Pending is not [var sequence, ..]) return;
            var said = await attachments.FetchAsync(conversation, await store.SaidAsync(conversationId, sequence, cancellationToken), cancellationToken);
            await TakeAsync(conversationId, said.Activity.Id!, new PersonSent(said.Activity, said.Pictures), sequence, cancellationToken);
        }
    }

    async Task<TurnOutcome> TakeAsync(string conversationId, string turnId, Happening happening, long? answered, CancellationToken cancellationToken)
    {
        TurnTicket? ticket = null;
        while (await store.FindAsync(conversationId, cancellationToken) is { } conversation)
        {
            if (await store.WasTakenAsync(conversationId, turnId, cancellationToken)) return TurnOutcome.TakenBefore;
            var known = await knowledge.LoadAsync(conversationId, conversation.State, cancellationToken);
            var turn = Dress(conversation, happening, Decided(conversation, happening, known));
            foreach (var effect in turn.Effects)
                await effects.ApplyAsync(new(conversationId, turnId, conversation.State), effect, cancellationToken);
            // What a person asked has its ticket already.
            if (answered is null && turn.Replies.Count > 0 && outbox.Carries(conversation.Channel))
                ticket ??= await queue.ScheduleAsync(conversationId, cancellationToken);
            if (!await store.CommitAsync(conversation, turnId, answered, turn, cancellationToken)) continue;
            signals.Recorded(conversationId);
            if (ticket is not null) CarryOut(conversationId, ticket);
            return TurnOutcome.Taken;
        }
        return TurnOutcome.NoConversation;
    }

    void CarryOut(string conversationId, TurnTicket ticket) => _ = work.Run("out|" + conversationId, async () =>
    {
        if (await outbox.DeliverAsync(conversationId, CancellationToken.None)) await queue.DoneAsync(ticket, CancellationToken.None);
    });

    /// <summary>A message the bot stumbles over must not hold up those behind it.</summary>
    Turn Decided(StoredConversation conversation, Happening happening, Knowledge known)
    {
        try
        {
            return decide(conversation.State, happening, known);
        }
        catch (Exception stumble) when (happening is PersonSent)
        {
            Stumbled(conversation.Id, Failure.Describe(stumble));
            return new(conversation.State, [new Activity { Type = "message", Text = "刚才这句话我没能处理好。请换个说法再发一次，或者回复“人工”找村里的工作人员。" }], []);
        }
    }

    /// <summary>What the channel adds to a reply; a typing reply is shown live and not recorded.</summary>
    Turn Dress(StoredConversation conversation, Happening happening, Turn turn)
    {
        var asked = (happening as PersonSent)?.Activity;
        List<Activity> recorded = [];
        foreach (var reply in turn.Replies)
        {
            var dressed = reply with
            {
                Timestamp = clock.GetUtcNow(),
                ChannelId = conversation.Channel,
                Conversation = new(conversation.Id),
                From = reply.From ?? Bot,
                Recipient = new(conversation.UserId),
                ReplyToId = reply.ReplyToId ?? asked?.Id,
                Locale = reply.Locale ?? conversation.Locale,
                SuggestedActions = reply.SuggestedActions is { To: [] } buttons ? buttons with { To = [conversation.UserId] } : reply.SuggestedActions,
            };
            if (dressed.Type == "typing") signals.Live(conversation.Id, dressed);
            else recorded.Add(dressed);
        }
        return turn with { Replies = recorded };
    }

    /// <summary>How the bot is called in a conversation.</summary>
    public static ChannelAccount Bot { get; } = new("shouwang", "守望", "bot");

    [LoggerMessage(LogLevel.Error, "The bot could not decide a turn of conversation {Conversation}; the person was asked to say it again: {Failure}")]
    partial void Stumbled(string conversation, string failure);
}
