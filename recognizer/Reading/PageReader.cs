using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Pictures;
using Shouwang.Recognizer.Recognition;
using Shouwang.Recognizer.Tables;
using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Reading;

/// <summary>Reads whole pages: clean the picture, find the lines, stand the page upright, read, and read what red ink touches a second time without the red.</summary>
sealed class PageReader(TextDetector detector, PageDirection direction, LineReader reader) : IDisposable
{
    const float MostLost = 0.35f;
    const float SureEnoughForLost = 0.8f;

    readonly List<IDisposable> _models = [];

    /// <summary>Loads the models.</summary>
    /// <param name="threads">Processor cores one page may use.</param>
    public static PageReader Load(InferenceFiles files, int threads, bool keepMemory = true)
    {
        var api = OnnxApi.Load(files.RuntimeLibrary);
        var detection = new OnnxSession(api, files.Detection, "x", "sigmoid_0.tmp_0", threads, keepMemory);
        var recognition = new OnnxSession(api, files.Recognition, "x", "softmax_11.tmp_0", threads: 1, keepMemory);
        var direction = new OnnxSession(api, files.Direction, "x", "softmax_0.tmp_0", threads: 1, keepMemory);
        var reader = new LineReader(recognition, CtcDecoder.FromFile(files.Keys), threads);
        return new PageReader(new TextDetector(detection), new PageDirection(direction), reader) { _models = { detection, recognition, direction } };
    }

    public PageReading Read(DecodedPicture decoded, bool readRedTwice = true)
    {
        var picture = decoded.Picture;
        if (Noise.Level(picture) >= Noise.WorthBlurring)
            picture = Noise.Blur(picture);
        var boxes = detector.Find(picture, TextDetector.ScaleFor(picture));
        var turns = direction.Of(picture, boxes);
        if (turns != 0)
        {
            picture = Turning.FromQuarterTurns(4 - turns).Apply(picture);
            boxes = detector.Find(picture, TextDetector.ScaleFor(picture));
        }

        var lines = reader.Read(picture, CellRules.Split(picture, boxes));
        if (readRedTwice && RedInk.Find(picture) is { } zone)
            lines = TwoReadings.Merge(lines, ReadWithoutRed(picture, zone));

        var frame = new PageFrame(decoded.SentWidth, decoded.SentHeight, turns, (float)decoded.SentWidth / decoded.Picture.Width);
        var slope = SlopeField.Of(lines.Select(line => line.Box));
        var tables = TableFinder.Find(lines, slope);
        if (tables.Count > 0 && ReadLostCells(picture, tables, lines) is { Count: > 0 } found)
        {
            lines.AddRange(found);
            tables = TableFinder.Find(lines, slope);
        }
        return new PageReading(frame, slope.Degrees, ReadingOrder.Of(lines, slope), tables);
    }

    public void Dispose() => _models.ForEach(model => model.Dispose());

    /// <summary>Lone figures are easily overlooked by the detector: where a column has something in most rows, its empty cells are read by their place.</summary>
    List<ReadLine> ReadLostCells(Picture picture, List<PageTable> tables, List<ReadLine> known)
    {
        var suspects = tables.SelectMany(table => table.Cells.GroupBy(cell => cell.Column))
            .Where(column => column.Count(cell => cell.Lines.Count == 0) <= column.Count() * MostLost)
            .SelectMany(column => column)
            .Where(cell => cell.Lines.Count == 0)
            .Select(cell => cell.Box)
            .Where(box => !known.Exists(line => Covers(line.Core, box)));
        return [.. reader.Read(picture, CellRules.Split(picture, [.. suspects])).Where(line => line.Score >= SureEnoughForLost)];
    }

    static bool Covers(TextBox line, TextBox cell)
    {
        var width = Math.Min(line.Right, cell.Right) - Math.Max(line.Left, cell.Left);
        var height = Math.Min(line.Bottom, cell.Bottom) - Math.Max(line.Top, cell.Top);
        return width > 0.1f * cell.Width && height > 0.4f * cell.Height;
    }

    List<ReadLine> ReadWithoutRed(Picture picture, Zone zone)
    {
        var clean = RedInk.Without(picture.Cut(zone.Left, zone.Top, zone.Width, zone.Height));
        var boxes = detector.Find(clean, TextDetector.ScaleFor(picture));
        return [.. reader.Read(clean, CellRules.Split(clean, boxes)).Select(line => line with { Box = line.Box.Moved(zone.Left, zone.Top) })];
    }
}
