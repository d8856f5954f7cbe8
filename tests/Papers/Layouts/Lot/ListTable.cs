using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>A list by lot as a table: one or two lists abreast, with headings and sums of groups, sums of pages and a row for the total.</summary>
sealed class ListTable
{
    private readonly Sheet _sheet;
    private readonly ListColumns _columns;
    private readonly ListCells _cells;
    private readonly Grouping _grouping;
    private readonly string _heading;
    private readonly string _sum;
    private readonly bool _sumInCell;
    private readonly string _repeat;
    private readonly string _heads;

    public ListTable(Sheet sheet, ListColumns columns, ListCells cells, Grouping grouping)
    {
        (_sheet, _columns, _cells, _grouping) = (sheet, columns, cells, grouping);
        var dice = sheet.Dice;
        _heading = grouping is Grouping.CategoryRows ? sheet.Lot("heading", ["{0}", "{0}：", "【{0}】", "◆{0}", "{0}　{1}", "{0}：{1}", "{0} 合计：{1}", "{0}（{1}元）"])
            : grouping is Grouping.DayRows ? sheet.Lot("heading", ["{0}", "日期：{0}", "费用日期：{0}", "{0} 费用", "{0}　合计：{1}"]) : "";
        _sum = grouping is Grouping.None || dice.Chance(45) ? ""
            : sheet.Drawn("group sum", dice.Of<string>(grouping is Grouping.DayRows or Grouping.DayColumn ? ["当日小计", "日合计", "小计", "本日合计"] : ["{0}小计", "小计", "{0}合计", "本类合计", "{0} 小计"]));
        _sumInCell = dice.Chance(50);
        _repeat = dice.Of(["merged", "first", "every"]);
        if (grouping is Grouping.CategoryColumn or Grouping.DayColumn)
            sheet.Drawn("group column", _repeat);
        _heads = ListHeads.Html(sheet, columns, GroupHead());
    }

    private int Width => _columns.Names.Count + (HasGroupColumn ? 1 : 0);

    private bool HasGroupColumn => _grouping is Grouping.CategoryColumn or Grouping.DayColumn;

    /// <summary>The whole table.</summary>
    /// <param name="carried">What pages before this one come to, where the list carries it over.</param>
    /// <param name="total">The word before the total in its own last row, where it has one.</param>
    public string Html(IReadOnlyList<FeeItem> items, Fen? carried, string? total)
    {
        var page = Stay.Sum(items.Select(i => i.Amount));
        var body = _heads;
        if (carried is { } earlier)
            body += Line(_sheet.Lot("carried", ["承前页", "上页结转", "前页累计", "承上页"]), earlier);
        body += string.Concat(items.GroupBy(Key).Select(Group));
        if (carried is not null || _sheet.Dice.Chance(8))
            body += Line(_sheet.Lot("page sum", ["本页小计", "本页合计", "本页金额合计"]), page);
        if (total is not null)
            body += Total(total);
        return $"<table class=\"list\">{body}</table>";
    }

    /// <summary>The word over the column of groups, another than over the others.</summary>
    private string? GroupHead()
    {
        if (!HasGroupColumn)
            return null;
        var word = Wording.AnyColumn(_sheet.Dice, _grouping == Grouping.DayColumn ? "date" : "category");
        return _sheet.Drawn("head of group", !_columns.Heads.Values.Contains(word) ? word : _grouping == Grouping.DayColumn ? "费用日期" : "费用类别");
    }

    private string Key(FeeItem item) => _grouping switch
    {
        Grouping.CategoryRows or Grouping.CategoryColumn => item.Category,
        Grouping.DayRows or Grouping.DayColumn => _cells.Date(item),
        _ => "",
    };

    private string Group(IGrouping<string, FeeItem> group)
    {
        var sum = Stay.Sum(group.Select(i => i.Amount));
        var rows = string.Concat(group.Select((item, n) => Row(item, n, group.Count())));
        var heading = _heading.Length == 0 ? "" : $"<tr><td colspan=\"{Width}\" class=\"heading\">{string.Format(null, _heading, group.Key, _cells.Money(sum))}</td></tr>";
        var word = string.Format(null, _sum, _grouping is Grouping.CategoryRows or Grouping.CategoryColumn ? group.Key : "");
        return heading + rows + (_sum.Length == 0 ? "" : Line(word, sum));
    }

    private string Row(FeeItem item, int n, int count)
    {
        _cells.Record(item, (_columns.Has("date") || _grouping is Grouping.DayRows or Grouping.DayColumn) && (_cells.WritesYears || _sheet.Fields.ContainsKey("admitted")));
        var group = !HasGroupColumn ? ""
            : _repeat == "merged" ? n == 0 ? $"<td rowspan=\"{count}\" class=\"group\">{Key(item)}</td>" : ""
            : $"<td class=\"group\">{(n == 0 || _repeat == "every" ? Key(item) : "")}</td>";
        return $"<tr>{group}{string.Concat(_columns.Names.Select(c => $"<td class=\"{c}\">{_cells[c, item]}</td>"))}</tr>";
    }

    /// <summary>A sum in a line of its own: behind its word, or under the amounts.</summary>
    private string Line(string word, Fen sum) => _sumInCell ? UnderAmounts(word, sum, null) : $"<tr><td colspan=\"{Width}\" class=\"sum\">{word}：{_cells.Money(sum)}</td></tr>";

    private string Total(string word)
    {
        _sheet.Shown("", "total");
        Func<string, string>? others = _sheet.Dice.Chance(50) ? Other : null;
        return UnderAmounts(word, _sheet.Stay.Costs.Total, others);
    }

    /// <summary>What the whole list comes to in the columns behind the amount.</summary>
    private string Other(string column) => column switch
    {
        "selfPaid" => _sheet.Stay.Costs.SelfPayFirst.ToString(),
        "ownFunded" => _sheet.Stay.Costs.SelfFunded.ToString(),
        "insured" => (_sheet.Stay.Costs.Total - _sheet.Stay.Costs.SelfFunded - _sheet.Stay.Costs.SelfPayFirst).ToString(),
        _ => "",
    };

    private string UnderAmounts(string word, Fen sum, Func<string, string>? others)
    {
        var amount = _columns.Names.ToList().IndexOf("amount");
        var rest = _columns.Names.Skip(amount + 1);
        return $"<tr><td colspan=\"{amount + Width - _columns.Names.Count}\" class=\"sum\">{word}</td><td class=\"amount\">{_cells.Money(sum)}</td>{string.Concat(rest.Select(c => $"<td class=\"{c}\">{others?.Invoke(c)}</td>"))}</tr>";
    }

    /// <summary>Two lists abreast, the second half of the items beside the first.</summary>
    public string Abreast(IReadOnlyList<FeeItem> items)
    {
        var half = (items.Count + 1) / 2;
        string Side(IEnumerable<FeeItem> some) => Html([.. some], null, null);
        return $"<div style=\"display:flex;gap:14px;align-items:flex-start\"><div style=\"flex:1\">{Side(items.Take(half))}</div><div style=\"flex:1\">{Side(items.Skip(half))}</div></div>";
    }
}
