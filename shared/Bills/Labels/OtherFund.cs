using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>其他 by itself below the names of funds, or beside them (其他基金): what none of the named ones paid. Anywhere else the word says nothing.</summary>
static class OtherFund
{
    /// <summary>Rows between two names of one column, where the cell beside them has a word of its own height.</summary>
    private const int MostRowsUp = 2;

    private static readonly string[] Funds = [FieldName.BasicPaid, FieldName.CriticalPaid, FieldName.AssistancePaid, FieldName.SupplementPaid];

    public static IReadOnlyList<LabelHit> Among(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        List<LabelHit> found = [];
        for (var r = 0; r < rows.Count; r++)
        {
            foreach (var (start, end) in Words(rows[r]))
            {
                var (x0, x1) = (rows[r].Glyphs[start].X0, rows[r].Glyphs[end - 1].X1);
                if (!hits.Any(h => h.Row == r && h.Start < end && h.End > start && h.Field != LabelTable.Other) && (Above(r, x0, x1) || Before(r, start)))
                    found.Add(new LabelHit(FieldName.OtherPaid, "其他", r, start, end, 0, x0, x1));
            }
        }
        return found.Count == 0 ? hits : [.. hits.Where(h => !found.Exists(f => f.Row == h.Row && f.Start < h.End && f.End > h.Start)).Concat(found).OrderBy(h => h.Row).ThenBy(h => h.Start)];

        bool Above(int row, int x0, int x1) => hits.LastOrDefault(h => h.Row < row && h.Row >= row - MostRowsUp && h.X0 < x1 && h.X1 > x0) is { } above && Funds.Contains(above.Field)
            && rows[row].Y - rows[above.Row].Y <= rows[row].Height * 4;

        bool Before(int row, int start) => hits.LastOrDefault(h => h.Row == row && h.End <= start) is { } before && Funds.Contains(before.Field)
            && rows[row].Glyphs.AsSpan(before.End, start - before.End).ToArray().Any(g => char.IsAsciiDigit(g.Char));
    }

    /// <summary>Where 其他 or 其它 is a whole cell, or stands before a colon.</summary>
    private static IEnumerable<(int Start, int End)> Words(TextRow row)
    {
        for (var i = 0; i + 1 < row.Glyphs.Length; i++)
        {
            if (row.Glyphs[i].Char is '其' && row.Glyphs[i + 1].Char is '他' or '它' && (i == 0 || row.Glyphs[i - 1].Char is Glyph.Gap) && i + 2 < row.Glyphs.Length && row.Glyphs[i + 2].Char is ':' or Glyph.Gap)
                yield return (i, i + 2);
        }
    }
}
