using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Finds labels in the rows of a page, also when a character of a longer label was read wrongly.</summary>
static class LabelFinder
{
    private const int Longest = 16;
    private static readonly ILookup<char, string> ByFirst = LabelTable.ByText.Keys.ToLookup(t => t[0]);
    private static readonly ILookup<int, string> Long = LabelTable.ByText.Keys.Where(t => t.Length >= 4).ToLookup(t => t.Length);

    public static IReadOnlyList<LabelHit> Find(IReadOnlyList<TextRow> rows) => [.. rows.SelectMany((row, index) => InRow(row, index))];

    private static IEnumerable<LabelHit> InRow(TextRow row, int index)
    {
        var found = new List<LabelHit>();
        for (var start = 0; start < row.Glyphs.Length; start++)
        {
            if (row.Glyphs[start].IsBlank)
                continue;
            var (text, ends) = Ahead(row, start);
            if (Exact(text) is { } exact)
                found.Add(Hit(row, index, start, ends[exact.Length - 1], exact, 0));
            else if (AtBoundary(row, start) && Near(text) is { } near)
                found.Add(Hit(row, index, start, ends[near.Text.Length - 1], near.Text, near.Wrong));
        }
        var taken = new List<LabelHit>();
        foreach (var hit in found.OrderByDescending(h => h.Text.Length - (3 * h.Wrong)).ThenBy(h => h.Start))
        {
            if (taken.TrueForAll(t => hit.End <= t.Start || hit.Start >= t.End) && Stands(row, hit))
                taken.Add(hit);
        }
        return taken.OrderBy(h => h.Start);
    }

    /// <summary>The characters from here on without blanks, as far as a label could reach, and after which glyph each ends.</summary>
    private static (string Text, List<int> Ends) Ahead(TextRow row, int start)
    {
        var ends = new List<int>();
        var text = "";
        for (var i = start; i < row.Glyphs.Length && text.Length < Longest; i++)
        {
            var glyph = row.Glyphs[i];
            // Short labels are printed spaced out: 姓    名.
            if (glyph.Char == Glyph.Gap && (text.Length > 3 || glyph.X1 - glyph.X0 > 3 * row.Height))
                break;
            if (glyph.IsBlank)
                continue;
            text += glyph.Char;
            ends.Add(i + 1);
        }
        return (text, ends);
    }

    private static string? Exact(string text) =>
        ByFirst[text[0]].Where(t => text.StartsWith(t, StringComparison.Ordinal)).MaxBy(t => t.Length);

    private static (string Text, int Wrong)? Near(string text)
    {
        (string Text, int Wrong)? best = null;
        for (var length = Math.Min(Longest, text.Length); length >= 4; length--)
        {
            foreach (var label in Long[length])
            {
                var wrong = 0;
                for (var i = 0; i < length && wrong <= 2; i++)
                    wrong += label[i] == text[i] ? 0 : 1;
                if (wrong <= (length >= 6 ? 2 : 1) && (best is null || length - (3 * wrong) > best.Value.Text.Length - (3 * best.Value.Wrong)))
                    best = (label, wrong);
            }
        }
        return best;
    }

    private static bool AtBoundary(TextRow row, int start) => start == 0 || !TextFold.IsHan(row.Glyphs[start - 1].Char);

    /// <summary>A label stands at the beginning of a word, or a colon or a gap follows it; within running text it is only text.</summary>
    private static bool Stands(TextRow row, LabelHit hit)
    {
        if (AtBoundary(row, hit.Start) && (hit.Text.Length > 2 || EndsWord(row, hit)))
            return true;
        return hit.Text.Length >= 2 && EndsWithColon(row, hit);
    }

    private static bool EndsWithColon(TextRow row, LabelHit hit) => hit.End < row.Glyphs.Length && (row.Glyphs[hit.End].Char is ':' or Glyph.Gap || Bracketed(row, hit.End));

    private static bool Bracketed(TextRow row, int at) => row.Glyphs[at].Char is '(' or '[';

    private static bool EndsWord(TextRow row, LabelHit hit) => hit.End >= row.Glyphs.Length || !TextFold.IsHan(row.Glyphs[hit.End].Char) || hit.Field is FieldName.Name or FieldName.Sex or FieldName.Department or FieldName.Diagnosis;

    private static LabelHit Hit(TextRow row, int index, int start, int end, string text, int wrong) =>
        new(LabelTable.ByText[text], text, index, start, end, wrong, row.Glyphs[start].X0, row.Glyphs[end - 1].X1);
}
