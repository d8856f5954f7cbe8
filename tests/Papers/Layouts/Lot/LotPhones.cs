using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>What a phone shows of settlements and bills, by lot: a label on the left and its value on the right, cards, two abreast, a great figure on top.</summary>
static class LotPhones
{
    public static string Settlement(Sheet s)
    {
        var p = new LotPaper(s);
        return Screen(p, p.Dice.Of(["结算详情", "医保结算单", "报销详情", "费用详情", "住院结算明细"]), LotSheets.Parts(p, hospitalInTitle: false));
    }

    public static string Bill(Sheet s)
    {
        var p = new LotPaper(s);
        List<Entry> head = [new(p.Dice.Of(["开票单位", "收款单位", "医疗机构名称", "就诊医院"]), s["hospital"]), new(p.Dice.Of(["交款人", "姓名", "患者姓名"]), s["name"]), .. LotBills.Codes(p)];
        List<Entry> items = [.. p.Categories().Select(c => new Entry(c.Category, p.Figures.Money(c.Amount)))];
        List<Entry> sums = [p.Money("total"), .. p.Some(50, "totalInWords").Select(f => p.Text(f))];
        return Screen(p, p.Dice.Of(["电子票据详情", "票据详情", "医疗住院收费票据"]),
        [
            new("票据信息", false, head), new("就诊信息", false, LotBills.Facts(p, stay: true)), new("收费明细", true, items), new("合计", true, sums), new("支付信息", true, LotBills.Paid(p, stay: true)),
        ], "<h2>医疗住院收费票据（电子）</h2>");
    }

    private static string Screen(LotPaper p, string title, IReadOnlyList<LotSheets.Part> parts, string over = "")
    {
        var form = p.Sheet.Lot("screen", ["rows", "rows", "rows", "cards", "cards", "two abreast", "label above"]);
        var great = p.Dice.Chance(40) ? $"<div style=\"text-align:center\"><div style=\"font-size:{p.Look.Size * 2}px\">{p.Dice.Of(["¥", "￥", ""])}{p.Sheet["total"].TrimStart('¥')}</div><div>{p.Dice.Of(["医疗费总额(元)", "费用总额（元）", "总费用"])}</div></div>" : "";
        return p.Look.Page(
            $"""
            <div class="row small"><span>{p.Dice.Between(8, 21)}:{p.Dice.Between(10, 59)}</span><span>5G　{p.Dice.Between(11, 99)}%</span></div><div class="row"><span>＜</span><span>{title}</span><span>···</span></div>{over}{great}
            {string.Concat(parts.Select(x => Card(p, form, x)))}<p class="buttons">{p.Dice.Of(["返回首页", "下载", "查看明细", "我知道了"])}</p>
            """);
    }

    private static string Card(LotPaper p, string form, LotSheets.Part part)
    {
        var frame = form == "cards" ? "background:#fff;border:1px solid #ddd;border-radius:14px;padding:12px 16px;margin:12px 0" : "border-top:8px solid #f0f2f4;padding:6px 0";
        return $"<div style=\"{frame}\"><div class=\"part\">{part.Name}</div>{Lines(form, part)}</div>";
    }

    private static string Lines(string form, LotSheets.Part part) => form switch
    {
        "two abreast" when part.IsMoney => $"<div class=\"cols\" style=\"grid-template-columns:1fr 1fr\">{string.Concat(part.Entries.Select(e => $"<div><div style=\"color:#888\">{e.Label}</div><div>{e.Value}</div></div>"))}</div>",
        "label above" => string.Concat(part.Entries.Select(e => $"<div style=\"color:#888\">{e.Label}</div><div style=\"margin-bottom:6px\">{e.Value}</div>")),
        _ => string.Concat(part.Entries.Select(e => $"<div class=\"kv\" style=\"gap:30px\"><span style=\"white-space:nowrap\">{e.Label}</span><span style=\"text-align:right\">{e.Value}</span></div>")),
    };
}
