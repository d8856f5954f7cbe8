using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Labels that the end of a line of running text breaks in two (断行标签): 个人自|付:3971.43.</summary>
static class BrokenLabels
{
    private const int Shortest = 4;
    private const int Longest = 14;
    private const int FewestColons = 3;

    public static IReadOnlyList<LabelHit> Join(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        var joined = hits.ToList();
        for (var r = 1; r < rows.Count; r++)
        {
            var (above, below) = (rows[r - 1], rows[r]);
            var head = below.Glyphs.TakeWhile(g => TextFold.IsHan(g.Char)).Count();
            // 缴现金为574.69元: a sentence.
            if (head > 1 && below.Glyphs[head - 1].Char is '为' && IsFigure(below.Glyphs, head))
                head--;
            var tail = above.Glyphs.Reverse().TakeWhile(g => TextFold.IsHan(g.Char)).Count();
            // The broken word stands behind a value: a line of labels and values that runs on.
            if (head is 0 or > Longest || tail is 0 or > Longest || tail == above.Glyphs.Length || head >= below.Glyphs.Length || !(below.Glyphs[head].Char is ':' || IsFigure(below.Glyphs, head))
                || Math.Abs(above.Glyphs[0].X0 - below.Glyphs[0].X0) > 4 * below.Height)
                continue;
            var from = above.Glyphs.Length - tail;
            var text = above.Text[from..] + below.Text[..head];
            if ((text.Length < Shortest && !IsShort(text, above, below, head)) || (Known(below.Text[..head]) && !(above.Text.Contains(',', StringComparison.Ordinal) && !Known(above.Text[from..]) && LabelGrammar.FieldOf(text) is not null and not LabelTable.Other)) || LabelGrammar.FieldOf(text) is not { } field || (below.Glyphs[head].Char is not ':' && !LabelTable.IsMoney(field)))
                continue;
            joined.RemoveAll(h => (h.Row == r && h.Start < head) || (h.Row == r - 1 && h.End > from));
            joined.Add(new LabelHit(LabelTable.Other, above.Text[from..], r - 1, from, above.Glyphs.Length, 0, above.Glyphs[from].X0, above.Glyphs[^1].X1));
            joined.Add(new LabelHit(field, text, r, 0, head, 0, below.Glyphs[0].X0, below.Glyphs[head - 1].X1));
        }
        return [.. joined.OrderBy(h => h.Row).ThenBy(h => h.Start)];
    }

    /// <summary>An amount right behind, also on a line to write on: _246.60.</summary>
    private static bool IsFigure(Glyph[] row, int at)
    {
        while (at < row.Length - 1 && row[at].Char is '_' or ' ' or '为' or '¥')
            at++;
        return char.IsAsciiDigit(row[at].Char);
    }

    /// <summary>现|金：13147.25 in a line of labels and values.</summary>
    private static bool IsShort(string text, TextRow above, TextRow below, int head) =>
        below.Glyphs[head].Char is ':' && above.Text.Count(c => c is ':') >= FewestColons && LabelTable.ByText.ContainsKey(text);

    /// <summary>A label by itself needs nothing from the line above.</summary>
    private static bool Known(string text) => LabelGrammar.FieldOf(text) is not null;
}
