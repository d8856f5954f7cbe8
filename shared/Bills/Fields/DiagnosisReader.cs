using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>The discharge diagnosis (出院诊断): the rest of its row and the rows below, up to the next heading.</summary>
static partial class DiagnosisReader
{
    private const int MostRows = 8;

    [GeneratedRegex(@"(?:^|(?<=\D))\(?\d{1,2}(?:[.、)]|\.、)(?!\d)\s*|[;；]|\s*[①②③④⑤⑥]\s*")]
    private static partial Regex Enumerator();

    public static Finding? Read(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, ValueFinder values)
    {
        if (hit.Text is "诊断名称" or "疾病名称" or "疾病诊断" && Column(rows, hit) is { Count: > 0 } listed)
            return Found(page, hit, listed);
        var glyphs = new List<Glyph>();
        var inline = values.Inline(hit);
        if (inline.Count == 0 && values.Wrapped(hit) is { } wrapped)
            return Found(page, hit, [.. wrapped.Glyphs]);
        foreach (var snippet in inline)
            Append(glyphs, snippet.Glyphs, ' ');
        var row = rows[hit.Row];
        // Whatever follows in the same row ends the value: the next row belongs to another field.
        var alone = !hits.Any(h => h.Row == hit.Row && h.Start >= hit.End);
        for (var r = hit.Row + 1; alone && r < rows.Count && r <= hit.Row + MostRows; r++)
        {
            if (hits.Any(h => h.Row == r) || IsHeading(rows[r].Text) || TableHeader.Read(rows[r]) is not null || rows[r].Y - rows[r - 1].Y > row.Height * 3)
                break;
            // What stands further right than the text began is a piece of something else: a seal, an amount in words.
            if (!rows[r].Glyphs.Any(g => TextFold.IsHan(g.Char)) || rows[r].Glyphs[0].X0 > (inline.Count > 0 ? inline[0].X0 : hit.X1) + (row.Height * 4))
                continue;
            Append(glyphs, rows[r].Glyphs, '\n');
        }
        return Found(page, hit, glyphs);
    }

    /// <summary>Diagnoses listed below a column's head, beside their codes.</summary>
    private static List<Glyph>? Column(IReadOnlyList<TextRow> rows, LabelHit hit)
    {
        var heads = Snippet.Split(rows[hit.Row].Glyphs);
        if (heads.Count < 3 || hit.End < rows[hit.Row].Glyphs.Length && rows[hit.Row].Glyphs[hit.End].Char is ':')
            return null;
        var (left, right) = (heads.Where(h => h.X1 <= hit.X0).Select(h => h.X1).DefaultIfEmpty(0).Max(), heads.Where(h => h.X0 >= hit.X1).Select(h => h.X0).DefaultIfEmpty(int.MaxValue).Min());
        var found = new List<Glyph>();
        var last = rows[hit.Row];
        foreach (var row in rows.Skip(hit.Row + 1).Take(MostRows))
        {
            var own = Snippet.Split(row.Glyphs).Where(s => s.Middle > left && s.Middle < right && s.X0 >= left - row.Height && s.Glyphs.Any(g => TextFold.IsHan(g.Char))).ToList();
            if (own.Count == 0 || row.Y - last.Y > row.Height * 4 || own[0].Text.Contains(':', StringComparison.Ordinal))
                break;
            foreach (var snippet in own)
                Append(found, [.. snippet.Glyphs.SkipWhile(g => char.IsAsciiDigit(g.Char))], '；');
            last = row;
        }
        return found;
    }

    private static Finding? Found(PageText page, LabelHit hit, List<Glyph> glyphs)
    {
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

    private static bool IsHeading(string text) => text.StartsWith("患者", StringComparison.Ordinal) || text.StartsWith("病人", StringComparison.Ordinal) || text.StartsWith('[') || text.StartsWith("一、", StringComparison.Ordinal) || text.StartsWith("二、", StringComparison.Ordinal) || text.StartsWith("三、", StringComparison.Ordinal) || text.StartsWith("四、", StringComparison.Ordinal);

    private static void Append(List<Glyph> glyphs, IReadOnlyList<Glyph> more, char between)
    {
        if (glyphs.Count > 0)
            glyphs.Add(new Glyph(between, 0, 0, 10_000, -1, 0, 0));
        glyphs.AddRange(more);
    }
}
