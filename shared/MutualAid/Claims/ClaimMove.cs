using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>Who acts on a claim (操作人), as far as the rules ask.</summary>
/// <param name="MayApprove">A checker, or the county.</param>
public sealed record Hand(string Id, bool MayApprove);

/// <summary>A move somebody asks for (办理).</summary>
public sealed record MoveRequest(ClaimState To)
{
    /// <summary>Numbers of <see cref="Reason"/>.</summary>
    public ImmutableArray<int> Reasons { get; init; } = [];

    public string? Words { get; init; }

    /// <summary>With a move to checked: the cause, confirmed.</summary>
    public string? Cause { get; init; }

    /// <summary>With an approval: the amount the person saw. Another amount by then is refused.</summary>
    public Fen? Seen { get; init; }

    /// <summary>With a payment: notes, not the bank.</summary>
    public bool InCash { get; init; }

    /// <summary>With a payment: the payment list it was made by; null where it was made by itself.</summary>
    public string? List { get; init; }
}

/// <summary>What the papers and the charter say of a claim, as far as moves depend on it (核定结果).</summary>
/// <param name="Amount">What would be approved; null where it cannot be said.</param>
/// <param name="Reasons">Why nothing is paid, or may not be.</param>
/// <param name="Disease">Null until chosen.</param>
public sealed record ClaimFigures(Fen? Amount, ImmutableArray<int> Reasons, string? Disease, bool Serious, string Plan)
{
    /// <summary>Came in after the time limit: approving it takes a word why.</summary>
    public bool Late { get; init; }

    /// <summary>Somebody objects to it and that is not settled (有人提了意见，还没有办完): nothing is paid out till then.</summary>
    public bool Objected { get; init; }

    /// <summary>Somebody says that a paper was misread and that is not settled (有人说读错了，还没有办完): nothing is approved till then.</summary>
    public bool Misread { get; init; }

    /// <summary>The year of discharge, where others' contributions for it are in the books and this member's is not (会费没有记); null where there is nothing to say. Membership entitles, so it is told before an approval and stops none.</summary>
    public int? Unpaid { get; init; }

    /// <summary>What low money makes of an approval; null where it was not asked, or is not low.</summary>
    public LowMoneyAnswer? Low { get; init; }

    /// <summary>The figures of a claim that is up for approval, money considered. What was approved before is not cut again.</summary>
    public ClaimFigures With(LowMoneyAnswer low) => low.Sentence is null ? this : this with { Amount = low.Amount > Fen.Zero ? low.Amount : Amount, Low = low };
}

/// <summary>The answer to a request: moved, or why not.</summary>
public abstract record MoveAnswer
{
    private MoveAnswer()
    {
    }

    /// <param name="Money">Null where no money is touched.</param>
    public sealed record Moved(ClaimProgress After, MoneyMove? Money) : MoveAnswer;

    /// <param name="Code">Stable: "same-person".</param>
    /// <param name="Chinese">What stands in the way and what to do.</param>
    public sealed record Blocked(string Code, string Chinese) : MoveAnswer;
}

/// <summary>A move that a desk or a chat can offer (可办事项).</summary>
/// <param name="Label">What stands on the button.</param>
/// <param name="Reasons">Reasons to choose from, suggested ones first; empty where none is asked.</param>
/// <param name="Blocked">Why this person cannot do it now; null where he can.</param>
public sealed record MoveOption(ClaimState To, string Label, ImmutableArray<int> Reasons, MoveAnswer.Blocked? Blocked)
{
    /// <summary>Words have to go with it.</summary>
    public bool NeedsWords { get; init; }

    /// <summary>With an approval: what would be approved, which low money can make less than the claim says.</summary>
    public Fen? Amount { get; init; }

    /// <summary>With an approval: why that is less. With a payment: that nothing is left to be paid. Null where there is nothing to say.</summary>
    public string? Note { get; init; }
}
