using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>The discharge diagnosis (出院诊断): the rest of its row and the rows below, up to the next heading.</summary>
static partial class DiagnosisReader
{
    private const int MostRows = 8;

    [GeneratedRegex(@"(?:^|(?<=\D))\(?\d{1,2}(?:[.、)]|\.、)(?!\d)\s*|[;；]|\s*[①②③④⑤⑥]\s*")]
    private static partial Regex Enumerator();

    public static Finding? Read(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, ValueFinder values)
    {
        var glyphs = new List<Glyph>();
        foreach (var snippet in values.Inline(hit))
            Append(glyphs, snippet.Glyphs, ' ');
        var row = rows[hit.Row];
        // Whatever follows in the same row ends the value: the next row belongs to another field.
        var alone = !hits.Any(h => h.Row == hit.Row && h.Start >= hit.End);
        for (var r = hit.Row + 1; alone && r < rows.Count && r <= hit.Row + MostRows; r++)
        {
            if (hits.Any(h => h.Row == r) || IsHeading(rows[r].Text) || rows[r].Y - rows[r - 1].Y > row.Height * 3)
                break;
            Append(glyphs, rows[r].Glyphs, '\n');
        }
        if (!glyphs.Exists(g => TextFold.IsHan(g.Char)))
            return null;
        var text = Canonical(string.Concat(glyphs.Select(g => g.Char == Glyph.Gap ? ' ' : g.Char)));
        var known = glyphs.Where(g => !g.IsBlank && g.Line >= 0).ToList();
        return text.Length < 2 ? null : new Finding(FieldName.Diagnosis, text, known.Sum(g => g.Confidence) / known.Count, page.Where(known), hit.Wrong, hit.Rank);
    }

    /// <summary>Several diagnoses joined by "；", without their numbers.</summary>
    private static string Canonical(string text)
    {
        var parts = Enumerator().Split(text.Replace('\n', ' ').Replace(',', '，'))
            .Select(p => TextFold.Squeeze(p).Trim('.', '。', '，', ':', '、', ']', '_', '-')).Where(p => p.Any(TextFold.IsHan));
        return string.Join('；', parts);
    }

    private static bool IsHeading(string text) => text.StartsWith('[') || text.StartsWith("一、", StringComparison.Ordinal) || text.StartsWith("二、", StringComparison.Ordinal) || text.StartsWith("三、", StringComparison.Ordinal) || text.StartsWith("四、", StringComparison.Ordinal);

    private static void Append(List<Glyph> glyphs, IReadOnlyList<Glyph> more, char between)
    {
        if (glyphs.Count > 0)
            glyphs.Add(new Glyph(between, 0, 0, 10_000, -1, 0, 0));
        glyphs.AddRange(more);
    }
}
