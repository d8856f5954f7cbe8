using Shouwang.Shared.Diagnoses;
using YamlDotNet.RepresentationModel;

namespace Shouwang.Shared.Tests.Diagnoses;

/// <summary>What clinicians really write, through the matcher to the entry: tests/golden/diagnoses.</summary>
public class GoldenDiagnosesTests
{
    static readonly string[] Known = ["written", "first", "three", "sure", "operations"];

    [Fact]
    public void Every_text_finds_its_entry() => Cases().SelectMany(Failures).ShouldBeEmpty();

    [Fact]
    public void There_are_at_least_120_of_them_and_none_twice()
    {
        var texts = Cases().Select(c => Text(c, "written")).ToList();
        texts.Count.ShouldBeGreaterThanOrEqualTo(120);
        texts.ShouldBeUnique();
    }

    static IEnumerable<string> Failures(YamlMappingNode one)
    {
        var text = Text(one, "written")!;
        var answer = DiagnosisMatcher.Default.Match(text);
        var found = answer.Matches.Select(m => m.Entry.Code).ToList();
        var said = $"{text}: {string.Join(' ', answer.Matches.Select(m => $"{m.Entry.Code} {m.Score}"))}";
        if (one.Children.Keys.Select(k => k.ToString()).Except(Known).FirstOrDefault() is { } word)
            yield return $"{text}: unknown word {word}";
        if (List(one, "first") is { } first && (found.Count == 0 || !first.Contains(found[0])))
            yield return $"{said}, not first {string.Join(' ', first)}";
        if (List(one, "three") is { } three && !found.Intersect(three).Any())
            yield return $"{said}, not in three {string.Join(' ', three)}";
        if (Text(one, "sure") is { } sure && answer.Sure != (sure == "yes"))
            yield return $"{said}, sure is {answer.Sure}";
        if (List(one, "operations") is { } operations && !answer.Operations.Select(o => o.Code).SequenceEqual(operations))
            yield return $"{text}: operations {string.Join(' ', answer.Operations.Select(o => o.Code))}";
    }

    static List<YamlMappingNode> Cases()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(TestFiles.Whole("../../golden/diagnoses/as-written.yaml")));
        return [.. ((YamlMappingNode)stream.Documents[0].RootNode).Children.Values.SelectMany(kind => ((YamlSequenceNode)kind).Cast<YamlMappingNode>())];
    }

    static string? Text(YamlMappingNode one, string key) => one.Children.TryGetValue(key, out var node) ? node.ToString() : null;

    static List<string>? List(YamlMappingNode one, string key) =>
        one.Children.TryGetValue(key, out var node) ? [.. ((YamlSequenceNode)node).Select(n => n.ToString())] : null;
}
