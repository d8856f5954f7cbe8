using System.Numerics;
using System.Text;
using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Reading;
using Shouwang.Recognizer.Recognition;
using Shouwang.Recognizer.Tables;

namespace Shouwang.Recognizer.Protocol;

/// <summary>A page as read → the protocol's result.</summary>
sealed class ResultBuilder
{
    readonly PageReading _page;
    readonly bool _countUtf16;
    readonly StringBuilder _content = new();
    readonly List<DocumentWord> _words = [];
    readonly List<DocumentLine> _lines = [];
    readonly Dictionary<ReadLine, DocumentSpan> _spans = new(ReferenceEqualityComparer.Instance);
    int _offset;

    ResultBuilder(PageReading page, bool countUtf16) => (_page, _countUtf16) = (page, countUtf16);

    public static AnalyzeResult Build(PageReading page, AnalyzeRequest request) => new ResultBuilder(page, request.CountsUtf16).Result(request);

    AnalyzeResult Result(AnalyzeRequest request)
    {
        foreach (var line in _page.Lines)
            Add(line);
        var quality = _page.Quality;
        var page = new DocumentPage(
            PageNumber: 1,
            Math.Round(Angle(), 2),
            _page.Frame.Width,
            _page.Frame.Height,
            "pixel",
            _words,
            _lines,
            [new(0, _offset)],
            new(Rounded(quality.Brightness), Rounded(quality.Sharpness), Rounded(quality.TextCoverage), Rounded(quality.CutOff)));
        return new(request.ApiVersion, request.ModelId, request.StringIndexType, request.ContentFormat, _content.ToString(), [page], Tables(request), [], []);
    }

    void Add(ReadLine line)
    {
        if (_lines.Count > 0)
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
            _words.Add(new(
                string.Concat(characters.Select(c => c.Value.ToString())),
                Polygon(line.Box.Part(edges[first].Left, edges[end - 1].Right)),
                Rounded(characters.Min(c => c.Probability)),
                new(offsets[first], offsets[end] - offsets[first])));
        }
        var span = new DocumentSpan(start, _offset - start);
        _spans[line] = span;
        _lines.Add(new(line.Text, Polygon(line.Box), [span]));
    }

    void Append(string text, int length)
    {
        _content.Append(text);
        _offset += length;
    }

    IReadOnlyList<DocumentTable>? Tables(AnalyzeRequest request) => request.WantsTables ? [.. _page.Tables.Select(Table)] : null;

    DocumentTable Table(PageTable table) => new(
        table.RowCount,
        table.ColumnCount,
        [.. table.Cells.Select(Cell)],
        [new(1, Polygon(Around(table.Cells)))],
        [.. table.Cells.SelectMany(cell => cell.Lines).Select(line => _spans[line]).OrderBy(span => span.Offset)]);

    DocumentTableCell Cell(PageCell cell) => new(
        cell.Row,
        cell.Column,
        string.Join(' ', cell.Lines.Select(line => line.Text)),
        [new(1, Polygon(cell.Box))],
        [.. cell.Lines.Select(line => _spans[line])]);

    static TextBox Around(IReadOnlyList<PageCell> cells)
    {
        var (left, right) = (cells.Min(cell => cell.Box.Left), cells.Max(cell => cell.Box.Right));
        var (top, bottom) = (cells.Min(cell => cell.Box.Top), cells.Max(cell => cell.Box.Bottom));
        return new(new(left, top), new(right, top), new(right, bottom), new(left, bottom), 1);
    }

    double Angle()
    {
        var angle = (_page.Frame.QuarterTurns * 90.0) + _page.Slant;
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

    double[] Polygon(TextBox box)
    {
        var sent = box.Map(_page.Frame.ToSent);
        return [.. ((ReadOnlySpan<Vector2>)[sent.TopLeft, sent.TopRight, sent.BottomRight, sent.BottomLeft]).ToArray().SelectMany(p => new[] { Math.Round(p.X, 1), Math.Round(p.Y, 1) })];
    }

    static double Rounded(float value) => Math.Round(value, 3);
}
