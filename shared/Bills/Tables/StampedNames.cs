using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Characters of a stamp that were read beside an item's name (印章压在名称上): what stands apart from it and is a piece of the hospital's name as the paper prints it.</summary>
static class StampedNames
{
    private const int Longest = 4;

    /// <summary>The row with its name as the paper prints it.</summary>
    public static TableRow Clean(TableRow row, IReadOnlyList<string> hospitals)
    {
        if (hospitals.Count == 0 || !row.Cells.TryGetValue(ColumnKind.Name, out var name))
            return row;
        List<Glyph[]> boxes = [.. name.Glyphs.Where(g => !g.IsBlank).GroupBy(g => g.Line).Select(g => g.ToArray())];
        if (boxes.Count < 2 || boxes.MaxBy(b => b.Length) is not { } whole || whole.Count(g => TextFold.IsHan(g.Char)) < 2)
            return row;
        List<Glyph[]> own = [.. boxes.Where(b => b == whole || !IsPiece(Glyph.Text(b), hospitals))];
        return own.Count == boxes.Count ? row : row with { Cells = new Dictionary<ColumnKind, Snippet>(row.Cells) { [ColumnKind.Name] = new Snippet([.. own.SelectMany(b => b)]) } };
    }

    private static bool IsPiece(string text, IReadOnlyList<string> hospitals) =>
        text.Length <= Longest && text.All(TextFold.IsHan) && !Grades.Contains(text, StringComparison.Ordinal) && hospitals.Any(h => h.Contains(text, StringComparison.Ordinal));

    /// <summary>What an item may be called by behind its name: 换药 中.</summary>
    private const string Grades = "大中小一二三";
}
