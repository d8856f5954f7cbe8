using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Items;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>What was operated on (手术名称), as a record's or settlement list's own lines say: beside the label, below it, or in the column that it heads. Where they say 无, nothing was.</summary>
static partial class OperationReader
{
    private const int MostRows = 4;

    /// <summary>So many labels in a row without figures and colons are heads, also where one beside them was misread.</summary>
    private const int FewestHeads = 4;
    private const int Certain = 10_000;
    private const int HardlyLegible = 8_000;

    /// <summary>Most that a line gets in which a character was put right.</summary>
    private const int Repaired = 9_000;

    /// <summary>A code of the classification of operations: 51.23, 47.0100x002.</summary>
    [GeneratedRegex(@"\(?\d{2}\.\d{1,4}(?:[xX]\d{1,4})?\)?")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:^|(?<=[^\dA-Z]))\(?\d{1,2}(?:[.、)]|\.、)(?!\d)\s*|[;；，]|\s*[①②③④⑤⑥]\s*")]
    private static partial Regex Enumerator();

    /// <summary>How and when: 于2026-03-02在全麻下行.</summary>
    [GeneratedRegex(@"^(?:于)?(?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)?(?:急诊|择期)?(?:在[\u4e00-\u9fff]{1,8}?麻醉?下)?行?(?=[\u4e00-\u9fff]{3})")]
    private static partial Regex Circumstances();

    /// <summary>When, behind it, also where its line ends in the middle: (2025-07.</summary>
    [GeneratedRegex(@"\(?20\d{2}[-./年]\d{0,2}(?:[-./月]\d{0,2}日?)?\)?$")]
    private static partial Regex When();

    [GeneratedRegex("^(?:无|未|未行|未做|否|暂无|没有|不详)(?:手术|手术及操作|操作|特殊)*$")]
    private static partial Regex None();

    public static Finding? Read(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, ValueFinder values)
    {
        List<(LabelHit Hit, Glyph[] Glyphs)> found = [.. hits.Where(h => h.Field == FieldName.Operation).SelectMany(h => Pieces(rows, hits, h, values).Select(glyphs => (h, glyphs)))];
        List<string> names = [];
        List<Glyph> known = [];
        foreach (var (_, glyphs) in found)
        {
            List<string> own = [.. Names(glyphs).Where(name => !names.Contains(name))];
            names.AddRange(own);
            if (own.Count > 0)
                known.AddRange(glyphs.Where(g => !g.IsBlank && g.Line >= 0));
        }
        if (names.Count == 0 || known.Count == 0)
            return null;
        var text = string.Join('；', names);
        var mended = string.Join('；', names.Select(name => ItemWords.Shipped.Mend(name, [.. Enumerable.Repeat(Certain, name.Length)])));
        var confidence = known.Sum(g => g.Confidence) / known.Count;
        return new Finding(FieldName.Operation, mended, mended == text ? confidence : Math.Min(confidence, Repaired), page.Where(known), found[0].Hit.Wrong, found[0].Hit.Rank)
        {
            Mended = mended != text,
            MostSure = known.Exists(g => g.Confidence < HardlyLegible) ? WordSureness.Doubtful : Certain - 100,
        };
    }

    /// <summary>The texts that one label leads to.</summary>
    private static List<Glyph[]> Pieces(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, ValueFinder values)
    {
        var row = rows[hit.Row];
        List<Snippet> inline = [.. values.Inline(hit).Where(s => !values.Seals.Has(s.Text))];
        // The head of a table: another head stands beside it, and no value.
        var heads = hits.Count(h => h.Row == hit.Row) >= FewestHeads && !row.Text.Any(c => char.IsAsciiDigit(c) || c is ':');
        if (heads || (inline.Count == 0 && hits.Any(h => h.Row == hit.Row && h != hit) && !row.Text.AsSpan(hit.End).StartsWith(":")))
            return hit.Text.EndsWith("名称", StringComparison.Ordinal) ? Column(rows, hits, hit) : [];
        List<Glyph> glyphs = [.. inline.Where(s => s.Text.Any(TextFold.IsHan)).Take(1).SelectMany(s => s.Glyphs)];
        // What follows in the same row ends the value: the next row belongs to another field.
        if (hits.Any(h => h.Row == hit.Row && h.Start >= hit.End) || inline.Count > 1)
            return [[.. glyphs]];
        for (var r = hit.Row + 1; r < rows.Count && r <= hit.Row + MostRows; r++)
        {
            if (hits.Any(h => h.Row == r) || DiagnosisReader.IsHeading(rows[r].Text) || rows[r].Y - rows[r - 1].Y > row.Height * 3)
                break;
            // One is named to its end: what follows is another that says so itself, or no operation.
            if (Ends(glyphs) && !Ends(rows[r].Glyphs) && !(DiagnosisReader.IsNumbered(rows[r].Text) && DiagnosisReader.IsNumbered(Glyph.Text([.. glyphs]))))
                break;
            if (rows[r].Glyphs[0].X0 > (inline.Count > 0 ? inline[0].X0 : hit.X1) + (row.Height * 4))
                continue;
            foreach (var snippet in Snippet.Split(rows[r].Glyphs).Where(s => !values.Seals.Has(s.Text)))
                glyphs.AddRange([Glyph.Between(' '), .. snippet.Glyphs]);
        }
        return [[.. glyphs]];
    }

    private static bool Ends(IEnumerable<Glyph> glyphs) => Code().Replace(Glyph.Text([.. glyphs]), "").TrimEnd(' ', '(', ')', ';', '。', '.').EndsWith('术');

    /// <summary>What stands below a head, row by row, as far as rows have it.</summary>
    private static List<Glyph[]> Column(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit)
    {
        var heads = Snippet.Split(rows[hit.Row].Glyphs);
        var (left, right) = UnderHeads.Column(heads, hit.X0, hit.X1);
        var found = new List<Glyph[]>();
        for (var r = hit.Row + 1; r < rows.Count && r <= hit.Row + MostRows && rows[r].Y - rows[r - 1].Y <= rows[r].Height * 4; r++)
        {
            // A row with a label of its own is read from there.
            if (hits.Any(h => h.Row == r))
                break;
            var words = Snippet.Split(rows[r].Glyphs).Where(s => s.Glyphs.Any(g => TextFold.IsHan(g.Char))).ToList();
            var own = words.Where(s => s.Middle > left && s.Middle < right).ToList();
            // A line that runs over from the column beside it is that of a cell below the table.
            if (own.Count == 0 || words.Exists(s => s.X0 < left - rows[r].Height && s.X1 > left + rows[r].Height))
                break;
            found.Add([.. own.SelectMany(s => s.Glyphs)]);
        }
        return found;
    }

    private static IEnumerable<string> Names(Glyph[] glyphs)
    {
        var text = Glyph.Text(glyphs).Replace(',', '，');
        return Enumerator().Split(Code().Replace(text, " ; ").Replace(';', '；'))
            .Select(part => Circumstances().Replace(When().Replace(TextFold.Squeeze(part), "").Trim('.', '。', '，', ':', '、', '[', ']', '_', '-', '/'), ""))
            .Where(part => part.Count(TextFold.IsHan) >= 2 && !None().IsMatch(part) && DateText.All(part).Count == 0);
    }
}
