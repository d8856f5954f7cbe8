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
    readonly LostCells _lost = new(reader);
    readonly List<IDisposable> _models = [];

    /// <summary>Loads the models.</summary>
    /// <param name="threads">Processor cores one page may use.</param>
    public static PageReader Load(InferenceFiles files, int threads, bool keepMemory = true)
    {
        var words = Task.Run(WordPrior.OfPapers);
        var api = OnnxApi.Load(files.RuntimeLibrary);
        var detection = new OnnxSession(api, files.Detection, "x", "sigmoid_0.tmp_0", threads, keepMemory);
        var recognition = new OnnxSession(api, files.Recognition, "x", "softmax_11.tmp_0", threads: 1, keepMemory);
        var direction = new OnnxSession(api, files.Direction, "x", "softmax_0.tmp_0", threads: 1, keepMemory);
        var reader = new LineReader(recognition, CtcDecoder.FromFile(files.Keys), words.GetAwaiter().GetResult(), threads);
        return new PageReader(new TextDetector(detection), new PageDirection(direction), reader) { _models = { detection, recognition, direction } };
    }

    public PageReading Read(DecodedPicture decoded, bool readRedTwice = true)
    {
        var picture = Clean(decoded.Picture);
        var scale = (float)decoded.SentWidth / picture.Width;
        var boxes = detector.Find(picture, TextDetector.ScaleFor(picture));
        var turns = direction.Of(picture, boxes);
        if (turns != 0)
        {
            picture = Turning.FromQuarterTurns(4 - turns).Apply(picture);
            boxes = detector.Find(picture, TextDetector.ScaleFor(picture));
        }
        var streaks = Streaks.Find(picture, boxes);
        if (streaks.Count > 0)
        {
            picture = Streaks.Without(picture, streaks);
            boxes = detector.Find(picture, TextDetector.ScaleFor(picture));
        }

        var lines = reader.Read(picture, CellRules.Split(picture, boxes));
        Picture? inkless = null;
        if (readRedTwice && RedInk.Find(picture) is { } red)
        {
            var zone = red.Zone;
            var clean = RedInk.Without(picture.Cut(zone.Left, zone.Top, zone.Width, zone.Height));
            lines = TwoReadings.Merge(lines, ReadWithoutRed(clean, red, TextDetector.ScaleFor(picture)));
            inkless = picture.With(clean, zone.Left, zone.Top);
        }

        lines = OwnType.Settle(Streaks.Doubt(lines, streaks));
        var frame = new PageFrame(decoded.SentWidth, decoded.SentHeight, turns, scale);
        var slope = SlopeField.Of(lines.Select(line => line.Box));
        var tables = TableFinder.Find(lines, slope);
        var settled = Settled(tables, lines);
        if (_lost.Read(picture, inkless, tables, lines) is var found && (found.Count > 0 || settled))
        {
            lines.AddRange(found);
            tables = TableFinder.Find(lines, slope);
        }
        return new PageReading(frame, slope.Degrees, ReadingOrder.Of(lines, slope), tables);
    }

    /// <summary>The picture without the noise that hides letters.</summary>
    static Picture Clean(Picture picture) => DimLight.Mended(picture) ?? (Noise.Level(picture) >= Noise.WorthBlurring ? Noise.Blur(picture) : picture);

    /// <summary>In columns of class letters, what looks like one becomes it.</summary>
    static bool Settled(List<PageTable> tables, List<ReadLine> lines)
    {
        var settled = false;
        foreach (var line in tables.SelectMany(ClassLetters.Cells).SelectMany(cell => cell.Lines))
        {
            if (line.Text is not ("甲" or "乙" or "丙") && ClassLetters.Meant(line) is { } letter)
                (lines[lines.IndexOf(line)], settled) = (letter, true);
        }
        return settled;
    }

    public void Dispose() => _models.ForEach(model => model.Dispose());

    /// <summary>The lines that red ink touches, read without it; others would be read the same.</summary>
    List<ReadLine> ReadWithoutRed(Picture clean, RedParts red, float scale)
    {
        var (left, top) = (red.Zone.Left, red.Zone.Top);
        var boxes = detector.Find(clean, scale).FindAll(box => red.Touch(box.Left + left, box.Top + top, box.Right + left, box.Bottom + top));
        return [.. reader.Read(clean, CellRules.Split(clean, boxes)).Select(line => line with { Box = line.Box.Moved(left, top) })];
    }
}
