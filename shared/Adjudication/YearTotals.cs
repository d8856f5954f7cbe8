using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication;

/// <summary>A person's year added up (年度合计).</summary>
/// <param name="Total">Cost of all stays and parts settled in the year.</param>
/// <param name="Paid">What each layer paid, by layer; null where one settlement leaves it open.</param>
/// <param name="PatientPays">Null where any layer is open.</param>
/// <param name="AtEnd">The year's totals after the last settlement, those of before the first included.</param>
public sealed record YearTotals(int Year, int Settlements, Fen Total, ImmutableSortedDictionary<string, Fen?> Paid, Fen? PatientPays, YearToDate AtEnd)
{
    /// <summary>One a calendar year, by the last day of each settlement.</summary>
    public static ImmutableArray<YearTotals> Of(IReadOnlyList<SettledPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return [.. parts.GroupBy(p => p.To.Year).OrderBy(y => y.Key).Select(y => Add(y.Key, [.. y]))];
    }

    private static YearTotals Add(int year, List<SettledPart> parts)
    {
        var settled = parts.Where(p => !p.Whole).ToList();
        var paid = parts.SelectMany(p => p.Result.Layers).Select(l => l.Layer).Distinct(StringComparer.Ordinal)
            .ToImmutableSortedDictionary(layer => layer, layer => parts.Aggregate((Fen?)Fen.Zero, (sum, p) => sum + YearShare.Paid(p.Result, layer)), StringComparer.Ordinal);
        var total = settled.Aggregate(Fen.Zero, (sum, p) => sum + p.Facts.Stay.Total);
        var end = settled.Aggregate(parts[0].Facts.YearToDate, (sum, p) => YearShare.Sum(sum, YearShare.Of(p.Facts, p.Result)));
        foreach (var whole in parts.Where(p => p.Whole))
            end = end with { MutualAidPaid = end.MutualAidPaid + YearShare.Paid(whole.Result, "mutual-aid") };
        return new YearTotals(year, settled.Count, total, paid, paid.Values.Aggregate((Fen?)total, (left, amount) => left - amount)?.OrZero, end);
    }
}
