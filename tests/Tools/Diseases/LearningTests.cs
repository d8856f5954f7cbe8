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

    [Fact]
    public void Shares_sum_to_one_and_ten_points_less_in_ten_divide_by_e()
    {
        float[] points = [30, 20, -5000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        SoftMax.Apply(points, 3, scale: 0.1f);
        points.Sum().ShouldBe(1, 1e-6);
        (points[0] / points[1]).ShouldBe(MathF.E, 1e-5);
        points[2].ShouldBe(0, 1e-9);
        points[3].ShouldBe(0);
    }

    static byte[] Learn()
    {
        (string Text, string Code)[] texts = [("急性阑尾炎", "K35"), ("阑尾炎穿孔", "K35"), ("肺恶性肿瘤", "C34"), ("左肺恶性肿瘤", "C34")];
        var fragments = texts.SelectMany(t => DiagnosisMatcher.FragmentsOf(t.Text)).Distinct().Select((f, i) => (f, i)).ToDictionary(p => p.f, p => p.i);
        var mean = new MeanWeights(fragments.Count, new Blocks(Catalogue.Entries).Columns);
        var learner = new Learner(fragments.Count, Catalogue.Entries, seed: 1, chapterShare: 0.3f);
        learner.Learn(
            [.. texts.Select(t => new NumberedExample([.. DiagnosisMatcher.FragmentsOf(t.Text).Select(f => fragments[f])], [Catalogue.IndexOf(Catalogue.FindByIcd10(t.Code)!)], 1))],
            rounds: 12,
            weakest: 0.2f,
            _ => { },
            mean);
        return WeightsFile.Of(fragments, mean.Rows(learners: 1, weakest: 0.2f));
    }
}
