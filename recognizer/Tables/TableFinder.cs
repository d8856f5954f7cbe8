using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Tables;

/// <summary>Finds tables on a page: rows of many lines on end, cut into columns where nearly no row has text.</summary>
static class TableFinder
{
    const int FewestRows = 3;
    const int FewestColumns = 3;
    const int MostThin = 3;

    public static List<PageTable> Find(IReadOnlyList<ReadLine> lines, SlopeField slope)
    {
        var rows = ReadingOrder.Rows(lines, slope);
        return [.. Blocks(rows).Select(block => Build(block, slope)).OfType<PageTable>()];
    }

    /// <summary>Runs of rows with at least half as many lines as the fullest ones nearby; a few thin rows in between (a long name's second line, a subtotal and the next group's head) do not end a run.</summary>
    static List<List<TextRow>> Blocks(List<TextRow> rows)
    {
        var many = rows.Select(row => row.Lines.Count).Where(count => count >= FewestColumns).Order().ToList();
        if (many.Count < FewestRows)
            return [];
        var enough = Math.Max(FewestColumns, (many[many.Count * 3 / 4] + 1) / 2);
        List<List<TextRow>> blocks = [];
        List<TextRow> block = [];
        var thin = 0;
        foreach (var row in rows)
        {
            var isFull = row.Lines.Count >= enough;
            var isNear = block.Count == 0 || row.Level - block[^1].Level < 4 * row.Height;
            if (block.Count > 0 && (!isNear || (!isFull && thin == MostThin)))
            {
                blocks.Add(block);
                block = [];
            }
            thin = isFull ? 0 : thin + 1;
            if (isFull || block.Count > 0)
                block.Add(row);
        }
        blocks.Add(block);
        foreach (var b in blocks)
        {
            while (b.Count > 0 && b[^1].Lines.Count < enough)
                b.RemoveAt(b.Count - 1);
        }
        return [.. blocks.Where(b => b.Count >= FewestRows)];
    }

    static PageTable? Build(List<TextRow> rows, SlopeField slope)
    {
        var boxes = rows.SelectMany(row => row.Lines).Select(line => line.Core).ToList();
        var shape = PageShape.Of(slope, boxes);
        var columns = SplitCrowded(Columns(rows, shape), rows, shape);
        while (rows.Count >= FewestRows && !FitsInto(rows[0], columns, shape))
            rows.RemoveAt(0); // a headline or the patient's particulars above the table
        if (rows.Count < FewestRows || columns.Count < FewestColumns)
            return null;
        List<PageCell> cells = [];
        for (var r = 0; r < rows.Count; r++)
        {
            var places = rows[r].Lines.ToLookup(line => Column(shape.Across(line.Core), columns));
            for (var c = 0; c < columns.Count; c++)
                cells.Add(Cell(r, c, rows[r], columns[c], [.. places[c]], shape));
        }
        return new(rows.Count, columns.Count, cells);
    }

    /// <summary>Stretches of the straightened width in which more than one row in ten has text.</summary>
    static List<Extent> Columns(List<TextRow> rows, PageShape shape)
    {
        var extents = rows.SelectMany(row => row.Lines).Select(line => shape.Across(line.Core)).ToList();
        var (start, end) = (extents.Min(e => e.From), extents.Max(e => e.To));
        var step = Math.Max(1, rows.Average(row => row.Height) / 6);
        var counts = new int[(int)((end - start) / step) + 1];
        foreach (var extent in extents)
        {
            for (var i = (int)((extent.From - start) / step); i <= (int)((extent.To - start) / step); i++)
                counts[i]++;
        }
        var few = rows.Count / 10;
        List<Extent> columns = [];
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] <= few)
                continue;
            var from = i;
            while (i < counts.Length && counts[i] > few)
                i++;
            columns.Add(new(start + (from * step), start + (i * step)));
        }
        return columns;
    }

    /// <summary>Columns so close that their texts touch: where most rows have two lines in one column, it is two.</summary>
    static List<Extent> SplitCrowded(List<Extent> columns, List<TextRow> rows, PageShape shape)
    {
        List<Extent> split = [];
        foreach (var column in columns)
        {
            var gaps = new List<float>();
            foreach (var row in rows)
            {
                var inside = row.Lines.Select(line => shape.Across(line.Core)).Where(extent => extent.Overlap(column) > 0.5f * extent.Length).ToList();
                if (inside.Count == 2)
                    gaps.Add((inside[0].To + inside[1].From) / 2);
            }
            if (gaps.Count * 2 < rows.Count)
            {
                split.Add(column);
                continue;
            }
            gaps.Sort();
            var middle = gaps[gaps.Count / 2];
            split.AddRange([new(column.From, middle), new(middle, column.To)]);
        }
        return split;
    }

    /// <summary>A row of the table has no line that lies across three columns or more, and more than one line.</summary>
    static bool FitsInto(TextRow row, List<Extent> columns, PageShape shape) =>
        row.Lines.Count > 1 && row.Lines.Select(line => shape.Across(line.Core)).All(extent => columns.Count(c => c.Overlap(extent) > 0.5f * c.Length) < 3);

    static int Column(Extent extent, List<Extent> columns) =>
        columns.Select((column, index) => (index, overlap: column.Overlap(extent))).MaxBy(c => c.overlap).index;

    static PageCell Cell(int r, int c, TextRow row, Extent column, List<ReadLine> lines, PageShape shape)
    {
        if (lines.Count > 0)
            return new(r, c, Around(lines), lines);
        var (top, bottom) = (row.Level - (row.Height / 2), row.Level + (row.Height / 2));
        return new(r, c, new(shape.OnPage(new(column.From, top)), shape.OnPage(new(column.To, top)), shape.OnPage(new(column.To, bottom)), shape.OnPage(new(column.From, bottom)), 0), []);
    }

    static TextBox Around(List<ReadLine> lines) => lines.Count == 1
        ? lines[0].Box
        : new(lines[0].Box.TopLeft, lines[^1].Box.TopRight, lines[^1].Box.BottomRight, lines[0].Box.BottomLeft, lines.Min(line => line.Box.Score));
}
