using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>The ways in which papers set labels and values on a page.</summary>
static class Arrange
{
    public enum Form
    {
        /// <summary>A ruled table, several labels and values a row.</summary>
        Grid,

        /// <summary>The same with the part's name down the side.</summary>
        SideHead,

        /// <summary>A row of labels over a row of values.</summary>
        HeadsOver,

        /// <summary>The label above its value in one cell.</summary>
        Stacked,

        /// <summary>Label, colon, value, spread over the line.</summary>
        Colons,

        /// <summary>The same, one below the other.</summary>
        Columns,

        /// <summary>The same, one after the other as in running text.</summary>
        Flow,

        /// <summary>Dots from the label to its value.</summary>
        Leaders,

        /// <summary>Values on the lines of a form.</summary>
        Underlined,

        /// <summary>A table of two columns with heads: item and amount.</summary>
        Items,

        /// <summary>Two such tables abreast.</summary>
        ItemsAbreast,

        /// <summary>This time's amount beside the year's.</summary>
        Years,

        /// <summary>Labels and values in columns without rules or colons.</summary>
        Bare,

        /// <summary>A sentence.</summary>
        Sentence,
    }

    private const int PageWidth = 1128;

    /// <summary>Columns of a grid whose parts have different numbers of pairs a row.</summary>
    private const int Units = 120;

    public static readonly Form[] Persons = [Form.Grid, Form.Grid, Form.Colons, Form.Colons, Form.Columns, Form.Flow, Form.Underlined, Form.Bare, Form.SideHead, Form.Stacked, Form.HeadsOver];

    public static readonly Form[] Monies = [Form.Grid, Form.Grid, Form.SideHead, Form.HeadsOver, Form.HeadsOver, Form.Stacked, Form.Colons, Form.Columns, Form.Flow, Form.Leaders, Form.Items, Form.ItemsAbreast, Form.Years, Form.Bare, Form.Sentence];

    public static string Draw(LotPaper p, Form form, string part, IReadOnlyList<Entry> entries) => form switch
    {
        Form.Grid => Grid(p, [("", entries)]),
        Form.SideHead => Grid(p, [(part, entries)]),
        Form.HeadsOver => HeadsOver(p, entries),
        Form.Stacked => Stacked(p, entries),
        Form.Colons => Rows(p, entries),
        Form.Columns => Columns(p, entries),
        Form.Flow => $"<div class=\"flow\">{string.Concat(entries.Select(e => $"<span>{Told(p, e)}</span>"))}</div>",
        Form.Leaders => Leaders(p, entries),
        Form.Underlined => $"<div class=\"flow\">{string.Concat(entries.Select(e => $"<span>{e.Label}{p.Look.Colon.Trim()}<u>{e.Value}</u></span>"))}</div>",
        Form.Items => Items(p, entries, 1),
        Form.ItemsAbreast => Items(p, entries, 2),
        Form.Years => Years(p, entries),
        Form.Bare => Bare(p, entries),
        Form.Sentence => Sentence(p, entries),
    };

    private static string Told(LotPaper p, Entry e) => $"{e.Label}{p.Look.Colon}{e.Value}";

    /// <summary>One table of several parts; a part that has a name bears it down the side.</summary>
    public static string Grid(LotPaper p, IReadOnlyList<(string Head, IReadOnlyList<Entry> Entries)> parts)
    {
        var side = parts.Any(x => x.Head.Length > 0);
        var html = $"<table class=\"fixed\"><colgroup>{(side ? "<col style=\"width:46px\">" : "")}{string.Concat(Enumerable.Repeat("<col>", Units))}</colgroup>";
        var colon = p.Dice.Chance(15) ? p.Look.Colon.Trim() : "";
        foreach (var (head, entries) in parts)
        {
            var rows = GridRows(entries, Abreast(p, entries));
            for (var r = 0; r < rows.Count; r++)
                html += $"<tr>{(side && r == 0 ? $"<td class=\"side l\" rowspan=\"{rows.Count}\">{string.Join("<br>", head.Select(c => c))}</td>" : "")}{GridRow(p, rows[r], colon)}</tr>";
        }
        return html + "</table>";
    }

    private static string GridRow(LotPaper p, (int Pairs, IReadOnlyList<Entry> Entries) row, string colon)
    {
        var unit = Units / row.Pairs;
        var label = Math.Max(unit * 2 / 5, row.Pairs == 1 ? Units / 8 : 0);
        return string.Concat(row.Entries.Select((e, i) =>
        {
            var left = i == row.Entries.Count - 1 ? Units - (unit * i) - label : unit - label;
            return $"<td class=\"l\" colspan=\"{label}\">{e.Label}{colon}</td><td class=\"{(e.Wide ? "w" : "v")}\" colspan=\"{left}\">{e.Value}</td>";
        }));
    }

    private static List<(int Pairs, IReadOnlyList<Entry> Entries)> GridRows(IReadOnlyList<Entry> entries, int pairs)
    {
        var rows = new List<(int, IReadOnlyList<Entry>)>();
        var row = new List<Entry>();
        void Close()
        {
            if (row.Count > 0)
                rows.Add((pairs, [.. row]));
            row.Clear();
        }
        foreach (var entry in entries)
        {
            if (entry.Wide)
            {
                Close();
                rows.Add((1, [entry]));
                continue;
            }
            row.Add(entry);
            if (row.Count == pairs)
                Close();
        }
        Close();
        return rows;
    }

    /// <summary>By lot, as many pairs a row as have room.</summary>
    private static int Abreast(LotPaper p, IReadOnlyList<Entry> entries)
    {
        var widest = entries.Where(e => !e.Wide).Select(e => p.Look.Width(e.Value)).DefaultIfEmpty(100).Max() + 20;
        // A label has room for three characters a line at least.
        return p.Dice.Of([.. new[] { 2, 3, 4, 5 }.Where(n => n == 2 || ((PageWidth - 46) / n * 3 / 5 > widest && (PageWidth - 46) / n * 2 / 5 > (3 * p.Look.Size) + 40))]);
    }

    private static string HeadsOver(LotPaper p, IReadOnlyList<Entry> entries)
    {
        var each = Math.Min(p.Dice.Between(3, 7), Math.Max(2, PageWidth / (entries.Where(e => !e.Wide).Select(e => p.Look.Width(e.Value)).DefaultIfEmpty(100).Max() + 24)));
        var narrow = entries.Where(e => !e.Wide).Chunk(each);
        var joined = p.Dice.Chance(50);
        var rows = narrow.Select(c => $"<tr>{Cells(c.Select(e => e.Label), "l c", each)}</tr><tr>{Cells(c.Select(e => e.Value), "c m", each)}</tr>");
        return (joined ? $"<table class=\"fixed\">{string.Concat(rows)}</table>" : string.Concat(rows.Select(r => $"<table class=\"fixed\">{r}</table>"))) + Wides(p, entries);
    }

    private static string Cells(IEnumerable<string> texts, string css, int each)
    {
        var cells = texts.ToList();
        return string.Concat(cells.Concat(Enumerable.Repeat("", each - cells.Count)).Select(t => $"<td class=\"{css}\">{t}</td>"));
    }

    private static string Stacked(LotPaper p, IReadOnlyList<Entry> entries)
    {
        var each = Math.Min(p.Dice.Between(3, 5), Math.Max(2, PageWidth / (entries.Where(e => !e.Wide).Select(e => p.Look.Width(e.Value)).DefaultIfEmpty(100).Max() + 24)));
        return $"<table class=\"fixed stack\">{string.Concat(entries.Where(e => !e.Wide).Chunk(each).Select(c => $"<tr>{Cells(c.Select(e => $"<div>{e.Label}</div><div>{e.Value}</div>"), "", each)}</tr>"))}</table>{Wides(p, entries)}";
    }

    private static string Wides(LotPaper p, IEnumerable<Entry> entries) => string.Concat(entries.Where(e => e.Wide).Select(e => $"<div class=\"flow\">{e.Label}{Colon(p)}{e.Value}</div>"));

    private static string Colon(LotPaper p) => p.Look.Colon == " " ? "：" : p.Look.Colon;

    private static string Rows(LotPaper p, IReadOnlyList<Entry> entries)
    {
        var each = p.Dice.Between(2, 4);
        return string.Concat(GridRows(entries, each).Select(r => $"<div class=\"row\">{string.Concat(r.Entries.Select(e => $"<span>{Told(p, e)}</span>"))}</div>"));
    }

    private static string Columns(LotPaper p, IReadOnlyList<Entry> entries)
    {
        var widest = entries.Where(e => !e.Wide).Select(e => p.Look.Width(Told(p, e))).DefaultIfEmpty(300).Max() + 24;
        var each = Math.Clamp(PageWidth / widest, 1, p.Dice.Between(2, 4));
        return $"<div class=\"cols\" style=\"grid-template-columns:repeat({each},1fr)\">{string.Concat(entries.Select(e => $"<div{(e.Wide ? " style=\"grid-column:1/-1\"" : "")}>{Told(p, e)}</div>"))}</div>";
    }

    private static string Leaders(LotPaper p, IReadOnlyList<Entry> entries) =>
        $"<div class=\"cols\" style=\"grid-template-columns:repeat({p.Dice.Between(1, 2)},1fr);column-gap:60px\">{string.Concat(entries.Select(e => $"<div class=\"lead\"><span>{e.Label}</span><i></i><span>{e.Value}</span></div>"))}</div>";

    private static string Items(LotPaper p, IReadOnlyList<Entry> entries, int abreast)
    {
        var head = $"<td class=\"l c\">{p.Dice.Of(["项目", "结算项目", "费用项目", "项　目", "名称"])}</td><td class=\"l c\">{p.Dice.Of(["金额", "金额（元）", "金额(元)", "金　额"])}</td>";
        var rows = entries.Chunk(abreast).Select(c => $"<tr>{string.Concat(Enumerable.Range(0, abreast).Select(i => i < c.Length ? $"<td>{c[i].Label}</td><td class=\"v\">{c[i].Value}</td>" : "<td></td><td></td>"))}</tr>");
        return $"<table><tr>{string.Concat(Enumerable.Repeat(head, abreast))}</tr>{string.Concat(rows)}</table>";
    }

    private static string Years(LotPaper p, IReadOnlyList<Entry> entries)
    {
        var head = p.Dice.Of<string[]>([["项目", "本次", "本年累计"], ["结算项目", "本次金额", "年度累计"], ["项目名称", "本次结算", "本年度累计"], ["费用项目", "本次发生", "累计"]]);
        // The year holds at least this time.
        string Year(string printed) => Fen.TryParse(new string([.. printed.Where(c => char.IsAsciiDigit(c) || c == '.')]), out var now) ? p.Figures.Money(now + new Fen(p.Dice.Chance(50) ? p.Dice.Between(10000, 900000) : 0)) : printed;
        return $"<table><tr>{string.Concat(head.Select(h => $"<td class=\"l c\">{h}</td>"))}</tr>{string.Concat(entries.Select(e => $"<tr><td>{e.Label}</td><td class=\"v\">{e.Value}</td><td class=\"v\">{Year(e.Value)}</td></tr>"))}</table>";
    }

    private static string Bare(LotPaper p, IReadOnlyList<Entry> entries)
    {
        var widest = entries.Where(e => !e.Wide).Select(e => p.Look.Width(e.Label + e.Value)).DefaultIfEmpty(300).Max() + 50;
        var each = Math.Clamp(PageWidth / widest, 1, 4);
        return $"<table class=\"bare\">{string.Concat(GridRows(entries, each).Select(r => $"<tr>{string.Concat(r.Entries.Select(e => $"<td>{e.Label}</td><td colspan=\"{(e.Wide ? (2 * each) - 1 : 1)}\">{e.Value}</td>"))}</tr>"))}</table>";
    }

    /// <summary>What is not printed cannot be told.</summary>
    private static string Sentence(LotPaper p, IReadOnlyList<Entry> entries)
    {
        var told = entries.Where(e => e.Value.Any(char.IsAsciiDigit)).Select(e => $"{e.Label.Replace("（元）", "", StringComparison.Ordinal).Replace("(元)", "", StringComparison.Ordinal)}{p.Dice.Of(["", "", "为"])}{e.Value}{(e.Value.EndsWith('元') ? "" : "元")}");
        return $"<p style=\"text-indent:2em\">{p.Dice.Of(["", "本次结算：", "经审核，"])}{string.Join('，', told)}。</p>";
    }
}
