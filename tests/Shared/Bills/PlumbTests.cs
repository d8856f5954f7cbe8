using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>A list whose page was photographed from the side: its columns lean, the left edge otherwise than the right.</summary>
public class PlumbTests
{
    /// <summary>The heads of quantity and amount were lost, so that only the places of the figures tell what they are.</summary>
    internal static readonly string[] List =
    [
        "示例市第二人民医院住院患者费用明细清单",
        "姓名：方霞琴          住院号：2874423059",
        "项目名称                              单位        单价",
        "住院诊查费                            日          18.0000         12          216.00          甲",
        "普通病房床位费                        日          36.0000         12          432.00          甲",
        "Ⅱ级护理                              日          22.0000         10          220.00          甲",
        "葡萄糖注射液                          袋          3.1500          10          31.50           甲",
        "氯化钾注射液                          支          0.8600          5           4.30            甲",
        "多索茶碱注射液                        支          4.7900          9           43.11           乙",
        "降钙素原检测                          项          128.0000        3           384.00          乙",
        "心脏彩色超声                          次          165.0000        1           165.00          乙",
        "注射用头孢曲松钠                      支          3.8600          10          38.60           甲",
        "心电监测                              小时        4.0000          36          144.00          甲",
        "一次性使用输液器                      支          1.4800          12          17.76           乙",
        "透明敷贴                              片          3.6000          3           10.80           丙",
    ];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(150, 100)]
    [InlineData(-160, -160)]
    [InlineData(60, 170)]
    public void Columns_that_lean_are_read_like_upright_ones(int left, int right)
    {
        var drawn = Drawn.Page(List);
        var paper = BillReader.Read([drawn with { Lines = [.. drawn.Lines.Select(line => line with { Where = Leaning(line.Where, left, right) })] }]);
        paper.Rows.Count.ShouldBe(12);
        paper.Rows.Select(row => row.Class).ShouldBe(["甲", "甲", "甲", "甲", "甲", "乙", "乙", "乙", "甲", "甲", "乙", "丙"]);
        paper.Rows.ShouldAllBe(row => row.UnitPrice!.Value.Times(long.Parse(row.Quantity!) * 1000) == row.Amount);
        paper.Rows[7].Amount.ToString().ShouldBe("165.00");
    }

    /// <param name="left">How far the left edge leans, in thousandths of the way down.</param>
    /// <param name="right">How far the right edge does.</param>
    private static Quad Leaning(Quad q, int left, int right)
    {
        int At(int x, int y) => x + ((left + ((right - left) * x / 1200)) * y / 1000);
        return new Quad(At(q.X0, q.Y0), q.Y0, At(q.X1, q.Y1), q.Y1, At(q.X2, q.Y2), q.Y2, At(q.X3, q.Y3), q.Y3);
    }
}
