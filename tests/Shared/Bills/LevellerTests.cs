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

    /// <summary>The page's own lean, and a line with label and value besides: its right end is the value, printed lower.</summary>
    private static Quad Leaning(RecognisedLine line, int perThousand)
    {
        var q = line.Where;
        int Lower(int x) => x * perThousand / 1000;
        var value = line.Text.Contains('：', StringComparison.Ordinal) ? 9 : 0;
        return new Quad(q.X0, q.Y0 + Lower(q.X0), q.X1, q.Y1 + Lower(q.X1) + value, q.X2, q.Y2 + Lower(q.X2) + value, q.X3, q.Y3 + Lower(q.X3));
    }
}
