using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>Bills by lot: of a stay (住院票据) and of a visit (门诊票据).</summary>
static class LotBills
{
    private static readonly string[] Provinces = ["江南省", "华北省", "安徽省", "四川省", "浙江省", "云南省", "石门县", ""];

    public static string Inpatient(Sheet s) => Draw(new LotPaper(s), stay: true);

    public static string Outpatient(Sheet s) => Draw(new LotPaper(s), stay: false);

    private static string Draw(LotPaper p, bool stay)
    {
        var kind = stay ? "住院" : "门诊";
        var title = p.Dice.Of([$"医疗{kind}收费票据（电子）", $"医疗{kind}收费票据", $"{kind}医疗收费收据", $"医疗{kind}收费专用票据", $"医疗卫生单位{kind}收费收据"]);
        var own = p.Sheet.Lot("payments", [Arrange.Form.Grid, Arrange.Form.Colons, Arrange.Form.Columns, Arrange.Form.Flow, Arrange.Form.Bare, Arrange.Form.Stacked, Arrange.Form.HeadsOver, Arrange.Form.SideHead]);
        var person = p.Sheet.Lot("person", [Arrange.Form.Grid, Arrange.Form.Colons, Arrange.Form.Colons, Arrange.Form.Columns, Arrange.Form.Flow, Arrange.Form.Bare, Arrange.Form.Underlined]);
        var above = p.Dice.Chance(60);
        List<Entry> facts = Facts(p, stay);
        var apart = above ? "" : Arrange.Draw(p, own, "其他信息", [.. facts, .. Paid(p, stay)]);
        return p.Look.Page(
            $"""
            <h2>{p.Dice.Of(Provinces)}{title}</h2>{Arrange.Draw(p, Arrange.Form.Colons, "", Codes(p))}
            {Arrange.Draw(p, person, "患者信息", [.. Payer(p), .. above ? facts : []])}
            {Items(p)}{Sum(p)}{(above ? Arrange.Draw(p, own, "支付信息", Paid(p, stay)) : apart)}{Foot(p)}
            """);
    }

    internal static List<Entry> Codes(LotPaper p)
    {
        List<Entry> all = [p.Text("billCode"), p.Text("billNumber")];
        if (p.Dice.Chance(60))
            all.Add(new("校验码", p.Stay.CheckCode));
        all.Add(new(p.Dice.Of(["开票日期", "开票日期", "收费日期", "开具日期"]), p.Figures.Date(p.Stay.Discharged)));
        return all;
    }

    private static List<Entry> Payer(LotPaper p)
    {
        List<Entry> all = [new(p.Dice.Of(["交款人", "交款人", "姓名", "患者姓名", "缴款人", "交款人姓名"]), p.Sheet["name"])];
        if (p.Dice.Chance(40))
            all.Add(p.Dice.Chance(50) ? new("交款人统一社会信用代码", "") : p.Text("idNumber"));
        return all;
    }

    internal static List<Entry> Facts(LotPaper p, bool stay)
    {
        List<Entry> all = [new(p.Look.Spread("性别"), p.Sheet["sex"])];
        if (p.Dice.Chance(40))
            all.Add(new("业务流水号", $"{p.Dice.Between(100000000, 999999999)}"));
        if (stay)
            all.AddRange([p.Text("admissionNumber"), .. p.Some(75, "department").Select(f => p.Text(f)), .. Names.Stay(p)]);
        else
            all.AddRange([new("门诊号", $"{p.Dice.Between(100000, 999999)}"), new("就诊日期", p.Figures.Date(p.Stay.Admitted)), .. p.Some(60, "department").Select(f => p.Text(f))]);
        all.AddRange(p.Some(45, new Entry("医疗机构类型", p.Stay.Hospital.Type), new Entry("医保类型", p.Dice.Of(["居民医保", "城乡居民基本医疗保险", "职工医保"])), new Entry("医保编号", p.Stay.InsuranceNumber)));
        return all;
    }

    internal static List<Entry> Paid(LotPaper p, bool stay)
    {
        var scheme = p.Sheet.Lot("scheme", ["national", "national", "funds", "funds", "short"]);
        List<Entry> all = scheme switch
        {
            "national" => [p.Money("basicPaid"), p.Money("otherPaid"), p.Money("accountPaid"), p.Money("cashPaid"), p.Money("selfPay"), p.Money("selfFunded")],
            "funds" => [p.Money("basicPaid"), p.Money("criticalPaid"), p.Money("assistancePaid"), .. p.Some(50, "fundPaid").Select(p.Money), p.Money("accountPaid"), p.Money("cashPaid"), .. p.Some(50, "borne", "selfFunded", "selfPayFirst", "deductible").Select(p.Money)],
            _ => [p.Money("fundPaid"), p.Money("borne")],
        };
        if (stay && p.Dice.Chance(45))
            all.InsertRange(p.Dice.Chance(50) ? 0 : all.Count, Names.Advance(p));
        return all;
    }

    private static string Items(LotPaper p)
    {
        var abreast = p.Sheet.Lot("abreast", [1, 2, 2, 3, 4]);
        var count = abreast < 3 && p.Dice.Chance(35);
        var remark = abreast < 3 && p.Dice.Chance(25);
        var rows = p.Categories();
        string[] heads = [p.Dice.Of(["项目名称", "收费项目", "项目", "费用名称"]), .. count ? ["数量/单位"] : Array.Empty<string>(), p.Dice.Of(["金额（元）", "金额", "金额(元)"]), .. remark ? ["备注"] : Array.Empty<string>()];
        // The rarer words for no money would make an item of it.
        string[] Cells((string Category, Shared.Money.Fen Amount, Shared.Money.Fen, Shared.Money.Fen) r) => [r.Category, .. count ? ["1项"] : Array.Empty<string>(), p.Figures.Money(r.Amount), .. remark ? [""] : Array.Empty<string>()];
        string Cell(string text, int column) => $"<td class=\"{(column == heads.Length - 1 - (remark ? 1 : 0) ? "v m" : "")}\">{text}</td>";
        string[] empty = [.. Enumerable.Repeat("", heads.Length)];
        var html = string.Concat(rows.Chunk(abreast).Select(c => $"<tr>{string.Concat(Enumerable.Range(0, abreast).SelectMany(i => (i < c.Length ? Cells(c[i]) : empty).Select(Cell)))}</tr>"));
        return $"<table><tr>{string.Concat(Enumerable.Repeat(string.Concat(heads.Select(h => $"<td class=\"l c\">{h}</td>")), abreast))}</tr>{html}</table>";
    }

    private static string Sum(LotPaper p)
    {
        var (words, total) = (p.Sheet["totalInWords"], p.Amount("total"));
        return p.Sheet.Lot("sum", ["both", "both", "ruled", "apart", "figures only"]) switch
        {
            "both" => $"<div class=\"row\"><span>{p.Dice.Of(["金额合计（大写）", "合计（大写）", "合计人民币（大写）", "人民币（大写）："])} {words}</span><span>{p.Dice.Of(["（小写）", "（小写）：", "小写：", "￥"])}{total.TrimStart('¥', '￥')}</span></div>",
            "ruled" => $"<table><tr><td class=\"l\">金额合计（大写）</td><td>{words}</td><td class=\"l\">（小写）</td><td class=\"v\">{total}</td></tr></table>",
            "apart" => $"<div>{Wording.AnyLabel(p.Dice, "totalInWords")}：{words}</div><div>{p.MoneyLabel("total")}：{total}</div>",
            _ => $"<div class=\"row\"><span>{p.Dice.Of(["合计", "总计", "金额合计"])}：{total}</span><span>大写：{words}</span></div>",
        };
    }

    private static string Foot(LotPaper p) =>
        $"""
        <div class="row"><span>{p.Dice.Of(["收款单位（章）", "收款单位(章)", "收费单位", "收款单位", "医疗机构（章）"])}：{p.Sheet["hospital"]}</span>{p.Dice.Of(["<span>复核人：示例</span>", ""])}<span>{p.Dice.Of(["收款人", "收费员", "收款员"])}：示例</span></div>
        {(p.Dice.Chance(40) ? Html.Seal(p.Stay.Hospital.Name, p.Dice.Between(300, 1000), p.Dice.Between(300, 600)) : "")}{(p.Dice.Chance(20) ? $"<div class=\"small\">{p.Dice.Of(["第一联 收据联", "本票据可通过财政电子票据公共服务平台查验", "手写无效　机打有效"])}</div>" : "")}
        """;
}
