using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Of another paper that shows at the edge of a photo nothing is read.</summary>
public class PaperBesideTests
{
    private const int Room = 80;

    private static readonly RecognisedPage Sheet = Drawn.Page(
        "平江县人民医院住院费用结算单",
        "姓名：吕福贵  性别：男",
        "住院号：20260417  科室：骨科",
        "入院日期：2026-06-25  出院日期：2026-07-08",
        "医疗费总额：6702.31  统筹基金支付：4645.43",
        "个人账户支付：0.00  个人现金支付：2056.88");

    private static readonly RecognisedPage Other = Drawn.Page(
        "姓名：任长顺  住院号：88123",
        "科室：心血管内科  床位：12",
        "普通病房床位费  35.00",
        "心电监测  120.00");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_paper_that_the_edge_cuts_at_a_side_says_nothing(bool right)
    {
        var edge = right ? Sheet.Lines.Max(line => line.Where.Right) + (2 * Room) : 2 * Room;
        var piece = Other.Lines.Select((line, i) => (line, i)).Where(l => l.line.Where.Left == 40).Select(l => Moved(Cut(l.line), right ? edge - 40 : -40, 17));
        var page = right
            ? Sheet with { Width = edge + 120, Lines = [.. Sheet.Lines, .. piece] }
            : Sheet with { Lines = [.. Sheet.Lines.Select(line => Moved(line, edge, 0)), .. piece] };

        var read = PapersInFile.Read([page]);

        read.Fields["name"].Value.ShouldBe("吕福贵");
        read.Fields["department"].Value.ShouldBe("骨科");
        read.Fields.Count.ShouldBe(PapersInFile.Read([Sheet]).Fields.Count);
    }

    [Fact]
    public void A_column_of_the_paper_itself_stays_however_the_edge_cuts_it()
    {
        var list = Drawn.Page(
            "住院费用清单",
            "姓名：吕福贵  科室：骨科",
            "项目名称                      单价      数量      金额",
            "普通病房床位费            35.00      4      140.00",
            "心电监测                      12.00      3      36.00 ",
            "静脉输液                      10.00      5      50.00 ",
            "血细胞分析                   20.00      1      20.00 ");
        var page = list with { Width = list.Lines.Max(line => line.Where.Right) };
        PapersInFile.Read([page]).Rows.Count.ShouldBe(PapersInFile.Read([list]).Rows.Count);
        PapersInFile.Read([page]).Rows.Count.ShouldBe(4);
    }

    [Fact]
    public void The_head_of_another_paper_below_says_nothing()
    {
        var below = Drawn.Page("松滋市中医医院", "住院病人费用清单");
        var top = Sheet.Height + 100;
        var page = Sheet with { Height = top + 66, Lines = [.. Sheet.Lines.Select(line => line.Text.StartsWith("平江", StringComparison.Ordinal) ? line with { Text = "住院费用结算清单", Words = [] } : line), .. below.Lines.Select(line => Moved(line, 0, top - 40))] };
        PapersInFile.Read([page]).Fields.ContainsKey("hospital").ShouldBeFalse();
    }

    private static RecognisedLine Cut(RecognisedLine line) =>
        line with { Text = line.Text[..Math.Min(5, line.Text.Length)], Words = [], Where = line.Where with { X1 = line.Where.X0 + 118, X2 = line.Where.X0 + 118 } };

    private static RecognisedLine Moved(RecognisedLine line, int right, int down)
    {
        Quad Move(Quad q) => new(q.X0 + right, q.Y0 + down, q.X1 + right, q.Y1 + down, q.X2 + right, q.Y2 + down, q.X3 + right, q.Y3 + down);
        return line with { Where = Move(line.Where), Words = [.. line.Words.Select(word => word with { Where = Move(word.Where) })] };
    }
}
