using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>A table of segments (费用分段表): 费用分段 | 支付比例 | 统筹支付 | 个人自付. Each column says what one segment counts and its 合计 what all of them do: none says what the stay did.</summary>
static class SegmentHeads
{
    private const int Fewest = 3;
    private const int MostRows = 10;

    public static IReadOnlyList<LabelHit> PutAside(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        List<int> heads = [.. Enumerable.Range(0, rows.Count).Where(r => Are(rows[r]))];
        return [.. hits.Select(h => LabelTable.IsMoney(h.Field) && (heads.Contains(h.Row) || IsSum(hits, heads, h) || IsRange(rows[h.Row], h)) ? h with { Field = LabelTable.Other } : h)];
    }

    /// <summary>Whether a row heads such a table; a list that stands above it ends there.</summary>
    public static bool Are(TextRow row) =>
        (row.Text.Contains("分段", StringComparison.Ordinal) || row.Text.Contains("费用段", StringComparison.Ordinal) || row.Text.Contains("段内", StringComparison.Ordinal)) && !row.Text.Any(c => char.IsAsciiDigit(c) || c is ':') && Snippet.Split(row.Glyphs).Count >= Fewest;

    /// <summary>合计 that ends the table: the first below its heads.</summary>
    private static bool IsSum(IReadOnlyList<LabelHit> hits, List<int> heads, LabelHit hit) =>
        hit is { Start: 0, Text: "合计" or "总计" } && heads.Exists(r => r < hit.Row && hit.Row <= r + MostRows && !hits.Any(h => h.Row > r && h.Row < hit.Row && h is { Start: 0, Text: "合计" or "总计" }));

    /// <summary>起付标准～1万元: a segment that begins there.</summary>
    private static bool IsRange(TextRow row, LabelHit hit) =>
        hit.Field == FieldName.Deductible && hit.End + 1 < row.Glyphs.Length && (row.Glyphs[hit.End].Char is '~' or '～' or '至' or '到' || (row.Glyphs[hit.End].Char is '-' or '—' && char.IsAsciiDigit(row.Glyphs[hit.End + 1].Char)) || (row.Glyphs[hit.End].Char is '以' && row.Glyphs[hit.End + 1].Char is '上'));
}
