using System.Globalization;
using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Fourth;

/// <summary>Fee lists as old programs print them: letters of one width with dashes, and a narrow one with the class in front of wrapped names.</summary>
static class PrintedLists
{
    public static string His(Sheet s)
    {
        var dash = new string(s.Dice.Of(['-', '=', '.']), 92);
        var lines = s.Stay.Items.Select(i =>
        {
            s.Row(i);
            return Pad(i.Name, 46) + Pad(i.Class, 6) + Left(i.UnitPrice.ToString(), 12) + Left(i.Quantity.ToString("0.00", CultureInfo.InvariantCulture), 12) + Left(i.Amount.ToString(), 14);
        }).ToList();
        s.RowsWithout(code: true);
        var c = s.Stay.Costs;
        return Trimmings.Page(Trimmings.Mono, 22,
            $"""
            <pre style="font:inherit;margin:0">{Middle(s["hospital"], 92)}
            {Middle("住 院 病 人 费 用 清 单", 92)}

            {Pad("姓名:" + s["name"], 26)}{Pad("性别:" + s["sex"], 12)}{Pad("住院号:" + s["admissionNumber"], 28)}科室:{s["department"]}
            {Pad("入院日期:" + s["admitted"], 34)}{Pad("出院日期:" + s["discharged"], 34)}天数:{s["days"]}
            {dash}
            {Pad("项目名称", 46)}{Pad("类别", 6)}{Left("单价", 12)}{Left("数量", 12)}{Left("金额", 14)}
            {dash}
            {string.Join('\n', lines)}
            {dash}
            {Pad("费用合计:", 20)}{Left(s.Shown(c.Total.ToString(), "total"), 14)}    自费:{s.Shown(c.SelfFunded.ToString(), "selfFunded")}  先自付:{s.Shown(c.SelfPayFirst.ToString(), "selfPayFirst")}
            合计大写:{s["totalInWords"]}
            {dash}
            {Pad("操作员:012", 40)}{Left($"打印日期:{s.Stay.Discharged:yyyy/MM/dd} 第1页", 50)}
            </pre>
            """, 1.35, ".own{color:#333844}");
    }

    public static string Marked(Sheet s)
    {
        foreach (var i in s.Stay.Items)
            s.Row(i);
        s.RowsWithout(code: true);
        var mark = s.Dice.Of<Func<string, string>>([c => $"[{c}]", c => $"({c})", c => $"（{c}）", c => c == "丙" ? "★丙 " : c + " "]);
        return Trimmings.Page(Trimmings.Song, 22,
            $"""
            <h3 style="text-align:center">{s["hospital"]}</h3><h2>出 院 费 用 清 单</h2>
            <p>姓名：{s["name"]}　性别：{s["sex"]}　{s["department"]}　住院号：{s["admissionNumber"]}</p><p>住院时间：{s["admitted"]}～{s["discharged"]}</p>
            <table class="lines marked"><tr><th>项目</th><th>单价</th><th>数量</th><th>金额</th></tr>{string.Concat(s.Stay.Items.Select(i => $"<tr><td style=\"width:330px\">{mark(i.Class)}{i.Name}</td><td class=\"n\">{i.UnitPrice}</td><td class=\"n\">{i.Quantity}</td><td class=\"n\">{i.Amount}</td></tr>"))}</table>
            <p>费用总计：{s["total"]}元　　医保支付：{s["basicPaid"]}元</p><p class="small">注：甲、乙、丙为医保类别，丙类为自费项目。</p>{Trimmings.Foot(s)}
            """, 1.3, ".own .marked td{vertical-align:top}");
    }

    /// <summary>Chinese characters are twice as wide as letters.</summary>
    private static int Wide(string text) => text.Sum(c => c > 0x2000 ? 2 : 1);

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(1, width - Wide(text)));

    private static string Left(string text, int width) => new string(' ', Math.Max(1, width - Wide(text))) + text;

    private static string Middle(string text, int width) => new string(' ', Math.Max(0, (width - Wide(text)) / 2)) + text;
}
