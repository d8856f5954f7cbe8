using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

public class BillReaderTests
{
    private static readonly string[] Bill =
    [
        "江苏省医疗住院收费票据（电子）",
        "票据代码：32060123    票据号码：0011223344",
        "交款人：周桂兰    开票日期：2021年10月18日",
        "项目名称  金额（元）  项目名称  金额（元）",
        "床位费    120.00    化验费    346.50",
        "西药费    1013.60    手术费    3000.00",
        "金额合计（大写）肆仟肆佰捌拾元壹角整    （小写）4480.10",
        "住院号：00230446    住院科别：普外科    住院时间：20211015-20211018",
        "医保统筹基金支付：2240.05    其他支付：0.00    个人账户支付：200.00    个人现金支付：2040.05",
        "个人自付：2000.05    个人自费：240.00",
        "收款单位（章）：江阴市示例人民医院    收款人：示例",
    ];

    private static string[] With(string[] rows, string old, string replacement)
    {
        rows.ShouldContain(r => r.Contains(old, StringComparison.Ordinal));
        return [.. rows.Select(r => r.Replace(old, replacement, StringComparison.Ordinal))];
    }

    private static PaperReading Read(string[] rows) => BillReader.Read([Drawn.Page(rows)]);

    [Fact]
    public void Bill_is_read_by_its_labels()
    {
        var paper = Read(Bill);
        paper.Kind.ShouldBe(PaperKind.InpatientBill);
        Values(paper).ShouldBe(new Dictionary<string, string>
        {
            ["billCode"] = "32060123",
            ["billNumber"] = "0011223344",
            ["name"] = "周桂兰",
            ["totalInWords"] = "肆仟肆佰捌拾元壹角整",
            ["total"] = "4480.10",
            ["admissionNumber"] = "00230446",
            ["department"] = "普外科",
            ["admitted"] = "2021-10-15",
            ["discharged"] = "2021-10-18",
            ["days"] = "3",
            ["basicPaid"] = "2240.05",
            ["otherPaid"] = "0.00",
            ["accountPaid"] = "200.00",
            ["cashPaid"] = "2040.05",
            ["selfPay"] = "2000.05",
            ["selfFunded"] = "240.00",
            ["hospital"] = "江阴市示例人民医院",
        }, ignoreOrder: true);
        paper.Checks.ShouldAllBe(c => c.Passed);
        paper.Checks.Select(c => c.Code).ShouldBe(["capital-equals-figures", "items-equal-total", "payments-equal-total", "own-money-equals-own-share", "own-share-equals-rest", "discharge-after-admission"], ignoreOrder: true);
        paper.Quality.ShouldBe(new PictureQuality(true, null));
    }

    [Fact]
    public void Amounts_that_a_check_supports_are_sure() => Read(Bill).Fields["total"].Confidence.ShouldBeGreaterThanOrEqualTo(new BasisPoints(9_500));

    [Fact]
    public void Amounts_without_any_check_are_never_sure()
    {
        string[] alone = [.. Bill.Where(r => !r.Contains("个人自付", StringComparison.Ordinal) && !r.StartsWith("床位费", StringComparison.Ordinal) && !r.Contains("金额合计", StringComparison.Ordinal)), "起付标准：500.00"];
        Read(alone).Fields["deductible"].Confidence.ShouldBeLessThan(new BasisPoints(9_500));
    }

    [Fact]
    public void Altered_figures_are_flagged_and_not_mended()
    {
        var paper = Read(With(Bill, "（小写）4480.10", "（小写）9480.10"));
        paper.Fields["total"].Value.ShouldBe("9480.10");
        paper.Fields["total"].Source.ShouldBe(FieldSource.Read);
        paper.Fields["total"].Confidence.ShouldBeLessThan(new BasisPoints(7_000));
        var check = paper.Checks.Single(c => c.Code == "capital-equals-figures");
        check.Passed.ShouldBeFalse();
        check.Detail.ShouldNotBeNull().ShouldContain("大写");
    }

    [Theory]
    [InlineData("4480.10", "448010")]
    [InlineData("4480.10", "4480,10")]
    [InlineData("4480.10", "4480 10")]
    public void Lost_decimal_point_is_repaired_where_a_sum_proves_it(string printed, string recognised)
    {
        var total = Read(With(Bill, printed, recognised)).Fields["total"];
        total.Value.ShouldBe("4480.10");
        total.Source.ShouldBe(FieldSource.Repaired);
    }

    [Fact]
    public void Lost_decimal_point_stays_doubtful_where_nothing_proves_it()
    {
        var field = Read([.. Bill, "起付标准：50000"]).Fields["deductible"];
        field.Confidence.ShouldBeLessThanOrEqualTo(new BasisPoints(5_000));
        field.Source.ShouldBe(FieldSource.Read);
    }

    [Fact]
    public void Amount_whose_figures_were_lost_follows_from_the_sum()
    {
        var cash = Read(With(Bill, "个人现金支付：2040.05", "个人现金支付：")).Fields["cashPaid"];
        cash.Value.ShouldBe("2040.05");
        cash.Source.ShouldBe(FieldSource.Derived);
    }

    [Fact]
    public void Hardly_legible_amount_is_put_right_where_every_sum_asks_for_the_same()
    {
        var cash = Read(With(Bill, "个人现金支付：2040.05", "个人现金支付：204")).Fields["cashPaid"];
        (cash.Value, cash.Source).ShouldBe(("2040.05", FieldSource.Repaired));
        cash.Confidence.ShouldBeLessThan(new BasisPoints(9_500));
    }

    [Fact]
    public void Clearly_printed_amount_is_never_put_right_by_sums()
    {
        var paper = Read(With(Bill, "个人现金支付：2040.05", "个人现金支付：3040.05"));
        paper.Fields["cashPaid"].Value.ShouldBe("3040.05");
        paper.Checks.Single(c => c.Code == "payments-equal-total").Passed.ShouldBeFalse();
    }

    [Fact]
    public void Total_without_legible_figures_is_taken_from_the_capitals()
    {
        var total = Read(With(Bill, "（小写）4480.10", "（小写）")).Fields["total"];
        (total.Value, total.Source).ShouldBe(("4480.10", FieldSource.Derived));
    }

    [Fact]
    public void Neighbouring_cells_read_as_one_are_split_at_known_labels()
    {
        var paper = Read(With(Bill, "个人账户支付：200.00    个人现金支付：2040.05", "个人账户支付：200.00个人现金支付：2040.05"));
        paper.Fields["accountPaid"].Value.ShouldBe("200.00");
        paper.Fields["cashPaid"].Value.ShouldBe("2040.05");
    }

    [Theory]
    [InlineData("医保统筹基金支付", "医保统筹基全支付")]
    [InlineData("个人现金支付", "个人现佥支付")]
    public void Label_with_one_wrong_character_is_still_known(string label, string recognised) =>
        Values(Read(With(Bill, label, recognised))).Keys.ShouldBe(Values(Read(Bill)).Keys, ignoreOrder: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Page_photographed_sideways_or_upside_down_reads_the_same(int quarterTurns) =>
        Values(BillReader.Read([Drawn.Turned(Drawn.Page(Bill), quarterTurns)])).ShouldBe(Values(Read(Bill)), ignoreOrder: true);

    [Fact]
    public void Every_field_says_where_it_stands()
    {
        var total = Read(Bill).Fields["total"].Where.ShouldNotBeNull();
        total.Top.ShouldBe(40 + (6 * 40));
        (total.Right - total.Left).ShouldBeInRange(40, 110);
    }

    [Fact]
    public void Wrong_check_digit_is_flagged_and_the_number_doubtful()
    {
        var paper = Read([.. Bill, "身份证号：329901195903080083"]);
        paper.Fields["idNumber"].Confidence.ShouldBeLessThanOrEqualTo(new BasisPoints(5_000));
        paper.Checks.Single(c => c.Code == "identity-number-check-digit").Passed.ShouldBeFalse();
    }

    private static Dictionary<string, string> Values(PaperReading paper) => paper.Fields.ToDictionary(f => f.Key, f => f.Value.Value);
}
