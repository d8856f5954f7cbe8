using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Tables;

/// <summary>Lines that stand beside each other (同一行), from left to right.</summary>
sealed record TextRow(IReadOnlyList<ReadLine> Lines, float Level, float Height);

/// <summary>Puts lines into the order in which a person reads them.</summary>
static class ReadingOrder
{
    public static List<ReadLine> Of(IEnumerable<ReadLine> lines, SlopeField slope) => [.. Rows(lines, slope).SelectMany(row => row.Lines)];

    /// <summary>Rows from the top: a line joins a row when its middle lies within half its height of the row's.</summary>
    public static List<TextRow> Rows(IEnumerable<ReadLine> lines, SlopeField slope)
    {
        List<TextRow> rows = [];
        foreach (var (line, level) in lines.Select(line => (line, slope.Level(line.Box.Centre))).OrderBy(l => l.Item2))
        {
            if (rows.Count > 0 && level - rows[^1].Level < 0.5f * Math.Min(line.Box.Height, rows[^1].Height))
                rows[^1] = Joined(rows[^1], line, level);
            else
                rows.Add(new([line], level, line.Box.Height));
        }
        return [.. rows.Select(row => row with { Lines = [.. row.Lines.OrderBy(line => line.Box.Left)] })];
    }

    static TextRow Joined(TextRow row, ReadLine line, float level)
    {
        var count = row.Lines.Count;
        return new([.. row.Lines, line], ((row.Level * count) + level) / (count + 1), ((row.Height * count) + line.Box.Height) / (count + 1));
    }
}
