using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Finds what stands behind a label: in the same row up to the next label, or below it where labels form a header.</summary>
sealed class ValueFinder
{
    private readonly IReadOnlyList<TextRow> _rows;
    private readonly ILookup<int, LabelHit> _byRow;
    private readonly Dictionary<LabelHit, Snippet> _underHeader = [];

    public ValueFinder(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        _rows = rows;
        _byRow = hits.ToLookup(h => h.Row);
        foreach (var row in _byRow)
            ReadHeader([.. row]);
    }

    /// <summary>Snippets that may be the label's value, nearest first.</summary>
    public IEnumerable<Snippet> After(LabelHit hit)
    {
        var inline = Inline(hit);
        if (inline.Count > 0)
            return inline;
        return _underHeader.TryGetValue(hit, out var value) ? [value] : Below(hit);
    }

    /// <summary>The row from the label's end to the next label, cut where runs lie apart.</summary>
    public IReadOnlyList<Snippet> Inline(LabelHit hit)
    {
        var row = _rows[hit.Row];
        var next = _byRow[hit.Row].FirstOrDefault(h => h.Start >= hit.End);
        var (from, to) = (hit.End, next?.Start ?? row.Glyphs.Length);
        while (from < to && (row.Glyphs[from].IsBlank || row.Glyphs[from].Char is ':' or ';' or ')' or ']' or '*' or '_' or '、' or ',' or '.'))
            from++;
        // A unit or a remark in brackets belongs to the label: (元), (章).
        if (from < to && row.Glyphs[from].Char == '(')
        {
            var close = Array.FindIndex(row.Glyphs, from, to - from, g => g.Char == ')');
            if (close > 0 && close - from <= 4)
                from = close + 1;
        }
        while (from < to && (row.Glyphs[from].IsBlank || row.Glyphs[from].Char is ':' or ';'))
            from++;
        return Snippet.Split(row.Glyphs.AsSpan(from, to - from));
    }

    private IEnumerable<Snippet> Below(LabelHit hit)
    {
        var row = _rows[hit.Row];
        for (var r = hit.Row + 1; r < _rows.Count && _rows[r].Y - row.Y < row.Height * 32 / 10; r++)
        {
            foreach (var snippet in Snippet.Split(_rows[r].Glyphs))
            {
                if (Math.Min(snippet.X1, hit.X1) - Math.Max(snippet.X0, hit.X0) > 0)
                    return _byRow[r].Any(h => h.X0 < snippet.X1 && h.X1 > snippet.X0) ? [] : [snippet];
            }
        }
        return [];
    }

    /// <summary>A row of labels only, three or more, is the header of the row below it.</summary>
    private void ReadHeader(IReadOnlyList<LabelHit> labels)
    {
        if (labels.Count < 3 || labels.Any(l => Inline(l).Count > 0) || labels[0].Row + 1 >= _rows.Count)
            return;
        var row = _rows[labels[0].Row];
        var values = _rows[labels[0].Row + 1];
        if (values.Y - row.Y > row.Height * 4 || _byRow[labels[0].Row + 1].Any())
            return;
        var cells = Snippet.Split(values.Glyphs);
        if (cells.Count > labels.Count || cells.Count == 0)
            return;
        var under = Aligner.Align(cells.Count, labels.Count, (i, j) => Math.Abs(cells[i].Middle - ((labels[j].X0 + labels[j].X1) / 2)), _ => 100_000, _ => 1);
        for (var i = 0; i < cells.Count; i++)
            _underHeader[labels[under[i]]] = cells[i];
    }
}
