using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>Several pages of one paper → one reading (多页合并).</summary>
static class PageMerge
{
    public static PaperReading Merge(IReadOnlyList<PaperReading> pages)
    {
        var readable = pages.Where(p => p.Kind != PaperKind.Other).ToList();
        if (readable.Count == 0)
            return pages[0];
        var kind = readable.GroupBy(p => p.Kind).MaxBy(g => g.Sum(p => p.Confidence.Value))!.Key;
        var own = readable.Where(p => p.Kind == kind).ToList();
        var fields = own.SelectMany(p => p.Fields).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.MaxBy(f => f.Value.Confidence).Value, StringComparer.Ordinal);
        var rows = own.SelectMany(p => p.Rows).ToList();
        var checks = own.SelectMany(p => p.Checks).Where(c => c.Code is not "items-equal-total").GroupBy(c => c.Code).Select(g => g.FirstOrDefault(c => !c.Passed) ?? g.First()).ToList();
        if (rows.Count > 0 && fields.TryGetValue(FieldName.Total, out var total))
        {
            var passed = rows.Aggregate(Fen.Zero, (sum, r) => sum + r.Amount).ToString() == total.Value;
            checks.Add(new PaperCheck("items-equal-total", passed, passed ? null : "几页费用加起来和总金额对不上，请看看是不是缺了页。"));
        }
        var quality = own.Select(p => p.Quality).FirstOrDefault(q => !q.Readable) ?? own.Select(p => p.Quality).FirstOrDefault(q => q.Advice is not null) ?? own[0].Quality;
        return new PaperReading(kind, own.Max(p => p.Confidence), fields, rows, checks, quality);
    }
}
