using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid;

/// <summary>A village's own aid plan (补助方案): a fixed sum for each disease, the same for everybody.</summary>
/// <param name="Village">Twelve-digit village code of GB/T 2260 with its statistical extension.</param>
/// <param name="Version">The plan's own name within the village: "2026-1".</param>
/// <param name="From">First discharge date it applies to.</param>
/// <param name="To">Last discharge date, both ends included.</param>
/// <param name="EntryLine">Least total cost of one stay (起补线).</param>
/// <param name="YearlyCap">Most that one person can get in a calendar year; null where the charter sets none.</param>
/// <param name="Sums">Fixed sum by catalogue entry code.</param>
/// <param name="Resolution">The resolution that adopted it, in words: date and body.</param>
public sealed record VillagePlan(
    string Village,
    string Version,
    DateOnly From,
    DateOnly To,
    Fen EntryLine,
    Fen? YearlyCap,
    ImmutableSortedDictionary<string, Fen> Sums,
    string Resolution)
{
    /// <summary>Sums by operation, where the plan has any.</summary>
    public OperationSums Operations { get; init; } = OperationSums.None;
}
