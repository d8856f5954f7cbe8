using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Neighbouring cells that touch and were read as one (相连的单元格): 14.50普通住院诊查, 28.50001.0000, 11次[甲]静脉注射. Where the border between their columns stands is known.</summary>
static partial class TouchingCells
{
    /// <summary>The row with a gap at each place where two characters meet there: between figures and words wherever the place is near, within either only right there, and within figures only behind the decimals of a number.</summary>
    /// <param name="places">From left to right.</param>
    public static TextRow PartedAt(TextRow row, int[] places)
    {
        HashSet<int> cuts = [.. places.Select(place => Enumerable.Range(1, Math.Max(0, row.Glyphs.Length - 1)).Where(i => IsJoint(row, i, place)).OrderBy(i => Math.Abs(Between(row, i) - place)).FirstOrDefault()).Where(i => i > 0)];
        return cuts.Count == 0 ? row : row.With([.. row.Glyphs.SelectMany((g, i) => cuts.Contains(i) ? new[] { new Glyph(Glyph.Gap, row.Glyphs[i - 1].X1, Math.Max(g.X0, row.Glyphs[i - 1].X1), 10_000, -1, 0, 0), g } : [g])]);
    }

    private static bool IsJoint(TextRow row, int at, int place)
    {
        var (before, after) = (row.Glyphs[at - 1], row.Glyphs[at]);
        if (before.IsBlank || after.IsBlank || after.Char is ')' or ']' or '/' || before.Char is '(' or '[' or '/')
            return false;
        var text = row.Text.AsSpan(at);
        // 11次 is one quantity; 0.9%氯化钠 goes on behind its mark; (甲) begins a cell wherever it stands.
        if (char.IsAsciiDigit(before.Char) && CountedIn().IsMatch(text))
            return false;
        var changes = (after.IsFigure != before.IsFigure && before.Char != '%') || ClassMark().IsMatch(text);
        var off = Math.Abs(Between(row, at) - place);
        return changes ? off * 2 <= row.Height : off * 5 <= row.Height && (!after.IsFigure || BeginsNumber(row.Glyphs, at));
    }

    /// <summary>What things are counted in, where no word goes on with it: 11次(甲)静脉注射, but 24小时动态心电图.</summary>
    [GeneratedRegex(@"^(?:" + CellCuts.Units + @")(?![\u4e00-\u9fff])")]
    private static partial Regex CountedIn();

    [GeneratedRegex(@"^[(\[][甲乙丙]")]
    private static partial Regex ClassMark();

    private static int Between(TextRow row, int at) => (row.Glyphs[at - 1].X1 + row.Glyphs[at].X0) / 2;

    /// <summary>Whether one number ends and the next begins between two figures, 28.5000|1.0000 and 7.00|1.5%: what stands before has its decimals, as few as may be, and what begins is no more of them.</summary>
    public static bool BeginsNumber(Glyph[] glyphs, int at)
    {
        var point = Array.FindLastIndex(glyphs, at - 1, g => !char.IsAsciiDigit(g.Char));
        return point > 0 && glyphs[point].Char == '.' && char.IsAsciiDigit(glyphs[point - 1].Char) && Enumerable.Range(point + FewestDecimals + 1, MostDecimals - FewestDecimals + 1).FirstOrDefault(i => i < glyphs.Length && i <= at && Begins(glyphs, i)) == at;
    }

    private const int FewestDecimals = 2;

    private const int MostDecimals = 4;

    private static bool Begins(Glyph[] glyphs, int at) =>
        glyphs[at].Char is (> '0' and <= '9') or (>= 'A' and <= 'Z') or '-' or '¥' || (glyphs[at].Char == '0' && at + 1 < glyphs.Length && glyphs[at + 1].Char is '.' or '%');
}
