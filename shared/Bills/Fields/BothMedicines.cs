using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>A discharge diagnosis in two parts, of Chinese and of western medicine (出院诊断：中医诊断…西医诊断…): both in the paper's order, each with its word, so that it can be compared with the paper and the matcher knows which is which.</summary>
static partial class BothMedicines
{
    private const string Chinese = "中医诊断";
    private const string Western = "西医诊断";

    /// <summary>In heights of a line, how far below its head or its own first line a part stands.</summary>
    private const int Near = 4;

    private const int MostRows = 6;

    /// <summary>风痰阻络证 behind the disease may have a word of its own before it, which says nothing.</summary>
    [GeneratedRegex("；?(?:中医)?(?:证型|证候)(?:诊断)?；")]
    private static partial Regex PatternWord();

    /// <summary>Null where the paper does not part its discharge diagnosis so.</summary>
    public static Finding? Read(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, ValueFinder values)
    {
        foreach (var chinese in hits.Where(h => h.Text == Chinese))
        {
            // Beside it, or below it: where both kinds stand in two columns, on admission and at discharge, in its own.
            var abreast = hits.Any(h => h.Text == Chinese && h.Row == chinese.Row && h != chinese);
            var western = hits.FirstOrDefault(h => h.Text == Western && (h.Row == chinese.Row ? !abreast && h.X0 > chinese.X1 : h.Row > chinese.Row && Apart(rows, chinese.Row, h.Row) <= Near)
                && (!abreast || Math.Abs(h.X0 - chinese.X0) <= 2 * rows[h.Row].Height) && !hits.Any(o => o.Text == Chinese && o.Row > chinese.Row && o.Row <= h.Row));
            var head = Head(rows, hits, chinese);
            // Without a head of its own only both together are the paper's diagnosis.
            if (head is null ? western is null : !IsFinal(head))
                continue;
            var beside = western?.Row == chinese.Row;
            if (DiagnosisReader.Found(page, chinese, Column(rows, hits, chinese, beside ? western!.X0 : int.MaxValue, '；')) is not { } first)
                return null;
            first = first with { Value = PatternWord().Replace(first.Value, "；").TrimStart('；') };
            if (western is null)
                return first with { Value = $"{Chinese}：{first.Value}", LabelWrong = head!.Wrong, Rank = head.Rank };
            return (beside ? DiagnosisReader.Found(page, western, Column(rows, hits, western, int.MaxValue, '\n')) : DiagnosisReader.Read(page, rows, hits, western, values)) is not { } second ? null
                : second with
                {
                    Value = $"{Chinese}：{first.Value}；{Western}：{second.Value}",
                    Confidence = Math.Min(first.Confidence, second.Confidence),
                    MostSure = Math.Min(first.MostSure, second.MostSure),
                    Mended = first.Mended || second.Mended,
                };
        }
        return null;
    }

    private static bool IsFinal(LabelHit head) => head.Text.StartsWith("出院", StringComparison.Ordinal) || head.Text is "最后诊断" or "最终诊断" or "确定诊断";

    /// <summary>The label that a part belongs to: before it in its row, beside its cell, or in a line above.</summary>
    private static LabelHit? Head(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit part) =>
        hits.Where(h => h.Text.EndsWith("诊断", StringComparison.Ordinal) && h.Text is not (Chinese or Western)
                && (h.X1 <= part.X0 ? Math.Abs(Apart(rows, h.Row, part.Row)) <= Near : h.Row < part.Row && Apart(rows, h.Row, part.Row) <= Near))
            .OrderBy(h => Math.Abs(rows[h.Row].Y - rows[part.Row].Y)).ThenBy(h => Math.Abs(h.X0 - part.X0)).FirstOrDefault();

    private static int Apart(IReadOnlyList<TextRow> rows, int from, int to) => (rows[to].Y - rows[from].Y) / Math.Max(1, rows[from].Height);

    /// <summary>What stands behind a label and below it, left of what begins beside it.</summary>
    private static List<Glyph> Column(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, int right, char between)
    {
        var row = rows[hit.Row];
        var slack = 2 * row.Height;
        List<Glyph> found = [.. row.Glyphs.Skip(hit.End).TakeWhile((g, i) => g.X0 < right && !hits.Any(h => h.Row == hit.Row && h.Start == hit.End + i))];
        for (var r = hit.Row + 1; r < rows.Count && r <= hit.Row + MostRows && rows[r].Y - rows[r - 1].Y <= 3 * row.Height && !hits.Any(h => h.Row == r) && !DiagnosisReader.IsHeading(rows[r].Text); r++)
        {
            var own = Snippet.Split(rows[r].Glyphs).Where(s => s.X0 >= hit.X0 - slack && s.X0 < right - slack).ToList();
            if (own.Count > 0)
                found.AddRange([Glyph.Between(between), .. own.SelectMany(s => s.Glyphs)]);
        }
        return found;
    }
}
