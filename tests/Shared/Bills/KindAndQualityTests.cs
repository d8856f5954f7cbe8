using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

public class KindAndQualityTests
{
    private static readonly string[] Discharge =
    [
        "江阴市示例人民医院", "出院记录", "姓名：周桂兰  性别：女  年龄：67岁  住院号：00230446", "入院日期：2026-09-08  出院日期：2026-09-17",
        "入院诊断：急性阑尾炎", "出院诊断：1.急性阑尾炎 2.高血压病2级", "诊疗经过：患者入院后完善检查，行手术治疗。", "出院医嘱：注意休息",
    ];

    [Fact]
    public void Blank_page_asks_for_a_picture_with_the_paper_on_it()
    {
        var paper = BillReader.Read([new RecognisedPage(1000, 1000, 0, [], [])]);
        paper.Kind.ShouldBe(PaperKind.Other);
        paper.Quality.Readable.ShouldBeFalse();
        paper.Quality.Advice.ShouldNotBeNull().ShouldContain("没有看到字");
    }

    [Fact]
    public void Blurred_page_asks_for_a_sharper_picture()
    {
        var paper = BillReader.Read([Drawn.Page(6_000, Discharge)]);
        paper.Quality.Readable.ShouldBeFalse();
        paper.Quality.Advice.ShouldNotBeNull().ShouldContain("模糊");
    }

    [Fact]
    public void Receipt_of_a_shop_is_no_hospital_paper() =>
        BillReader.Read([Drawn.Page("守望生活超市", "品名  数量  金额", "大米5kg  1  32.90", "鸡蛋30枚  1  26.80", "酱油500ml  1  8.90", "合计：68.60", "欢迎下次光临")]).Kind.ShouldBe(PaperKind.Other);

    [Fact]
    public void Discharge_record_gives_person_dates_and_diagnoses()
    {
        var paper = BillReader.Read([Drawn.Page(Discharge)]);
        paper.Kind.ShouldBe(PaperKind.DischargeRecord);
        paper.Fields["diagnosis"].Value.ShouldBe("急性阑尾炎；高血压病2级");
        paper.Fields["days"].Value.ShouldBe("9");
        paper.Fields["days"].Source.ShouldBe(FieldSource.Derived);
    }

    [Fact]
    public void Garbled_title_does_not_hide_the_kind() =>
        BillReader.Read([Drawn.Page([.. Discharge.Select(r => r == "出院记录" ? "山院汜禄" : r)])]).Kind.ShouldBe(PaperKind.DischargeRecord);
}
