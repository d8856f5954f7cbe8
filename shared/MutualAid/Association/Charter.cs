using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Association;

/// <summary>A village association's charter (章程): every choice that no law makes. What a village does not say is as written here; only the entry line and the fee share have a published source, see <see cref="CharterWords"/>.</summary>
public sealed record Charter
{
    /// <summary>The charter of a village that chose nothing.</summary>
    public static Charter Default { get; } = new();

    /// <summary>Least total cost of one stay (起补线). A plan carries the line it was resolved with.</summary>
    public Fen EntryLine { get; init; } = Fen.FromYuan(3000);

    /// <summary>Repeated admissions for one illness (同病重复住院).</summary>
    public Readmission Readmission { get; init; } = new(14, Merged: true);

    /// <summary>What is not paid for (不予补助的情形).</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [Exclusion.Traffic, Exclusion.WorkInjury, Exclusion.ThirdParty, Exclusion.Cosmetic];

    /// <summary>Days after discharge within which to claim (申请时限).</summary>
    public int ClaimDays { get; init; } = 180;

    /// <summary>Days after joining until the first discharge that is paid for (等待期); 0 for none. A newborn child and whoever comes straight from another village's association wait for nothing.</summary>
    public int WaitingDays { get; init; }

    /// <summary>Most that one person gets in a calendar year (个人年度封顶); null for none. A plan carries the cap it was resolved with.</summary>
    public Fen? YearlyCap { get; init; } = Fen.FromYuan(50_000);

    /// <summary>What happens when money runs low (资金不足的处理).</summary>
    public LowMoney LowMoney { get; init; } = new(LowMoneyAction.Reduce, BasisPoints.FromPercent(10));

    /// <summary>Fee for the platform, a share of the aid paid (平台服务费).</summary>
    public BasisPoints FeeShare { get; init; } = BasisPoints.FromPercent(2);

    /// <summary>How an aid is brought to a whole amount (补助金额取整).</summary>
    public Rounding Rounding { get; init; } = Rounding.HalfUpFen;

    /// <summary>Days a claim hangs out before it is paid (公示期).</summary>
    public int ObjectionDays { get; init; } = 7;

    /// <summary>Days after a refusal within which to appeal (申诉期限).</summary>
    public int AppealDays { get; init; } = 15;

    /// <summary>Allowed probability that a year's money runs out (资金用完的可能性上限).</summary>
    public BasisPoints AllowedRuin { get; init; } = BasisPoints.FromPercent(5);

    /// <summary>Whether more may be paid out than came in (账户能否透支).</summary>
    public bool BalancesMayGoNegative { get; init; }

    /// <summary>Days between publishing a changed plan and the first discharge it applies to (方案变更预告期).</summary>
    public int NoticeDays { get; init; } = 15;

    /// <summary>Groups of illness with fewer aids in a year are shown together on the public board, so that nobody is guessed (公示合并人次).</summary>
    public int BoardLeast { get; init; } = 3;

    /// <summary>Share of those entitled to vote who have to be present (到会人数要求).</summary>
    public Fraction Quorum { get; init; } = new(2, 3);

    /// <summary>Share of those present that the votes for have to exceed (通过票数要求).</summary>
    public Fraction Majority { get; init; } = new(1, 2);

    /// <summary>Which steps a later change of plan or charter takes (变更程序).</summary>
    public ChangeProcedure ChangeProcedure { get; init; } = ChangeProcedure.AllSteps;
}
