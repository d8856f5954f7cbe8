using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>A streak of a copier or a crease that runs through a column of amounts breaks each in two.</summary>
public class BrokenAmountTests
{
    [Theory]
    [InlineData(2, "379.39")]
    [InlineData(60, null)]
    public void Pieces_that_touch_are_one_amount_and_a_piece_alone_is_none(int gap, string? basic)
    {
        var read = BillReader.Read([Sheet(gap)]);
        if (basic is null)
            read.Fields.ContainsKey("basicPaid").ShouldBeFalse();
        else
            (read.Fields["basicPaid"].Value, read.Fields["fundPaid"].Value, read.Fields["total"].Value).ShouldBe((basic, basic, "1024.93"));
    }

    private static RecognisedPage Sheet(int gap)
    {
        (string Label, string Head, string Tail)[] rows =
        [
            ("医疗费用总金额", "1", "024.93"), ("基本医疗保险统筹基金支出", "3", "79.39"), ("基金支付总额", "3", "79.39"), ("个人负担总金额", "645.", "54"),
        ];
        var lines = Drawn.Page("医疗保障住院费用结算单", "姓名：史银花  性别：女", "入院日期：2026-03-12  出院日期：2026-03-16").Lines.ToList();
        foreach (var (label, head, tail) in rows)
        {
            var y = lines[^1].Where.Y0 + 40;
            lines.AddRange([Line(label, 40, y), Line(head, 480, y), Line(tail, 480 + Width(head) + gap, y)]);
        }
        return new(1200, 600, 0, lines, []);
    }

    private static int Width(string text) => text.Sum(c => c < 0x2E80 ? 12 : 24);

    private static RecognisedLine Line(string text, int x, int y) => new(text, new Quad(x, y, x + Width(text), y, x + Width(text), y + 24, x, y + 24), new BasisPoints(9_900), []);
}
