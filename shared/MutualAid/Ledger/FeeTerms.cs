using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>The fee for running the system, a share of the aid really paid (运行维护费). The charter says the share and the rounding.</summary>
public sealed record FeeTerms(BasisPoints Share, Rounding Rounding)
{
    /// <summary>2 % of the aid paid, each payment to the nearest fen.</summary>
    public static FeeTerms Usual { get; } = new(BasisPoints.FromPercent(2), Rounding.HalfUpFen);

    /// <summary>The fee on one payment of aid.</summary>
    public Fen On(Fen aid) => Share.Of(aid, Rounding);
}

/// <summary>What the charter says about the ledger (章程中的记账规定).</summary>
/// <param name="MayGoBelowZero">Whether the association may approve and pay more than it has, the collective stepping in. Cash can never be below zero.</param>
public sealed record LedgerTerms(bool MayGoBelowZero, FeeTerms Fee)
{
    /// <summary>Nothing is promised that is not there.</summary>
    public static LedgerTerms Usual { get; } = Of(Charter.Default);

    /// <summary>The terms of a charter. The fee is always reckoned to the fen, whatever the charter says about rounding aid.</summary>
    public static LedgerTerms Of(Charter charter) => new(charter.BalancesMayGoNegative, new FeeTerms(charter.FeeShare, Rounding.HalfUpFen));
}
