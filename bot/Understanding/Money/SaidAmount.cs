using Shouwang.Shared.Money;

namespace Shouwang.Bot.Understanding;

/// <summary>What an amount is for, as far as it was said (金额的用处).</summary>
internal enum AmountRole
{
    /// <summary>Not said.</summary>
    Unsaid,

    /// <summary>总共, 一共花了.</summary>
    Total,

    /// <summary>报了, 医保付的.</summary>
    Reimbursed,

    /// <summary>自己掏的.</summary>
    SelfPaid,

    /// <summary>押金, 退的, 借的: none of these.</summary>
    Other,
}

/// <summary>An amount as said (口头金额): never made more exact than it was.</summary>
/// <param name="Max">Null where no upper end was said: 三万以上.</param>
/// <param name="Exact">Least and most are the same and no word made it vague.</param>
internal sealed record SaidAmount(Fen Min, Fen? Max, bool Exact, int Start, int Length)
{
    public AmountRole Role { get; init; }

    public int End => Start + Length;
}
