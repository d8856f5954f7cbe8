using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class DiagnosisTextTests
{
    [Theory]
    [InlineData("ＣＯＰＤ", "COPD")]
    [InlineData("肺ca", "肺CA")]
    [InlineData("宫颈癌Ⅱ期", "宫颈癌II期")]
    [InlineData("癲癎", "癲痫")]
    public void Spellings_of_one_text_fold_into_one(string text, string folded) =>
        DiagnosisText.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("1.高血压；2.糖尿病", new[] { "高血压", "糖尿病" })]
    [InlineData("①肺炎②心衰", new[] { "肺炎", "心衰" })]
    [InlineData("高血压 冠心病/糖尿病", new[] { "高血压", "冠心病", "糖尿病" })]
    [InlineData("胎重2.5kg", new[] { "胎重2.5kg" })]
    [InlineData("12；？", new string[0])]
    public void Text_is_cut_where_one_diagnosis_ends(string text, string[] parts) =>
        DiagnosisParts.Split(text).ShouldBe(parts);

    [Theory]
    [InlineData("肺CA术后", "肺癌术后")]
    [InlineData("CA125升高", "CA125升高")]
    [InlineData("MSU", "MSU")]
    [InlineData("CKD5期", "慢性肾脏病5期")]
    [InlineData("脑梗", "脑梗死")]
    [InlineData("脑梗死", "脑梗死")]
    [InlineData("AMI", "急性心肌梗死")]
    public void Abbreviation_is_written_out_only_where_it_stands_for_itself(string text, string written) =>
        Abbreviations.Default.Expand(text).ShouldBe(written);
}
