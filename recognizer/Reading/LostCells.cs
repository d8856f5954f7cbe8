using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Pictures;
using Shouwang.Recognizer.Recognition;
using Shouwang.Recognizer.Tables;

namespace Shouwang.Recognizer.Reading;

/// <summary>Lone characters are easily overlooked by the detector (漏检的单元格): where a column has something in several rows, the empty cells of its full rows are read by their place, if there is ink.</summary>
sealed class LostCells(LineReader reader)
{
    const float SureEnough = 0.8f;
    const float SureEnoughForClass = 0.5f;
    const float Faint = 0.1f;
    const float Beside = 0.3f; // of its height, that a cell is taken wider than its column's texts
    const int Most = 48;
    const int FewestInColumn = 2;
    const float FullRow = 0.6f;
    const int Contrast = 40; // of 255, that ink is darker than the paper round it

    /// <param name="inkless">The same picture without its red ink, where it has any.</param>
    public List<ReadLine> Read(Picture picture, Picture? inkless, IReadOnlyList<PageTable> tables, IReadOnlyList<ReadLine> known)
    {
        var cells = tables.SelectMany(Suspects).Where(cell => !known.Any(line => Covers(line.Core, Wider(cell.Box)))).Where(cell => HasInk(inkless ?? picture, Wider(cell.Box))).Take(Most).ToList();
        if (cells.Count == 0)
            return [];
        var letters = tables.SelectMany(ClassLetters.Cells).ToHashSet();
        var found = Letters(inkless ?? picture, [.. cells.Where(letters.Contains)]);
        var boxes = cells.Select(cell => Wider(cell.Box)).Where(box => !found.Any(line => Covers(line.Box, box))).ToList();
        return boxes.Count == 0 ? found : [.. found, .. Read(picture, inkless, boxes)];
    }

    List<ReadLine> Read(Picture picture, Picture? inkless, List<TextBox> boxes)
    {
        var read = ReadAt(picture, boxes);
        if (inkless is not null)
        {
            // Under a seal the reading without red counts, where it is the surer.
            foreach (var line in ReadAt(inkless, boxes))
            {
                var same = read.FindIndex(other => Covers(other.Box, line.Box));
                if (same < 0)
                    read.Add(line);
                else if (read[same].Score < line.Score)
                    read[same] = line;
            }
        }
        return [.. read.Where(line => line.Score >= (line.Text is "甲" or "乙" or "丙" ? SureEnoughForClass : SureEnough))];
    }

    /// <summary>Cells of a column of class letters, each read close and with more room round it; the surer letter counts.</summary>
    List<ReadLine> Letters(Picture picture, List<PageCell> cells)
    {
        List<ReadLine> found = [];
        if (cells.Count == 0)
            return found;
        TextBox[] close = [.. cells.Select(cell => cell.Box)], roomy = [.. close.Select(Roomier)];
        foreach (var line in reader.Read(picture, [.. close, .. roomy], Faint).Select(ClassLetters.Meant).OfType<ReadLine>().OrderByDescending(line => line.Score))
        {
            if (!found.Exists(other => Covers(other.Box, line.Box)))
                found.Add(line);
        }
        return found;
    }

    List<ReadLine> ReadAt(Picture picture, List<TextBox> boxes) => reader.Read(picture, CellRules.Split(picture, boxes));

    static IEnumerable<PageCell> Suspects(PageTable table)
    {
        var filled = table.Cells.GroupBy(cell => cell.Row).ToDictionary(row => row.Key, row => row.Count(cell => cell.Lines.Count > 0));
        var enough = Math.Max(3, FullRow * filled.Values.Max());
        return table.Cells.GroupBy(cell => cell.Column)
            .Where(column => column.Count(cell => cell.Lines.Count > 0 && filled[cell.Row] >= enough) >= FewestInColumn)
            .SelectMany(column => column)
            .Where(cell => cell.Lines.Count == 0 && filled[cell.Row] >= enough);
    }

    static TextBox Roomier(TextBox box)
    {
        var centre = box.Centre;
        return box.Map(corner => corner + ((corner - centre) * Beside));
    }

    static TextBox Wider(TextBox box)
    {
        var share = Beside * box.Height / Math.Max(1, box.Width);
        return box.Part(-share, 1 + share);
    }

    /// <summary>Dark on light somewhere in the middle of the cell: an empty one need not be read.</summary>
    static bool HasInk(Picture picture, TextBox box)
    {
        const int Step = 2;
        var (left, right) = (Math.Max(0, (int)box.Left), Math.Min(picture.Width, (int)box.Right + 1));
        var quarter = (box.Bottom - box.Top) / 5;
        var (top, bottom) = (Math.Max(0, (int)(box.Top + quarter)), Math.Min(picture.Height, (int)(box.Bottom - quarter) + 1));
        var (darkest, lightest) = (255, 0);
        for (var y = top; y < bottom; y += Step)
        {
            foreach (var pixel in picture.Row(y)[left..Math.Max(left, right)])
            {
                var green = Picture.Green(pixel);
                (darkest, lightest) = (Math.Min(darkest, green), Math.Max(lightest, green));
            }
        }
        return lightest - darkest >= Contrast;
    }

    static bool Covers(TextBox line, TextBox cell)
    {
        var width = Math.Min(line.Right, cell.Right) - Math.Max(line.Left, cell.Left);
        var height = Math.Min(line.Bottom, cell.Bottom) - Math.Max(line.Top, cell.Top);
        return width > 0.1f * cell.Width && height > 0.4f * cell.Height;
    }
}
