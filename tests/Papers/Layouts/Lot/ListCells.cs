using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>How one list by lot prints what stands in its cells, and what it says of an item.</summary>
sealed class ListCells
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private static readonly string[] Makers = ["扬子江药业", "齐鲁制药", "江苏恒瑞", "华润双鹤", "四川科伦", "石药集团", "迈瑞医疗", "山东威高"];

    private static readonly (Form, int)[] Codes = [(new("national", i => i.Code), 2), (new("hospital", HospitalCode), 1)];

    private static readonly (Form, int)[] Classes =
    [
        (new("甲", i => i.Class), 4), (new("甲类", i => i.Class + "类"), 2), (new("甲类,自费", i => i.Class == "丙" ? "自费" : i.Class + "类"), 2), (new("甲,自费", i => i.Class == "丙" ? "自费" : i.Class), 1),
        (new("(甲)", i => $"({i.Class})"), 1), (new("[甲]", i => $"[{i.Class}]"), 1), (new("全自费", i => i.Class == "丙" ? "全自费" : i.Class + "类"), 1),
        (new("甲/0%", i => $"{i.Class}/{Percent(i)}%"), 1), (new("words", i => i.Class switch { "甲" => "全额统筹", "乙" => "部分统筹", _ => "自费" }, Silent: true), 1),
    ];

    private static readonly (Form, int)[] Shares =
    [
        (new("10%", i => $"{Percent(i)}%"), 4), (new("0.10", i => (Percent(i) / 100m).ToString("0.00", Culture)), 3), (new("0.1", i => (Percent(i) / 100m).ToString("0.##", Culture)), 2),
        (new("10", i => $"{Percent(i)}"), 2), (new("10.00", i => $"{Percent(i)}.00"), 1), (new("10.00%", i => $"{Percent(i)}.00%"), 1), (new("0.1000", i => (Percent(i) / 100m).ToString("0.0000", Culture)), 1),
    ];

    private static readonly (Form, int)[] Days =
    [
        (Day("yyyy-MM-dd"), 5), (Day("yyyy/MM/dd"), 2), (Day("yyyy.MM.dd"), 1), (Day("MM-dd"), 2), (Day("yyyyMMdd"), 1), (Day("MM/dd"), 1), (Day("MM月dd日"), 1), (Day("yyyy年MM月dd日"), 1), (Day("yyyy-M-d"), 1),
    ];

    /// <summary>Name and specification in one cell.</summary>
    private static readonly (Form, int)[] NamesWithSpec =
    [
        (new("plain", i => i.Name), 3), (new("name(spec)", i => Behind(i, $"({i.Spec})")), 2), (new("name spec", i => Behind(i, " " + i.Spec)), 2), (new("name/spec", i => Behind(i, "/" + i.Spec)), 1),
        (new("name　spec", i => Behind(i, "　" + i.Spec)), 1), (new("name[spec]", i => Behind(i, $"[{i.Spec}]")), 1),
    ];

    /// <summary>Marks at a name for its class; those of signs say it only to who reads the note below.</summary>
    private static readonly (Form, int)[] Marks =
    [
        (new("none", _ => "", Silent: true), 8), (new("[甲]", i => $"[{i.Class}]"), 2), (new("(甲)", i => $"({i.Class})"), 2), (new("【甲】", i => $"【{i.Class}】"), 1), (new("(甲类)", i => $"({i.Class}类)"), 1),
        (new("甲-", i => i.Class + "-"), 1), (new("甲 ", i => i.Class + "　"), 1), (new("△▲", i => i.Class switch { "乙" => "△", "丙" => "▲", _ => "" }, Silent: true), 1), (new("*#", i => i.Class switch { "乙" => "*", "丙" => "#", _ => "" }, Silent: true), 1),
        (new("☆★", i => i.Class switch { "乙" => "☆", "丙" => "★", _ => "" }, Silent: true), 1),
    ];

    private static readonly (AmountForm, int)[] Amounts =
    [
        (new("12.00", a => a.ToString()), 12), (new("1,234.00", a => a.ToGroupedString()), 4), (new("¥12.00", a => "¥" + a), 1), (new("￥12.00", a => "￥" + a), 1), (new("12", Bare), 1), (new("12.00元", a => a + "元"), 1), (new(".50", a => a.Value is > 0 and < 100 ? a.ToString()[1..] : a.ToString()), 1),
    ];

    private readonly Sheet _sheet;
    private readonly ListColumns _columns;
    private readonly Dictionary<string, Form> _forms = [];
    private readonly Form _mark;
    private readonly bool _markBehind;
    private readonly bool _serialInName;
    private readonly bool _codeInName;
    private readonly AmountForm _amount;
    private readonly List<FeeItem> _items;

    public ListCells(Sheet sheet, ListColumns columns, IReadOnlyList<FeeItem> items)
    {
        (_sheet, _columns, _items) = (sheet, columns, [.. items]);
        var dice = sheet.Dice;
        _amount = dice.Of<AmountForm>(Amounts);
        sheet.Drawn("amounts", _amount.Name);
        _mark = columns.Has("class") ? Marks[0].Item1 : Lot("mark", Marks);
        _markBehind = _mark.Name is "[甲]" or "(甲)" or "(甲类)" && dice.Chance(40);
        _serialInName = !columns.Has("serial") && dice.Chance(5);
        _codeInName = !columns.Has("code") && dice.Chance(5);
        sheet.Drawn("name", $"{Name("name", columns.Has("spec") ? [NamesWithSpec[0]] : NamesWithSpec)}{(_markBehind ? ",mark behind" : "")}{(_serialInName ? ",serial before" : "")}{(_codeInName ? ",code before" : "")}");
        Name("code", Codes);
        Name("class", Classes);
        Name("share", Shares);
        Name("date", Days);
        Name("quantity", Quantities(!columns.Has("unit")));
        Name("price", Prices(!columns.Has("unit")));
    }

    /// <summary>What stands in a cell.</summary>
    public string this[string column, FeeItem item] => column switch
    {
        "serial" => $"{_items.IndexOf(item) + 1}",
        "category" => item.Category,
        "name" => Shown(item),
        "spec" => item.Spec,
        "maker" => item.Category is "西药费" or "中成药费" or "卫生材料费" ? Makers[item.Name.Length % Makers.Length] : "",
        "unit" => item.Unit,
        "discount" => Fen.Zero.ToString(),
        "amount" => Money(item.Amount),
        "selfPaid" => item.SelfPayFirst.ToString(),
        "ownFunded" => item.SelfFunded.ToString(),
        "insured" => (item.Amount - item.SelfFunded - item.SelfPayFirst).ToString(),
        "department" => _sheet.Stay.Illness.Department,
        _ => _forms[column].Print(item),
    };

    /// <summary>An amount in this list's own way of writing.</summary>
    public string Money(Fen amount) => _amount.Print(amount);

    /// <summary>A day in this list's own way of writing.</summary>
    public string Date(FeeItem item) => _forms["date"].Print(item);

    /// <summary>Whether its days say their year.</summary>
    public bool WritesYears => _forms["date"].Name.StartsWith('y');

    /// <summary>The note that says what signs before names mean.</summary>
    public string? Note => _mark.Name is "△▲" or "*#" or "☆★" ? $"注：名称前带{_mark.Name[0]}为乙类，带{_mark.Name[1]}为自费项目" : null;

    /// <summary>Writes down what the list says of an item.</summary>
    /// <param name="date">Whether it says the day, in a column or above the item.</param>
    public void Record(FeeItem item, bool date)
    {
        var share = _columns.Has("share") || (_columns.Has("class") && _forms["class"].Name == "甲/0%");
        _sheet.Row(new TruthRow(
            _columns.Has("code") ? _forms["code"].Print(item) : _codeInName ? _forms["code"].Print(item) : null,
            _forms["name"].Print(item),
            (_columns.Has("class") ? !_forms["class"].Silent : !_mark.Silent) ? item.Class : null,
            item.Quantity.ToString(Culture), _columns.Has("price") ? item.UnitPrice.ToString() : null, item.Amount.ToString())
        {
            Date = date ? item.Date.ToString("yyyy-MM-dd", Culture) : null,
            SelfShare = share ? Percent(item).ToString(Culture) : null,
        });
    }

    private string Shown(FeeItem item)
    {
        var name = _forms["name"].Print(item);
        var marked = _markBehind ? name + _mark.Print(item) : _mark.Print(item) + name;
        return (_serialInName ? $"{_items.IndexOf(item) + 1}." : "") + (_codeInName ? _forms["code"].Print(item) + " " : "") + marked;
    }

    private static (Form, int)[] Quantities(bool withUnit) =>
    [
        (new("3", i => $"{i.Quantity}"), 8), (new("3.00", i => $"{i.Quantity}.00"), 3), (new("3.0", i => $"{i.Quantity}.0"), 1), (new("3.0000", i => $"{i.Quantity}.0000"), 1),
        (new("3支", i => $"{i.Quantity}{i.Unit}"), withUnit ? 5 : 0), (new("3/支", i => $"{i.Quantity}/{i.Unit}"), withUnit ? 1 : 0), (new("3.00支", i => $"{i.Quantity}.00{i.Unit}"), withUnit ? 1 : 0),
    ];

    private (Form, int)[] Prices(bool withUnit) =>
    [
        (new("as amounts", i => Money(i.UnitPrice)), 8), (new("12.0000", i => $"{i.UnitPrice}00"), 2), (new("12.000", i => $"{i.UnitPrice}0"), 1), (new("12.00/支", i => $"{i.UnitPrice}/{i.Unit}"), withUnit ? 1 : 0), (new("12.00元/支", i => $"{i.UnitPrice}元/{i.Unit}"), withUnit ? 1 : 0),
    ];

    private string Name(string column, (Form, int)[] forms)
    {
        _forms[column] = _columns.Has(column) ? Lot(column, forms) : _sheet.Dice.Of<Form>(forms);
        return _forms[column].Name;
    }

    private Form Lot(string what, (Form, int)[] forms)
    {
        var form = _sheet.Dice.Of<Form>(forms);
        _sheet.Drawn(what, form.Name);
        return form;
    }

    /// <summary>The number the hospital itself gives a thing, from what the thing is.</summary>
    private static string HospitalCode(FeeItem item)
    {
        var number = item.Code.Aggregate(7, (sum, c) => ((sum * 31) + c) % 99991);
        var letter = item.Category switch { "西药费" => "Y", "中成药费" => "Z", "中药饮片费" => "C", "卫生材料费" => "W", _ => "F" };
        return $"{letter}{number:D5}";
    }

    private static Form Day(string format) => new(format, i => i.Date.ToString(format, Culture));

    private static string Behind(FeeItem item, string text) => item.Spec.Length == 0 ? item.Name : item.Name + text;

    private static string Bare(Fen amount) => amount.Value % 100 == 0 ? amount.ToString()[..^3] : amount.ToString();

    private static int Percent(FeeItem item) => item.Class == "丙" ? 100 : item.SelfShare;

    /// <summary>One way to print one thing.</summary>
    /// <param name="Silent">It says nothing that can be written down.</param>
    private sealed record Form(string Name, Func<FeeItem, string> Print, bool Silent = false);

    private sealed record AmountForm(string Name, Func<Fen, string> Print);
}
