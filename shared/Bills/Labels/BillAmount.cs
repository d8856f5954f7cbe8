using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>金额 by itself among the particulars of an electronic bill (票据金额): what the whole bill is for, where no other word says that. Over a list it is a column.</summary>
static class BillAmount
{
    private const string Word = "金额";

    private static readonly string[] Particulars = [FieldName.BillCode, FieldName.BillNumber, FieldName.Name];

    public static IReadOnlyList<LabelHit> Among(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        if (!Array.TrueForAll(Particulars, field => hits.Any(h => h.Field == field)) || hits.Any(h => h.Field is FieldName.Total or LabelTable.InFigures))
            return hits;
        var found = Enumerable.Range(0, rows.Count).SelectMany(r => In(rows, hits, r)).ToList();
        return found is [var only] ? [.. hits.Append(only).OrderBy(h => h.Row).ThenBy(h => h.Start)] : hits;
    }

    /// <summary>The first word of its line with its amount behind it, or a cell beside another label with its amount below.</summary>
    private static IEnumerable<LabelHit> In(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, int r)
    {
        var cells = Snippet.Split(rows[r].Glyphs);
        foreach (var (cell, at) in cells.Select((cell, at) => (cell, at)).Where(c => TextFold.Squeeze(c.cell.Text).TrimEnd(':') is Word or Word + "(元)"))
        {
            var behind = at == 0 && cells.Count == 2 && cells[1].Text.Any(char.IsAsciiDigit);
            var beside = cells.Count == 2 && at == 1 && r + 1 < rows.Count && hits.Any(h => h.Row == r && h.X1 <= cell.X0 && h.X0 == cells[0].X0) && Snippet.Split(rows[r + 1].Glyphs) is [_, var below] && below.Text.Any(char.IsAsciiDigit);
            if (behind || beside)
                yield return new LabelHit(FieldName.Total, Word, r, Array.IndexOf(rows[r].Glyphs, cell.Glyphs[0]), Array.IndexOf(rows[r].Glyphs, cell.Glyphs[0]) + Word.Length, 0, cell.X0, cell.Glyphs[Word.Length - 1].X1);
        }
    }
}
