using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>Several pages of one paper → one reading (多页合并).</summary>
static class PageMerge
{
    /// <param name="own">Pages of one kind, which each of them alone tells.</param>
    /// <param name="further">Pages that only the others tell what they are: they say what no page of <paramref name="own"/> does, and never surely.</param>
    public static PaperReading Merge(IReadOnlyList<PaperReading> own, IReadOnlyList<PaperReading> further)
    {
        if (own.Count == 1 && further.Count == 0)
            return own[0];
        var fields = Surest(own);
        foreach (var (field, reading) in Surest(further).Where(f => !fields.ContainsKey(f.Key)))
            fields[field] = reading with { Confidence = new BasisPoints(Math.Min(reading.Confidence.Value, WordSureness.Doubtful)) };
        IReadOnlyList<FeeRow> rows = [.. own.Concat(further).SelectMany(p => p.Rows)];
        var checks = own.Concat(further).SelectMany(p => p.Checks).Where(c => c.Code is not "items-equal-total").GroupBy(c => c.Code).Select(g => g.FirstOrDefault(c => !c.Passed) ?? g.First()).ToList();
        if (rows.Count > 0 && fields.TryGetValue(FieldName.Total, out var total))
        {
            var passed = Makes(rows, total.Value);
            // Screens of one list show its lines at the seam twice.
            if (!passed && SharedRows.Once([.. own.Concat(further).Select(p => p.Rows)]) is var once && Makes(once, total.Value))
                (rows, passed) = (once, true);
            checks.Add(new PaperCheck("items-equal-total", passed, passed ? null : "几页费用加起来和总金额对不上，请看看是不是缺了页。"));
        }
        var telling = own.Count > 0 ? own : further;
        var quality = telling.Select(p => p.Quality).FirstOrDefault(q => !q.Readable) ?? telling.Select(p => p.Quality).FirstOrDefault(q => q.Advice is not null) ?? telling[0].Quality;
        return new PaperReading(telling[0].Kind, telling.Max(p => p.Confidence), fields, rows, checks, quality);
    }

    private static bool Makes(IEnumerable<FeeRow> rows, string total) => rows.Aggregate(Fen.Zero, (sum, r) => sum + r.Amount).ToString() == total;

    private static Dictionary<string, FieldReading> Surest(IReadOnlyList<PaperReading> pages) =>
        pages.SelectMany(p => p.Fields).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.MaxBy(f => f.Value.Confidence).Value, StringComparer.Ordinal);
}
