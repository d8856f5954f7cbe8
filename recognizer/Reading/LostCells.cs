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
    const float Beside = 0.3f; // of its height, that a cell is taken wider than its column's texts
    const int Most = 48;
    const int FewestInColumn = 2;
    const float FullRow = 0.6f;
    const int Contrast = 40; // of 255, that ink is darker than the paper round it

    /// <param name="inkless">The same picture without its red ink, where it has any.</param>
    public List<ReadLine> Read(Picture picture, Picture? inkless, IReadOnlyList<PageTable> tables, IReadOnlyList<ReadLine> known)
    {
        var boxes = tables.SelectMany(Suspects).Where(box => !known.Any(line => Covers(line.Core, box))).Where(box => HasInk(inkless ?? picture, box)).Take(Most).ToList();
        if (boxes.Count == 0)
            return [];
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

    List<ReadLine> ReadAt(Picture picture, List<TextBox> boxes) => reader.Read(picture, CellRules.Split(picture, boxes));

    static IEnumerable<TextBox> Suspects(PageTable table)
    {
        var filled = table.Cells.GroupBy(cell => cell.Row).ToDictionary(row => row.Key, row => row.Count(cell => cell.Lines.Count > 0));
        var enough = Math.Max(3, FullRow * filled.Values.Max());
        return table.Cells.GroupBy(cell => cell.Column)
            .Where(column => column.Count(cell => cell.Lines.Count > 0 && filled[cell.Row] >= enough) >= FewestInColumn)
            .SelectMany(column => column)
            .Where(cell => cell.Lines.Count == 0 && filled[cell.Row] >= enough)
            .Select(cell => Wider(cell.Box));
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
