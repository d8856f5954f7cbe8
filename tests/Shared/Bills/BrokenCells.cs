using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Fee lists whose heads and codes are broken over the lines of their cells, as narrow columns print them.</summary>
public class BrokenCells
{
    private const int Height = 24;

    [Fact]
    public void Heads_over_two_lines_name_their_columns()
    {
        List<RecognisedLine> lines =
        [
            .. Title(), At("项目名称", 60, 188), At("单价", 400, 175), At("(元)", 400, 201), At("数量", 520, 188), At("金额", 640, 175), At("(元)", 640, 201),
            At("医保", 760, 175), At("类别", 760, 201), At("自付", 880, 175), At("比例", 880, 201),
        ];
        lines.AddRange(Row(260, (60, "左氧氟沙星氯化钠注射液"), (400, "11.74"), (520, "10"), (640, "117.40"), (760, "无自付"), (880, "0")));
        lines.AddRange(Row(300, (60, "床旁心电监测"), (400, "4.50"), (520, "120"), (640, "540.00"), (760, "有自付"), (880, "0.1")));
        lines.AddRange(Row(340, (60, "腕带"), (400, "2.00"), (520, "6"), (640, "12.00"), (760, "全自费"), (880, "1")));
        var rows = Read(lines).Rows;
        rows.Select(r => r.Class).ShouldBe(["甲", "乙", "丙"]);
        rows.Select(r => r.SelfShare?.Value).ShouldBe([0, 1_000, 10_000]);
        rows.Select(r => r.Amount.ToString()).ShouldBe(["117.40", "540.00", "12.00"]);
    }

    [Fact]
    public void The_first_item_below_a_head_is_no_second_line_of_it()
    {
        List<RecognisedLine> lines = [.. Title(), .. Row(180, (60, "项目/规格"), (400, "数量"), (520, "单价"), (640, "金额"))];
        lines.AddRange(Row(212, (60, "普通针刺"), (400, "8"), (520, "25.00"), (640, "200.00")));
        lines.AddRange(Row(244, (60, "换药"), (400, "2"), (520, "18.00"), (640, "36.00")));
        Read(lines).Rows.Select(r => r.Name).ShouldBe(["普通针刺", "换药"]);
    }

    [Fact]
    public void Heads_of_a_second_level_stand_in_the_row_of_the_others()
    {
        List<RecognisedLine> lines =
        [
            .. Title(), .. Row(190, (60, "项目名称"), (400, "单价"), (520, "数量"), (640, "金额")), At("其中", 760, 180), At("医保内", 760, 205), At("先自付", 880, 205), At("自费", 1000, 205),
        ];
        lines.AddRange(Row(250, (60, "磁共振平扫"), (400, "480.00"), (520, "1"), (640, "480.00"), (760, "384.00"), (880, "96.00"), (1000, "0.00")));
        lines.AddRange(Row(290, (60, "病房取暖费"), (400, "5.00"), (520, "18"), (640, "90.00"), (760, "0.00"), (880, "0.00"), (1000, "90.00")));
        lines.AddRange(Row(330, (60, "合计"), (640, "570.00"), (760, "384.00"), (880, "96.00"), (1000, "90.00")));
        var paper = Read(lines);
        paper.Rows.Select(r => r.Amount.ToString()).ShouldBe(["480.00", "90.00"]);
        paper.Fields["inScope"].Value.ShouldBe("384.00");
        paper.Fields["selfPayFirst"].Value.ShouldBe("96.00");
        paper.Fields["selfFunded"].Value.ShouldBe("90.00");
    }

    [Fact]
    public void A_code_over_two_lines_is_one()
    {
        List<RecognisedLine> lines = [.. Title(), .. Row(180, (60, "医保编码"), (300, "项目名称"), (640, "单价"), (760, "数量"), (880, "金额"))];
        lines.AddRange([At("XR03ACT067L024", 60, 227), At("015017789", 60, 253), .. Row(240, (300, "硫酸特布他林雾化吸入用溶液"), (640, "4.09"), (760, "5"), (880, "20.45"))]);
        lines.AddRange([At("00120400003000", 60, 287), At("1-120400003", 60, 313), .. Row(300, (300, "静脉采血"), (640, "3.50"), (760, "6"), (880, "21.00"))]);
        var rows = Read(lines).Rows;
        rows.Select(r => r.Name).ShouldBe(["硫酸特布他林雾化吸入用溶液", "静脉采血"]);
        rows.Select(r => r.Code).ShouldBe(["XR03ACT067L024015017789", "001204000030001-120400003"]);
    }

    [Fact]
    public void A_first_character_in_a_box_of_its_own_begins_its_name()
    {
        List<RecognisedLine> lines = [.. Title(), .. Row(180, (60, "项目名称"), (400, "数量"), (520, "单价"), (640, "金额"))];
        lines.AddRange([new("一", new Quad(60, 220, 80, 220, 80, 244, 60, 244), new BasisPoints(9_500), []), .. Row(220, (69, "次性使用负压引流瓶"), (400, "2"), (520, "32.00"), (640, "64.00"))]);
        lines.AddRange(Row(260, (60, "透明敷料"), (400, "6"), (520, "5.40"), (640, "32.40")));
        Read(lines).Rows.Select(r => r.Name).ShouldBe(["一次性使用负压引流瓶", "透明敷料"]);
    }

    private static IEnumerable<RecognisedLine> Title() => [At("示例市人民医院住院费用清单", 300, 60), At("姓名：陆伟明", 60, 110), At("住院号：0020540000", 400, 110)];

    private static IEnumerable<RecognisedLine> Row(int y, params (int X, string Text)[] cells) => cells.Select(c => At(c.Text, c.X, y));

    private static RecognisedLine At(string text, int x, int y)
    {
        var width = text.Sum(c => c < 0x2E80 ? 10 : 20);
        return new(text, new Quad(x, y, x + width, y, x + width, y + Height, x, y + Height), new BasisPoints(9_900), []);
    }

    private static PaperReading Read(List<RecognisedLine> lines) => BillReader.Read([new RecognisedPage(1200, 500, 0, lines, [])]);
}
