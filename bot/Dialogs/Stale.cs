using System.Collections.Frozen;
using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>Questions that were left lying (放久了的问题): a "对" days later must not delete, pay or withdraw anything.</summary>
internal static class Stale
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(24);

    /// <summary>Questions that are put again by themselves when the person comes back.</summary>
    private static readonly FrozenSet<string> Kept = FrozenSet.Create(StringComparer.Ordinal, "village", "consent", ConsentDialog.Acting, "guardian", "conflict", "two-people", "whose", "whose.name", "other-person", "found-paper.whose", "claim-decided.confirm");

    /// <summary>Lets go of a question that waited for more than a day, and of the numbers of its menu.</summary>
    public static Talk Let(Talk talk)
    {
        if (talk.State.HeardAt is not { } last || talk.Knowledge.Now - last <= Limit)
            return talk;
        return talk.State.Waiting switch
        {
            null => talk.Remember(s => s with { Choices = [], NotUnderstood = 0 }),
            var waiting when Kept.Contains(waiting) => talk,
            _ => talk.Done().Remember(s => s with { Choices = [], NotUnderstood = 0 }).Say("stale"),
        };
    }
}
