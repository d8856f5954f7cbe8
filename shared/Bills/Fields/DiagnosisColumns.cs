using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Diagnoses on admission and discharge side by side (入院诊断 | 出院诊断), each list below its own head: only what stands in the head's own column is its value.</summary>
static class DiagnosisColumns
{
    private const int MostRows = 10;

    /// <summary>入院时 / 诊断: a label broken over two lines, also with its value's line between them, that speaks of another diagnosis.</summary>
    public static bool IsEarlier(IReadOnlyList<TextRow> rows, LabelHit hit) =>
        hit is { Text: "诊断", Start: 0 } && Enumerable.Range(1, 2).Any(up => hit.Row >= up && rows[hit.Row].Y - rows[hit.Row - up].Y <= 2 * rows[hit.Row].Height
            && Snippet.Split(rows[hit.Row - up].Glyphs)[0] is var above && Math.Abs(above.X0 - hit.X0) <= rows[hit.Row].Height && Earlier.Contains(TextFold.Squeeze(above.Text)));

    private static readonly string[] Earlier = ["入院", "入院时", "门诊", "急诊", "门急诊", "门(急)诊", "初步", "术前", "术后", "病理"];

    /// <summary>西医诊断 below the head of the admission's column, beside which the discharge's stands: 入院诊断 | 出院诊断.</summary>
    public static bool IsAdmission(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit part) =>
        part.Text is "西医诊断" && hits.LastOrDefault(h => h.Row < part.Row && h.Row >= part.Row - MostRows && h.Text.StartsWith("入院", StringComparison.Ordinal) && h.Text.EndsWith("诊断", StringComparison.Ordinal)) is { } admission
        && hits.FirstOrDefault(h => h.Row == admission.Row && h.Text.StartsWith("出院", StringComparison.Ordinal) && h.Text.EndsWith("诊断", StringComparison.Ordinal)) is { } discharge
        && Math.Abs(part.X0 - admission.X0) < Math.Abs(part.X0 - discharge.X0);

    /// <summary>The glyphs of the lines below the head, each begun by a line's end; empty where no other diagnosis stands beside it.</summary>
    public static List<Glyph> Below(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, ValueFinder values)
    {
        var row = rows[hit.Row];
        List<LabelHit> beside = [.. hits.Where(h => h != hit && h.Text.EndsWith("诊断", StringComparison.Ordinal) && Math.Abs(rows[h.Row].Y - row.Y) <= 2 * row.Height && (h.X1 < hit.X0 || h.X0 > hit.X1) && !values.Inline(h).Any(s => s.X0 < hit.X0 == h.X0 < hit.X0))];
        // 出院西医诊断 | 疾病代码 | 出院中医诊断: a table with codes has columns of its own.
        if (beside.Count == 0 || row.Text.Contains("代码", StringComparison.Ordinal) || row.Text.Contains("编码", StringComparison.Ordinal))
            return [];
        var slack = 2 * row.Height;
        var left = beside.Exists(h => h.X1 < hit.X0) ? hit.X0 - slack : int.MinValue;
        var right = beside.Where(h => h.X0 > hit.X1).Select(h => h.X0 - slack).DefaultIfEmpty(int.MaxValue).Min();
        var (found, last) = (new List<Glyph>(), row.Y);
        for (var r = hit.Row + 1; r < rows.Count && r <= hit.Row + MostRows && rows[r].Y - last <= 3 * row.Height && !hits.Any(h => h.Row == r && Within(h.X0)); r++)
        {
            List<Snippet> own = [.. Snippet.Split(rows[r].Glyphs).Where(s => Within(s.X0))];
            if (own.Count == 0)
                continue;
            if (DiagnosisReader.IsHeading(own[0].Text))
                break;
            if (found.Count > 0)
                found.Add(Glyph.Between('\n'));
            found.AddRange(own.SelectMany(s => s.Glyphs));
            last = rows[r].Y;
        }
        return found;

        bool Within(int x) => x >= left && x < right;
    }
}
