using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

public class ListCheckTests
{
    private const string Columns = "日期        项目编码         项目名称            数量  单价    金额      自付比例  自付金额  类别";

    private static PaperReading Read(params string[] rows) => BillReader.Read([Drawn.Page(["住院费用清单", "姓名：周桂兰  住院号：00230446", "入院日期：2026-09-08  出院日期：2026-09-17", Columns, .. rows])]);

    [Fact]
    public void Rows_carry_day_and_self_pay_share()
    {
        var row = Read("2026-09-09  002103000010000  胸部平扫            2   240.00  480.00    10%     48.00   乙").Rows.Single();
        (row.Date, row.SelfShare, row.SelfPaid, row.Class).ShouldBe((new DateOnly(2026, 9, 9), BasisPoints.FromPercent(10), new Fen(4800), "乙"));
    }

    [Theory]
    [InlineData("2026-09-17", true)]
    [InlineData("2026-09-18", false)]
    [InlineData("09-08", true)]
    [InlineData("08-30", false)]
    public void Days_outside_the_stay_are_a_sentence(string day, bool passes)
    {
        var check = Read($"{day}  002103000010000  胸部平扫            2   240.00  480.00    10%     48.00   乙").Checks.Single(c => c.Code == "list-dates-within-stay");
        check.Passed.ShouldBe(passes);
        if (!passes)
            check.Detail.ShouldNotBeNull().ShouldContain("胸部平扫");
    }

    [Theory]
    [InlineData("48.00", true)]
    [InlineData("84.00", false)]
    public void Self_pay_is_the_share_of_the_amount(string paid, bool passes) =>
        Read($"2026-09-09  002103000010000  胸部平扫            2   240.00  480.00    10%     {paid}   乙").Checks.Single(c => c.Code == "self-paid-equals-share").Passed.ShouldBe(passes);

    [Theory]
    [InlineData("555.00", true)]
    [InlineData("565.00", false)]
    public void Subtotals_are_the_sum_of_their_rows(string subtotal, bool passes) => BillReader.Read([Drawn.Page(
        "住院费用清单", "姓名：周桂兰  住院号：00230446", "项目编码         项目名称            数量  单价    金额",
        "002103000010000  胸部平扫            2   240.00  480.00", "002501010150000  血细胞分析          5   15.00   75.00", $"                 小计                            {subtotal}",
        "001201000030000  二级护理            3   20.00   60.00", "                 小计                            60.00", "合计：615.00")])
        .Checks.Single(c => c.Code == "subtotals-equal-rows").Passed.ShouldBe(passes);

    [Fact]
    public void Amount_of_a_row_is_put_right_where_price_quantity_and_the_total_agree()
    {
        var paper = Paper("480.09", "555.00");
        paper.Rows[0].Amount.ShouldBe(new Fen(48000));
        paper.Rows[0].Source.ShouldBe(FieldSource.Repaired);
        paper.Checks.ShouldAllBe(c => c.Passed);
    }

    [Fact]
    public void Amount_of_a_row_stays_as_read_where_the_total_does_not_prove_it()
    {
        var paper = Paper("480.09", "556.00");
        paper.Rows[0].Amount.ShouldBe(new Fen(48009));
        paper.Rows[0].Source.ShouldBe(FieldSource.Read);
        paper.Checks.Single(c => c.Code == "price-times-quantity").Passed.ShouldBeFalse();
    }

    private static PaperReading Paper(string amount, string total) => BillReader.Read([Drawn.Page(
        "住院费用清单", "姓名：周桂兰  住院号：00230446", "项目编码         项目名称            数量  单价    金额",
        $"002103000010000  胸部平扫            2   240.00  {amount}", "002501010150000  血细胞分析          5   15.00   75.00", $"费用总额：{total}")]);
}
