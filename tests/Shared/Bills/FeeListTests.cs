using Shouwang.Shared.Bills;
using Shouwang.Shared.Bills.Papers;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

public class FeeListTests
{
    private const string Head = "姓名：周桂兰  住院号：00230446  科室：普外科";
    private const string Columns = "项目编码         项目名称            类别  单价    数量  金额";

    private static PaperReading Read(params string[] rows) => BillReader.Read([Drawn.Page(["住院费用清单", Head, Columns, .. rows])]);

    [Fact]
    public void Rows_carry_code_class_price_quantity_and_amount()
    {
        var paper = Read(
            "001102000050000  住院诊察费          甲    16.00   9     144.00",
            "XJ01DDT052B001010  注射用头孢曲松钠    乙    11.93   18    214.74",
            "合计                                             358.74");
        paper.Kind.ShouldBe(PaperKind.FeeList);
        paper.Rows.Select(r => r with { Confidence = default }).ShouldBe([
            new FeeRow("001102000050000", "住院诊察费", "甲", "9", UnitPrice.Of(new Fen(1600)), new Fen(14400), default),
            new FeeRow("XJ01DDT052B001010", "注射用头孢曲松钠", "乙", "18", UnitPrice.Of(new Fen(1193)), new Fen(21474), default)]);
        paper.Checks.Single(c => c.Code == "items-equal-total").Passed.ShouldBeTrue();
    }

    [Fact]
    public void Price_and_quantity_read_as_one_number_are_parted_by_the_amount()
    {
        var row = Read("001102000050000  住院诊察费          甲    16.009        144.00").Rows.Single();
        (row.UnitPrice, row.Quantity).ShouldBe((UnitPrice.Of(new Fen(1600)), "9"));
    }

    [Theory]
    [InlineData("001102000050000  住院诊察费          甲    16.00         144.00")]
    [InlineData("001102000050000  住院诊察费          甲    16.00   09    144.00")]
    [InlineData("001102000050000  住院诊察费          甲    16.00   59    144.00")]
    public void Lost_or_smudged_quantity_follows_from_price_and_amount(string row) => Read(row).Rows.Single().Quantity.ShouldBe("9");

    [Fact]
    public void Row_whose_product_is_wrong_is_flagged_and_doubtful()
    {
        var paper = Read("001102000050000  住院诊察费          甲    16.00   9     744.00");
        paper.Rows.Single().Confidence.ShouldBeLessThanOrEqualTo(new BasisPoints(6_000));
        paper.Checks.Single(c => c.Code == "price-times-quantity").Passed.ShouldBeFalse();
    }

    [Fact]
    public void Two_photos_of_one_list_count_together_and_one_page_sent_twice_counts_once()
    {
        var first = Read("001102000050000  住院诊察费          甲    16.00   9     144.00", "费用总计：358.74");
        var second = Read("XJ01DDT052B001010  注射用头孢曲松钠    乙    11.93   18    214.74", "费用总计：358.74");
        var set = PaperSet.Of([new ClaimPaper("a", first), new ClaimPaper("b", second), new ClaimPaper("c", first)]);
        set.Checks.Single(c => c.Code == "items-equal-total").Passed.ShouldBeTrue();
        set.Missing.ShouldBe(["出院记录", "医保结算单"]);
    }

    [Fact]
    public void Screens_of_one_list_that_overlap_count_each_line_once_where_the_total_proves_it()
    {
        PaperReading[] screens =
        [
            Read("001102000050000  住院诊察费          甲    16.00   9     144.00", "XJ01DDT052B001010  注射用头孢曲松钠    乙    11.93   18    214.74", "费用总计：403.74"),
            Read("XJ01DDT052B001010  注射用头孢曲松钠    乙    11.93   18    214.74", "001204000060000  静脉输液            甲    9.00    5     45.00"),
        ];
        Total(screens).ShouldBe((true, 3));
        Total([.. screens.Reverse()]).ShouldBe((true, 3));
        // Without the total to prove it nothing is left out.
        Total([screens[0], Read("XJ01DDT052B001010  注射用头孢曲松钠    乙    11.93   18    214.74", "001204000060000  静脉输液            甲    9.00    6     54.00")]).ShouldBe((false, 4));
    }

    [Fact]
    public void What_is_given_every_day_makes_two_pages_of_two_days_not_one_page_sent_twice()
    {
        PaperReading Day(string day, params string[] more) => BillReader.Read([Drawn.Page(["住院费用清单", "姓名：周桂兰  住院号：00230446  入院日期：2026-03-01  出院日期：2026-03-09", "日期        项目名称            类别  单价    数量  金额",
            $"{day}  住院诊察费          甲    16.00   1     16.00", $"{day}  静脉输液            甲    9.00    2     18.00", .. more])]);
        Total([Day("2026-03-02", "费用总计：68.00"), Day("2026-03-03"), Day("2026-03-03")]).ShouldBe((true, 4));
    }

    private static (bool Passed, int Rows) Total(PaperReading[] pages)
    {
        var list = PaperGrouping.ByKind([.. pages.Select((page, at) => new ClaimPaper($"{at}", page))])[PaperKind.FeeList];
        return (list.Checks.Single(c => c.Code == "items-equal-total").Passed, list.Rows.Count);
    }
}
