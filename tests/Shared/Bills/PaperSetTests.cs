using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

public class PaperSetTests
{
    private static ClaimPaper Paper(string id, params string[] rows) => new(id, BillReader.Read([Drawn.Page(rows)]));

    private static ClaimPaper Discharge(string name = "周桂兰", string left = "2026-09-17") => Paper("discharge",
        "江阴市示例人民医院", "出院记录", $"姓名：{name}  性别：女  住院号：00230446", $"入院日期：2026-09-08  出院日期：{left}  住院天数：9天",
        "入院诊断：急性阑尾炎", "出院诊断：1.急性阑尾炎 2.高血压病2级", "诊疗经过：急诊手术治疗。", "出院医嘱：注意休息");

    private static ClaimPaper List() => Paper("list",
        "江阴市示例人民医院", "住院费用清单", "姓名：周桂兰  住院号：00230446  出院日期：2026-09-17",
        "项目编码         项目名称            类别  单价    数量  金额",
        "001102000050000  住院诊察费          甲    160.00   9     1440.00",
        "XJ01DDT052B001010  注射用头孢曲松钠    乙    119.30   18    2147.40",
        "费用总计：3587.40");

    private static ClaimPaper Settlement(string id = "settlement", string cash = "1787.40") => Paper(id,
        "江阴市基本医疗保险住院费用结算单", "结算编号：320220260917868628", "姓名：周桂兰  身份证号：329901195903080082", "医院名称：江阴市示例人民医院  住院号：00230446",
        "入院日期：2026-09-08  出院日期：2026-09-17", "出院诊断：急性阑尾炎；高血压病2级", "医疗费总额：3587.40  起付标准：300.00",
        $"统筹基金支付：1800.00  大病保险支付：0.00  个人账户支付：0.00  个人现金支付：{cash}");

    [Fact]
    public void What_is_missing_is_named_in_everyday_words()
    {
        var set = PaperSet.Of([Discharge()]);
        set.Present.ShouldBe([PaperKind.DischargeRecord]);
        set.Missing.ShouldBe(["费用清单", "医保结算单"]);
        set.IsComplete.ShouldBeFalse();
        set.Stay.ShouldBeNull();
    }

    [Fact]
    public void Three_papers_that_agree_make_one_stay()
    {
        var set = PaperSet.Of([Settlement(), Discharge(), List()]);
        set.IsClear.ShouldBeTrue();
        var stay = set.Stay.ShouldNotBeNull();
        stay.Name.ShouldBe("周桂兰");
        stay.IdNumber.ShouldBe("329901195903080082");
        (stay.Sex, stay.Age).ShouldBe(("女", 67));
        (stay.Admitted, stay.Discharged, stay.Days).ShouldBe((new DateOnly(2026, 9, 8), new DateOnly(2026, 9, 17), 9));
        stay.Diagnosis.ShouldBe("急性阑尾炎；高血压病2级");
        (stay.Total, stay.BasicPaid, stay.CriticalPaid, stay.CashPaid).ShouldBe((new Fen(358740), new Fen(180000), Fen.Zero, new Fen(178740)));
        stay.SettlementNumber.ShouldBe("320220260917868628");
        stay.AssistancePaid.ShouldBeNull();
        stay.LowestConfidence.ShouldBeGreaterThan(new BasisPoints(9_000));
        stay.Unsure.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_operated_on_comes_from_the_records_own_line_and_the_bill_says_what_no_other_paper_does()
    {
        var record = Paper("discharge", "江阴市示例人民医院（东院区）", "出院记录", "姓名：周桂兰  性别：女  住院号：00230446", "入院日期：2026-09-08  出院日期：2026-09-17",
            "出院诊断：急性阑尾炎", "手术名称：腹腔镜下阑尾切除术", "出院医嘱：注意休息");
        var bill = Paper("bill", "江苏省医疗住院收费票据（电子）", "票据代码：32060122  票据号码：0011223344", "交款人：周桂兰  住院号：00230446", "金额合计（大写）叁仟伍佰捌拾柒元肆角整  （小写）3587.40");
        var set = PaperSet.Of([record, List(), Settlement(), bill]);
        set.Conflicts.ShouldBeEmpty();
        var stay = set.Stay.ShouldNotBeNull();
        (stay.Operation, stay.BillCode, stay.BillNumber).ShouldBe(("腹腔镜下阑尾切除术", "32060122", "0011223344"));
        stay.Unsure.ShouldBeEmpty();
    }

    [Fact]
    public void Papers_of_two_people_are_a_conflict_that_names_both()
    {
        var set = PaperSet.Of([Discharge(name: "吕海金"), List(), Settlement()]);
        var conflict = set.Conflicts.Single(c => c.Code == "names-differ");
        conflict.Sentence.ShouldContain("出院记录写的是吕海金，费用清单、医保结算单写的是周桂兰");
        PaperSet.Of([Discharge(), Discharge(name: "吕海金") with { Id = "another" }, List(), Settlement()]).Conflicts.Single(c => c.Code == "names-differ").Sentence
            .ShouldContain("出院记录、费用清单、医保结算单写的是周桂兰，另一张出院记录写的是吕海金");
        conflict.Papers.ShouldBe(["discharge", "list", "settlement"], ignoreOrder: true);
        set.IsClear.ShouldBeFalse();
    }

    [Theory]
    [InlineData("吕海金", true)]
    [InlineData("周挂兰", false)]
    public void Name_that_is_hardly_legible_still_tells_another_person(string name, bool conflict)
    {
        var blurred = new ClaimPaper("discharge", BillReader.Read([Drawn.Page(6_500, "江阴市示例人民医院", "出院记录", $"姓名：{name}  性别：女  住院号：00230446", "入院日期：2026-09-08  出院日期：2026-09-17", "出院诊断：急性阑尾炎", "出院医嘱：注意休息")]));
        PaperSet.Of([blurred, List(), Settlement()]).Conflicts.Any(c => c.Code == "names-differ").ShouldBe(conflict);
    }

    [Fact]
    public void Card_of_the_volunteer_who_sends_the_papers_is_nobody_of_the_claim()
    {
        var card = Paper("card", "代办证", "守望村村级医疗互助会", "代办员：吕海金", "编号：329901853049-CGFNE");
        card.Reading.Kind.ShouldBe(PaperKind.VolunteerCard);
        card.Reading.Fields["cardNumber"].Value.ShouldBe("329901853049-CGFNE");
        var set = PaperSet.Of([Discharge(), List(), Settlement(), card]);
        set.Conflicts.ShouldBeEmpty();
        set.NotUsed.ShouldBe(["card"]);
    }

    [Fact]
    public void Papers_of_two_stays_are_a_conflict() =>
        PaperSet.Of([Discharge(left: "2026-10-02"), List(), Settlement()]).Conflicts.Select(c => c.Code).ShouldContain("discharge-dates-differ");

    [Fact]
    public void Sum_that_fails_keeps_the_set_from_being_clear()
    {
        var set = PaperSet.Of([Discharge(), List(), Settlement(cash: "1287.40")]);
        set.IsComplete.ShouldBeTrue();
        set.IsClear.ShouldBeFalse();
        set.Checks.Single(c => c.Code == "payments-equal-total").Passed.ShouldBeFalse();
    }

    [Fact]
    public void Picture_of_something_else_is_set_aside()
    {
        var receipt = Paper("receipt", "守望生活超市", "品名  数量  金额", "大米5kg  1  32.90", "合计：32.90");
        PaperSet.Of([Discharge(), receipt]).NotUsed.ShouldBe(["receipt"]);
    }

    [Fact]
    public void Same_sheet_photographed_twice_counts_once() =>
        PaperSet.Of([Discharge(), List(), Settlement(), Settlement("again")]).IsClear.ShouldBeTrue();
}
