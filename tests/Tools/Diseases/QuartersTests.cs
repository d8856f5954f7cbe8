using Shouwang.Shared.Diagnoses;
using Shouwang.Tools.Diseases;

namespace Shouwang.Tools.Tests.Diseases;

public class QuartersTests
{
    static readonly string[] Texts = ["左股骨颈骨折", "急性阑尾炎", "右侧股骨颈骨折", "2型糖尿病", "股骨颈骨折。", "胆囊结石", "肺炎", "脑梗死", "高血压"];

    [Fact]
    public void Nearly_the_same_text_falls_into_the_same_quarter()
    {
        var quarters = Of(Texts);
        quarters[2].ShouldBe(quarters[0]);
        quarters[4].ShouldBe(quarters[0]);
        quarters.Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_order_of_the_texts_does_not_matter() =>
        Of([.. Texts.Reverse()]).Reverse().ShouldBe(Of(Texts));

    static IReadOnlyList<int> Of(string[] texts) => Quarters.Of([.. texts.Select(t => new LabelledText(t, new HashSet<DiseaseEntry>(), []))]);
}
