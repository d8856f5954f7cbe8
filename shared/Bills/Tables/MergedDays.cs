using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Days in cells that span several rows (合并的日期格): each stands at the middle of its rows, or in the first of them.</summary>
sealed partial class MergedDays
{
    /// <summary>In hundredths of the rows' distance, how far a day may stand off the middle of its rows.</summary>
    private const int MostOff = 45;

    /// <summary>How far all of them together may stand off on average.</summary>
    private const int MostOffOnAverage = 20;

    /// <summary>What it costs to take a day for one read twice.</summary>
    private const int PassedOver = 60;

    /// <summary>How much farther off on average the days must stand in one way for the other to be meant.</summary>
    private const int MuchOff = 10;

    /// <summary>By how much the column of days may lie higher or lower than the rows.</summary>
    private const int MostLeaning = 35;

    /// <param name="Y">Middle of its cell.</param>
    /// <param name="Alone">In a row that says nothing else.</param>
    private sealed record Day(int Y, DateOnly On, Snippet Cell, bool Alone);

    /// <summary>A year with all days.</summary>
    private const int AnyYear = 2000;

    [GeneratedRegex(@"^(?<month>0?[1-9]|1[0-2])[-/.月](?<day>0?[1-9]|[12]\d|3[01])日?$")]
    private static partial Regex MonthAndDay();

    private readonly List<Day> _days = [];

    /// <summary>A row that says a day and nothing else: between two rows of its cell, where the table has a column of days there.</summary>
    public void Alone(TextRow row, Snippet day, IReadOnlyList<Column> columns)
    {
        if (columns.FirstOrDefault(c => c.Kind == ColumnKind.Date) is { } column && day.X0 < column.X1 + row.Height && day.X1 > column.X0 - row.Height)
            Note(row, day, alone: true);
    }

    /// <summary>The day of a row of items.</summary>
    public void Within(TextRow row, IReadOnlyList<TableRow> read)
    {
        if (read is [var item, ..] && !item.IsSum && item.Cells.TryGetValue(ColumnKind.Date, out var day))
            Note(row, day, alone: false);
    }

    private void Note(TextRow row, Snippet cell, bool alone)
    {
        if ((DateText.All(cell.Text) is [var date] ? date.Date : WithoutYear(cell.Text)) is not { } on)
            return;
        var own = row.Runs.FirstOrDefault(run => run.Glyphs.Any(g => g == cell.Glyphs[0]));
        _days.Add(new Day(own?.Y ?? row.Y, on, cell, alone));
    }

    /// <summary>03-02, 03/02, 03月02日: the year is the stay's, and none matters here but that the new one follows the old.</summary>
    private DateOnly? WithoutYear(string text)
    {
        if (MonthAndDay().Match(text) is not { Success: true, Groups: var groups } || int.Parse(groups["month"].ValueSpan) is var month && int.Parse(groups["day"].ValueSpan) > DateTime.DaysInMonth(AnyYear, month))
            return null;
        var year = _days.Exists(d => d.On.Month > month + 6) ? AnyYear + 1 : AnyYear;
        return int.Parse(groups["day"].ValueSpan) <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, int.Parse(groups["day"].ValueSpan)) : null;
    }

    /// <summary>The rows with their days, the same rows where every row has its own or the days do not say whose they are.</summary>
    public IReadOnlyList<TableRow> Fill(IReadOnlyList<TableRow> rows)
    {
        List<int> items = [.. Enumerable.Range(0, rows.Count).Where(i => !rows[i].IsSum && rows[i].Cells.ContainsKey(ColumnKind.Amount))];
        List<int> heights = [.. items.Zip(items.Skip(1), (a, b) => rows[b].Y - rows[a].Y).Order()];
        var days = InOrder();
        if (days.Count == 0 || days.Count * 10 < _days.Count * 8 || items.Count <= _days.Count(d => !d.Alone) || heights.Count == 0 || heights[heights.Count / 2] is not (> 0 and var pitch))
            return rows;
        List<int> ys = [.. items.Select(i => rows[i].Y)];
        if (Whose(Levelled(days, ys, pitch), ys, pitch) is not { } whose)
            return rows;
        List<Day?> own = [.. items.Select(i => rows[i].Cells.TryGetValue(ColumnKind.Date, out var cell) ? days.Find(d => !d.Alone && d.Cell.Glyphs[0] == cell.Glyphs[0]) : null)];
        // Where a day is printed again in the row below, each row has its own: one without has lost it, and only equal neighbours tell which it was.
        var each = own.Zip(own.Skip(1)).Any(pair => pair is ({ } above, { } below) && above.On == below.On) && !days.Exists(d => d.Alone);
        var filled = rows.ToList();
        for (var n = 0; n < items.Count; n++)
        {
            var day = own[n] ?? (!each ? whose[n] < 0 ? null : days[whose[n]] : own[..n].FindLast(d => d is not null) is { } above && own[n..].Find(d => d is not null) is { } below && above.On == below.On ? above : null);
            if (day is not null)
                filled[items[n]] = rows[items[n]] with { Cells = new Dictionary<ColumnKind, Snippet>(rows[items[n]].Cells) { [ColumnKind.Date] = day.Cell } };
        }
        return filled;
    }

    /// <summary>The day of each row, -1 where the days may stand at the middle of their rows as well as in the first and that makes a difference.</summary>
    private static int[]? Whose(List<Day> days, List<int> ys, int pitch)
    {
        var (centred, first) = (Centred(days, ys, pitch), FromFirst(days, ys, pitch));
        if (centred is not var (middle, off, over) || first is not { } begun)
            return centred?.Whose ?? first;
        var offFirst = days.Sum(d => ys.Min(y => Math.Abs(y - d.Y))) * 100 / pitch;
        return over > 0 || off > offFirst + (MuchOff * days.Count) ? begun : offFirst > off + (MuchOff * days.Count) ? middle : [.. middle.Zip(begun, (a, b) => a == b ? a : -1)];
    }

    /// <summary>The days as they would stand where the page did not lean: those that stand near a row tell by how much.</summary>
    private static List<Day> Levelled(List<Day> days, List<int> ys, int pitch)
    {
        List<int> off = [.. days.Select(d => d.Y - ys.MinBy(y => Math.Abs(y - d.Y))).Where(o => Math.Abs(o) * 100 <= MostLeaning * pitch).Order()];
        return off.Count * 2 < days.Count ? days : [.. days.Select(d => d with { Y = d.Y - off[off.Count / 2] })];
    }

    /// <summary>The longest run of days that go on from top to bottom: one that does not was misread, or read twice.</summary>
    private List<Day> InOrder()
    {
        List<Day> sorted = [.. _days.OrderBy(d => d.Y)];
        var (longest, before) = (new int[sorted.Count], new int[sorted.Count]);
        for (var i = 0; i < sorted.Count; i++)
        {
            (longest[i], before[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (sorted[j].On <= sorted[i].On && longest[j] + 1 > longest[i])
                    (longest[i], before[i]) = (longest[j] + 1, j);
            }
        }
        var days = new List<Day>();
        for (var i = sorted.Count == 0 ? -1 : Array.IndexOf(longest, longest.Max()); i >= 0; i = before[i])
            days.Insert(0, sorted[i]);
        return days;
    }

    /// <summary>The day of each row, where all days stand at the middle of consecutive rows: the way to part the rows that leaves them least off. A day read twice is passed over.</summary>
    private static (int[] Whose, int Off, int Over)? Centred(List<Day> days, List<int> ys, int pitch)
    {
        var (n, k) = (ys.Count, days.Count);
        const int never = int.MaxValue / 2;
        // least[j, i]: the first i rows under some of the first j days.
        var (least, from) = (new int[k + 1, n + 1], new int[k + 1, n + 1]);
        for (var j = 0; j <= k; j++)
        {
            for (var i = 0; i <= n; i++)
            {
                (least[j, i], from[j, i]) = j > 0 ? (least[j - 1, i] + PassedOver, -1) : (i == 0 ? 0 : never, -1);
                for (var m = 0; j > 0 && m < i; m++)
                {
                    var off = Math.Abs(((ys[m] + ys[i - 1]) / 2) - days[j - 1].Y) * 100 / pitch;
                    if (off <= MostOff && least[j - 1, m] + off < least[j, i])
                        (least[j, i], from[j, i]) = (least[j - 1, m] + off, m);
                }
            }
        }
        if (least[k, n] > MostOffOnAverage * k)
            return null;
        var (whose, over) = (new int[n], 0);
        for (var (j, i) = (k, n); j > 0; j--)
        {
            if (from[j, i] < 0)
            {
                over++;
                continue;
            }
            Array.Fill(whose, j - 1, from[j, i], i - from[j, i]);
            i = from[j, i];
        }
        return (whose, least[k, n], over);
    }

    /// <summary>The day of each row, where every day stands in the first of its rows and so in the very first.</summary>
    private static int[]? FromFirst(List<Day> days, List<int> ys, int pitch)
    {
        if (days.Exists(d => d.Alone) || Math.Abs(ys[0] - days[0].Y) * 100 > MostOff * pitch)
            return null;
        return [.. ys.Select(y => days.FindLastIndex(d => (d.Y - y) * 100 <= MostOff * pitch)).Select(at => Math.Max(0, at))];
    }
}
