using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>
/// Where the cells of each column stand (按单元格定列). A head lies within its column, at its left, in its middle or at its right, and so do the cells, not always alike:
/// a figure at the right of its column may lie nearer to the next head than to its own, and touch what begins there. So the borders are sought between each two heads,
/// all of them together: where the words of all rows suit their columns best.
/// </summary>
static partial class CellPlaces
{
    /// <summary>So many rows have to show where the cells stand.</summary>
    private const int Fewest = 2;

    /// <summary>So many rows below the heads are looked at.</summary>
    private const int Looked = 40;

    /// <summary>So many of them that show items.</summary>
    private const int MostItems = 16;

    /// <summary>So many places between two heads are tried, those first where most words begin or end.</summary>
    private const int Tried = 10;

    /// <summary>What it costs to cut a word.</summary>
    private const int Cut = 40;

    /// <summary>What a cell is worth that suits its column.</summary>
    private const int Suits = 10;

    /// <summary>What a row is worth that price times quantity proves.</summary>
    private const int Proof = 30;

    /// <summary>What it costs to part words that touch.</summary>
    private const int Touching = 3;

    /// <summary>What it costs where a number begins with a nought that is another's.</summary>
    private const int Nought = 30;

    /// <summary>What it costs where a cell holds several words apart.</summary>
    private const int Apart = 25;

    /// <summary>What it costs to leave a cell empty that every item has; a name may stand in lines of its own.</summary>
    private const int Empty = 30;

    /// <summary>The borders between columns, none where the heads alone say where these are.</summary>
    private static ((int X0, int X1)[] Edges, int[] Borders) Of(IReadOnlyList<Column> columns, IReadOnlyList<TextRow> below, int height)
    {
        List<TextRow> looked = [.. below.Take(Looked).Where(row => !IsLabelled(row))];
        var heads = HeadSides.Edges(columns, [.. below], height);
        List<TextRow> items = [.. looked.Where(IsItem).Take(MostItems)];
        if (items.Count < Fewest || columns.Count < 3 || Enumerable.Range(1, columns.Count - 1).Any(j => columns[j].X0 + height < columns[j - 1].X1) || Borders(columns, items, [.. looked.Where(row => !TableReader.IsSum(row.Squeezed)).Select(Words)], height) is not { } borders)
            return (heads, []);
        var edges = Edges(columns, items, borders, heads);
        return Fit(columns, edges, [.. looked.Select(row => TouchingCells.PartedAt(row, borders))]) >= Fit(columns, heads, looked) ? (edges, borders) : (heads, []);
    }

    /// <summary>The rows with neighbouring cells parted where they were read as one, and where each column's cells begin and end.</summary>
    /// <param name="below">The rows under the heads, up to the next.</param>
    public static ((int X0, int X1)[] Edges, List<TextRow> Rows) Part(IReadOnlyList<Column> columns, List<TextRow> below, int height)
    {
        var (edges, borders) = Of(columns, below, height);
        return (edges, borders.Length == 0 ? below : [.. below.Select(row => IsLabelled(row) || TableReader.IsSum(row.Squeezed) ? row : TouchingCells.PartedAt(row, borders))]);
    }

    /// <summary>统筹支付：103.34, 诊察费：: a word before a colon is no item's.</summary>
    private static bool IsLabelled(TextRow row) => Enumerable.Range(1, Math.Max(0, row.Squeezed.Length - 1)).Any(i => row.Squeezed[i] == ':' && TextFold.IsHan(row.Squeezed[i - 1]));

    /// <summary>A row that shows an item: several words, figures among them.</summary>
    private static bool IsItem(TextRow row) => !TableReader.IsSum(row.Squeezed) && Words(row).Count >= 3 && Words(row).Exists(w => w.Glyphs.Any(g => char.IsAsciiDigit(g.Char)));

    /// <summary>Figures with the unit behind them (1项, 24.50元/日), or words.</summary>
    [GeneratedRegex(@"[A-Za-z0-9.,%¥-]+(?:元?/?(?:" + CellCuts.Units + @")|元)?|[^A-Za-z0-9.,%¥-]+")]
    private static partial Regex Word();

    /// <summary>What stands together and is of one sort.</summary>
    private static List<Snippet> Words(TextRow row)
    {
        var words = new List<Snippet>();
        for (var from = 0; from < row.Glyphs.Length;)
        {
            var to = from;
            while (to < row.Glyphs.Length && !row.Glyphs[to].IsBlank)
                to++;
            foreach (var match in Word().EnumerateMatches(row.Text.AsSpan(from, to - from)))
            {
                var at = from + match.Index;
                for (var i = at + 1; i < from + match.Index + match.Length; i++)
                {
                    if (TouchingCells.BeginsNumber(row.Glyphs, i))
                        (words, at) = ([.. words, new Snippet(row.Glyphs[at..i])], i);
                }
                words.Add(new Snippet(row.Glyphs[at..(from + match.Index + match.Length)]));
            }
            from = to + 1;
        }
        return words;
    }

    /// <summary>The borders that cost least; null where none can be.</summary>
    /// <param name="words">Of all rows, also of those that hold the second line of a cell.</param>
    private static int[]? Borders(IReadOnlyList<Column> columns, List<TextRow> items, List<List<Snippet>> words, int height)
    {
        List<int>[] places = [.. Enumerable.Range(1, columns.Count - 1).Select(j => Places(columns[j - 1].X1 - (height / 2), (AreGlued(columns[j - 1], columns[j]) ? columns[j].X1 : columns[j].X0) + (height / 2), columns[j - 1].X1, columns[j].X0, words, height))];
        // best[j][k]: the columns up to j, the border behind it at its k-th place.
        var best = new List<(int Cost, int From)[]>();
        for (var j = 0; j < columns.Count; j++)
        {
            List<int> left = j == 0 ? [int.MinValue / 2] : places[j - 1];
            List<int> right = j == places.Length ? [int.MaxValue / 2] : places[j];
            best.Add([.. right.Select(x1 => left.Select((x0, k) => (Cost: (j == 0 ? 0 : best[j - 1][k].Cost) + (x1 <= x0 ? 1_000_000 : items.Sum(row => CellCost(row, x0, x1, columns[j])) + (j == places.Length ? 0 : words.Sum(row => CutCost(row, x1, height)))), From: k)).MinBy(c => c.Cost))]);
        }
        var borders = new int[places.Length];
        for (var (j, k) = (columns.Count - 1, best[^1][0].From); j > 0; (j, k) = (j - 1, best[j - 1][k].From))
            borders[j - 1] = places[j - 1][k];
        return best[^1][0].Cost < 1_000_000 ? borders : null;
    }

    /// <summary>Heads of one word stand where its characters were reckoned to, and what seems a second one may be the first one's end.</summary>
    private static bool AreGlued(Column left, Column right) => right.X0 - left.X1 <= 2;

    /// <summary>Where a border may be: where words of several rows begin or end, and at the heads themselves.</summary>
    private static List<int> Places(int from, int to, int before, int after, List<List<Snippet>> words, int height)
    {
        if (from > to)
            return [(before + after) / 2];
        // A word that touches the next may go on there; what ends at a blank counts twice.
        List<int> ends = [.. words.SelectMany(row => row.SelectMany((w, i) => Enumerable.Repeat(w.X0 - 1, i > 0 && Touch(row[i - 1], w) ? 1 : 2).Concat(Enumerable.Repeat(w.X1 + 1, i + 1 < row.Count && Touch(w, row[i + 1]) ? 1 : 2)))).Where(x => x >= from && x <= to)];
        var near = Math.Max(2, height / 4);
        List<int> found = [before, after];
        foreach (var x in ends.Distinct().OrderByDescending(x => ends.Count(e => Math.Abs(e - x) <= near)).ThenBy(x => x))
        {
            if (found.Count >= Tried)
                break;
            if (found.TrueForAll(f => Math.Abs(f - x) > near))
                found.Add(x);
        }
        return [.. found.Order()];
    }

    private static int CellCost(TextRow row, int x0, int x1, Column column)
    {
        Glyph[] own = [.. row.Glyphs.Where(g => (g.X0 + g.X1) / 2 >= x0 && (g.X0 + g.X1) / 2 < x1)];
        var text = Glyph.Text(own).Trim();
        if (text.Length == 0)
            return column.Kind is ColumnKind.Price or ColumnKind.Quantity or ColumnKind.Amount ? Empty : 1;
        var apart = own.SkipWhile(g => g.IsBlank).Reverse().SkipWhile(g => g.IsBlank).Count(g => g.Char == Glyph.Gap);
        return TableReader.Misfit(text, column) + (text.Length == 1 && column.Kind == ColumnKind.Name ? Apart : 0) + (text is ['0', >= '0' and <= '9', ..] && column.Kind is ColumnKind.Price or ColumnKind.Quantity or ColumnKind.Amount or ColumnKind.Name ? Nought : 0) + (column.Kind is ColumnKind.Name or ColumnKind.Spec ? apart : apart * Apart);
    }

    private static int CutCost(List<Snippet> row, int x, int height)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].X0 + (height / 5) < x && row[i].X1 - (height / 5) > x)
                return Cut;
            if (i + 1 < row.Count && Math.Abs(row[i].X1 - x) * 3 <= height && Touch(row[i], row[i + 1]))
                return Touching;
        }
        return 0;
    }

    private static bool Touch(Snippet word, Snippet next) => next.X0 - word.X1 <= 2;

    /// <summary>Where the cells between the borders stand.</summary>
    private static (int X0, int X1)[] Edges(IReadOnlyList<Column> columns, List<TextRow> items, int[] borders, (int X0, int X1)[] heads)
    {
        var edges = new (int X0, int X1)[columns.Count];
        for (var j = 0; j < columns.Count; j++)
        {
            var (x0, x1) = (j == 0 ? int.MinValue / 2 : borders[j - 1], j == borders.Length ? int.MaxValue / 2 : borders[j]);
            List<List<Glyph>> cells = [.. items.Select(row => row.Glyphs.Where(g => !g.IsBlank && (g.X0 + g.X1) / 2 >= x0 && (g.X0 + g.X1) / 2 < x1).ToList()).Where(c => c.Count > 0)];
            edges[j] = cells.Count == 0 ? heads[j] : (Column.Median(cells.Select(c => c[0].X0)), Column.Median(cells.Select(c => c[^1].X1)));
        }
        return edges;
    }

    /// <summary>How well rows suit the columns: their cells, and what price times quantity proves.</summary>
    private static int Fit(IReadOnlyList<Column> columns, (int X0, int X1)[] edges, List<TextRow> rows)
    {
        var own = edges.ToArray();
        var fit = 0;
        foreach (var row in rows.Where(r => !TableReader.IsSum(r.Squeezed)).SelectMany(r => TableReader.ReadRow(r, columns, own, sum: false)))
        {
            if (!row.Cells.ContainsKey(ColumnKind.Amount) || row.Cells.Count < 3)
                continue;
            fit += row.Cells.Sum(cell => Suits - Math.Min(2 * Suits, TableReader.Misfit(cell.Value.Text, columns.First(c => c.Kind == cell.Key)))) + (TableReader.IsProved(row) ? Proof : 0);
        }
        return fit;
    }
}
