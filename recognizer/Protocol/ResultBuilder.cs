using System.Numerics;
using System.Text;
using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Reading;
using Shouwang.Recognizer.Recognition;
using Shouwang.Recognizer.Tables;

namespace Shouwang.Recognizer.Protocol;

/// <summary>Pages as read → the protocol's result: one text for all, with every page's words and lines pointing into it.</summary>
sealed class ResultBuilder
{
    readonly bool _countUtf16;
    readonly StringBuilder _content = new();
    readonly List<DocumentPage> _pages = [];
    readonly List<DocumentTable> _tables = [];
    readonly Dictionary<ReadLine, DocumentSpan> _spans = new(ReferenceEqualityComparer.Instance);
    int _offset;

    ResultBuilder(bool countUtf16) => _countUtf16 = countUtf16;

    public static AnalyzeResult Build(IReadOnlyList<PageReading> pages, AnalyzeRequest request)
    {
        var builder = new ResultBuilder(request.CountsUtf16);
        foreach (var page in pages)
            builder.Add(page);
        return new(request.ApiVersion, request.ModelId, request.StringIndexType, request.ContentFormat, builder._content.ToString(), builder._pages, request.WantsTables ? builder._tables : null, [], []);
    }

    void Add(PageReading page)
    {
        if (_offset > 0 && page.Lines.Count > 0)
            Append("\n", 1);
        var (number, start) = (_pages.Count + 1, _offset);
        List<DocumentWord> words = [];
        List<DocumentLine> lines = [];
        foreach (var line in page.Lines)
            Add(line, page.Frame, words, lines);
        _pages.Add(new(number, Math.Round(Angle(page), 2), page.Frame.Width, page.Frame.Height, "pixel", words, lines, [new(start, _offset - start)]));
        _tables.AddRange(page.Tables.Select(table => Table(table, number, page.Frame)));
    }

    void Add(ReadLine line, PageFrame frame, List<DocumentWord> words, List<DocumentLine> lines)
    {
        if (lines.Count > 0)
            Append("\n", 1);
        var start = _offset;
        var offsets = new int[line.Characters.Count + 1];
        for (var i = 0; i < line.Characters.Count; i++)
        {
            offsets[i] = _offset;
            var rune = line.Characters[i].Value;
            Append(rune.ToString(), _countUtf16 ? rune.Utf16SequenceLength : 1);
        }
        offsets[^1] = _offset;
        var edges = Edges(line.Characters);
        foreach (var range in WordSplitter.Split(line.Characters))
        {
            var (first, end) = (range.Start.Value, range.End.Value);
            var characters = line.Characters.Skip(first).Take(end - first).ToList();
            words.Add(new(
                string.Concat(characters.Select(c => c.Value.ToString())),
                Polygon(line.Box.Part(edges[first].Left, edges[end - 1].Right), frame),
                Rounded(characters.Min(c => c.Probability)),
                new(offsets[first], offsets[end] - offsets[first])));
        }
        var span = new DocumentSpan(start, _offset - start);
        _spans[line] = span;
        lines.Add(new(line.Text, Polygon(line.Box, frame), [span]));
    }

    void Append(string text, int length)
    {
        _content.Append(text);
        _offset += length;
    }

    DocumentTable Table(PageTable table, int page, PageFrame frame) => new(
        table.RowCount,
        table.ColumnCount,
        [.. table.Cells.Select(cell => Cell(cell, page, frame))],
        [new(page, Polygon(Around(table.Cells), frame))],
        [.. table.Cells.SelectMany(cell => cell.Lines).Select(line => _spans[line]).OrderBy(span => span.Offset)]);

    DocumentTableCell Cell(PageCell cell, int page, PageFrame frame) => new(
        cell.Row,
        cell.Column,
        string.Join(' ', cell.Lines.Select(line => line.Text)),
        [new(page, Polygon(cell.Box, frame))],
        [.. cell.Lines.Select(line => _spans[line])]);

    static TextBox Around(IReadOnlyList<PageCell> cells)
    {
        var (left, right) = (cells.Min(cell => cell.Box.Left), cells.Max(cell => cell.Box.Right));
        var (top, bottom) = (cells.Min(cell => cell.Box.Top), cells.Max(cell => cell.Box.Bottom));
        return new(new(left, top), new(right, top), new(right, bottom), new(left, bottom), 1);
    }

    static double Angle(PageReading page)
    {
        var angle = (page.Frame.QuarterTurns * 90.0) + page.Slant;
        return angle > 180 ? angle - 360 : angle;
    }

    /// <summary>Where each character begins and ends along its line: half-way to its neighbours, and never wider to one side than to the other.</summary>
    static (float Left, float Right)[] Edges(IReadOnlyList<ReadCharacter> characters)
    {
        var edges = new (float Left, float Right)[characters.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var at = characters[i].Position;
            var before = i > 0 ? (at - characters[i - 1].Position) / 2 : float.MaxValue;
            var after = i < edges.Length - 1 ? (characters[i + 1].Position - at) / 2 : float.MaxValue;
            var reach = edges.Length == 1 ? 0.5f : Math.Min(before, after) * 1.2f;
            edges[i] = (Math.Max(0, at - Math.Min(before, reach)), Math.Min(1, at + Math.Min(after, reach)));
        }
        return edges;
    }

    static double[] Polygon(TextBox box, PageFrame frame)
    {
        var sent = box.Outline().Map(frame.ToSent);
        return [.. ((ReadOnlySpan<Vector2>)[sent.TopLeft, sent.TopRight, sent.BottomRight, sent.BottomLeft]).ToArray().SelectMany(p => new[] { Math.Round(p.X, 1), Math.Round(p.Y, 1) })];
    }

    static double Rounded(float value) => Math.Round(value, 3);
}
