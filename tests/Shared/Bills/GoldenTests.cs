using System.Text.Json;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Pages as the embedded recogniser gave them for photographs of invented papers (tests/Papers), one file a layout.</summary>
public class GoldenTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Bills", "Golden");

    public static TheoryData<string> Layouts => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Photographed_paper_is_read_whole(string layout)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, layout + ".json")));
        var golden = json.RootElement;
        var paper = BillReader.Read([Page(golden)]);
        paper.Kind.ToString().ShouldBe(golden.GetProperty("kind").GetString());
        foreach (var field in golden.GetProperty("fields").EnumerateObject())
            Plain(paper.Fields.GetValueOrDefault(field.Name)?.Value).ShouldBe(Plain(field.Value.GetString()), field.Name);
        paper.Rows.Count.ShouldBe(golden.GetProperty("rows").GetInt32());
        paper.Quality.Readable.ShouldBeTrue();
    }

    [Fact]
    public void All_main_papers_are_among_them() => Layouts.Count.ShouldBeGreaterThanOrEqualTo(34);

    internal static RecognisedPage Read(string layout)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, layout + ".json")));
        return Page(json.RootElement);
    }

    private static RecognisedPage Page(JsonElement golden) =>
        new(golden.GetProperty("width").GetInt32(), golden.GetProperty("height").GetInt32(), 0, [.. golden.GetProperty("lines").EnumerateArray().Select(Line)], []);

    private static RecognisedLine Line(JsonElement line)
    {
        var at = line.EnumerateArray().Skip(2).Select(n => n.GetInt32()).ToArray();
        return new RecognisedLine(line[0].GetString()!, new Quad(at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7]), new BasisPoints(line[1].GetInt32()), []);
    }

    /// <summary>Full-width and half-width brackets are one, and so are the marks between diagnoses.</summary>
    private static string? Plain(string? text) => text?.Replace('（', '(').Replace('）', ')').Replace('，', '；');
}
