using Shouwang.Shared.Diagnoses;
using Shouwang.Tools.Diseases;

namespace Shouwang.Tools.Tests.Diseases;

public class LearningTests
{
    static readonly DiseaseCatalogue Catalogue = DiseaseCatalogue.Default;

    [Fact]
    public void What_was_learned_from_a_few_names_is_found_again()
    {
        var matcher = new DiagnosisMatcher(Catalogue, Learn());
        matcher.Match("急性阑尾炎").Matches[0].Entry.Code.ShouldBe("K35");
        matcher.Match("左肺恶性肿瘤").Matches[0].Entry.Code.ShouldBe("C34");
    }

    [Fact]
    public void Same_examples_give_the_same_weights() => Learn().ShouldBe(Learn());

    [Fact]
    public void Nearest_neighbour_takes_the_name_that_shares_most()
    {
        var neighbour = new NearestNeighbour([("急性阑尾炎", "K35"), ("肺恶性肿瘤", "C34")], []);
        neighbour.Match("阑尾炎穿孔").Matches[0].Entry.Code.ShouldBe("K35");
    }

    static byte[] Learn()
    {
        (string Text, string Code)[] texts = [("急性阑尾炎", "K35"), ("阑尾炎穿孔", "K35"), ("肺恶性肿瘤", "C34"), ("左肺恶性肿瘤", "C34")];
        var fragments = texts.SelectMany(t => DiagnosisMatcher.FragmentsOf(t.Text)).Distinct().Select((f, i) => (f, i)).ToDictionary(p => p.f, p => p.i);
        var learner = new Learner(fragments.Count, Catalogue.Entries);
        learner.Learn(
            [.. texts.Select(t => (DiagnosisMatcher.FragmentsOf(t.Text).Select(f => fragments[f]).ToArray(), new[] { Catalogue.IndexOf(Catalogue.FindByIcd10(t.Code)!) }, 1f))],
            rounds: 12,
            weakest: 0.2f,
            _ => { });
        return WeightsFile.Of(fragments, [.. learner.Weights.Select(row => row.Select((w, column) => (column, w)).ToArray())]);
    }
}
