using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Where a diagnosis over several lines ends though no label follows (诊断到此为止).</summary>
static partial class DiagnosisEnd
{
    /// <summary>Characters that the rest of a diagnosis broken over two lines has at most, where its first line had room left.</summary>
    private const int MostInRest = 12;

    /// <summary>床位费 | 108.00: on a slip of paper the charges follow right below.</summary>
    public static bool IsCharge(TextRow row) => Snippet.Split(row.Glyphs) is { Count: >= 2 } cells && IsAmount(cells[^1].Text);

    /// <summary>An amount by itself is no piece of a diagnosis.</summary>
    public static bool IsAmount(string text) => Charge().IsMatch(text);

    [GeneratedRegex(@"^¥?-?\d[\d,]*\.\d{2}元?$")]
    private static partial Regex Charge();

    /// <summary>The next cell's label, which stands below this one and left of all its values: 入院时 / 主要症状.</summary>
    public static bool IsLabelColumn(IReadOnlyList<TextRow> rows, LabelHit hit, TextRow row, List<Glyph> glyphs)
    {
        if (glyphs.Count == 0 || (hit.End < rows[hit.Row].Glyphs.Length && rows[hit.Row].Glyphs[hit.End].Char is ':'))
            return false;
        // 信: the name of the table's part, a character a line, stands left of the labels.
        if (Snippet.Split(row.Glyphs).SkipWhile(s => s.Glyphs.Length == 1 && s.X1 <= hit.X0).Take(1).ToList() is not [var first])
            return false;
        return first.X1 <= glyphs[0].X0 && first.X0 <= hit.X1 && !DiagnosisReader.IsNumbered(first.Text);
    }

    /// <summary>高血压病1级（低 / 危）: the bracket goes on, wherever its line begins.</summary>
    public static bool ClosesBracket(List<Glyph> glyphs, TextRow next)
    {
        var open = glyphs.FindLastIndex(g => g.Char is '(') > glyphs.FindLastIndex(g => g.Char is ')');
        return open && Array.FindIndex(next.Glyphs, g => g.Char is ')') is >= 0 and <= MostInRest and var close && !next.Glyphs.AsSpan(0, close).ToArray().Any(g => g.Char is '(' or ':');
    }

    /// <summary>出院诊断 in the middle above a list that takes the page's whole width: nothing stands beside it.</summary>
    public static bool HeadsAll(IReadOnlyList<TextRow> rows, LabelHit hit)
    {
        var (left, right) = (rows.Min(r => r.Glyphs[0].X0), rows.Max(r => r.Glyphs[^1].X1));
        return hit.Start == 0 && rows[hit.Row].Glyphs.Length - hit.End <= 1 && Math.Abs(hit.X0 + hit.X1 - left - right) <= 4 * rows[hit.Row].Height;
    }

    /// <summary>Below a numbered line a line's room is left: one more may not have been found.</summary>
    public static bool LacksLine(IReadOnlyList<TextRow> rows, int last)
    {
        if (last == 0 || last + 1 >= rows.Count || !DiagnosisReader.IsNumbered(rows[last].Text))
            return false;
        var (step, gap) = (rows[last].Y - rows[last - 1].Y, rows[last + 1].Y - rows[last].Y);
        return gap * 100 >= step * 185 && gap * 100 <= step * 220;
    }

    /// <summary>A line without a number below a numbered one that had room left is no rest of it, but the next cell's first line: 3.肝囊肿 / 反复咳嗽咳痰10余年，加重伴气促5天。</summary>
    /// <param name="listed">The numbers stand in cells of their own.</param>
    public static bool BeginsAnew(TextRow last, TextRow row, List<Glyph> glyphs, bool listed) =>
        !DiagnosisReader.IsNumbered(row.Text) && TextFold.Squeeze(row.Text).Length > MostInRest
        && (listed || (DiagnosisReader.IsNumbered(Glyph.Text([.. glyphs.Take(4)])) && row.Glyphs[^1].X1 > last.Glyphs[^1].X1 + (row.Height * 4)));
}
