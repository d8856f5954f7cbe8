using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>A label half a line's height from its value's lines, which no example in lines of text can show.</summary>
public class TallCellTests
{
    private static readonly (string Text, int Y)[] Lines =
    [
        ("江阴市示例人民医院出院小结", 40), ("姓名  周桂兰  性别  女  住院号  00230446", 80), ("入院诊断  脑梗死", 120),
        ("          1.脑梗死", 180), ("          2.高血压病3级", 216), ("出院诊断", 234), ("          3.2型糖尿病", 252), ("          4.颈动脉硬化", 288),
        ("          神志清楚，右侧肢体乏力", 338), ("入院情况", 356), ("          无发热", 374),
    ];

    [Fact]
    public void A_label_in_the_middle_of_its_cell_has_as_many_lines_above_it_as_below()
    {
        var page = Drawn.Page([.. Lines.Select(l => l.Text)]);
        var drawn = page.Lines.Select(line => (line.Where.Y0 - 40) / 40).ToList();
        var moved = page with { Lines = [.. page.Lines.Zip(drawn, (line, at) => line with { Where = At(line.Where, Lines[at].Y) })] };
        BillReader.Read([moved]).Fields[FieldName.Diagnosis].Value.ShouldBe("脑梗死；高血压病3级；2型糖尿病；颈动脉硬化");
    }

    private static Quad At(Quad where, int y) => new(where.X0, y, where.X1, y, where.X2, y + 24, where.X3, y + 24);
}
