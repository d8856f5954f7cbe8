using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>A list by lot without columns: two lines an item, as phones and narrow printers show them.</summary>
sealed class ListCards(Sheet sheet, ListColumns columns, ListCells cells)
{
    public string Html(IReadOnlyList<FeeItem> items)
    {
        var form = sheet.Lot("cards", ["amount right", "labelled", "times", "two rows"]);
        var colon = sheet.Dice.Of(["：", ":", " "]);
        var body = string.Concat(items.Select(i => Card(form, i, colon)));
        return form == "two rows" ? $"<table class=\"list\">{TwoHeads()}{body}</table>" : body;
    }

    private string Card(string form, FeeItem item, string colon)
    {
        cells.Record(item, columns.Has("date") && (cells.WritesYears || sheet.Fields.ContainsKey("admitted")));
        var name = cells["name", item];
        var asides = columns.Names.Where(c => c is "date" or "code" or "spec" or "class" or "unit" or "share").ToList();
        string Labelled(string column) => $"<span>{columns.Heads[column]}{colon}{cells[column, item]}</span>";
        string Aside(Func<string, string> print) => string.Concat(asides.Where(c => cells[c, item].Length > 0).Select(print));
        var figures = columns.Names.Where(c => c is "price" or "quantity" or "amount").ToList();
        return form switch
        {
            "amount right" => $"<div class=\"card2\"><div class=\"row\"><b>{name}</b><b>{cells["amount", item]}</b></div><div class=\"grey\">{string.Concat(figures.Where(c => c != "amount").Select(Labelled))}{Aside(Labelled)}</div></div>",
            "labelled" => $"<div class=\"card2\"><b>{name}</b><div class=\"grey\">{Aside(Labelled)}</div><div class=\"grey\">{string.Concat(figures.Select(Labelled))}</div></div>",
            "times" => $"<div class=\"card2\"><b>{name}</b><div class=\"grey\">{Aside(Labelled)}</div><div class=\"row\"><span>{(columns.Has("price") ? cells["price", item] : "")} × {cells["quantity", item]}</span><b>{cells["amount", item]}</b></div></div>",
            _ => Rows(c => cells[c, item], ""),
        };
    }

    /// <summary>The names and what belongs to them in the first row, the figures in the second.</summary>
    private string TwoHeads() => Rows(c => columns.Heads[c], "heads");

    private string Rows(Func<string, string> print, string css)
    {
        var below = columns.Names.Where(c => ListColumns.IsNumber(c) || c is "unit").ToList();
        var above = columns.Names.Except(below).ToList();
        var width = Math.Max(above.Count, below.Count);
        string Row(List<string> some, string column) => $"<tr class=\"{css}\">{string.Concat(some.Select(c => $"<td class=\"{c}\"{(c == column ? $" colspan=\"{width - some.Count + 1}\"" : "")}>{print(c)}</td>"))}</tr>";
        return Row(above, "name") + Row(below, below[0]);
    }
}
