namespace Shouwang.Shared.Bills.Papers;

/// <summary>What two photos of one list show both (重叠的行).</summary>
static class SharedRows
{
    /// <summary>Whether one is the other taken once more: most of what stands on the shorter stands on the other too, on the same day where the days are told, for what is given every day is on every page.</summary>
    public static bool Same(PaperReading a, PaperReading b)
    {
        var dated = a.Rows.Concat(b.Rows).All(row => row.Date is not null);
        var known = a.Rows.Select(row => (row.Name, row.Amount, dated ? row.Date : null)).ToHashSet();
        var shared = b.Rows.Count(row => known.Contains((row.Name, row.Amount, dated ? row.Date : null)));
        return shared * 10 >= Math.Max(1, Math.Min(a.Rows.Count, b.Rows.Count)) * 6;
    }

    /// <summary>The rows of all pages, without those at a page's beginning that another page ends with. Two pages may say the same by chance: whoever leaves them out needs a sum that proves it.</summary>
    public static IReadOnlyList<FeeRow> Once(IReadOnlyList<IReadOnlyList<FeeRow>> pages) =>
        [.. pages.SelectMany((page, at) => page.Skip(pages.Where((_, other) => other != at).Select(before => Shared(before, page)).DefaultIfEmpty().Max()))];

    private static int Shared(IReadOnlyList<FeeRow> before, IReadOnlyList<FeeRow> page)
    {
        for (var count = Math.Min(before.Count, page.Count); count > 0; count--)
        {
            if (before.Skip(before.Count - count).Zip(page, Alike).All(alike => alike))
                return count;
        }
        return 0;
    }

    /// <summary>The day that heads a screen's first lines may stand on the screen before.</summary>
    private static bool Alike(FeeRow a, FeeRow b) => a.Name == b.Name && a.Amount == b.Amount && (a.Date is null || b.Date is null || a.Date == b.Date);
}
