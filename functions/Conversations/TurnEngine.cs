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
    IEnumerable<IAfterTurn> after,
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
            var known = await LoadAsync(conversationId, conversation.State, happening, cancellationToken);
            // What an attempt before at this very turn took in is news to it: not a photo sent twice.
            known = known with { Papers = [.. known.Papers.Where(paper => paper.Turn != turnId)] };
            var turn = await DoneAsync(conversation, turnId, Decided(conversation, happening, known), cancellationToken);
            turn = Dress(conversation, happening, turn);
            // What a person asked has its ticket already.
            if (answered is null && turn.Replies.Count > 0 && outbox.Carries(conversation.Channel))
                ticket ??= await queue.ScheduleAsync(conversationId);
            if (!await store.CommitAsync(conversation, turnId, answered, turn, cancellationToken)) continue;
            signals.Recorded(conversationId);
            if (ticket is not null) CarryOut(conversationId, ticket);
            foreach (var follower in after)
                await FollowAsync(follower, Context(conversation, turnId, turn), turn);
            return TurnOutcome.Taken;
        }
        return TurnOutcome.NoConversation;
    }

    void CarryOut(string conversationId, TurnTicket ticket) => _ = work.Run("out|" + conversationId, async () =>
    {
        if (await outbox.DeliverAsync(conversationId, CancellationToken.None)) await queue.DoneAsync(ticket, CancellationToken.None);
    });

    /// <summary>Has the turn's effects done. What they answer is told at the end of the same turn, so that nothing is called done before it is.</summary>
    async Task<Turn> DoneAsync(StoredConversation conversation, string turnId, Turn turn, CancellationToken cancellationToken)
    {
        foreach (var effect in turn.Effects)
        {
            var answer = await effects.ApplyAsync(Context(conversation, turnId, turn), effect, cancellationToken);
            if (answer is null) continue;
            var told = decide(turn.State, answer, await LoadAsync(conversation.Id, turn.State, answer, cancellationToken));
            turn = new(told.State, [.. turn.Replies, .. told.Replies], turn.Effects);
        }
        return turn;
    }

    static EffectContext Context(StoredConversation conversation, string turnId, Turn turn) =>
        new(conversation.Id, turnId, conversation.State, conversation.State.Village ?? turn.State.Village);

    /// <summary>The turn is taken, whatever happens now.</summary>
    async Task FollowAsync(IAfterTurn follower, EffectContext context, Turn turn)
    {
        try
        {
            await follower.DoneAsync(context, turn, CancellationToken.None);
        }
        catch (Exception later)
        {
            NotFollowed(context.ConversationId, Failure.Describe(later));
        }
    }

    /// <summary>What is known for the folder that the happening is about.</summary>
    Task<Knowledge> LoadAsync(string conversationId, ConversationState state, Happening happening, CancellationToken cancellationToken) =>
        knowledge.LoadAsync(conversationId, happening.Folder is { } folder ? state with { Folder = folder } : state, cancellationToken);

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
        List<Activity> recorded = [];
        foreach (var reply in turn.Replies)
        {
            var dressed = Dressed(conversation, (happening as PersonSent)?.Activity.Id, reply, clock.GetUtcNow());
            if (dressed.Type == "typing") signals.Live(conversation.Id, dressed);
            else recorded.Add(dressed);
        }
        return turn with { Replies = recorded };
    }

    /// <summary>A reply as it is recorded in its conversation.</summary>
    /// <param name="asked">Id of what it answers.</param>
    public static Activity Dressed(StoredConversation conversation, string? asked, Activity reply, DateTimeOffset now) => reply with
    {
        Timestamp = now,
        ChannelId = conversation.Channel,
        Conversation = new(conversation.Id),
        From = reply.From ?? Bot,
        Recipient = new(conversation.UserId),
        ReplyToId = reply.ReplyToId ?? asked,
        Locale = reply.Locale ?? conversation.Locale,
        SuggestedActions = reply.SuggestedActions is { To: [] } buttons ? buttons with { To = [conversation.UserId] } : reply.SuggestedActions,
    };

    /// <summary>How the bot is called in a conversation.</summary>
    public static ChannelAccount Bot { get; } = new("shouwang", "守望", "bot");

    [LoggerMessage(LogLevel.Warning, "What follows a turn of conversation {Conversation} was left to the timer: {Failure}")]
    partial void NotFollowed(string conversation, string failure);

    [LoggerMessage(LogLevel.Error, "The bot could not decide a turn of conversation {Conversation}; the person was asked to say it again: {Failure}")]
    partial void Stumbled(string conversation, string failure);
}
