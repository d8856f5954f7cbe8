using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class OperationsTests
{
    [Theory]
    [InlineData("行腹腔镜下胆囊切除术", "51.23")]
    [InlineData("胆囊切除术后", "51.22")]
    [InlineData("冠状动脉支架植入术后", "36.06")]
    [InlineData("冠心病 PCI术后", "36.06")]
    [InlineData("左膝人工关节置换术后", "81.54")]
    [InlineData("剖宫产术后", "74.1")]
    [InlineData("右眼白内障超声乳化+人工晶体植入术", "13.41 13.7")]
    [InlineData("左侧腹股沟斜疝无张力修补术", "53.00")]
    [InlineData("左股骨颈骨折，内固定取出术后", "78.60")]
    [InlineData("急性阑尾炎", "")]
    [InlineData("胆囊结石，阑尾炎", "")]
    public void Operation_is_found_by_the_words_of_one_part(string text, string codes) =>
        string.Join(' ', DiagnosisMatcher.Default.Match(text).Operations.Select(o => o.Code)).ShouldBe(codes);

    [Theory]
    [InlineData("急性阑尾炎，阑尾切除术", true)]
    [InlineData("阑尾切除术后，阑尾切除术", true)]
    [InlineData("急性阑尾炎，阑尾切除术后", false)]
    [InlineData("拟行阑尾切除术", false)]
    [InlineData("阑尾切除术？", false)]
    [InlineData("阑尾切除手术史", false)]
    public void Done_before_planned_or_doubted_is_not_sure(string text, bool sure) =>
        DiagnosisMatcher.Default.Match(text).Operations.ShouldBe([new Operation("47.09", "阑尾切除术") { Sure = sure }]);

    [Fact]
    public void Every_row_is_found_by_its_own_words()
    {
        foreach (var row in DiseaseData.Rows("operations.tsv"))
        {
            row.Length.ShouldBe(3);
            var own = string.Concat(row[2].Split(' ').Select(w => w.Split('|')[0]));
            new OperationList([row]).In([own]).ShouldBe([new Operation(row[0], row[1])]);
        }
    }
}
