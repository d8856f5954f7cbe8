using Shouwang.Bot;
using Shouwang.Functions.Security;
using Shouwang.Functions.Staff;
using Shouwang.Functions.Volunteers;

namespace Shouwang.Functions.Conversations;

/// <summary>Finds out who a conversation's person is (认人): by a one-time code once, and from then on by asking whether they still hold the office.</summary>
internal sealed class Tying(TieStore ties, StaffStore staff, VolunteerStore volunteers)
{
    const string Wrong = "这个码不对，或者已经用过、过了期。请到村务台重新要一个，再发来。";

    /// <summary>Uses the code up for this turn: tried again in the same turn, it still counts, so that nobody is left without a tie and without a code.</summary>
    public async Task<TieAnswered> TieAsync(EffectContext context, string code, CancellationToken stop)
    {
        if (context.Village is { } now && await ties.FindAsync(now, context.ConversationId, stop) is { } made && made.Turn == context.TurnId)
            return Answer(made);
        var use = $"{context.ConversationId}\n{context.TurnId}";
        Tie? tie = null;
        if (code.All(char.IsAsciiDigit) && await staff.RedeemLinkCodeAsync(code, context.ConversationId, stop, use) is { Village: { } village } actor)
            tie = new Tie(village, context.ConversationId, actor.Role == Role.Checker ? "checker" : "officer", actor.Id, actor.Name, context.TurnId);
        else if (!code.All(char.IsAsciiDigit) && await volunteers.RedeemAsync(code, context.ConversationId, use, stop) is { } card)
            tie = new Tie(card.Village, context.ConversationId, "volunteer", card.Number, card.Name, context.TurnId);
        if (tie is null)
            return new TieAnswered(null, null, null, Wrong);
        if (context.Village is { } before && before != tie.Village)
            await ties.RemoveAsync(before, context.ConversationId, stop);
        await ties.SaveAsync(tie, stop);
        return Answer(tie);
    }

    public async Task<Untied> UntieAsync(string village, EffectContext context, CancellationToken stop) =>
        new(await ties.UndoAsync(village, context.ConversationId, context.TurnId, stop));

    /// <summary>The officer or checker of this conversation, where they are one still.</summary>
    public async Task<Actor?> StaffAsync(string village, string conversation, CancellationToken stop) =>
        await ties.FindAsync(village, conversation, stop) is { IsStaff: true } tie ? await staff.ActorAsync(village, tie.Who, stop) : null;

    /// <summary>The volunteer of this conversation, where their card still counts.</summary>
    public async Task<VolunteerView?> VolunteerAsync(string village, string conversation, CancellationToken stop) =>
        await ties.FindAsync(village, conversation, stop) is { Role: "volunteer" } tie
        && await volunteers.FindAsync(village, tie.Who, stop) is { Revoked: null } card ? new VolunteerView(card.Number, card.Name) : null;

    /// <summary>The conversations of everybody on the village's staff.</summary>
    public async Task<IReadOnlyList<string>> StaffConversationsAsync(string village, CancellationToken stop)
    {
        var conversations = new List<string>();
        foreach (var tie in await ties.InVillageAsync(village, stop))
        {
            if (tie.IsStaff && await staff.ActorAsync(village, tie.Who, stop) is not null)
                conversations.Add(tie.Conversation);
        }

        return conversations;
    }

    static TieAnswered Answer(Tie tie) => new(tie.Name, tie.Role, tie.Village, null);
}
