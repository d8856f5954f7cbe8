using System.Globalization;
using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Fifth;

/// <summary>Fee lists with two lines an item, with refunds, with days merged over their rows.</summary>
static class Lists
{
    public static string TwoLines(Sheet s)
    {
        foreach (var i in s.Stay.Items)
            s.Row(i);
        return Trimmings.Page(Trimmings.Hei, 21,
            $"""
            <div>{Trimmings.Logo(s.Dice, "#7a4a9a", 44)}{s["hospital"]}</div><h2>住院费用明细</h2>
            <p>{s["name"]}　{s["sex"]}　住院号 {s["admissionNumber"]}　{s["department"]}　{s["admitted"]} 至 {s["discharged"]}</p><hr>
            {string.Concat(s.Stay.Items.Select((i, n) => $"<div style=\"border-bottom:1px dashed #888;padding:4px 0\"><div class=\"row\" style=\"margin:0\"><span>{n + 1}. {i.Name}</span><span>{i.Class}类</span></div><div class=\"row\" style=\"margin:0;color:#444\"><span>{i.Code}{(i.Spec.Length == 0 ? "" : "　" + i.Spec)}</span><span>{i.UnitPrice} × {i.Quantity}{i.Unit}</span><span>{i.Amount}</span></div></div>"))}
            <div class="row"><b>合计金额：{s["total"]}</b><span>其中全自费：{s["selfFunded"]}</span></div>{Trimmings.Foot(s)}
            """, 1.4);
    }

    /// <summary>One item was charged once too often and given back.</summary>
    public static string Refunds(Sheet s)
    {
        var items = s.Stay.Items.ToList();
        var at = s.Dice.Between(0, items.Count - 1);
        var charged = items[at];
        List<FeeItem> printed = [.. items[..at], charged with { Quantity = charged.Quantity + 1 }, charged with { Quantity = -1 }, .. items[(at + 1)..]];
        foreach (var i in printed)
            s.Row(i, date: true);
        return Trimmings.Page(s.Dice.Of([Trimmings.Song, Trimmings.Zen]), 20,
            $"""
            <h2>{s["hospital"]}患者住院费用清单</h2>
            <table class="plain"><tr><td>患者姓名：{s["name"]}</td><td>性别：{s["sex"]}</td><td>患者编号：{s["admissionNumber"]}</td><td>出院科室：{s["department"]}</td></tr><tr><td>入院日期：{s["admitted"]}</td><td>出院日期：{s["discharged"]}</td><td>住院天数：{s["days"]}</td><td>医保类型：居民</td></tr></table>
            {Html.Table("lines", ["计费日期", "项目编号", "项目名称", "规格", "目录类别", "单位", "单价", "数量", "金额"], printed.Select(i => (string[])[i.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), i.Code, i.Name, i.Spec, i.Class, i.Unit, i.UnitPrice.ToString(), i.Quantity.ToString(CultureInfo.InvariantCulture), i.Amount.ToString()]))}
            <div class="row"><span>费用合计：{s["total"]}</span><span>大写：{s["totalInWords"]}</span></div><p class="small">说明：数量为负表示退费。</p>{Trimmings.Foot(s)}
            """, 1.35);
    }

    public static string MergedDays(Sheet s)
    {
        var body = "";
        foreach (var day in s.Stay.Items.GroupBy(i => i.Date).OrderBy(g => g.Key))
        {
            var items = day.ToList();
            for (var n = 0; n < items.Count; n++)
            {
                var i = items[n];
                s.Row(i, date: true, share: true);
                body += $"<tr>{(n == 0 ? $"<td rowspan=\"{items.Count}\">{day.Key:yyyy/MM/dd}</td>" : "")}{string.Concat(((string[])[i.Code, i.Name, i.Spec, i.Unit, i.Quantity.ToString("0.0", CultureInfo.InvariantCulture), i.UnitPrice.ToString(), i.Amount.ToString(), i.Class, $"{(i.Class == "丙" ? 100 : i.SelfShare)}%", (i.SelfFunded + i.SelfPayFirst).ToString(), s.Stay.Illness.Department]).Select(Html.Cell))}</tr>";
            }
        }
        return Trimmings.Page(Trimmings.Hei, 19,
            $"""
            <div class="row"><b>{s["hospital"]}</b><span class="small">{Trimmings.Bars(s.Dice, 180, 36)}</span></div><h2>住院患者医保费用明细表</h2>
            <div class="row"><span>登记号：{s.Dice.Between(1000000, 9999999)}</span><span>病案号：{s["admissionNumber"]}</span><span>姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>入院日期：{s["admitted"]}</span><span>出院日期：{s["discharged"]}</span></div>
            <table class="grid small"><tr><th>费用日期</th><th>项目代码</th><th>项目名称</th><th>规格</th><th>单位</th><th>数量</th><th>单价</th><th>金额</th><th>类别</th><th>自付比例</th><th>自付金额</th><th>执行科室</th></tr>{body}</table>
            <div class="row"><span>本次费用总计：{s["total"]}</span><span>自费合计：{s["selfFunded"]}</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(300, 1300), s.Dice.Between(300, 700), 170)}
            """, 1.3);
    }
}
