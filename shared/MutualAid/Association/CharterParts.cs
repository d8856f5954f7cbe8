using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Association;

/// <summary>Repeated admissions for one illness (同病重复住院): within so many days after discharge they are one stay or separate ones.</summary>
/// <param name="Days">0: every admission counts by itself.</param>
/// <param name="Merged">True: costs are added up and aid is given once. False: each counts, entry line included.</param>
public sealed record Readmission(int Days, bool Merged);

/// <summary>What a charter may exclude (除外情形).</summary>
public enum Exclusion
{
    /// <summary>Traffic accident (交通事故).</summary>
    Traffic,

    /// <summary>Injury at work (工伤).</summary>
    WorkInjury,

    /// <summary>Somebody else is liable (第三方责任).</summary>
    ThirdParty,

    /// <summary>Cosmetic treatment (整形美容).</summary>
    Cosmetic,

    /// <summary>Check-up or convalescence (体检疗养).</summary>
    CheckUp,

    /// <summary>Fighting or a crime of one's own (打架斗殴、违法犯罪).</summary>
    Crime,

    /// <summary>Self-inflicted harm (自伤).</summary>
    SelfHarm,

    /// <summary>Ordinary childbirth (正常分娩).</summary>
    Childbirth,

    /// <summary>Treatment abroad (境外就医).</summary>
    Abroad,
}

/// <summary>What is done when money runs low (资金不足时的办法).</summary>
public enum LowMoneyAction
{
    /// <summary>Each aid is cut, to a share that the charter names or to the share that is left (按比例减少).</summary>
    Reduce,

    /// <summary>Aids wait for money in the order in which their claims came in (按申请先后排队).</summary>
    Queue,

    /// <summary>No aid is approved until the assembly changes the charter or money comes in (暂停补助，召开会议).</summary>
    Stop,
}

/// <summary>When money counts as low and what happens then (资金不足的处理).</summary>
/// <param name="Below">Share of the year's money that is left.</param>
public sealed record LowMoney(LowMoneyAction Action, BasisPoints Below)
{
    /// <summary>What each aid is cut to; null for the share of the line that is left. Only where aids are cut.</summary>
    public BasisPoints? Share { get; init; }
}

/// <summary>A share said in words, as a law says it (分数): two thirds is exactly two thirds.</summary>
public readonly record struct Fraction(int Of, int In)
{
    /// <summary>Whether a part is at least this share of the whole.</summary>
    public bool IsReachedBy(int part, int whole) => (long)part * In >= (long)whole * Of;

    /// <summary>Whether a part is more than this share of the whole.</summary>
    public bool IsExceededBy(int part, int whole) => (long)part * In > (long)whole * Of;

    /// <summary>"2/3".</summary>
    public override string ToString() => $"{Of}/{In}";
}

/// <summary>The way a change takes after the association is founded (变更程序).</summary>
public enum ChangeProcedure
{
    /// <summary>All five steps, as for the founding (五步程序).</summary>
    AllSteps,

    /// <summary>Assembly and resolution (会议和决议两步).</summary>
    AssemblyOnly,
}
