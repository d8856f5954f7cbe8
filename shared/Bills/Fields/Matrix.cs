using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Funds down the side and heads across the top (保障层次表): of a row's several figures, what was paid this time is the label's amount.</summary>
static partial class Matrix
{
    private const int MostRowsUp = 8;
    private const int MostUntold = 3;

    private static readonly string[] Funds = [FieldName.BasicPaid, FieldName.CriticalPaid, FieldName.AssistancePaid, FieldName.SupplementPaid, FieldName.OtherPaid];

    [GeneratedRegex("^(?:本次|实际|基金|本层|该层|各层|应|待遇|保障)*(?:支付|报销|补偿|支出|救助|补助)(?:金额|额|数)?(?:\\(元\\))?$")]
    private static partial Regex Paid();

    /// <summary>Whether the label stands in such a table, and its cell where it can be told.</summary>
    public static (bool Inside, Snippet? Cell) Find(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit)
    {
        var row = rows[hit.Row];
        // The row: a label, then figures and nothing else that is a label; 分段 and a dash are no amounts.
        if (hits.Count(h => h.Row == hit.Row && h.Field != LabelTable.Other) != 1 || hit.End >= row.Glyphs.Length)
            return default;
        var others = Snippet.Split(row.Glyphs.AsSpan(hit.End)).ToList();
        var cells = others.Where(s => MoneyText.Readings(s.Text).Count > 0).ToList();
        if (cells.Count == 0 || others.Count < 2)
            return default;
        for (var r = hit.Row - 1; r >= Math.Max(0, hit.Row - MostRowsUp); r--)
        {
            List<Snippet> heads = [.. Snippet.Split(rows[r].Glyphs)];
            if (heads.Count < 3 || heads.Any(h => h.Glyphs.Any(g => char.IsAsciiDigit(g.Char))))
                continue;
            var paid = heads.Where(h => Paid().IsMatch(TextFold.Squeeze(h.Text))).ToList();
            // Of a fund's several figures under heads that nobody knows, none can be told.
            if (paid is not [var head] || heads.FindIndex(h => h.X0 == head.X0) == 0)
                return cells.Count >= MostUntold && Funds.Contains(hit.Field) && heads.Count > cells.Count ? (true, null) : default;
            var cell = Under(cells, heads, heads.FindIndex(h => h.X0 == head.X0));
            return cells.Count > 1 || cell is not null ? (true, cell) : default;
        }
        return default;
    }

    /// <summary>Whether the row is the sum of such a table: right below rows of funds, 合计 is what they paid together.</summary>
    public static bool IsSum(IReadOnlyList<LabelHit> hits, LabelHit hit) =>
        hit is { Start: 0, Field: FieldName.Total, Text: "合计" or "总计" } && Array.TrueForAll([1, 2], up => hits.Any(h => h.Row == hit.Row - up && h.Start == 0 && Funds.Contains(h.Field)));

    /// <summary>The cell under one of the heads: one to one behind the row's own label, else by place.</summary>
    private static Snippet? Under(List<Snippet> cells, List<Snippet> heads, int head)
    {
        if (cells.Count == heads.Count - 1)
            return cells[head - 1];
        return UnderHeads.Of(cells, heads) is { } under && Array.IndexOf(under, head) is >= 0 and var at ? cells[at] : null;
    }
}
