using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills;

/// <summary>What kind of paper a photo shows (单据种类).</summary>
public enum PaperKind
{
    /// <summary>None of the others, or not told apart (其他).</summary>
    Other,

    /// <summary>住院收费票据.</summary>
    InpatientBill,

    /// <summary>医保结算单、基金结算清单.</summary>
    SettlementSheet,

    /// <summary>住院费用清单.</summary>
    FeeList,

    /// <summary>出院记录、出院证明.</summary>
    DischargeRecord,

    /// <summary>门诊收费票据.</summary>
    OutpatientBill,

    /// <summary>身份证.</summary>
    IdentityCard,

    /// <summary>代办证: the card by which a volunteer is known.</summary>
    VolunteerCard,
}

/// <summary>One paper, read.</summary>
/// <param name="Fields">By field name as the HTTP interface names them (name, total, admitted, …). Amounts are "12345.67", dates "2026-03-01".</param>
/// <param name="Rows">The rows of a fee list, or of a bill that lists its items with price and quantity; empty for other papers.</param>
/// <param name="Checks">Every identity that could be tried on this paper alone, passed or not.</param>
public sealed record PaperReading(
    PaperKind Kind,
    BasisPoints Confidence,
    IReadOnlyDictionary<string, FieldReading> Fields,
    IReadOnlyList<FeeRow> Rows,
    IReadOnlyList<PaperCheck> Checks,
    PictureQuality Quality)
{
    /// <summary>Other papers on the same picture or in the same file.</summary>
    public IReadOnlyList<PaperReading> Others { get; init; } = [];
}

/// <summary>One value taken from a paper.</summary>
/// <param name="Where">Where on the page, so that a person can look at the crop.</param>
/// <param name="Source">How it was obtained.</param>
public sealed record FieldReading(string Value, BasisPoints Confidence, Quad? Where, FieldSource Source)
{
    /// <summary>For a repaired value: the code of the check that proves it.</summary>
    public string? ProvedBy { get; init; }

    /// <summary>The page of the file on which it was read (页码), from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>How a value was obtained.</summary>
public enum FieldSource
{
    /// <summary>It stands on the paper as given.</summary>
    Read,

    /// <summary>A recognition error was repaired, and a check proves the repair.</summary>
    Repaired,

    /// <summary>It was worked out from other values of the paper.</summary>
    Derived,
}

/// <summary>One line of a fee list (费用明细).</summary>
/// <param name="Class">甲, 乙, 丙 or null where the list does not say.</param>
public sealed record FeeRow(string? Code, string Name, string? Class, string? Quantity, UnitPrice? UnitPrice, Fen Amount, BasisPoints Confidence)
{
    /// <summary>The day it was charged, where the list says so and the year is printed or follows from the stay.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What share the patient pays before insurance counts (自付比例).</summary>
    public BasisPoints? SelfShare { get; init; }

    /// <summary>What the patient pays of it before insurance counts (自付金额).</summary>
    public Fen? SelfPaid { get; init; }

    /// <summary>Whether the amount stands there as given, or was put right by price, quantity and the list's total.</summary>
    public FieldSource Source { get; init; }

    /// <summary>The name as the recogniser read it, where a character of it was put right by the list of items' words; else null.</summary>
    public string? NameAsRead { get; init; }

    /// <summary>The day as printed.</summary>
    internal string? DateText { get; init; }

    /// <summary>Which list of its page, where several have heads of their own.</summary>
    internal int List { get; init; }
}

/// <summary>One identity tried on a paper or between papers (勾稽).</summary>
/// <param name="Code">Stable name: "capital-equals-figures".</param>
/// <param name="Detail">For a failed check: one Chinese sentence for a person. Null when passed.</param>
public sealed record PaperCheck(string Code, bool Passed, string? Detail);

/// <summary>Whether the picture will do, and if not, what to do better.</summary>
/// <param name="Advice">One Chinese sentence, null when the picture will do.</param>
public sealed record PictureQuality(bool Readable, string? Advice);
