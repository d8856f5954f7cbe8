using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Papers that do not lie flat, or lie turned on the table.</summary>
public class BentRowsTests
{
    private static readonly string[] List =
    [
        .. PlumbTests.List[..2],
        "项目名称                              单位        单价             数量        金额            类别",
        .. PlumbTests.List[3..],
    ];

    /// <param name="across">How high the page is rolled about an upright axis, in pixels.</param>
    /// <param name="corner">How far its lower right corner is lifted.</param>
    /// <param name="degrees">How far it lies turned clockwise.</param>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(60, 0, 0)]
    [InlineData(-70, 0, 0)]
    [InlineData(0, 90, 0)]
    [InlineData(50, 60, 0)]
    [InlineData(0, 0, 12)]
    [InlineData(0, 0, -19)]
    [InlineData(40, 0, 15)]
    public void A_list_that_does_not_lie_flat_is_read_like_one_that_does(int across, int corner, int degrees)
    {
        var drawn = Drawn.Page(List);
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        (int, int) Place(int x, int y)
        {
            var (u, v) = ((double)x / drawn.Width, (double)y / drawn.Height);
            var bent = y + (across * Math.Sin(Math.PI * u)) - (corner * Math.Exp(-Math.Pow((1 - u) / 0.4, 2) - Math.Pow((1 - v) / 0.5, 2)));
            return (400 + (int)Math.Round((x * cos) - (bent * sin)), 800 + (int)Math.Round((x * sin) + (bent * cos)));
        }

        var paper = BillReader.Read([drawn with { Width = 2600, Height = 2600, Lines = [.. drawn.Lines.Select(line => line with { Where = Placed(line.Where, Place) })] }]);
        paper.Rows.Select(row => row.Name).ShouldBe(["住院诊查费", "普通病房床位费", "Ⅱ级护理", "葡萄糖注射液", "氯化钾注射液", "多索茶碱注射液", "降钙素原检测", "心脏彩色超声", "注射用头孢曲松钠", "心电监测", "一次性使用输液器", "透明敷贴"]);
        paper.Rows.Select(row => row.Class).ShouldBe(["甲", "甲", "甲", "甲", "甲", "乙", "乙", "乙", "甲", "甲", "乙", "丙"]);
        paper.Rows.ShouldAllBe(row => row.UnitPrice!.Value.Times(long.Parse(row.Quantity!) * 1000) == row.Amount);
        paper.Fields["name"].Value.ShouldBe("方霞琴");
    }

    private static Quad Placed(Quad q, Func<int, int, (int X, int Y)> place)
    {
        var (a, b, c, d) = (place(q.X0, q.Y0), place(q.X1, q.Y1), place(q.X2, q.Y2), place(q.X3, q.Y3));
        return new Quad(a.X, a.Y, b.X, b.Y, c.X, c.Y, d.X, d.Y);
    }
}
