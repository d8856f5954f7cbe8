using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>A layout of its own for every paper: labels, columns and arrangement are drawn by lot, so that no two hospitals print alike.</summary>
static class VariedPapers
{
    public static readonly Layout[] All =
    [
        .. Of("varied", rare: false), .. Of("rare", rare: true),
    ];

    private static IEnumerable<Layout> Of(string family, bool rare) =>
    [
        new($"{family}-settlement", PaperKind.SettlementSheet, 1360, 14, s => Settlement(s, rare), family),
        new($"{family}-list", PaperKind.FeeList, 1500, 16, s => List(s, rare), family),
        new($"{family}-record", PaperKind.DischargeRecord, 1240, 8, s => Record(s, rare), family),
        new($"{family}-bill", PaperKind.InpatientBill, 1400, 14, s => Bill(s, rare), family),
    ];

    private static string Settlement(Sheet s, bool rare)
    {
        var d = s.Dice;
        List<string> person = ["name", "sex", "idNumber", "hospital", "admissionNumber", "admitted", "discharged", .. Some(d, "hospitalLevel", "department", "days", "settlementNumber")];
        List<string> cost = ["total", "selfFunded", "selfPayFirst", "overLimit", "inScope", "deductible"];
        List<string> paid = ["basicPaid", "criticalPaid", "assistancePaid", "accountPaid", "cashPaid", .. Some(d, "fundPaid", "borne")];
        var title = d.Of(["医疗保险住院费用结算单", "城乡居民医保住院结算表", "医保住院费用结算单据", "基本医疗保险住院结算单"]);
        return $"""
            <h2>{d.Of(["清溪县", "望山市", "辽河市", ""])}{title}</h2>
            {Block(s, Blocks.Person(d), person, rare)}
            <p>{Wording.Label(d, "diagnosis", rare)}：{s.Shown(string.Join(d.Of(["；", "，", "、"]), s.Stay.Diagnoses), "diagnosis")}</p>
            {Block(s, Blocks.Money(d), cost, rare)}
            {Block(s, Blocks.Money(d), paid, rare)}
            {(d.Chance(60) ? $"<p>{Wording.Label(d, "totalInWords", rare)}：{s["totalInWords"]}</p>" : "")}
            <div class="row"><span>经办人：示例</span><span>{s.Date(s.Stay.Discharged)}</span></div>{Seal(s)}
            """;
    }

    private static string Bill(Sheet s, bool rare)
    {
        var d = s.Dice;
        List<string> paid = d.Chance(50) ? ["basicPaid", "otherPaid", "accountPaid", "cashPaid", "selfPay", "selfFunded"] : ["basicPaid", "criticalPaid", "assistancePaid", "accountPaid", "cashPaid", "fundPaid"];
        var items = s.Stay.Categories.ToList();
        var beside = d.Between(1, 3);
        return $"""
            <h2>{d.Of(["江苏省", "浙江省", "安徽省", "辽河省"])}医疗{d.Of(["住院收费票据", "住院收费票据（电子）", "住院收费专用票据"])}</h2>
            <div class="row"><span>票据代码：{s["billCode"]}</span><span>票据号码：{s["billNumber"]}</span><span>开票日期：{s.Date(s.Stay.Discharged)}</span></div>
            {Block(s, Blocks.Form.Colons, ["name", "sex", "admissionNumber", "department", "admitted", "discharged"], rare)}
            {Html.Table(d.Of(["grid", "lines", "plain"]), Enumerable.Repeat<string[]>(["项目名称", "金额(元)"], beside).SelectMany(x => x), items.Chunk(beside).Select(c => c.SelectMany(i => (string[])[i.Category, s.Money(i.Amount)]).Concat(Enumerable.Repeat("", 2 * (beside - c.Length)))))}
            <div class="row"><span>金额合计（大写）：{s["totalInWords"]}</span><span>（小写）：{s["total"]}</span></div>
            {Block(s, d.Of([Blocks.Form.Colons, Blocks.Form.CellsWithColons, Blocks.Form.Grid]), paid, rare)}
            <div class="row"><span>收款单位（章）：{s["hospital"]}</span><span>收款人：示例</span></div>{Seal(s)}
            """;
    }

    private static string Record(Sheet s, bool rare)
    {
        var d = s.Dice;
        List<string> person = ["name", "sex", "admissionNumber", "department", "admitted", "discharged", .. Some(d, "days", "idNumber")];
        var numbered = s.Shown(string.Join(d.Of(["；", "<br>　　", "　"]), s.Stay.Diagnoses.Select((x, i) => s.Stay.Beside == 0 ? x : $"{i + 1}.{x}")), "diagnosis");
        var colon = d.Of(["：", "：<br>　　"]);
        return $"""
            <h1>{s["hospital"]}</h1><h2>{d.Of(["出院记录", "出院小结", "出 院 记 录", "住院病人出院小结"])}</h2>
            {Block(s, Blocks.Person(d), person, rare)}
            <p>{d.Of(["入院诊断", "入院时诊断"])}{colon}{s.Stay.Illness.Diagnosis}</p>
            <p>{d.Of(["诊疗经过", "住院经过", "诊治经过"])}：{s.Stay.Illness.Story}</p>
            <p>{Wording.Label(d, "diagnosis", rare)}{colon}{numbered}</p>
            <p>{d.Of(["出院情况", "出院时情况"])}：患者一般情况可。</p><p>{d.Of(["出院医嘱", "出院后建议"])}：注意休息，定期随访。</p>
            <div class="right">医师：吴示例　{s.Date(s.Stay.Discharged)}</div>{Seal(s)}
            """;
    }

    private static string List(Sheet s, bool rare)
    {
        var d = s.Dice;
        List<string> columns = [.. Some(d, "serial"), .. Some(d, "date"), .. d.Of<string[]>([["code", "name"], ["name", "code"], ["name"]]), .. Some(d, "spec", "unit"), .. d.Of<string[]>([["price", "quantity", "amount"], ["quantity", "price", "amount"], ["price", "quantity", "amount"]]), .. Some(d, "class"), .. Some(d, "share", "selfPaid")];
        if (d.Chance(30) && columns.Remove("class"))
            columns.Insert(columns.IndexOf("name") + 1, "class");
        var quantity = d.Of(["0", "0.0", "0.00"]);
        var full = d.Chance(30);
        string Cell(FeeItem i, string column, int n) => column switch
        {
            "serial" => $"{n + 1}",
            "date" => i.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "code" => i.Code,
            "name" => i.Name,
            "spec" => i.Spec,
            "unit" => i.Unit,
            "class" => full ? i.Class + "类" : i.Class,
            "price" => i.UnitPrice.ToString(),
            "quantity" => i.Quantity.ToString(quantity, CultureInfo.InvariantCulture),
            "amount" => i.Amount.ToString(),
            "share" => $"{(i.Class == "丙" ? 100 : i.SelfShare)}%",
            _ => (i.SelfFunded + i.SelfPayFirst).ToString(),
        };
        foreach (var item in s.Stay.Items)
            s.Row(item, columns.Contains("date"), columns.Contains("share"));
        s.RowsWithout(!columns.Contains("code"), !columns.Contains("class"));
        return $"""
            <h2>{s["hospital"]}</h2><h2>{d.Of(["住院费用清单", "住院病人费用明细清单", "患者费用汇总清单", "出院费用清单"])}</h2>
            {Block(s, d.Of([Blocks.Form.Colons, Blocks.Form.Blanks]), ["name", "sex", "admissionNumber", "department", "admitted", "discharged"], rare)}
            {Html.Table(d.Of(["grid", "lines", "plain", "dots"]) + " small", columns.Select(c => Wording.Column(d, c, rare)), s.Stay.Items.Select((i, n) => columns.Select(c => Cell(i, c, n))))}
            <div class="row"><span>{Wording.Label(d, "total", rare)}：{s["total"]}</span>{(d.Chance(50) ? $"<span>大写：{s["totalInWords"]}</span>" : "")}</div>{Seal(s)}
            """;
    }

    private static string Block(Sheet s, Blocks.Form form, IEnumerable<string> fields, bool rare) =>
        Blocks.Draw(s.Dice, form, [.. fields.Select(f => (Wording.Label(s.Dice, f, rare), s[f]))]);

    private static List<string> Some(Dice dice, params string[] fields) => [.. fields.Where(_ => dice.Chance(60))];

    private static string Seal(Sheet s) => s.Dice.Chance(60) ? Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(200, 1000), s.Dice.Between(300, 800)) : "";
}
