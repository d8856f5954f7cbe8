namespace Shouwang.Shared.Bills.Tables;

/// <summary>A class that was not read of an item that the list names again, on another day, with one (同项补类别).</summary>
static class ClassOfSame
{
    /// <summary>What another row says of this one.</summary>
    private const int MostSure = 9_000;

    public static IReadOnlyList<FeeRow> Fill(IReadOnlyList<FeeRow> rows)
    {
        var known = rows.Where(r => r.Class is not null).GroupBy(r => (r.Code, r.Name, r.UnitPrice)).ToDictionary(g => g.Key, g => g.Select(r => r.Class!).Distinct().ToList());
        return [.. rows.Select(r => r.Class is null && known.TryGetValue((r.Code, r.Name, r.UnitPrice), out var classes) && classes is [var only]
            ? r with { Class = only, Confidence = new(Math.Min(MostSure, r.Confidence.Value)) } : r)];
    }
}
