using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Which lines lie in one row, on a page that leans and on one that does not.</summary>
public class LevellerTests
{
    private static readonly string[] Bill =
    [
        "云江省医疗机构住院收费票据",
        "姓名：雷世明      性别：男          住院号：2026082791      科室：呼吸与危重症医学科",
        "住院日期：20260913—20260928        住院天数：15            票据代码：12649355",
        "项目                    金额                      项目                      金额",
        "床位费                  600.00                    治疗费                    83.28",
        "诊察费                  321.75                    卫生材料费                296.99",
        "护理费                  254.40                    西药费                    237.60",
        "化验费                  433.48                    中成药费                  25.50",
        "合计（大写）贰仟贰佰伍拾叁元整                      合计（小写）￥2253.00",
        "统筹支付：1411.38     大病支付：0.00     医疗救助：161.37     个人账户：441.40     现金支付：238.85",
        "预交金：500.00        退款：261.15",
        "收款单位：临湖县第二人民医院      收款人：何小琳      日期：2026-09-28",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public void Values_printed_lower_than_their_labels_do_not_make_the_page_lean(int perThousand)
    {
        var drawn = Drawn.Page(Bill);
        var paper = BillReader.Read([drawn with { Lines = [.. drawn.Lines.Select(line => line with { Where = Leaning(line, perThousand) })] }]);
        paper.Checks.Single(c => c.Code == "items-equal-total").Passed.ShouldBeTrue();
        paper.Checks.ShouldAllBe(c => c.Passed);
        paper.Fields["name"].Value.ShouldBe("雷世明");
    }

    /// <summary>Short cells far from each other, whose boxes say their slope but coarsely: all of them together say it well.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(-28)]
    [InlineData(33)]
    public void Short_cells_far_from_each_other_lie_in_the_row_that_all_lines_together_tell(int perThousand)
    {
        var drawn = Drawn.Page(Sums);
        var paper = BillReader.Read([drawn with { Lines = [.. drawn.Lines.Select(line => line with { Where = Rounded(line.Where, perThousand, drawn.Height) })] }]);
        paper.Fields["total"].Value.ShouldBe("1046.76");
        paper.Checks.ShouldAllBe(c => c.Passed);
    }

    private static readonly string[] Sums =
    [
        "示例县妇幼保健院住院患者费用明细清单",
        "姓名：曾芳文            性别：男            住院号：6959150            住院天数：4天",
        "费用类别    项目名称/规格                                                                    单位    数量    单价      金额",
        "西药费",
        "            氨溴索注射液(15mg:2ml)                                                           支      1       5.82      5.82",
        "            头孢曲松钠注射剂(1g/瓶)                                                          瓶      6       27.18     163.08",
        "小计                                                                                                                   168.90",
        "检查费",
        "            胸部CT平扫                                                                       次      1       252.49    252.49",
        "小计                                                                                                                   252.49",
        "化验费",
        "            血细胞分析                                                                       次      6       18.90     113.40",
        "            凝血四项                                                                         项      1       68.30     68.30",
        "小计                                                                                                                   181.70",
        "治疗费",
        "            低流量吸氧                                                                       小时    12      3.52      42.24",
        "            静脉输液                                                                         组      12      9.08      108.96",
        "小计                                                                                                                   151.20",
        "护理费",
        "            Ⅱ级护理                                                                          日      4       15.00     60.00",
        "小计                                                                                                                   60.00",
        "卫生材料费",
        "            留置针(24G)                                                                      个      4       22.56     90.24",
        "            一次性使用输液器                                                                 套      6       2.94      17.64",
        "            可吸收缝合线(3-0)                                                                根      1       124.59    124.59",
        "小计                                                                                                                   232.47",
        "总计                                                                                                                   1046.76",
    ];

    /// <summary>The slope grows from nothing at the page's top to so much at its foot; a box's ends are given to the next multiple of so many pixels, as on a picture made smaller.</summary>
    private static Quad Rounded(Quad q, int perThousand, int height)
    {
        const int Coarse = 7;
        int Lower(int x, int y) => (int)((long)x * perThousand * y / height / 1000 / Coarse * Coarse);
        var (left, right) = (Lower(q.X0, q.Y0), Lower(q.X1, q.Y0));
        return new Quad(q.X0, q.Y0 + left, q.X1, q.Y1 + right, q.X2, q.Y2 + right, q.X3, q.Y3 + left);
    }

    /// <summary>The page's own lean, and a line with label and value besides: its right end is the value, printed lower.</summary>
    private static Quad Leaning(RecognisedLine line, int perThousand)
    {
        var q = line.Where;
        int Lower(int x) => x * perThousand / 1000;
        var value = line.Text.Contains('：', StringComparison.Ordinal) ? 9 : 0;
        return new Quad(q.X0, q.Y0 + Lower(q.X0), q.X1, q.Y1 + Lower(q.X1) + value, q.X2, q.Y2 + Lower(q.X2) + value, q.X3, q.Y3 + Lower(q.X3));
    }
}
