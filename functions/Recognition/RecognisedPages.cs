using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Recognition;

/// <summary>The recogniser's answer → the pages the domain reads: whole pixels of the upright picture, whole basis points.</summary>
static class RecognisedPages
{
    const float PixelsPerInch = 200;

    public static IReadOnlyList<RecognisedPage> From(AnalyzeResult result) =>
        [.. (result.Pages ?? []).Select(page => Page(page, (result.Tables ?? []).Where(table => IsOn(table, page.PageNumber))))];

    static RecognisedPage Page(DocumentPage page, IEnumerable<DocumentTable> tables)
    {
        var angle = page.Angle ?? 0;
        var turns = (int)MathF.Round(angle / 90);
        var frame = new Upright(turns & 3, page.Width ?? 0, page.Height ?? 0, page.Unit == "inch" ? PixelsPerInch : 1);
        var words = (page.Words ?? []).Where(word => word.Span is not null).OrderBy(word => word.Span!.Offset).ToList();
        var lines = (page.Lines ?? []).Select(line => Line(line, words, frame));
        return new(frame.Width, frame.Height, (int)MathF.Round(angle - (90 * turns)), [.. lines], [.. tables.Select(table => Table(table, frame))])
        {
            QuarterTurns = turns & 3,
        };
    }

    static RecognisedLine Line(DocumentLine line, List<DocumentWord> words, Upright frame)
    {
        var own = (line.Spans ?? []).SelectMany(span => words.Where(word => word.Span!.Offset >= span.Offset && word.Span.Offset < span.Offset + span.Length)).ToList();
        var characters = own.Sum(word => word.Content?.Length ?? 0);
        var confidence = characters == 0 ? 0 : own.Sum(word => word.Confidence * (word.Content?.Length ?? 0)) / characters;
        return new(line.Content ?? "", frame.Quad(line.Polygon), Share(confidence), [.. own.Select(word => new RecognisedWord(word.Content ?? "", frame.Quad(word.Polygon), Share(word.Confidence)))]);
    }

    static RecognisedTable Table(DocumentTable table, Upright frame) => new(
        table.RowCount,
        table.ColumnCount,
        [.. (table.Cells ?? []).Select(cell => new RecognisedCell(cell.RowIndex, cell.ColumnIndex, cell.Content ?? "", frame.Quad(cell.BoundingRegions is [var first, ..] ? first.Polygon : null)))]);

    static bool IsOn(DocumentTable table, int page) =>
        (table.Cells ?? []).SelectMany(cell => cell.BoundingRegions ?? []).Select(region => region.PageNumber).FirstOrDefault(1) == page;

    static BasisPoints Share(float confidence) => new((int)MathF.Round(Math.Clamp(confidence, 0, 1) * 10_000));

    /// <summary>Turns places of the picture as sent into whole pixels of the picture stood upright.</summary>
    /// <param name="Turns">Quarter turns clockwise by which the text lies turned.</param>
    readonly record struct Upright(int Turns, float SentWidth, float SentHeight, float Scale)
    {
        public int Width => Whole(Turns % 2 == 0 ? SentWidth : SentHeight);

        public int Height => Whole(Turns % 2 == 0 ? SentHeight : SentWidth);

        public Quad Quad(IReadOnlyList<float>? polygon)
        {
            if (polygon is not { Count: >= 8 })
                return default;
            var (a, b, c, d) = (Place(polygon[0], polygon[1]), Place(polygon[2], polygon[3]), Place(polygon[4], polygon[5]), Place(polygon[6], polygon[7]));
            return new(a.X, a.Y, b.X, b.Y, c.X, c.Y, d.X, d.Y);
        }

        (int X, int Y) Place(float x, float y) => Turns switch
        {
            1 => (Whole(y), Whole(SentWidth - x)),
            2 => (Whole(SentWidth - x), Whole(SentHeight - y)),
            3 => (Whole(SentHeight - y), Whole(x)),
            _ => (Whole(x), Whole(y)),
        };

        int Whole(float value) => (int)MathF.Round(value * Scale);
    }
}
