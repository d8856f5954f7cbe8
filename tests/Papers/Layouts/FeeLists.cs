using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>住院费用清单、一日清单、汇总清单.</summary>
static class FeeLists
{
    public static readonly Layout[] All =
    [
        new("fee-wide", PaperKind.FeeList, 1600, 18, Wide),
        new("fee-dot-matrix", PaperKind.FeeList, 1400, 20, DotMatrix),
        new("fee-grouped", PaperKind.FeeList, 1300, 18, Grouped),
        new("fee-two-columns", PaperKind.FeeList, 1600, 24, TwoColumns),
        new("fee-plain", PaperKind.FeeList, 1300, 20, Plain),
        new("fee-page", PaperKind.FeeList, 1400, 9, Page),
    ];

    private static string N(FeeItem i) => i.Quantity.ToString(CultureInfo.InvariantCulture);

    private static string Head(Sheet s, string title) =>
        $"""
        <h1>{s["hospital"]}</h1><h2>{title}</h2>
        <div class="row"><span>姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>住院号：{s["admissionNumber"]}</span><span>科室：{s["department"]}</span></div>
        <div class="row"><span>入院日期：{s["admitted"]}</span><span>出院日期：{s["discharged"]}</span><span>住院天数：{s["days"]}</span></div>
        """;

    private static IEnumerable<FeeItem> Rows(Sheet s)
    {
        foreach (var item in s.Stay.Items)
        {
            s.Row(item);
            yield return item;
        }
    }

    private static string Wide(Sheet s) =>
        Head(s, "住院费用明细清单") +
        Html.Table("grid small", ["日期", "项目编码", "项目名称", "规格", "单位", "类别", "单价", "数量", "金额", "自付比例", "自付金额"],
            Rows(s).Select(i => (string[])[i.Date.ToString("MM-dd", CultureInfo.InvariantCulture), i.Code, i.Name, i.Spec, i.Unit, i.Class, i.UnitPrice.ToString(), N(i), i.Amount.ToString(), $"{(i.Class == "丙" ? 100 : i.SelfShare)}%", (i.SelfFunded + i.SelfPayFirst).ToString()])) +
        $"""<div class="row"><span>费用合计：{s["total"]}</span><span>其中自费：{s["selfFunded"]}</span><span>乙类先行自付：{s["selfPayFirst"]}</span></div><div class="right">打印时间：{s.Date(s.Stay.Discharged)}</div>""";

    private static string DotMatrix(Sheet s)
    {
        var body = Head(s, "住院病人费用清单") +
            Html.Table("dots", ["项目代码", "项目名称", "规格", "等级", "单价", "数量", "单位", "金额(元)"],
                Rows(s).Select(i => (string[])[i.Code, i.Name, i.Spec, i.Class + "类", i.UnitPrice.ToString(), N(i), i.Unit, i.Amount.ToString()])) +
            $"""<hr><div class="row"><span>总费用：{s["total"]}元</span><span>大写：{s["totalInWords"]}</span></div>""";
        return $"<div class=\"matrix\">{body}</div>";
    }

    private static string Grouped(Sheet s)
    {
        var body = Head(s, "住院费用汇总清单") + "<table class=\"lines\"><tr><th>医保编码</th><th>收费项目</th><th>医保类别</th><th>数量</th><th>单价(元)</th><th>金额(元)</th></tr>";
        foreach (var group in Rows(s).GroupBy(i => i.Category))
        {
            body += $"<tr><td colspan=\"6\"><b>【{group.Key}】</b></td></tr>";
            foreach (var i in group)
                body += $"<tr>{string.Concat(((string[])[i.Code, i.Name, i.Class, N(i), i.UnitPrice.ToString(), i.Amount.ToString()]).Select(Html.Cell))}</tr>";
            body += $"<tr><td></td><td colspan=\"4\">小计：</td><td class=\"n\">{Stay.Sum(group.Select(i => i.Amount))}</td></tr>";
        }
        return body + $"<tr><td></td><td colspan=\"4\"><b>合　计：</b></td><td class=\"n\"><b>{s.Shown(s.Stay.Costs.Total.ToString(), "total")}</b></td></tr></table>";
    }

    private static string TwoColumns(Sheet s)
    {
        string[] head = ["项目名称", "类别", "单价", "数量", "金额"];
        static string[] Cells(FeeItem i) => [i.Name, i.Class, i.UnitPrice.ToString(), N(i), i.Amount.ToString()];
        var pairs = Rows(s).Chunk(2).Select(p => (string[])[.. Cells(p[0]), .. p.Length > 1 ? Cells(p[1]) : ["", "", "", "", ""]]).ToList();
        s.RowsWithout(code: true);
        return Head(s, "出院病人费用清单") + Html.Table("grid small", [.. head, .. head], pairs) +
            $"""<div class="row"><span>合计金额（小写）：¥{s["total"]}</span><span>合计金额（大写）：{s["totalInWords"]}</span></div>""";
    }

    private static string Plain(Sheet s)
    {
        var body = Head(s, "患者住院费用清单") + Html.Table("plain", ["序号", "费用名称", "费用类别", "数量", "单价", "总价"],
            Rows(s).Select((i, n) => (string[])[$"{n + 1}", i.Name, i.Category, N(i), i.UnitPrice.ToString(), i.Amount.ToString()]));
        s.RowsWithout(code: true, @class: true);
        return body + $"""<hr><div class="row"><span>总计</span><span>{s["total"]}</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(500, 900), s.Dice.Between(300, 700))}""";
    }

    /// <summary>One page of a list over several: the total of the stay stands on each.</summary>
    private static string Page(Sheet s) =>
        Head(s, "住院费用清单") +
        Html.Table("grid", ["项目编码", "项目名称", "类别", "单价", "数量", "金额"],
            Rows(s).Select(i => (string[])[i.Code, i.Name, i.Class, i.UnitPrice.ToString(), N(i), i.Amount.ToString()])) +
        $"""<div class="row"><span>本页小计：{Stay.Sum(s.Stay.Items.Select(i => i.Amount))}</span><span>费用总计：{s["total"]}</span></div>""";
}
