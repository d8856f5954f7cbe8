using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>Settlement sheets by lot (医保结算单).</summary>
static class LotSheets
{
    private static readonly string[] Insurances = ["城乡居民基本医疗保险", "城镇职工基本医疗保险", "基本医疗保险", "医疗保险", "医保", "城乡居民医保", ""];

    public static string Draw(Sheet s)
    {
        var p = new LotPaper(s);
        var named = p.Dice.Chance(35);
        var parts = Parts(p, named);
        var arranged = s.Lot("page", ["apart", "apart", "apart", "one table", "one table", "panels", "letter"]) switch
        {
            "one table" => OneTable(p, parts),
            "panels" => Panels(p, parts),
            "letter" => Letter(p, parts),
            _ => Apart(p, parts),
        };
        return p.Look.Page($"{Title(p, named)}{Around.Head(p)}{arranged}{Words(p)}{Around.Foot(p)}");
    }

    /// <summary>The parts of a sheet in the order in which they stand.</summary>
    internal sealed record Part(string Name, bool IsMoney, IReadOnlyList<Entry> Entries);

    internal static List<Part> Parts(LotPaper p, bool hospitalInTitle)
    {
        var (cost, paid) = (p.Dice.Of(["费用信息", "费用情况", "医疗费用", "费用构成"]), p.Dice.Of(["支付信息", "基金支付", "支付情况", "结算信息"]));
        List<Part> money = [new(cost, true, Costs(p)), new(paid, true, Paid(p))];
        return [new(p.Dice.Of(["基本信息", "个人信息", "患者信息"]), false, Person(p, hospitalInTitle)), new(p.Dice.Of(["住院信息", "就诊信息", "诊疗信息"]), false, Times(p)), .. money];
    }

    private static string Title(LotPaper p, bool named)
    {
        var what = p.Dice.Of(["住院费用结算单", "住院结算单", "住院医疗费用结算单", "费用结算单", "住院费用结算表", "医疗费用结算凭证", "住院费用报销结算单", "住院补偿结算单"]);
        var place = p.Dice.Of(["", "", "石门县", "金川市", "江南省", "华北省"]);
        return (named ? $"<h2>{p.Sheet["hospital"]}</h2>" : "") + $"<h2>{(named ? "" : place)}{p.Dice.Of(Insurances)}{what}</h2>";
    }

    private static List<Entry> Person(LotPaper p, bool hospitalInTitle)
    {
        List<Entry> all = [.. Names.Of(p), p.Text("idNumber")];
        if (!hospitalInTitle)
            all.Add(p.Text("hospital", wide: p.Dice.Chance(40)));
        all.AddRange(p.Some(55, "hospitalLevel", "admissionNumber", "department", "settlementNumber").Select(f => p.Text(f)));
        all.AddRange(Around.Asides(p, 3));
        return all;
    }

    private static List<Entry> Times(LotPaper p) => [.. Names.Stay(p), Diagnoses.Joined(p)];

    private static List<Entry> Costs(LotPaper p)
    {
        List<Entry> all = [p.Money("total"), .. p.Some(80, "selfFunded", "selfPayFirst", "inScope", "deductible").Select(p.Money), .. p.Some(45, "overLimit").Select(p.Money)];
        if (p.Sheet.Lot("of which", [false, false, false, true]) && p.Sheet.Fields.ContainsKey("selfFunded"))
            all[1] = all[1] with { Label = "其中：" + all[1].Label };
        return all;
    }

    private static List<Entry> Paid(LotPaper p)
    {
        var relief = p.Stay.Costs.AssistancePaid;
        var byRelief = p.Dice.Chance(65);
        List<Entry> funds = [p.Money("basicPaid"), p.Money("criticalPaid"), byRelief ? p.Money("assistancePaid") : p.Money("supplementPaid", relief)];
        if (p.Dice.Chance(30))
            funds.Add(byRelief ? p.Money("supplementPaid", Fen.Zero) : p.Money("assistancePaid", Fen.Zero));
        if (p.Dice.Chance(30))
            funds.Add(p.Money("otherPaid", Fen.Zero));
        List<Entry> sums = [.. p.Some(65, "fundPaid").Select(p.Money)];
        var own = p.Sheet.Lot("own", ["borne", "borne", "self pay", "in scope", "cash"]);
        List<Entry> mine = [.. own == "borne" ? [p.Money("borne")] : Array.Empty<Entry>(), .. own == "self pay" ? [p.Money("selfPay")] : Array.Empty<Entry>(), .. own == "in scope" ? [p.Money("selfPayInScope")] : Array.Empty<Entry>(), p.Money("accountPaid"), p.Money("cashPaid")];
        if (p.Dice.Chance(25))
            mine.AddRange(Names.Advance(p));
        if (p.Dice.Chance(25))
            mine.AddRange(Around.YearlySums(p));
        return sums.Count > 0 && p.Dice.Chance(40) ? [sums[0], .. funds.Select((f, i) => i == 0 && p.Dice.Chance(50) ? f with { Label = "其中：" + f.Label } : f), .. mine] : [.. funds, .. sums, .. mine];
    }

    private static string Words(LotPaper p) => !p.Dice.Chance(50) ? "" : p.Sheet.Lot("words", ["total", "total", "fund"]) == "total"
        ? $"<div class=\"flow\">{Wording.AnyLabel(p.Dice, "totalInWords")}：{p.Sheet["totalInWords"]}</div>"
        : $"<div class=\"flow\">{p.Dice.Of(["基金支付合计（大写）", "报销金额大写", "医保支付总额大写"])}：{CapitalNumeral.Write(p.Stay.Costs.FundPaid)}</div>";

    private static string Apart(LotPaper p, List<Part> parts)
    {
        var heads = p.Sheet.Lot("heads", ["none", "none", "line", "bar", "numbered"]);
        var (person, money) = (p.Sheet.Lot("person", Arrange.Persons), p.Sheet.Lot("amounts", Arrange.Monies));
        var other = p.Dice.Chance(40) ? p.Sheet.Lot("payments", Arrange.Monies) : money;
        var fees = p.Dice.Chance(20) ? FeeTable(p) : "";
        return string.Concat(parts.Select((part, n) => Around.PartHead(heads, n, part.Name, Sided(!part.IsMoney ? person : n == parts.Count - 1 ? other : money)) + Arrange.Draw(p, !part.IsMoney ? person : n == parts.Count - 1 ? other : money, part.Name, part.Entries) + (n == 1 ? fees : "")));
    }

    private static bool Sided(Arrange.Form form) => form == Arrange.Form.SideHead;

    private static string OneTable(LotPaper p, List<Part> parts)
    {
        var sides = p.Sheet.Lot("sides", [false, false, true]);
        return Arrange.Grid(p, [.. parts.Select(x => (sides ? x.Name : "", x.Entries))]);
    }

    private static string Panels(LotPaper p, List<Part> parts)
    {
        var form = p.Sheet.Lot("panel", [Arrange.Form.Items, Arrange.Form.Leaders, Arrange.Form.Columns]);
        var person = p.Sheet.Lot("person", Arrange.Persons);
        string Panel(Part x) => $"<div>{(form == Arrange.Form.Items && p.Dice.Chance(50) ? "" : $"<div class=\"part\">{x.Name}</div>")}{PanelOf(p, form, x)}</div>";
        return string.Concat(parts.Where(x => !x.IsMoney).Select(x => Arrange.Draw(p, person, x.Name, x.Entries))) + $"<div class=\"panels\">{string.Concat(parts.Where(x => x.IsMoney).Select(Panel))}</div>";
    }

    /// <summary>A panel has room for one pair a line.</summary>
    private static string PanelOf(LotPaper p, Arrange.Form form, Part part) => form switch
    {
        Arrange.Form.Items => Arrange.Draw(p, form, part.Name, part.Entries),
        Arrange.Form.Leaders => string.Concat(part.Entries.Select(e => $"<div class=\"lead\"><span>{e.Label}</span><i></i><span>{e.Value}</span></div>")),
        _ => string.Concat(part.Entries.Select(e => $"<div>{e.Label}{p.Look.Colon}{e.Value}</div>")),
    };

    private static string Letter(LotPaper p, List<Part> parts) =>
        Arrange.Draw(p, p.Sheet.Lot("person", Arrange.Persons), parts[0].Name, [.. parts[0].Entries, .. parts[1].Entries]) + string.Concat(parts.Where(x => x.IsMoney).Select(x => Arrange.Draw(p, Arrange.Form.Sentence, x.Name, x.Entries)));

    /// <summary>Costs by category and class, as the national sheet has them; its sums are checked by nobody.</summary>
    private static string FeeTable(LotPaper p)
    {
        var rows = p.Categories();
        var bySum = p.Dice.Chance(60);
        var first = p.Sheet.Lot("fees", ["classes", "classes", "plain"]) == "classes";
        string[] heads = first ? ["项目名称", "金额", "甲类", "乙类", "自费", "其他"] : ["项目名称", "金额", "项目名称", "金额"];
        string Row(string name, Fen all, Fen second, Fen own) => $"<tr><td>{name}</td>{string.Concat(new[] { all, all - second - own, second, own, Fen.Zero }.Select(v => $"<td class=\"v\">{p.Figures.Money(v)}</td>"))}</tr>";
        var body = first
            ? string.Concat(rows.Select(r => Row(r.Category, r.Amount, r.Second, r.Own))) + (bySum ? Row("金额合计", p.Stay.Costs.Total, Stay.Sum(rows.Select(r => r.Second)), Stay.Sum(rows.Select(r => r.Own))) : "")
            : string.Concat(rows.Chunk(2).Select(c => $"<tr>{string.Concat(Enumerable.Range(0, 2).Select(i => i < c.Length ? $"<td>{c[i].Category}</td><td class=\"v\">{p.Figures.Money(c[i].Amount)}</td>" : "<td></td><td></td>"))}</tr>"));
        return $"<table><tr>{string.Concat(heads.Select(h => $"<td class=\"l c\">{h}</td>"))}</tr>{body}</table>";
    }
}
