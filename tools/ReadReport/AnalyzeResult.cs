using System.Text.Json;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Tools.ReadReport;

/// <summary>The recogniser's answer as the protocol writes it → pages.</summary>
static class AnalyzeResult
{
    public static IReadOnlyList<RecognisedPage> Parse(JsonElement result) => [.. result.GetProperty("pages").EnumerateArray().Select(Page)];

    private static RecognisedPage Page(JsonElement page)
    {
        var words = page.TryGetProperty("words", out var all) ? all.EnumerateArray().Select(w => (Start: Span(w.GetProperty("span")).Start, Word: Word(w))).ToList() : [];
        var lines = page.GetProperty("lines").EnumerateArray().Select(line =>
        {
            var spans = line.GetProperty("spans").EnumerateArray().Select(Span).ToList();
            List<RecognisedWord> own = [.. words.Where(w => spans.Exists(s => w.Start >= s.Start && w.Start < s.End)).Select(w => w.Word)];
            var confidence = own.Count == 0 ? new BasisPoints(0) : new BasisPoints(own.Sum(w => w.Confidence.Value * w.Text.Length) / Math.Max(1, own.Sum(w => w.Text.Length)));
            return new RecognisedLine(line.GetProperty("content").GetString()!, Polygon(line), confidence, own);
        });
        var angle = page.TryGetProperty("angle", out var a) ? (int)a.GetDouble() : 0;
        return new RecognisedPage((int)page.GetProperty("width").GetDouble(), (int)page.GetProperty("height").GetDouble(), angle, [.. lines], []);
    }

    private static RecognisedWord Word(JsonElement word) =>
        new(word.GetProperty("content").GetString()!, Polygon(word), new BasisPoints((int)Math.Round(word.GetProperty("confidence").GetDouble() * 10_000)));

    private static (int Start, int End) Span(JsonElement span)
    {
        var start = span.GetProperty("offset").GetInt32();
        return (start, start + span.GetProperty("length").GetInt32());
    }

    private static Quad Polygon(JsonElement owner)
    {
        var p = owner.GetProperty("polygon").EnumerateArray().Select(x => (int)Math.Round(x.GetDouble())).ToArray();
        return new Quad(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
    }
}
