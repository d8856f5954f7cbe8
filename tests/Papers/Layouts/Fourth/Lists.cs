using System.Globalization;
using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Fourth;

/// <summary>Fee lists as tables: by day, by category, two items beside each other, with what is in scope and what is not.</summary>
static class Lists
{
    public static string ByDay(Sheet s)
    {
        var body = "";
        foreach (var day in s.Stay.Items.GroupBy(i => i.Date).OrderBy(g => g.Key))
        {
            body += $"<tr><td colspan=\"8\" style=\"background:#eef\">费用日期：{day.Key:yyyy-MM-dd}　{"日一二三四五六"[(int)day.Key.DayOfWeek]}</td></tr>".Replace("　日<", "　星期日<", StringComparison.Ordinal);
            foreach (var i in day)
            {
                s.Row(i, date: true);
                body += $"<tr>{string.Concat(((string[])[i.Category, i.Name, i.Spec, i.Unit, i.UnitPrice.ToString(), N(i), i.Amount.ToString(), i.Class]).Select(Html.Cell))}</tr>";
            }
            body += $"<tr><td colspan=\"6\" class=\"n\">当日小计</td><td class=\"n\">{Stay.Sum(day.Select(i => i.Amount))}</td><td></td></tr>";
        }
        s.RowsWithout(code: true);
        return Trimmings.Page(s.Dice.Of([Trimmings.Hei, Trimmings.Song]), 20,
            $"""
            <div>{Trimmings.Logo(s.Dice, "#8a2c2c", 56)}<b style="font-size:28px">{s["hospital"]}</b></div><h2>住院患者每日费用清单</h2>
            <div class="row"><span>病区：{s["department"]}</span><span>床号：{s.Dice.Between(1, 60)}床</span><span>姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>住院号：{s["admissionNumber"]}</span></div>
            <table class="lines"><tr><th>费用类型</th><th>项目名称</th><th>规格</th><th>单位</th><th>单价</th><th>数量</th><th>金额</th><th>类别</th></tr>{body}</table>
            <div class="row"><span>累计费用：{s["total"]}</span><span>预交金：{Shouwang.Shared.Money.Fen.FromYuan(s.Dice.Between(1, 20) * 500)}</span></div>
            <p class="small">温馨提示：如对费用有疑问，请到护士站或住院收费处查询。</p>{Trimmings.Foot(s, "操作员：0087")}
            """, 1.4);
    }

    public static string ByCategory(Sheet s)
    {
        var total = s.Stay.Costs.Total.Value;
        var body = "";
        foreach (var group in s.Stay.Items.GroupBy(i => i.Category, StringComparer.Ordinal))
        {
            var items = group.ToList();
            var sum = Stay.Sum(items.Select(i => i.Amount));
            for (var n = 0; n < items.Count; n++)
            {
                s.Row(items[n]);
                var i = items[n];
                body += $"<tr>{(n == 0 ? $"<td rowspan=\"{items.Count + 1}\">{group.Key}</td>" : "")}{string.Concat(((string[])[i.Name, i.Class, $"{i.UnitPrice}/{(i.Unit.Length == 0 ? "次" : i.Unit)}", N(i), i.Amount.ToString()]).Select(Html.Cell))}</tr>";
            }
            body += $"<tr><td colspan=\"4\" class=\"n\">小计（占{(sum.Value * 100m / total).ToString("0.0", CultureInfo.InvariantCulture)}%）</td><td class=\"n\">{sum}</td></tr>";
        }
        s.RowsWithout(code: true);
        return Trimmings.Page(Trimmings.Song, 20,
            $"""
            <h1>{s["hospital"]}</h1><h3 style="text-align:center">住院费用分类汇总清单</h3>
            <table class="grid"><tr><td>患者姓名</td><td>{s["name"]}</td><td>住院号</td><td>{s["admissionNumber"]}</td><td>性别</td><td>{s["sex"]}</td></tr>
            <tr><td>出院科室</td><td>{s["department"]}</td><td>住院日期</td><td colspan="3">{s["admitted"]}至{s["discharged"]}（{s["days"]}天）</td></tr></table>
            <table class="grid"><tr><th>费用分类</th><th>项目名称</th><th>医保类别</th><th>单价/单位</th><th>数量</th><th>金额（元）</th></tr>{body}
            <tr><td colspan="5" style="text-align:center">总　　计</td><td class="n">{s.Shown(s.Stay.Costs.Total.ToString(), "total")}</td></tr></table>
            <p>总计（大写）：{s["totalInWords"]}</p>{Trimmings.Foot(s, "制表人：示例")}{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(700, 1000), s.Dice.Between(500, 900), 190)}
            """, 1.4);
    }

    /// <summary>No rules at all; the first half of the items stands left, the second right.</summary>
    public static string Beside(Sheet s)
    {
        foreach (var i in s.Stay.Items)
            s.Row(i);
        s.RowsWithout(code: true, @class: true);
        var half = (s.Stay.Items.Count + 1) / 2;
        static string Half(IEnumerable<FeeItem> items) => Html.Table("plain small", ["项目名称", "规格", "数量", "单价", "金额"], items.Select(i => (string[])[i.Name, i.Spec, N(i), i.UnitPrice.ToString(), i.Amount.ToString()]));
        return Trimmings.Page(s.Dice.Of([Trimmings.Hei, Trimmings.Zen]), 21,
            $"""
            <h2>{s["hospital"]}住院费用明细</h2>
            <div class="row"><span>姓名 {s["name"]}</span><span>性别 {s["sex"]}</span><span>住院号 {s["admissionNumber"]}</span><span>科室 {s["department"]}</span><span>入院 {s["admitted"]}</span><span>出院 {s["discharged"]}</span></div><hr>
            <div style="display:grid;grid-template-columns:1fr 1fr;gap:44px">{Half(s.Stay.Items.Take(half))}{Half(s.Stay.Items.Skip(half))}</div><hr>
            <div class="row"><span>费用总额 {s["total"]}</span><span>统筹支付 {s["basicPaid"]}</span><span>个人账户 {s["accountPaid"]}</span><span>现金支付 {s["cashPaid"]}</span></div>{Trimmings.Foot(s)}
            """, 1.3);
    }

    public static string Scope(Sheet s)
    {
        foreach (var i in s.Stay.Items)
            s.Row(i, date: true, share: true);
        return Trimmings.Page(Trimmings.Hei, 19,
            $"""
            {Trimmings.Watermark("仅供核对")}<h2>{s["hospital"]}</h2><h3 style="text-align:center">医保患者住院费用结算明细清单</h3>
            <div class="row"><span>姓　名：{s["name"]}</span><span>性　别：{s["sex"]}</span><span>住院号：{s["admissionNumber"]}</span><span>医保类型：城乡居民</span><span>入院日期：{s["admitted"]}</span><span>出院日期：{s["discharged"]}</span></div>
            {Html.Table("grid small", ["序号", "费用日期", "国家医保编码", "项目名称", "规格/型号", "单位", "单价", "数量", "金额", "等级", "先自付比例", "先行自付", "全自费", "符合范围"], s.Stay.Items.Select((i, n) => (string[])[$"{n + 1}", i.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture), i.Code, i.Name, i.Spec, i.Unit, i.UnitPrice.ToString(), N(i), i.Amount.ToString(), i.Class, (i.Class == "丙" ? 1m : i.SelfShare / 100m).ToString("0.00", CultureInfo.InvariantCulture), i.SelfPayFirst.ToString(), i.SelfFunded.ToString(), (i.Amount - i.SelfPayFirst - i.SelfFunded).ToString()]).Append(["", "", "合计", "", "", "", "", "", s.Shown(s.Stay.Costs.Total.ToString(), "total"), "", "", s.Shown(s.Stay.Costs.SelfPayFirst.ToString(), "selfPayFirst"), s.Shown(s.Stay.Costs.SelfFunded.ToString(), "selfFunded"), (s.Stay.Costs.Total - s.Stay.Costs.SelfPayFirst - s.Stay.Costs.SelfFunded).ToString()]))}
            {Trimmings.Foot(s, "收费员：示例　审核：示例", s.Dice.Between(1, 2), 2)}
            """, 1.35);
    }

    private static string N(FeeItem i) => i.Quantity.ToString(CultureInfo.InvariantCulture);
}
