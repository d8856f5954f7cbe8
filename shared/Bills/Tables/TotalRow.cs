using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>The last row of a list (合计行): what stands under a head that names an amount is that amount of the whole stay, and every column adds up to it.</summary>
static class TotalRow
{
    /// <summary>Behind every label of its own.</summary>
    private const int Rank = 70;

    private static readonly string[] Own = [SelfPayFirst, SelfFunded, SelfPay, InScope, OverLimit];

    /// <summary>Heads that say so only beside those of what the patient pays.</summary>
    private static readonly string[] Within = ["医保内", "范围内", "可报"];

    /// <summary>Amounts that no label of the page leads to.</summary>
    public static IEnumerable<Finding> Findings(PageText page, IReadOnlyList<TableRow> table, IReadOnlyList<Finding> labelled)
    {
        foreach (var (column, cell) in table.SelectMany(r => r.Total))
        {
            if (FieldOf(column) is { } field && !IsAside(table, column, cell) && !labelled.Any(f => f.Field == field) && MoneyText.Readings(cell.Text) is { Count: > 0 } readings)
                yield return new Finding(field, readings[0].Amount.ToString(), cell.Confidence, page.Where(cell.Glyphs), 0, Rank, readings);
        }
    }

    /// <summary>Whether each column of amounts adds up to the printed sum; null where none can be tried. A column with an amount that was not read says nothing.</summary>
    public static (bool Holds, string Head)? Columns(IReadOnlyList<TableRow> table)
    {
        (bool, string)? tried = null;
        var items = ItemsOf(table);
        List<(Column Column, Snippet Cell)> total = [.. table.SelectMany(r => r.Total).Where(t => t.Column.IsMoney && t.Column.Group == 0 && t.Column.Kind is not (ColumnKind.Price or ColumnKind.Amount))];
        // Where the amount or one of its parts by class was lost, which column the others stand in is not known.
        var parts = items.Exists(i => PartsAside.Kinds.All(i.Cells.ContainsKey)) && !PartsAside.Kinds.Append(ColumnKind.Amount).All(kind => table.Any(r => r.Total.Any(t => t.Column.Kind == kind)));
        // 921.50 | 921.50 | 0 | 0 of an amount and four parts: nor which of the parts is missing in a row.
        List<ColumnKind> kinds = [.. PartsAside.Kinds.Where(kind => items.Exists(i => i.Cells.ContainsKey(kind)))];
        parts |= kinds.Count > 2 && items.Exists(i => !kinds.TrueForAll(i.Cells.ContainsKey));
        foreach (var (column, cell) in total.Where(t => !parts || !PartsAside.Kinds.Contains(t.Column.Kind)))
        {
            if (MoneyText.Readings(cell.Text) is not [(var printed, 0), ..] || IsAside(table, column, cell) || Sum(items, column.Kind) is not { } sum)
                continue;
            if (sum != printed)
                return (false, column.Head);
            tried = (true, column.Head);
        }
        return tried;
    }

    /// <summary>Whether the sum under another head is that of the amounts, set at the right edge below the list: 合计金额：6153.66 under 自付金额.</summary>
    private static bool IsAside(IReadOnlyList<TableRow> table, Column column, Snippet cell) =>
        column.Kind != ColumnKind.Amount && MoneyText.Readings(cell.Text) is [(var printed, 0), ..]
        && Sum(ItemsOf(table), ColumnKind.Amount) == printed && Sum(ItemsOf(table), column.Kind) != printed;

    private static List<TableRow> ItemsOf(IReadOnlyList<TableRow> table) => [.. table.Where(r => !r.IsSum && r.Group == 0 && r.Cells.ContainsKey(ColumnKind.Amount))];

    private static string? FieldOf(Column column) => column.Kind switch
    {
        ColumnKind.Amount => column.Group == 0 ? Total : null,
        ColumnKind.Remark when Within.Contains(column.Head) => InScope,
        ColumnKind.SelfPaid or ColumnKind.Remark or ColumnKind.ClassSelf => LabelGrammar.FieldOf(column.Head) is { } field && Own.Contains(field) ? field : null,
        _ => null,
    };

    private static Fen? Sum(List<TableRow> items, ColumnKind kind)
    {
        var sum = Fen.Zero;
        foreach (var item in items)
        {
            if (item.Text(kind) is not { } text || MoneyText.Readings(text) is not [(var amount, 0), ..])
                return null;
            sum += amount;
        }
        return items.Count > 1 ? sum : null;
    }
}
