namespace Shouwang.Shared.Bills.Tables;

/// <summary>Classes that stand right before or behind a name (甲乙丙标记): in a list without a column of their own, or where two cells were read as one.</summary>
static class ClassBesideName
{
    private const int Fewest = 3;

    public static IReadOnlyList<FeeRow> Part(IReadOnlyList<FeeRow> rows)
    {
        var classes = rows.Count(r => r.Class is not null);
        // 甲硝唑 begins so by itself: only a list that marks nearly every item marks them.
        if (classes == 0 && rows.Count >= Fewest && rows.Count(r => IsMark(r.Name[0])) * 10 >= rows.Count * 8)
            return [.. rows.Select(r => IsMark(r.Name[0]) && r.Name.Length > 2 ? r with { Class = r.Name[..1], Name = r.Name[1..], NameAsRead = r.NameAsRead?[1..] } : r)];
        return classes * 2 >= rows.Count && classes > 0
            ? [.. rows.Select(r => r.Class is null && r.Name.Length > 3 && IsMark(r.Name[^1]) ? r with { Class = r.Name[^1..], Name = r.Name[..^1], NameAsRead = r.NameAsRead?[..^1] } : r)]
            : rows;
    }

    private static bool IsMark(char c) => c is '甲' or '乙' or '丙';
}
