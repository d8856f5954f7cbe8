using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts;

/// <summary>Pictures that are no hospital paper at all.</summary>
static class WrongPapers
{
    public static readonly Layout[] All =
    [
        new("wrong-receipt", PaperKind.Other, 620, 4, Receipt),
        new("wrong-wall", PaperKind.Other, 1200, 4, _ => "<div style=\"height:1100px\"></div>"),
        new("wrong-squares", PaperKind.Other, 1100, 4, Squares),
        new("wrong-notice", PaperKind.Other, 1240, 4, Notice),
    ];

    private static string Receipt(Sheet s)
    {
        var goods = new[] { ("大米5kg", 3290), ("菜籽油1.8L", 4590), ("鸡蛋30枚", 2680), ("洗衣粉", 1550), ("酱油500ml", 890) };
        return $"""
            <h3>守望生活超市</h3><p>收银小票　单号：{s.Dice.Between(100000, 999999)}</p><hr>
            {Html.Table("plain", ["品名", "数量", "金额"], goods.Select(g => (string[])[g.Item1, "1", new Fen(g.Item2).ToString()]))}
            <hr><p>合计：130.00</p><p>实收：150.00　找零：20.00</p><p>微信支付　欢迎下次光临</p>
            """;
    }

    private static string Squares(Sheet s)
    {
        var cells = string.Concat(Enumerable.Range(0, 40 * 40).Where(_ => s.Dice.Chance(48)).Select(i => $"<rect x=\"{i % 40}\" y=\"{i / 40}\" width=\"1\" height=\"1\"/>"));
        return $"<svg width=\"1000\" height=\"1000\" viewBox=\"0 0 40 40\" shape-rendering=\"crispEdges\">{cells}</svg>";
    }

    private static string Notice(Sheet s) =>
        $"""
        <h1>通　知</h1><p>各位村民：</p>
        <p>　　定于{s.Date(s.Stay.Admitted)}上午九时在村委会会议室召开村民代表会议，讨论今年道路修缮和河道保洁事宜，请各位代表准时参加，不得缺席。如有特殊情况，请提前向组长请假。</p>
        <p>　　另：近期天气转凉，请大家注意防火防盗，出门关好门窗。</p>
        <div class="right">守望村村民委员会<br>{s.Date(s.Stay.Admitted)}</div>
        """;
}
