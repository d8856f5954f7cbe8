namespace Shouwang.Shared.Bills.Papers;

/// <summary>Puts the pages of one paper together: two photos of a fee list are one list.</summary>
static class PaperGrouping
{
    public static IReadOnlyDictionary<PaperKind, PaperReading> ByKind(IReadOnlyList<ClaimPaper> papers) =>
        papers.Where(p => p.Reading.Kind != PaperKind.Other).GroupBy(p => p.Reading.Kind).ToDictionary(g => g.Key, g => Together([.. g.Select(p => p.Reading)]));

    private static PaperReading Together(List<PaperReading> readings)
    {
        // The same page sent twice must not count its rows twice.
        var different = new List<PaperReading>();
        foreach (var reading in readings.OrderByDescending(r => r.Confidence))
        {
            if (!different.Exists(d => SamePage(d, reading)))
                different.Add(reading);
        }
        return different.Count == 1 ? different[0] : PageMerge.Merge(different);
    }

    private static bool SamePage(PaperReading a, PaperReading b)
    {
        if (a.Kind != PaperKind.FeeList)
            return true;
        var names = a.Rows.Select(r => (r.Name, r.Amount)).ToHashSet();
        var shared = b.Rows.Count(r => names.Contains((r.Name, r.Amount)));
        return shared * 10 >= Math.Max(1, Math.Min(a.Rows.Count, b.Rows.Count)) * 6;
    }
}
