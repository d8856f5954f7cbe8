using Shouwang.Shared.Bills.Labels;
using YamlDotNet.RepresentationModel;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>What is printed in the country before a value, known by list or by grammar; the cases stand in tests/golden/labels.</summary>
public class LabelVocabularyTests
{
    [Fact]
    public void Every_label_of_the_vocabulary_names_its_field()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "labels", "vocabulary.yaml"))));
        var wrong = ((YamlMappingNode)stream.Documents[0].RootNode).Children
            .SelectMany(field => ((YamlSequenceNode)field.Value).Select(label => (Label: label.ToString(), Field: field.Key.ToString())))
            .Select(c => (c.Label, c.Field, Known: LabelTable.ByText.GetValueOrDefault(c.Label) ?? LabelGrammar.Field(c.Label)))
            .Where(c => c.Known != c.Field).Select(c => $"{c.Label} is {c.Known ?? "nothing"}, not {c.Field}");
        string.Join('\n', wrong).ShouldBeEmpty();
    }
}
