using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts;

/// <summary>Fee lists with other columns in other orders: by day with sums, class last, long names over two lines, self-pay shares.</summary>
static class RegionalLists
{
    public static readonly Layout[] All =
    [
        new("daily-list", PaperKind.FeeList, 1500, 16, Daily, "second"),
        new("class-last-list", PaperKind.FeeList, 1600, 18, ClassLast, "second"),
        new("wrapped-list", PaperKind.FeeList, 1200, 12, Wrapped, "second"),
        new("summed-list", PaperKind.FeeList, 1200, 14, Summed, "second"),
    ];

    private static string N(FeeItem i) => i.Quantity.ToString(CultureInfo.InvariantCulture);

    private static string Share(FeeItem i) => $"{(i.Class == "丙" ? 100 : i.SelfShare)}%";

    private static string Daily(Sheet s)
    {
        var body = $"""
            <h2>{s["hospital"]}住院病人一日清单汇总</h2>
            <div class="row small"><span>病人姓名：{s["name"]}</span><span>住院号：{s["admissionNumber"]}</span><span>病区：{s["department"]}</span><span>床号：{s.Dice.Between(1, 60)}</span><span>费用日期：{s["admitted"]}至{s["discharged"]}</span></div>
            <table class="lines small"><tr><th>序号</th><th>日期</th><th>费用类别</th><th>项目名称</th><th>单位</th><th>数量</th><th>单价</th><th>金额</th><th>医保类别</th></tr>
            """;
        var n = 0;
        foreach (var day in s.Stay.Items.GroupBy(i => i.Date).OrderBy(g => g.Key))
        {
            foreach (var i in day)
            {
                s.Row(i, date: true);
                body += $"<tr>{string.Concat(((string[])[$"{++n}", i.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), i.Category, i.Name, i.Unit, N(i), i.UnitPrice.ToString(), i.Amount.ToString(), i.Class]).Select(Html.Cell))}</tr>";
            }
            body += $"<tr><td></td><td colspan=\"6\">{day.Key:yyyy-MM-dd} 小计</td><td class=\"n\">{Stay.Sum(day.Select(i => i.Amount))}</td><td></td></tr>";
        }
        s.RowsWithout(code: true);
        return body + $"</table><div class=\"row\"><span>总金额：{s["total"]}元</span><span>打印人：示例</span></div>";
    }

    private static string ClassLast(Sheet s) =>
        $"""
        <h1>住院患者费用清单</h1>
        <div class="row"><span>医院名称：{s["hospital"]}</span><span>患者：{s["name"]}</span><span>性别：{s["sex"]}</span><span>病案号：{s["admissionNumber"]}</span></div>
        <div class="row"><span>入院时间：{s["admitted"]}</span><span>出院时间：{s["discharged"]}</span><span>科室：{s["department"]}</span></div>
        {Html.Table("grid small", ["名称", "规格", "单价", "数量", "单位", "金额", "自付比例", "自付金额", "类别", "国家编码"],
            Rows(s).Select(i => (string[])[i.Name, i.Spec, i.UnitPrice.ToString(), N(i), i.Unit, i.Amount.ToString(), Share(i), (i.SelfFunded + i.SelfPayFirst).ToString(), i.Class, i.Code]))}
        <div class="row"><span>费用总额：{s["total"]}</span><span>大写：{s["totalInWords"]}</span></div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(700, 1200), s.Dice.Between(300, 800))}
        """;

    private static string Wrapped(Sheet s) =>
        $"""
        <h2>{s["hospital"]}</h2><h3 style="text-align:center">出院费用明细清单（第1页/共1页）</h3>
        <div class="row small"><span>姓名:{s["name"]}</span><span>住院号:{s["admissionNumber"]}</span><span>科室:{s["department"]}</span><span>住院天数:{s["days"]}天</span></div>
        <table class="grid small"><tr><th style="width:210px">收费项目编码</th><th style="width:220px">收费项目名称</th><th>单位</th><th>单价</th><th>数量</th><th>金额</th><th>自付比例</th></tr>
        {string.Concat(Rows(s, share: true).Select(i => $"<tr>{string.Concat(((string[])[i.Code, i.Name + (i.Spec.Length > 0 ? $"({i.Spec})" : ""), i.Unit, i.UnitPrice.ToString(), N(i), i.Amount.ToString(), Share(i)]).Select(Html.Cell))}</tr>"))}</table>
        {Named(s)}<div class="row"><span>本页小计：{s.Stay.Costs.Total}</span><span>合计：{s["total"]}元</span></div>
        """;

    private static string Named(Sheet s)
    {
        s.RowsWithout(@class: true);
        s.RowsNamed(i => i.Name + (i.Spec.Length > 0 ? $"({i.Spec})" : ""));
        return "";
    }

    /// <summary>Many hospitals only print sums by category, with numbers and class columns.</summary>
    private static string Summed(Sheet s)
    {
        var body = $"""
            <h2>{s["hospital"]}</h2><h2>病人费用明细清单</h2>
            <p>姓名 {s["name"]}　性别 {s["sex"]}　住院号 {s["admissionNumber"]}</p><p>入院日期 {s["admitted"]}　出院日期 {s["discharged"]}　住院天数 {s["days"]}</p>
            <table class="plain"><tr><th>编码</th><th>项目</th><th>数量</th><th>单价(元)</th><th>金额(元)</th><th>甲乙类</th></tr>
            """;
        foreach (var group in Rows(s).GroupBy(i => i.Category))
        {
            body += $"<tr><td colspan=\"4\">{group.Key}</td><td class=\"n\">{Stay.Sum(group.Select(i => i.Amount))}</td><td></td></tr>";
            body += string.Concat(group.Select(i => $"<tr>{string.Concat(((string[])[i.Code, i.Name, N(i), i.UnitPrice.ToString(), i.Amount.ToString(), i.Class]).Select(Html.Cell))}</tr>"));
        }
        return body + $"</table><hr><p>费用合计 {s["total"]}　　人民币大写 {s["totalInWords"]}</p>";
    }

    private static List<FeeItem> Rows(Sheet s, bool share = false)
    {
        foreach (var item in s.Stay.Items)
            s.Row(item, share: share);
        return [.. s.Stay.Items];
    }
}
