using System.Text.Json;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Bench.Looking;

/// <summary>How often one paper is taken for two (false splits), and two papers on one picture are told apart.</summary>
static class Splitting
{
    public static int Measure(string folder)
    {
        var pages = Directory.EnumerateFiles(folder, "*.lines.json").Order(StringComparer.Ordinal).Select(file => (File: Path.GetFileName(file), Page: Page(file))).ToList();
        var split = pages.Where(p => PapersInFile.Read([p.Page]).Others.Count > 0).Select(p => p.File).ToList();
        Console.WriteLine($"One paper on a picture: {pages.Count} pictures, {split.Count} taken for two. {string.Join(' ', split)}");
        var papers = pages.Select(p => (p.Page, Reading: BillReader.Read([p.Page]))).Where(p => p.Reading.Kind != PaperKind.Other).ToList();
        foreach (var (how, together) in new (string, Func<RecognisedPage, RecognisedPage, RecognisedPage>)[] { ("side by side", Beside), ("one above the other", Below) })
        {
            var random = new Random(11);
            var (all, told, wrong) = (0, 0, 0);
            for (var i = 0; i < 200; i++)
            {
                var (a, b) = (papers[random.Next(papers.Count)], papers[random.Next(papers.Count)]);
                if (a.Reading.Kind == b.Reading.Kind)
                    continue;
                all++;
                var read = PapersInFile.Read([together(a.Page, b.Page)]);
                var right = read.Others.Count == 1 && read.Kind == a.Reading.Kind && read.Others[0].Kind == b.Reading.Kind;
                told += right ? 1 : 0;
                wrong += !right && read.Others.Count > 0 ? 1 : 0;
            }
            Console.WriteLine($"Two papers of different kinds {how}: {all} pictures, {told} told apart rightly, {wrong} cut wrongly.");
        }
        return 0;
    }

    static RecognisedPage Beside(RecognisedPage left, RecognisedPage right) =>
        new(left.Width + right.Width, Math.Max(left.Height, right.Height), 0, [.. left.Lines, .. right.Lines.Select(line => Moved(line, left.Width, 0))], []);

    static RecognisedPage Below(RecognisedPage upper, RecognisedPage lower) =>
        new(Math.Max(upper.Width, lower.Width), upper.Height + lower.Height, 0, [.. upper.Lines, .. lower.Lines.Select(line => Moved(line, 0, upper.Height))], []);

    static RecognisedLine Moved(RecognisedLine line, int x, int y) => line with { Where = Rectangle(line.Where.Left + x, line.Where.Top + y, line.Where.Right + x, line.Where.Bottom + y), Words = [] };

    static RecognisedPage Page(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement;
        return new(root.GetProperty("width").GetInt32(), root.GetProperty("height").GetInt32(), 0, [.. root.GetProperty("lines").EnumerateArray().Select(Line)], []);
    }

    static RecognisedLine Line(JsonElement line)
    {
        var boxes = line.GetProperty("chars").EnumerateArray().Select(box => box.EnumerateArray().Select(n => n.GetInt32()).ToArray()).ToList();
        return new(line.GetProperty("text").GetString()!, Rectangle(boxes.Min(b => b[0]), boxes.Min(b => b[1]), boxes.Max(b => b[2]), boxes.Max(b => b[3])), new BasisPoints(9_900), []);
    }

    static Quad Rectangle(int left, int top, int right, int bottom) => new(left, top, right, top, right, bottom, left, bottom);
}
