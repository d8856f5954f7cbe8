using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>费用清单 of which the lot draws everything: columns and their words, order, forms of cells, groups and sums, arrangement, type and rules, and where the total stands.</summary>
static class LotLists
{
    public static readonly Layout[] All = [new("lot-list", PaperKind.FeeList, 1300, 0, Draw, "lot") { Invented = Everywhere.ForList }];

    private static readonly string[] Titles =
        ["住院费用清单", "住院患者费用明细清单", "住院费用汇总清单", "病人费用清单", "住院收费明细", "出院病人费用清单", "住院病人费用明细", "费用明细单", "住院病人费用汇总单", "住院医药费用明细清单", "患者费用清单", "住院收费明细清单"];

    private static readonly string[] Totals = ["合计", "总计", "费用合计", "合计金额", "总费用", "费用总额", "总金额", "共计", "金额合计", "费用总计"];

    private static string Draw(Sheet s)
    {
        var dice = s.Dice;
        var arrangement = s.Drawn("arrangement", dice.Of<string>([("table", 14), ("abreast", 2), ("cards", 2), ("page", 2)]));
        var grouping = arrangement is "abreast" or "cards" ? Grouping.None : dice.Of<Grouping>([(Grouping.None, 6), (Grouping.CategoryRows, 4), (Grouping.DayRows, 2), (Grouping.CategoryColumn, 2), (Grouping.DayColumn, 2)]);
        s.Drawn("grouping", grouping.ToString());
        var items = Ordered(s, grouping);
        var columns = ListColumns.Drawn(s, grouping, arrangement switch { "abreast" => 5, "cards" => 8, _ => 10 });
        var split = arrangement == "page" ? items.Count / 2 : 0;
        Fen? carried = split > 0 ? Stay.Sum(items.Take(split).Select(i => i.Amount)) : null;
        items = [.. items.Skip(split)];
        var cells = new ListCells(s, columns, items);
        var head = Head(s);
        var place = s.Drawn("total", dice.Of<string>([("foot", 4), ("row", arrangement is "table" ? 4 : 0), ("head", 3), ("line", 2)]));
        var table = new ListTable(s, columns, cells, grouping);
        var list = arrangement switch
        {
            "abreast" => table.Abreast(items),
            "cards" => new ListCards(s, columns, cells).Html(items),
            _ => table.Html(items, carried, place == "row" ? dice.Of(Totals) : null),
        };
        var (above, below) = Total(s, cells, place);
        var ruler = dice.Chance(8) ? $"<div style=\"overflow:hidden;white-space:nowrap\">{new string(dice.Of(['-', '=', '—']), 200)}</div>" : "";
        return ListStyle.Page(s, columns, arrangement == "cards", head + above + ruler + list + ruler + below + Foot(s, cells));
    }

    private static List<FeeItem> Ordered(Sheet s, Grouping grouping) => grouping switch
    {
        Grouping.CategoryRows or Grouping.CategoryColumn => [.. s.Stay.Items.GroupBy(i => i.Category).SelectMany(g => g)],
        Grouping.DayRows or Grouping.DayColumn => [.. s.Stay.Items.OrderBy(i => i.Date)],
        _ => s.Dice.Of(["as charged", "by day", "by name"]) switch
        {
            "by day" => [.. s.Stay.Items.OrderBy(i => i.Date)],
            "by name" => [.. s.Stay.Items.OrderBy(i => i.Name, StringComparer.Ordinal)],
            _ => [.. s.Stay.Items],
        },
    };

    /// <summary>The hospital, the title and whom the list is for.</summary>
    private static string Head(Sheet s)
    {
        var dice = s.Dice;
        var title = dice.Of(Titles);
        var top = dice.Chance(50) ? $"<h1>{s["hospital"]}{dice.Of(["", "　", " "])}{title}</h1>" : $"<h1>{s["hospital"]}</h1><h2>{(dice.Chance(20) ? string.Join(' ', title.ToCharArray()) : title)}</h2>";
        List<string> fields = ["name", .. Some(dice, 90, "admissionNumber"), .. Some(dice, 60, "department"), .. Some(dice, 40, "sex", "age", "days")];
        if (dice.Chance(75))
            fields.AddRange(["admitted", "discharged"]);
        List<(string Label, string Value)> pairs = [.. fields.Select(f => (Label(dice, f), f == "age" ? s[f] + "岁" : f == "days" ? s[f] + dice.Of(["", "天"]) : s[f]))];
        if (dice.Chance(40))
            pairs.Insert(dice.Between(1, pairs.Count), ("床号", $"{dice.Between(1, 60)}{dice.Of(["", "床"])}"));
        if (dice.Chance(30))
            pairs.Insert(dice.Between(1, pairs.Count), (dice.Of(["费别", "医保类型", "患者类型", "结算方式"]), dice.Of(["城乡居民医保", "居民医保", "城乡居民基本医疗保险"])));
        if (dice.Chance(25))
            pairs.Add((dice.Of(["费用期间", "统计时间", "费用时段", "结算期间"]), $"{s.Date(s.Stay.Admitted)}{dice.Of(["至", " 至 ", "～", " - "])}{s.Date(s.Stay.Discharged)}"));
        return top + Blocks.Draw(dice, dice.Of([Blocks.Form.Colons, Blocks.Form.Colons, Blocks.Form.Colons, Blocks.Form.Blanks, Blocks.Form.CellsWithColons, Blocks.Form.Grid]), pairs);
    }

    private static string Label(Dice dice, string field) => field == "age" ? "年龄" : Wording.Label(dice, field, dice.Chance(20));

    /// <summary>The total above or below the list, where it is no row of it.</summary>
    private static (string Above, string Below) Total(Sheet s, ListCells cells, string place)
    {
        var dice = s.Dice;
        var words = dice.Chance(30) ? $"<span>{dice.Of(["大写", "合计大写", "人民币大写", "金额大写"])}：{s["totalInWords"]}</span>" : "";
        if (place == "row")
            return ("", words.Length == 0 ? "" : $"<div class=\"row\">{words}</div>");
        var printed = s.Shown(cells.Money(s.Stay.Costs.Total), "total");
        var parts = dice.Chance(20) ? $"<span>其中自费：{s["selfFunded"]}</span><span>{dice.Of(["乙类先行自付", "乙类自付", "先行自付"])}：{s["selfPayFirst"]}</span>" : "";
        var line = $"<div class=\"row\"><span>{dice.Of(Totals)}：{printed}{(printed.EndsWith('元') ? "" : dice.Of(["", "元"]))}</span>{parts}{words}</div>";
        return place switch
        {
            "head" => ($"<div class=\"row\"><span>{dice.Of(["总费用", "费用合计", "住院总费用", "费用总额"])}：{printed}</span>{parts}{words}</div>", ""),
            "line" => ("", $"<div class=\"row\"><span>{dice.Of(Totals)}</span><span>{printed}</span></div>{(words.Length == 0 ? "" : $"<div>{words}</div>")}"),
            _ => ("", line),
        };
    }

    private static string Foot(Sheet s, ListCells cells)
    {
        var dice = s.Dice;
        var note = cells.Note ?? (dice.Chance(30) ? dice.Of(["注：甲类全额纳入报销，乙类先由个人自付一部分，丙类全部自费。", "说明：本清单仅供核对，不作报销凭证。", "如对费用有疑问，请到住院收费处查询。", "患者或家属签名：", "以上费用已核对无误。"]) : "");
        return (note.Length == 0 ? "" : $"<p>{note}</p>") + (dice.Chance(40) ? Trimmings.Foot(s, dice.Of(["", "制表人：示例", "收费员：007"])) : "");
    }

    private static IEnumerable<string> Some(Dice dice, int percent, params string[] fields) => fields.Where(_ => dice.Chance(percent));
}
