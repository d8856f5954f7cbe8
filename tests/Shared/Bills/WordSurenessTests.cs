using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Words whose characters are all read surely, and which are yet not sure.</summary>
public class WordSurenessTests
{
    private static readonly BasisPoints Sure = new(9_500);

    private static IReadOnlyDictionary<string, FieldReading> Read(params string[] rows) =>
        BillReader.Read([Drawn.Page(["示例镇卫生院", "出院记录", .. rows, "出院医嘱：休息", "诊疗经过：略"])]).Fields;

    [Theory]
    [InlineData("姓名：卞金根  性别：男", "卞金根", true)]
    [InlineData("姓名：下金根  性别：男", "下金根", false)]
    [InlineData("姓名：欧阳海  性别：男", "欧阳海", true)]
    [InlineData("姓名：      桂兰  性别：男", "桂兰", false)]
    public void A_name_that_cannot_be_one_or_begins_late_is_doubted(string row, string name, bool sure)
    {
        var field = Read(row)["name"];
        (field.Value, field.Confidence >= Sure).ShouldBe((name, sure));
    }

    [Theory]
    [InlineData("姓名：周桂兰  科别：眼科", true)]
    [InlineData("姓名：周桂兰  科别：眼", false)]
    public void A_department_is_sure_when_it_ends_like_one(string row, bool sure) => (Read(row)["department"].Confidence >= Sure).ShouldBe(sure);

    [Theory]
    [InlineData("姓名：周桂兰  住院号：00230446", "admissionNumber", 9_900)]
    [InlineData("姓名：周桂兰  病案号：00230446", "admissionNumber", 9_000)]
    [InlineData("姓名：周桂兰  病区：骨科", "department", 9_900)]
    [InlineData("姓名：周桂兰  病区：骨科三病区", "department", 9_000)]
    [InlineData("姓名：周桂兰  医院名称：颖上县示例医院", "hospital", 9_400)]
    [InlineData("姓名：周桂兰  出院诊断：化疗后骨髓抑制1度", "diagnosis", 9_400)]
    public void What_may_mean_another_thing_is_never_surer(string row, string field, int most) => Read(row)[field].Confidence.Value.ShouldBe(most);

    [Fact]
    public void Another_hospital_is_not_the_stays() =>
        Read("首诊医院  清溪县人民医院", "姓名：周桂兰  性别：女")["hospital"].Value.ShouldBe("示例镇卫生院");

    [Fact]
    public void Somebody_elses_name_is_not_the_patients() => Read("受益人姓名：周桂兰  村医姓名：郑小满").Keys.ShouldNotContain("name");

    [Theory]
    [InlineData("出院诊断：1.急性阑尾炎2.高血压病", true)]
    [InlineData("出院诊断：2.高血压病3.脂肪肝", false)]
    [InlineData("出院诊断：2型糖尿病伴周围神经病变", true)]
    [InlineData("出院诊断：1.带状疱疹2神经痛", false)]
    [InlineData("出院诊断：1.高血压病2级", true)]
    public void Diagnoses_that_begin_with_their_second_number_are_doubted(string row, bool sure) =>
        (Read("姓名：周桂兰  性别：女", row)["diagnosis"].Confidence >= Sure).ShouldBe(sure);

    [Theory]
    [InlineData("住院 10 天", true)]
    [InlineData("住院 12 天", false)]
    public void Dates_out_of_a_sentence_are_sure_where_the_days_agree(string days, bool sure) =>
        (Read("患者周桂兰，女，于 2026年4月9日 入院，2026年4月19日 出院，" + days + "。")["admitted"].Confidence >= Sure).ShouldBe(sure);
}
