using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>
/// Cells over several lines (折行), each line by itself beside the one line of the row's figures: which lines belong to which row is decided for the whole column at once.
/// Every row takes lines that follow one another, so that the middle of them (or the first, where a table sets its cells so) stands where its figures do; of all ways to part the lines the one that leaves them least off is meant.
/// Lines of lists abreast that share no height with their neighbours are told apart by the same.
/// </summary>
static partial class WrappedCells
{
    /// <summary>In hundredths of a line's height, how far lines may stand off the figures of their row; half a line more or less is another row's.</summary>
    private const int MostOff = 42;

    /// <summary>What it costs at most to take the one line that was read in the row of the figures.</summary>
    private const int Alone = 30;

    /// <summary>What it costs to take a line read in the row of another's figures.</summary>
    private const int Others = 20;

    /// <summary>A cell has at most so many lines.</summary>
    private const int MostLines = 7;

    /// <summary>In tenths of a line's height, how far apart two lines of one cell may stand.</summary>
    private const int NextLine = 17;

    /// <summary>In tenths of a line's height: lines closer to both neighbours than this are shadows of them.</summary>
    private const int Shadow = 15;

    /// <summary>A line of a cell.</summary>
    /// <param name="Row">In which row it was read.</param>
    private sealed record Piece(int Row, Snippet Cell, int Y);

    private enum Set
    {
        Middle,
        First,
    }

    /// <summary>The rows with their names whole.</summary>
    public static IReadOnlyList<TableRow> Names(IReadOnlyList<TableRow> rows, Func<Snippet, int> y) => Join(rows, ColumnKind.Name, _ => true, y, WithoutName, int.MaxValue);

    /// <summary>The rows with their codes whole.</summary>
    public static IReadOnlyList<TableRow> Codes(IReadOnlyList<TableRow> rows, Func<Snippet, int> y) => Join(rows, ColumnKind.Code, cell => CodePart().IsMatch(TextFold.Squeeze(cell.Text)), y, WithoutCode, LongestCode);

    /// <summary>The rows, where what stands in lines without figures is put under the columns in which the cells of the items stand: few cells in a line do not tell by their order which they are.</summary>
    public static IReadOnlyList<TableRow> Settled(IReadOnlyList<TableRow> rows)
    {
        var places = rows.Where(IsItem).SelectMany(row => row.Cells).GroupBy(cell => cell.Key).Where(g => g.Count() >= FewestCells)
            .ToDictionary(g => g.Key, g => (X0: g.Select(c => c.Value.X0).Order().ElementAt(g.Count() / 10), X1: g.Select(c => c.Value.X1).Order().ElementAt(g.Count() - 1 - (g.Count() / 10))));
        return places.Count == 0 ? rows : [.. rows.Select(row => row.IsSum || IsItem(row) ? row : Settled(row, places))];
    }

    private static TableRow Settled(TableRow row, Dictionary<ColumnKind, (int X0, int X1)> places)
    {
        var cells = new Dictionary<ColumnKind, Snippet>();
        foreach (var (kind, cell) in row.Cells)
        {
            var nearest = places.MaxBy(place => Within(cell, place.Value));
            var own = nearest.Key is ColumnKind.Name or ColumnKind.Code && !(kind == ColumnKind.Code && IsCode(cell)) && (nearest.Key == ColumnKind.Name || CodePart().IsMatch(TextFold.Squeeze(cell.Text))) && Within(cell, nearest.Value) > 0 && (!places.TryGetValue(kind, out var known) || Within(cell, known) * 2 < Within(cell, nearest.Value)) ? nearest.Key : kind;
            cells[own] = !cells.TryGetValue(own, out var other) ? cell : other.X0 < cell.X0 ? new Snippet([.. other.Glyphs, .. cell.Glyphs]) : new Snippet([.. cell.Glyphs, .. other.Glyphs]);
        }
        return row with { Cells = cells };
    }

    /// <summary>A code is one wherever it stands: 编码 over 项目名称 in one cell.</summary>
    private static bool IsCode(Snippet cell) => cell.Glyphs.Length >= ShortestCode && CodePart().IsMatch(TextFold.Squeeze(cell.Text)) && cell.Text.Count(char.IsAsciiDigit) >= 3;

    private const int ShortestCode = 5;

    /// <summary>How much of a cell stands within a column.</summary>
    private static int Within(Snippet cell, (int X0, int X1) place) => Math.Min(cell.X1, place.X1) - Math.Max(cell.X0, place.X0);

    /// <summary>So many items show where a column stands.</summary>
    private const int FewestCells = 2;

    /// <summary>What it costs to leave a row without a name.</summary>
    private const int WithoutName = 90;

    /// <summary>What it costs to leave a row without a code: not everything has one.</summary>
    private const int WithoutCode = 20;

    /// <summary>No code of any list is longer: 20 figures of a consumable, its hyphen and six more.</summary>
    private const int LongestCode = 28;

    [GeneratedRegex("^[0-9A-Za-z-]+$")]
    private static partial Regex CodePart();

    /// <summary>The rows with the cells of one kind whole, and without the lines that only held a part of one.</summary>
    /// <param name="rows">Of one list, from top to bottom.</param>
    /// <param name="isPart">Whether a cell may be a line of the column.</param>
    /// <param name="y">Where a cell stands.</param>
    /// <param name="empty">What it costs to leave a row without a line of its own.</param>
    /// <param name="most">The longest that a cell can be.</param>
    private static IReadOnlyList<TableRow> Join(IReadOnlyList<TableRow> rows, ColumnKind kind, Func<Snippet, bool> isPart, Func<Snippet, int> y, int empty, int most)
    {
        List<int> heights = [.. rows.Where(IsItem).Select(r => r.Height).Order()];
        if (heights.Count == 0)
            return rows;
        var height = Math.Max(4, heights[heights.Count / 2]);
        List<Piece> pieces = [.. rows.Select((row, at) => !row.IsSum && row.Cells.TryGetValue(kind, out var cell) && isPart(cell) ? new Piece(at, cell, y(cell)) : null).OfType<Piece>().OrderBy(p => p.Y)];
        pieces.RemoveAll(p => Between(pieces, p) is { } gap && gap * 10 < Shadow * height);
        if (!pieces.Exists(p => !IsItem(rows[p.Row])))
            return rows;
        // Boxes may be higher than the lines are apart.
        List<int> apart = [.. pieces.Zip(pieces.Skip(1), (a, b) => b.Y - a.Y).Where(gap => gap * 2 > height).Order()];
        height = apart.Count == 0 ? height : Math.Min(height, Math.Max(4, apart[apart.Count / 10]));
        var off = Offset(rows, pieces, y, height);
        var (whole, lines, cost) = (new Dictionary<int, List<Piece>>(), 0, int.MaxValue);
        foreach (var set in Enum.GetValues<Set>())
        {
            if (Parted(rows, pieces, set, y, (height, off, empty, most)) is var (tried, dear) && dear < cost)
                (whole, lines, cost) = (tried, tried.Values.Count(v => v.Count > 1), dear);
        }
        return lines == 0 ? rows : With(rows, kind, whole, [.. pieces]);
    }

    /// <summary>What stands on the one line of an item, from what tells surely where that is.</summary>
    private static readonly ColumnKind[] OnItsLine = [ColumnKind.Amount, ColumnKind.Price, ColumnKind.Quantity, ColumnKind.Unit, ColumnKind.Serial];

    /// <summary>Whether a row has figures of its own, or had: a name beside a unit or a number is an item whose figures were not read.</summary>
    private static bool IsItem(TableRow row) =>
        !row.IsSum && (row.Cells.ContainsKey(ColumnKind.Amount) || row.Cells.ContainsKey(ColumnKind.Price) || row.Text(ColumnKind.Quantity)?.Any(char.IsAsciiDigit) == true
            || (row.Cells.ContainsKey(ColumnKind.Name) && (row.Cells.ContainsKey(ColumnKind.Unit) || row.Cells.ContainsKey(ColumnKind.Serial))));

    private static int Figures(TableRow row, Func<Snippet, int> y) => y(row.Cells[OnItsLine.First(row.Cells.ContainsKey)]);

    /// <summary>From the line above a piece to the line below it, null at either end.</summary>
    private static int? Between(List<Piece> pieces, Piece piece) =>
        pieces.IndexOf(piece) is > 0 and var at && at + 1 < pieces.Count ? pieces[at + 1].Y - pieces[at - 1].Y : null;

    /// <summary>By how much cells of one line stand lower than the figures of their row, where the page leans a little.</summary>
    private static int Offset(IReadOnlyList<TableRow> rows, List<Piece> pieces, Func<Snippet, int> y, int height)
    {
        List<int> alone = [.. pieces.Where((p, i) => IsItem(rows[p.Row]) && (i == 0 || (p.Y - pieces[i - 1].Y) * 10 > NextLine * height) && (i + 1 == pieces.Count || (pieces[i + 1].Y - p.Y) * 10 > NextLine * height)).Select(p => p.Y - Figures(rows[p.Row], y)).Order()];
        return alone.Count < 3 ? 0 : alone[alone.Count / 2];
    }

    /// <summary>The lines of each row and what it costs, where all cells are set in one way.</summary>
    private static (Dictionary<int, List<Piece>> Whole, int Cost) Parted(IReadOnlyList<TableRow> rows, List<Piece> pieces, Set set, Func<Snippet, int> y, (int Height, int Off, int Empty, int Most) measures)
    {
        var (whole, cost) = (new Dictionary<int, List<Piece>>(), 0);
        // A sum ends the rows above it: no cell reaches over it.
        foreach (var (from, to) in Segments(rows))
        {
            List<int> items = [.. Enumerable.Range(from, to - from).Where(i => IsItem(rows[i]))];
            List<Piece> own = [.. pieces.Where(p => p.Row >= from && p.Row < to)];
            cost += Part(items, [.. items.Select(i => Figures(rows[i], y) + measures.Off)], own, set, measures.Height, measures.Empty, measures.Most, whole);
        }
        return (whole, cost);
    }

    private static IEnumerable<(int From, int To)> Segments(IReadOnlyList<TableRow> rows)
    {
        var from = 0;
        for (var i = 0; i <= rows.Count; i++)
        {
            if (i < rows.Count && !rows[i].IsSum)
                continue;
            if (i > from)
                yield return (from, i);
            from = i + 1;
        }
    }

    private static int Part(List<int> items, List<int> ys, List<Piece> pieces, Set set, int height, int empty, int most, Dictionary<int, List<Piece>> whole)
    {
        // least[i, j]: the first i rows took all they take of the first j lines; from[i, j]: where the last row's lines begin, −1 where the last line is nobody's.
        var (least, from) = (new int[items.Count + 1, pieces.Count + 1], new int[items.Count + 1, pieces.Count + 1]);
        for (var i = 0; i <= items.Count; i++)
        {
            for (var j = 0; j <= pieces.Count; j++)
            {
                (least[i, j], from[i, j]) = i == 0 && j == 0 ? (0, -1) : j > 0 ? (least[i, j - 1] + MostOff, -1) : (int.MaxValue / 2, -1);
                if (i == 0)
                    continue;
                if (least[i - 1, j] + empty < least[i, j])
                    (least[i, j], from[i, j]) = (least[i - 1, j] + empty, j);
                for (var first = j - 1; first >= Math.Max(0, j - MostLines) && (first + 1 == j || Follows(pieces[first], pieces[first + 1], set, height)); first--)
                {
                    var stands = set == Set.Middle ? (pieces[first].Y + pieces[j - 1].Y) / 2 : pieces[first].Y;
                    // One line read in the row of its figures may always be theirs; one read in another row is rather that one's.
                    var off = Math.Abs(stands - ys[i - 1]) * 100 / height;
                    var far = first + 1 == j && pieces[first].Row == items[i - 1] ? Math.Min(off, Alone) : off + (pieces[first..j].Count(p => p.Row != items[i - 1] && items.Contains(p.Row)) * Others);
                    if (far <= MostOff && (first + 1 == j || !WrappedNames.IsEnd(pieces[first].Cell.Text)) && least[i - 1, first] + far < least[i, j] && (first + 1 == j || (AreFull(pieces[first..(j - 1)], pieces[first..j]) && Enumerable.Range(first, j - first).Sum(p => pieces[p].Cell.Glyphs.Length) <= most)))
                        (least[i, j], from[i, j]) = (least[i - 1, first] + far, first);
                }
            }
        }
        for (var (i, j) = (items.Count, pieces.Count); i > 0 || j > 0;)
        {
            if (from[i, j] is >= 0 and var first)
            {
                if (first < j)
                    whole[items[i - 1]] = pieces[first..j];
                (i, j) = (i - 1, first);
            }
            else
            {
                j--;
            }
        }
        return least[items.Count, pieces.Count];
    }

    /// <summary>Whether the second is the next line of the first's cell. Where each line may be a row's first, a heading of the rows below is told by where it begins and what it says.</summary>
    private static bool Follows(Piece above, Piece below, Set set, int height) =>
        (below.Y - above.Y) * 10 <= NextLine * height && (set == Set.Middle || (Math.Abs(below.Cell.X0 - above.Cell.X0) <= height && !FeeRows.IsCategory(below.Cell.Text)));

    /// <summary>Whether a cell goes on because its lines are full: a single character above a line of many is a speck.</summary>
    private static bool AreFull(List<Piece> above, List<Piece> whole) =>
        whole.Max(p => p.Cell.X1 - p.Cell.X0) is var width && above.TrueForAll(p => p.Cell.Glyphs.Length > 1 && (p.Cell.X1 - p.Cell.X0) * Full >= width);

    /// <summary>A full line is not shorter than this part of the longest.</summary>
    private const int Full = 6;

    private static List<TableRow> With(IReadOnlyList<TableRow> rows, ColumnKind kind, Dictionary<int, List<Piece>> whole, List<Piece> pieces)
    {
        var taken = whole.Values.SelectMany(v => v).Select(p => p.Row).ToHashSet();
        // A shadow between two lines of a row's cell says nothing by itself.
        var joined = new List<TableRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (whole.TryGetValue(i, out var lines))
            {
                joined.Add(row with { Cells = new Dictionary<ColumnKind, Snippet>(row.Cells) { [kind] = new Snippet([.. lines.SelectMany(p => p.Cell.Glyphs)]) } });
                continue;
            }
            if (!taken.Contains(i) || !pieces.Exists(p => p.Row == i))
            {
                joined.Add(row);
                continue;
            }
            var rest = new Dictionary<ColumnKind, Snippet>(row.Cells);
            rest.Remove(kind);
            if (rest.Count > 0)
                joined.Add(row with { Cells = rest });
        }
        return joined;
    }
}
