using Shouwang.Shared.Bills;
using YamlDotNet.RepresentationModel;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Papers of tests/golden/papers: lines as they stand on a paper, and what is read from them.</summary>
public class PaperExamples
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "golden", "papers");

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Folder, "*.yaml").Order(StringComparer.Ordinal))
            {
                foreach (var name in Of(Path.GetFileName(file)).Keys)
                    data.Add(Path.GetFileName(file), name);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_paper_is_read_as_the_example_says(string file, string title)
    {
        var example = Of(file)[title];
        var paper = BillReader.Read([Drawn.Page(example["paper"].ToString().TrimEnd('\n').Split('\n'))]);
        if (example.Children.TryGetValue("kind", out var kind))
            paper.Kind.ToString().ShouldBe(kind.ToString());
        foreach (var (field, value) in Pairs(example, "fields"))
            (paper.Fields.GetValueOrDefault(field)?.Value ?? "").ShouldBe(value, field);
        foreach (var (code, outcome) in Pairs(example, "checks"))
            paper.Checks.Where(c => c.Code == code).Select(c => c.Passed ? "passed" : "failed").ShouldBe(outcome == "none" ? [] : [outcome], code);
        foreach (var (most, name) in new[] { (9_400, "unsure"), (8_900, "doubtful") })
        {
            if (example.Children.TryGetValue(name, out var said))
                ((YamlSequenceNode)said).ShouldAllBe(field => paper.Fields[field.ToString()].Confidence.Value <= most);
        }
        if (example.Children.TryGetValue("rows", out var rows))
            paper.Rows.Select(Text).ShouldBe(((YamlSequenceNode)rows).Select(row => row.ToString()));
        foreach (var (item, percent) in Pairs(example, "shares"))
            $"{paper.Rows.Single(row => row.Name == item).SelfShare?.Value / 100}".ShouldBe(percent, item);
    }

    /// <summary>"2026-03-02 | 甲 | 氧气吸入 | 3.00 × 2 = 6.00": what the row does not say is left out.</summary>
    private static string Text(FeeRow row) => string.Join(" | ", new[] { row.Date?.ToString("yyyy-MM-dd"), row.Code, row.Class, row.Name, $"{row.UnitPrice} × {row.Quantity} = {row.Amount}" }.OfType<string>());

    private static Dictionary<string, YamlMappingNode> Of(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Folder, file))));
        return ((YamlSequenceNode)stream.Documents[0].RootNode["cases"]).Cast<YamlMappingNode>().ToDictionary(one => one["case"].ToString(), StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, string Value)> Pairs(YamlMappingNode example, string name) =>
        example.Children.TryGetValue(name, out var pairs) ? ((YamlMappingNode)pairs).Select(pair => (pair.Key.ToString(), pair.Value.ToString())) : [];
}
