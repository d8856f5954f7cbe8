using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Functions.Pages.Board;

/// <summary>All that the public board shows of one village and year (公示页内容), in words where people read words. Names are masked before they come here.</summary>
internal sealed record BoardSheet
{
    public required string Village { get; init; }
    public required string Name { get; init; }
    public required int Year { get; init; }

    /// <summary>Years there is something to show of, latest first.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>When the figures were made up, in Chinese time.</summary>
    public required DateTime At { get; init; }

    /// <summary>A year gone by is shown.</summary>
    public bool IsPast => Year < At.Year;

    /// <summary>How the year shown is called.</summary>
    public string This => IsPast ? $"{Year}年" : "今年";

    public required string OfficerName { get; init; }
    public required string OfficerPhone { get; init; }
    public required BoardTotals Totals { get; init; }
    public required IReadOnlyList<BoardSource> Sources { get; init; }
    public required IReadOnlyList<BoardGroup> Groups { get; init; }
    public required IReadOnlyList<BoardPayment> Payments { get; init; }
    public required IReadOnlyList<BoardMonth> Months { get; init; }
    public IReadOnlyList<BoardGift> Gifts { get; init; } = [];
    public IReadOnlyList<BoardAmendment> Amendments { get; init; } = [];

    /// <summary>Aid that is published and may still be objected to.</summary>
    public IReadOnlyList<BoardNotice> Notices { get; init; } = [];

    public BoardPlan? Plan { get; init; }

    /// <summary>The charter's choices, a sentence each.</summary>
    public IReadOnlyList<string> Charter { get; init; } = [];

    public IReadOnlyList<BoardPaper> Documents { get; init; } = [];
    public required BoardSeal Seal { get; init; }
}

/// <summary>The figures everybody asks for first (总账).</summary>
/// <param name="Brought">Left from earlier years.</param>
/// <param name="Aid">Approved in the year.</param>
/// <param name="Paid">Handed over in the year.</param>
/// <param name="Owed">Approved and not yet handed over.</param>
/// <param name="Overpaid">Paid too much and not back yet; stands beside what is owed to others, never set off against it.</param>
/// <param name="Money">In the bank account and in cash at the end.</param>
internal sealed record BoardTotals(Fen Brought, Fen In, Fen Aid, int Aids, Fen Paid, Fen Fee, Fen Owed, Fen Overpaid, Fen Money);

/// <summary>Money in from one source (收入来源).</summary>
internal sealed record BoardSource(string Name, Fen Amount, int Count);

/// <summary>Aid for one disease group (病种大类).</summary>
internal sealed record BoardGroup(string Name, bool Serious, Fen Amount, int Count);

/// <summary>One payment (一笔发放).</summary>
internal sealed record BoardPayment(long Number, DateOnly Date, string Person, string Group, Fen Amount, Fen Balance);

/// <summary>One month (月度收支).</summary>
internal sealed record BoardMonth(string Name, Fen In, Fen Out, Fen Balance);

/// <summary>One gift and what became of it (捐赠去向).</summary>
internal sealed record BoardGift(DateOnly Date, string Giver, string Purpose, Fen Amount, Fen Used, string UsedFor);

/// <summary>A correction (更正).</summary>
internal sealed record BoardAmendment(long Number, DateOnly Date, long Of, Fen Amount, string Why);

/// <summary>Aid under objection (公示中的补助).</summary>
/// <param name="Before">Paid before the amount was corrected; null where nothing was.</param>
internal sealed record BoardNotice(string Person, string Group, Fen Amount, DateOnly Until, Fen? Before = null);

/// <summary>The plan in force (现行方案).</summary>
internal sealed record BoardPlan(string Version, DateOnly From, DateOnly To, Fen EntryLine, Fen? YearlyCap, string Resolution, IReadOnlyList<BoardSum> Examples)
{
    public OperationSums Operations { get; init; } = OperationSums.None;
}

/// <summary>What the plan pays for one disease (定额).</summary>
internal sealed record BoardSum(string Disease, bool Serious, Fen Sum);

/// <summary>A document of the association (议事文件).</summary>
internal sealed record BoardPaper(string Name, string? Address);

/// <summary>What a reader can check the figures by (核对依据).</summary>
/// <param name="Root">Root of the hash tree over all entries, 64 hex characters.</param>
/// <param name="Signature">Over the number of entries and the root.</param>
/// <param name="Key">Tells which public key checks the signature.</param>
internal sealed record BoardSeal(long Entries, string Root, string Signature, string Key);
