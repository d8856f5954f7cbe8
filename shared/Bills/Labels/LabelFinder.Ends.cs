using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Where a label of the list ends (标签的结尾): neither a figure of its value nor the next cell's first word is part of it.</summary>
static partial class LabelFinder
{
    private static string? Exact(string text, Func<string, bool> may) =>
        ByFirst[text[0]].Where(t => text.StartsWith(t, StringComparison.Ordinal) && may(t)).MaxBy(t => t.Length);

    /// <summary>自费 | 部分自付: the next cell's first word is no end of this cell's label.</summary>
    private static bool TakesNext(TextRow row, int start, string label, List<int> ends)
    {
        var gap = Array.FindIndex(row.Glyphs, start, ends[label.Length - 1] - start, g => g.Char == Glyph.Gap);
        var own = gap < 0 ? 0 : ends.Count(end => end <= gap);
        return own >= 2 && LabelTable.ByText.ContainsKey(label[..own]) && Exact(Ahead(row, gap + 1).Text, _ => true)?.Length > label.Length - own;
    }

    /// <summary>自付|1,572.12: the figure belongs to the amount, not to 自付1.</summary>
    private static bool EndsInFigure(TextRow row, string label, int end) =>
        char.IsAsciiDigit(label[^1]) && end < row.Glyphs.Length && row.Glyphs[end].Char is (>= '0' and <= '9') or ',' or '.';
}
