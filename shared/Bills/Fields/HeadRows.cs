using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Rows that hold nothing but words over their values (表头行), also where one of the words is not known: it is no value of its neighbour.</summary>
sealed class HeadRows
{
    private const int Fewest = 3;

    private readonly IReadOnlyList<TextRow> _rows;
    private readonly ILookup<int, LabelHit> _byRow;
    private readonly SealPieces _seals;
    private readonly HashSet<int> _heads;

    public HeadRows(IReadOnlyList<TextRow> rows, ILookup<int, LabelHit> byRow, SealPieces seals)
    {
        (_rows, _byRow, _seals) = (rows, byRow, seals);
        _heads = [.. byRow.Where(row => IsHeads(row.Key)).Select(row => row.Key)];
    }

    public bool Has(int row) => _heads.Contains(row);

    /// <summary>The row of the values below a row: a word of its own left of all labels, which names the lines of the table, or a stamp's words stand between.</summary>
    public int Values(int row)
    {
        if (row + 2 >= _rows.Count || _byRow[row + 1].Any())
            return row + 1;
        var first = _byRow[row].First().X0;
        var between = Snippet.Split(_rows[row + 1].Glyphs);
        var names = between is [var only] && only.X1 <= first && only.Glyphs.All(g => g.IsBlank || TextFold.IsHan(g.Char));
        return names || between.All(s => _seals.Has(s.Text)) ? row + 2 : row + 1;
    }

    /// <summary>What stands between the head before and the head behind, down to the next row of labels.</summary>
    public IReadOnlyList<Snippet> Below(LabelHit hit)
    {
        var heads = Snippet.Split(_rows[hit.Row].Glyphs);
        // Left of the first head only what reaches under it: the lines of the table may have names there.
        var (left, right) = UnderHeads.Column(heads, hit.X0, hit.X1);
        var found = new List<Snippet>();
        for (var r = hit.Row + 1; r < _rows.Count && !_byRow[r].Any() && _rows[r].Y - _rows[r - 1].Y <= _rows[hit.Row].Height * 3; r++)
            found.AddRange(Snippet.Split(_rows[r].Glyphs).Where(s => s.X0 >= left - _rows[r].Height && s.Middle > left && s.X1 > hit.X0 && s.Middle < right));
        return found;
    }

    /// <summary>Four of five words are labels, none has a figure or a colon, and no row of labels stands right below.</summary>
    private bool IsHeads(int row)
    {
        var words = Snippet.Split(_rows[row].Glyphs);
        var known = words.Count(w => _byRow[row].Any(l => l.X0 < w.X1 && l.X1 > w.X0 && l.End - l.Start >= w.Glyphs.Count(g => !g.IsBlank)));
        if (words.Count < Fewest || known < Fewest || known * 5 < words.Count * 4 || words.Any(w => ValueFinder.HeadOf(w).Any(c => char.IsAsciiDigit(c) || c is ':')))
            return false;
        var values = Values(row);
        return values < _rows.Count && !_byRow[values].Any() && _rows[values].Y - _rows[row].Y <= _rows[row].Height * 4 && Snippet.Split(_rows[values].Glyphs).Count * 2 >= words.Count;
    }
}
