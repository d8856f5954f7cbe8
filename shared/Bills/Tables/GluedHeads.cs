using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>A word of a header that is not one head as it stands (连成一串或拆开的表头): several printed so close that they were read as one, or one whose two characters stand far apart.</summary>
static class GluedHeads
{
    /// <summary>In heights of a line, how far apart the two characters of one head may stand.</summary>
    private const int MostApart = 2;

    /// <summary>Shorter than this no word is two heads.</summary>
    private const int Shortest = 4;

    private const int LongestHead = 10;

    /// <summary>The heads that begin at a word's first glyph, each from one glyph up to another; null where the word is one head, or a part of it is none.</summary>
    public static IReadOnlyList<(ColumnKind Kind, int From, int To)>? At(TextRow row, int start) =>
        start > 0 && row.Glyphs[start - 1].Char != Glyph.Gap ? null : Spread(row, start) is { } kind ? [(kind, start, start + 3)] : Glued(row, start);

    /// <summary>计 价: one head of two characters with a blank between.</summary>
    private static ColumnKind? Spread(TextRow row, int start) =>
        start + 2 < row.Glyphs.Length && row.Glyphs[start + 1] is { IsBlank: true } between && between.X1 - between.X0 < row.Height * MostApart && (start + 3 == row.Glyphs.Length || row.Glyphs[start + 3].Char == Glyph.Gap)
            ? Kind(Glyph.Squeezed(row.Glyphs.AsSpan(start, 3))) : null;

    /// <summary>收费数量计量单位单价(元)总额, with whatever blanks stand within them, N o发票项目医保代码: the fewest known heads that spell the word.</summary>
    private static List<(ColumnKind Kind, int From, int To)>? Glued(TextRow row, int start)
    {
        var end = start;
        while (end < row.Glyphs.Length && row.Glyphs[end].Char != Glyph.Gap)
            end++;
        List<int> at = [.. Enumerable.Range(start, end - start).Where(i => !row.Glyphs[i].IsBlank)];
        var text = string.Concat(at.Select(i => row.Glyphs[i].Char));
        if (text.Length < Shortest || Kind(text) is not null)
            return null;
        // parts[i]: the fewest heads that spell the first i characters.
        var parts = new List<(ColumnKind Kind, int From, int To)>?[text.Length + 1];
        parts[0] = [];
        for (var to = 1; to <= text.Length; to++)
        {
            for (var from = Math.Max(0, to - LongestHead); from < to - 1; from++)
            {
                if (parts[from] is { } before && (parts[to] is not { } known || before.Count + 1 < known.Count) && Kind(text[from..to]) is { } kind && !before.Exists(p => p.Kind == kind && kind != ColumnKind.Remark))
                    parts[to] = [.. before, (kind, at[from], at[to - 1] + 1)];
            }
        }
        return parts[^1] is { Count: > 1 } whole ? whole : null;
    }

    /// <summary>What a whole word says; what stands in brackets or behind a stroke ends it.</summary>
    private static ColumnKind? Kind(string word) => Column.KindOf(word) ?? (IsWhole(word) ? ColumnGrammar.Kind(word) : null);

    private static bool IsWhole(string word) => (!word.Contains('(', StringComparison.Ordinal) || word.IndexOf(')', StringComparison.Ordinal) == word.Length - 1) && (word.IndexOf('/', StringComparison.Ordinal) is var slash && (slash < 0 || word.Length - slash == 2));
}
