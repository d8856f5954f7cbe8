using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Days in cells that span several rows (合并的日期格): each stands at the middle of its rows, or in the first of them.</summary>
sealed class MergedDays
{
    /// <summary>In hundredths of the rows' distance, how far a day may stand off the middle of its rows.</summary>
    private const int MostOff = 45;

    /// <summary>How far all of them together may stand off on average.</summary>
    private const int MostOffOnAverage = 20;

    private readonly List<(int Y, DateOnly Day, Snippet Cell, bool Alone)> _days = [];

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
        if (DateText.All(cell.Text) is not [var date])
            return;
        var own = row.Runs.FirstOrDefault(run => run.Glyphs.Any(g => g == cell.Glyphs[0]));
        _days.Add((own?.Y ?? row.Y, date.Date, cell, alone));
    }

    /// <summary>The rows with their days, the same rows where every row has its own or the days do not say whose they are.</summary>
    public IReadOnlyList<TableRow> Fill(IReadOnlyList<TableRow> rows)
    {
        List<int> items = [.. Enumerable.Range(0, rows.Count).Where(i => !rows[i].IsSum && rows[i].Cells.ContainsKey(ColumnKind.Amount))];
        List<int> heights = [.. items.Zip(items.Skip(1), (a, b) => rows[b].Y - rows[a].Y).Order()];
        var inOrder = _days.Zip(_days.Skip(1), (a, b) => a.Day <= b.Day && a.Y < b.Y).All(x => x);
        if (_days.Count == 0 || items.Count <= _days.Count(d => !d.Alone) || heights.Count == 0 || heights[heights.Count / 2] is not (> 0 and var pitch) || !inOrder)
            return rows;
        List<int> ys = [.. items.Select(i => rows[i].Y)];
        if ((Centred(ys, pitch) ?? FromFirst(ys, pitch)) is not { } whose)
            return rows;
        var filled = rows.ToList();
        for (var n = 0; n < items.Count; n++)
            filled[items[n]] = rows[items[n]] with { Cells = new Dictionary<ColumnKind, Snippet>(rows[items[n]].Cells) { [ColumnKind.Date] = _days[whose[n]].Cell } };
        return filled;
    }

    /// <summary>The day of each row, where all days stand at the middle of consecutive rows: the way to part the rows that leaves them least off.</summary>
    private int[]? Centred(List<int> ys, int pitch)
    {
        var (n, k) = (ys.Count, _days.Count);
        if (k > n)
            return null;
        const int never = int.MaxValue / 2;
        // least[j, i]: the first i rows under the first j days.
        var (least, from) = (new int[k + 1, n + 1], new int[k + 1, n + 1]);
        for (var j = 0; j <= k; j++)
        {
            for (var i = 0; i <= n; i++)
            {
                least[j, i] = j == 0 && i == 0 ? 0 : never;
                for (var m = j - 1; j > 0 && m < i; m++)
                {
                    var off = Math.Abs(((ys[m] + ys[i - 1]) / 2) - _days[j - 1].Y) * 100 / pitch;
                    if (off <= MostOff && least[j - 1, m] + off < least[j, i])
                        (least[j, i], from[j, i]) = (least[j - 1, m] + off, m);
                }
            }
        }
        if (least[k, n] > MostOffOnAverage * k)
            return null;
        var whose = new int[n];
        for (var (j, i) = (k, n); j > 0; i = from[j, i], j--)
            Array.Fill(whose, j - 1, from[j, i], i - from[j, i]);
        return whose;
    }

    /// <summary>The day of each row, where every day stands in the first of its rows and so in the very first.</summary>
    private int[]? FromFirst(List<int> ys, int pitch)
    {
        if (_days.Exists(d => d.Alone) || Math.Abs(ys[0] - _days[0].Y) * 100 > MostOff * pitch)
            return null;
        return [.. ys.Select(y => _days.FindLastIndex(d => (d.Y - y) * 100 <= MostOff * pitch)).Select(at => Math.Max(0, at))];
    }
}
