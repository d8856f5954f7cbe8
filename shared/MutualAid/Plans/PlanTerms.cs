using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>What a plan is made by (方案条件): the money, and the charter's choices.</summary>
/// <param name="Money">Everything that may be spent in the plan's year: what comes in and what is carried over.</param>
/// <param name="Emphasis">What serious illness gets of its cost beside what minor illness gets; 100 % to 1,000 %.</param>
/// <param name="Part">Share of a year the plan runs, for one that begins in mid-year.</param>
public sealed record PlanTerms(Fen Money, Fen EntryLine, Fen? YearlyCap, BasisPoints FeeShare, BasisPoints AllowedRuin, BasisPoints Emphasis, BasisPoints Part)
{
    /// <summary>The least share of the money that is kept as surplus (最低结余): large villages need next to no margin against chance.</summary>
    public static BasisPoints LeastSurplus { get; } = BasisPoints.FromPercent(2);

    /// <summary>Share of what is typically borne that a sum may reach (单笔补助上限): aid must not make illness pay.</summary>
    public static BasisPoints MostOfBorne { get; } = BasisPoints.FromPercent(80);

    /// <summary>How the charter counts repeated admissions; only told of, not reckoned with.</summary>
    public Readmission? Readmission { get; init; }

    /// <summary>Sums that are not worked out.</summary>
    public OwnSums Own { get; init; } = OwnSums.None;

    /// <summary>A whole year by a charter.</summary>
    public static PlanTerms Of(Charter charter, Fen money, BasisPoints emphasis) =>
        new(money, charter.EntryLine, charter.YearlyCap, charter.FeeShare, charter.AllowedRuin, emphasis, BasisPoints.Whole) { Readmission = charter.Readmission };

    /// <summary>The most that aids may come to: with the fee on top it is just all the money.</summary>
    public Fen MostAid
    {
        get
        {
            var aid = new Fen((long)((Int128)Money.Value * BasisPoints.Whole.Value / (BasisPoints.Whole + FeeShare).Value));
            while (aid + Fee(aid) > Money)
                aid -= new Fen(1);
            while (aid + new Fen(1) + Fee(aid + new Fen(1)) <= Money)
                aid += new Fen(1);
            return aid;
        }
    }

    /// <summary>The fee on so much aid.</summary>
    public Fen Fee(Fen aid) => FeeShare.Of(aid, Rounding.HalfUpFen);

    /// <summary>What has to be left of the money on average.</summary>
    public Fen LeastMargin => LeastSurplus.Of(Money, Rounding.DownFen);
}
