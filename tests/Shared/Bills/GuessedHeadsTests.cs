using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Lists whose heads were misread or not seen: rows count only where price times quantity proves them.</summary>
public class GuessedHeadsTests
{
    private const string First = "001102000050000  住院诊察费          甲    16.00   9     144.00";
    private const string Second = "XJ01DDT052B001010  注射用头孢曲松钠    乙    11.93   18    214.74";
    private const string Wrong = "001204000060000  静脉输液            甲    11.00   5     85.00";

    private static IReadOnlyList<FeeRow> Read(string columns, params string[] rows) =>
        BillReader.Read([Drawn.Page(9_000, ["住院费用清单", "姓名：周桂兰  住院号：00230446  科室：普外科", columns, .. rows])]).Rows;

    [Theory]
    [InlineData("项目编码         项目名称            类别  单价    数星  全额")]
    [InlineData("项扫编码         项目名称            类别  单阶    数量  金额")]
    [InlineData("项目编码         项目名称            类别  单价    数量")]
    [InlineData("项目编码         项目名称            类别  单价    数量  全锁")]
    [InlineData("项目编码         项目名称            类别  单价          金额")]
    [InlineData("项目编码         项目名称            类别          数量  金额")]
    public void Rows_under_a_head_misread_or_lost_are_known_by_price_times_quantity(string columns) =>
        Read(columns, First, Second).Select(r => r with { Confidence = default }).ShouldBe([
            new FeeRow("001102000050000", "住院诊察费", "甲", "9", UnitPrice.Of(new Fen(1600)), new Fen(14400), default),
            new FeeRow("XJ01DDT052B001010", "注射用头孢曲松钠", "乙", "18", UnitPrice.Of(new Fen(1193)), new Fen(21474), default)]);

    [Fact]
    public void A_row_that_its_product_does_not_prove_is_left_out_under_such_a_head() =>
        Read("项扫编码         项目名称            类别  单价    数星  全额", First, Wrong, Second).Select(r => r.Name).ShouldBe(["住院诊察费", "注射用头孢曲松钠"]);

    [Theory]
    [InlineData(First)]
    [InlineData(First, Wrong)]
    public void One_row_alone_proves_no_head(params string[] rows) => Read("贵用月期  项扫编码         项目名称            类別  单阶    数星  全锁", rows).ShouldBeEmpty();
}
