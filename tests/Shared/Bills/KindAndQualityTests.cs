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
    public void What_is_paid_on_account_before_a_stay_is_no_bill() =>
        BillReader.Read([Drawn.Page("青石县中医医院", "住院预交金收据", "收据号：3121881745  日期：2025.12.16", "姓名：牛桂香  性别：女  住院号：00294108", "科室：内科  交款方式：微信", "金额（大写）：玖仟伍佰元整  （小写）：￥9500.00", "出院结算时凭此收据办理，不作报销凭证", "收款人：示例  收款单位（章）")]).Kind.ShouldBe(PaperKind.Other);

    [Fact]
    public void An_example_on_a_poster_is_nobodys_settlement() =>
        BillReader.Read([Drawn.Page("2026年城乡居民医保政策问答", "二级医院  起付线500元  报销75%", "举个例子", "住院总费用：20000.00元，其中个人自费：1500.00元，乙类先自付：500.00元，政策范围内费用：18000.00元", "统筹基金支付：13125.00元；大病保险支付：0.00元；医疗救助支付：1500.00元；个人现金支付：5375.00元", "身份证、医保卡、出院记录、费用清单、医保结算单。")]).Kind.ShouldBe(PaperKind.Other);

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
