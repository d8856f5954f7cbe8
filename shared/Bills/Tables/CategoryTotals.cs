using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>In a list without prices, the categories that stand above their items with what these add up to (分类合计在前). They are no items where most of them add up.</summary>
static class CategoryTotals
{
    /// <param name="rows">In the order of the paper, one list beside another after it: a category may begin in the first and go on in the second.</param>
    public static IReadOnlyList<TableRow> Mark(IReadOnlyList<TableRow> rows)
    {
        if (rows.Any(row => row.Cells.ContainsKey(ColumnKind.Price)))
            return rows;
        List<int> heads = [.. Enumerable.Range(0, rows.Count).Where(i => IsHead(rows, i))];
        var right = heads.Count(i => Items(rows, i).Aggregate(Fen.Zero, (sum, item) => sum + item.Amount) == Amount(rows[i]));
        return right < 2 || right * 2 < heads.Count ? rows : [.. rows.Select((row, i) => heads.Contains(i) ? row with { IsSum = true } : row)];
    }

    /// <summary>A category with an amount alone, above an item that is counted.</summary>
    private static bool IsHead(IReadOnlyList<TableRow> rows, int at) =>
        IsCategory(rows[at]) && at + 1 < rows.Count && !IsCategory(rows[at + 1]) && rows[at + 1].Cells.ContainsKey(ColumnKind.Quantity);

    private static bool IsCategory(TableRow row) =>
        !row.IsSum && !row.Cells.ContainsKey(ColumnKind.Quantity) && row.Cells.ContainsKey(ColumnKind.Amount) && row.Text(ColumnKind.Name) is { } name && FeeRows.IsCategory(name);

    private static IEnumerable<FeeRow> Items(IReadOnlyList<TableRow> rows, int head) => FeeRows.Of([.. rows.Skip(head + 1).TakeWhile(row => !IsCategory(row)).Where(row => !row.IsSum)]);

    private static Fen? Amount(TableRow row) => MoneyText.Readings(row.Text(ColumnKind.Amount)!) is [var first, ..] ? first.Amount : null;
}
