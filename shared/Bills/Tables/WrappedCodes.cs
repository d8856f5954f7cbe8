using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Codes that a narrow cell breaks over two lines (折行编码): XR03ACT067L024 / 015017789. A line above or below an item that holds the rest of its code belongs to it.</summary>
static partial class WrappedCodes
{
    /// <summary>No code of any list is longer: 20 figures of a consumable, its hyphen and six more.</summary>
    private const int Longest = 28;

    /// <summary>Shorter than this a code fits in its cell.</summary>
    private const int Shortest = 12;

    /// <summary>So many codes below their items show how the list is printed.</summary>
    private const int FewestBelow = 3;

    /// <summary>Lines closer than this part of their height, in tenths, stand in one row of the table.</summary>
    private const int SameRow = 14;

    /// <summary>Lines farther apart than this part of their height, in tenths, do not overlap.</summary>
    private const int WholeLine = 8;

    [GeneratedRegex("^[0-9A-Z-]{2,}$")]
    private static partial Regex Part();

    public static IReadOnlyList<TableRow> Join(IReadOnlyList<TableRow> rows)
    {
        List<TableRow> joined = [.. rows];
        var allBelow = AreBelow(joined);
        for (var i = 0; i < joined.Count; i++)
        {
            if (!IsItem(joined[i]))
                continue;
            var above = Beside(joined, i, -1);
            var below = Beside(joined, i, 1) ?? End(joined, i, above);
            List<Snippet> parts = [.. ((int?[])[above, i, below]).OfType<int>().Select(at => joined[at].Cells.TryGetValue(ColumnKind.Code, out var own) ? own : at == below ? joined[at].Cells.Values.First() : default).Where(c => c.Glyphs is not null)];
            // Between two lines of a code that stand close only a shadow of both can have been read; a box over both shows one of them again.
            if (parts.Count == 3 && !IsLineBetween(joined[above!.Value], joined[i], joined[below!.Value]))
                parts.RemoveAt(1);
            parts = [.. parts.Where((part, at) => at == 0 || Text(part) != Text(parts[at - 1]))];
            if (!joined[i].Cells.ContainsKey(ColumnKind.Code) && (allBelow ? below is { } only && IsWhole(joined[only]) ? only : null : Whole(joined, i, above, below)) is { } alone)
            {
                joined[i] = With(joined[i], joined[alone].Cells[ColumnKind.Code]);
                joined[alone] = With(joined[alone], null);
                continue;
            }
            if (parts.Count < 2 || string.Concat(parts.Select(Text)) is not { Length: >= Shortest and <= Longest } whole || !whole.Any(char.IsAsciiDigit))
                continue;
            joined[i] = With(joined[i], new Snippet([.. parts.SelectMany(p => p.Glyphs)]));
            foreach (var at in ((int?[])[above, below]).OfType<int>())
                joined[at] = joined[at].Cells.ContainsKey(ColumnKind.Code) ? With(joined[at], null) : joined[at] with { Cells = new Dictionary<ColumnKind, Snippet>() };
        }
        return [.. joined.Where(r => r.Cells.Count > 0)];
    }

    /// <summary>Whether the middle one of three lines stands a whole line below the first and above the last.</summary>
    private static bool IsLineBetween(TableRow above, TableRow item, TableRow below) =>
        Math.Min(item.Y - above.Y, below.Y - item.Y) * 10 >= item.Height * WholeLine;

    /// <summary>The line of a code printed whole above or below the figures and the name of its item, in one cell with them: nearer to them than to what stands on its other side.</summary>
    private static int? Whole(List<TableRow> rows, int item, int? above, int? below)
    {
        List<int> whole = [.. ((int?[])[above, below]).OfType<int>().Where(at => IsWhole(rows[at]))];
        // Two lines beside one item are the halves of its code, unless each is long enough for one.
        return above is not null && below is not null && !(whole.Count == 2 && whole.TrueForAll(at => Text(rows[at].Cells[ColumnKind.Code]).Length >= Shortest)) ? null
            : whole.Where(at => Math.Abs(rows[at].Y - rows[item].Y) is var own && (at + Math.Sign(at - item) is var other && (other < 0 || other >= rows.Count || own < Math.Abs(rows[other].Y - rows[at].Y)))).Cast<int?>().MinBy(at => Math.Abs(rows[at!.Value].Y - rows[item].Y));
    }

    private static bool IsWhole(TableRow row) => row.Text(ColumnKind.Code) is { } code && TextFold.Squeeze(code) is { Length: >= 5 } text && text.Any(char.IsAsciiDigit);

    /// <summary>Lines of long codes by turns with items, from the first item to the last code: each is the code of the item above it, wherever it stands between its neighbours.</summary>
    private static bool AreBelow(List<TableRow> rows)
    {
        var (items, codes, last) = (0, 0, true);
        foreach (var row in rows.Where(r => !r.IsSum))
        {
            var code = !row.Cells.ContainsKey(ColumnKind.Amount) && IsWhole(row) && Text(row.Cells[ColumnKind.Code]).Length >= Shortest;
            if (!code && !(IsItem(row) && row.Cells.ContainsKey(ColumnKind.Name) && !row.Cells.ContainsKey(ColumnKind.Code)))
                continue;
            // Two lines of code between two items are above the one or halves.
            if (code && last)
                return false;
            (items, codes, last) = (items + (code ? 0 : 1), codes + (code ? 1 : 0), code);
        }
        return last && codes >= FewestBelow && codes * 10 >= items * 8;
    }

    private static bool IsItem(TableRow row) => !row.IsSum && row.Cells.ContainsKey(ColumnKind.Amount) && (row.Text(ColumnKind.Code) is not { } own || Part().IsMatch(TextFold.Squeeze(own)));

    /// <summary>The line right above or below an item that holds a part of a code and no figures of its own.</summary>
    private static int? Beside(List<TableRow> rows, int item, int step)
    {
        var at = item + step;
        return at >= 0 && at < rows.Count && rows[at] is var row && !row.IsSum && Math.Abs(row.Y - rows[item].Y) * 10 <= Math.Max(row.Height, rows[item].Height) * SameRow
            && !row.Cells.ContainsKey(ColumnKind.Amount) && !row.Cells.ContainsKey(ColumnKind.Price) && row.Cells.TryGetValue(ColumnKind.Code, out var code) && Part().IsMatch(Text(code)) ? at : null;
    }

    /// <summary>The last figures of a code, too few to tell by their shape which column is theirs: they begin where its first line does.</summary>
    private static int? End(List<TableRow> rows, int item, int? above)
    {
        var (at, height) = (item + 1, rows[item].Height);
        return (above ?? (rows[item].Cells.ContainsKey(ColumnKind.Code) ? item : null)) is { } first && at < rows.Count && rows[at] is { IsSum: false, Cells.Count: 1 } row && (row.Y - rows[item].Y) * 10 <= height * SameRow
            && row.Cells.Values.First() is var end && Part().IsMatch(Text(end)) && Math.Abs(end.X0 - rows[first].Cells[ColumnKind.Code].X0) <= height ? at : null;
    }

    private static TableRow With(TableRow row, Snippet? code)
    {
        var cells = new Dictionary<ColumnKind, Snippet>(row.Cells);
        if (code is { } whole)
            cells[ColumnKind.Code] = whole;
        else
            cells.Remove(ColumnKind.Code);
        return row with { Cells = cells };
    }

    private static string Text(Snippet cell) => TextFold.Squeeze(cell.Text);
}
