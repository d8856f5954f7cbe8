using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>A word of a header that is not one head as it stands (连成一串或拆开的表头): several printed so close that they were read as one, or one whose two characters stand far apart.</summary>
static partial class GluedHeads
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

    /// <summary>收费数量计量单位单价(元)总额, with whatever blanks stand within them, N o发票项目医保代码: the fewest heads that spell the word, and known ones rather than others.</summary>
    private static List<(ColumnKind Kind, int From, int To)>? Glued(TextRow row, int start)
    {
        var end = start;
        while (end < row.Glyphs.Length && row.Glyphs[end].Char != Glyph.Gap)
            end++;
        List<int> at = [.. Enumerable.Range(start, end - start).Where(i => !row.Glyphs[i].IsBlank)];
        var text = string.Concat(at.Select(i => row.Glyphs[i].Char));
        if (text.Length < Shortest)
            return null;
        // parts[i]: the likeliest heads that spell the first i characters; a blank is rather between two than within one.
        var parts = new (int Cost, List<(ColumnKind Kind, int From, int To)> Heads)?[text.Length + 1];
        parts[0] = (0, []);
        for (var to = 1; to <= text.Length; to++)
        {
            for (var from = Math.Max(0, to - LongestHead); from < to - 1; from++)
            {
                if (parts[from] is var (cost, before) && Kind(text[from..to]) is { } kind && !before.Exists(p => p.Kind == kind && kind != ColumnKind.Remark) && cost + Cost(text[from..to], kind) + (at[to - 1] - at[from] > to - 1 - from ? 1 : 0) is var whole && (parts[to] is not { } known || whole < known.Cost))
                    parts[to] = (whole, [.. before, (kind, at[from], at[to - 1] + 1)]);
            }
        }
        return parts[^1] is ({ } _, { Count: > 1 } heads) ? heads : null;
    }

    /// <summary>What it costs to take characters for one head: those that no list knows are less likely one, and of what patients pay, told by a word within, the less the longer they are (费用金额自付比例).</summary>
    private static int Cost(string word, ColumnKind kind) => Column.Known(word) ? 2 : 3 + (kind is ColumnKind.SelfShare or ColumnKind.SelfPaid or ColumnKind.Remark ? Math.Max(0, word.Length - LongestUnlisted) : 0);

    private const int LongestUnlisted = 4;

    /// <summary>What a whole word says; what stands in brackets or behind a stroke ends it.</summary>
    private static ColumnKind? Kind(string word) => Column.KindOf(word) ?? (IsWhole(word) ? ColumnGrammar.Kind(word) : null);

    private static bool IsWhole(string word) => Aside().Replace(word, "") is var said && (!said.Contains('(', StringComparison.Ordinal) || said.IndexOf(')', StringComparison.Ordinal) == said.Length - 1) && (said.IndexOf('/', StringComparison.Ordinal) is var slash && (slash < 0 || said.Length - slash == 2));

    /// <summary>项目(药品)名称.</summary>
    [GeneratedRegex(@"\((?:药品|项目|材料)\)(?=.)")]
    private static partial Regex Aside();
}
