using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Columns whose head means several things, known by what stands in them (按内容认列): classes (甲, 乙, 丙) under 费别, 备注 or a word nobody knows, shares (0.10) under 自付.</summary>
static class CellMeanings
{
    /// <summary>So many items have to show a class there.</summary>
    private const int Fewest = 3;

    /// <summary>So many rows below the heads are looked at.</summary>
    private const int Looked = 40;

    /// <param name="rows">Those under the heads, up to the next.</param>
    public static IReadOnlyList<Column> Settle(IReadOnlyList<Column> columns, IReadOnlyList<TextRow> rows)
    {
        if (columns.Any(c => c.Group > 0) || !columns.Any(c => MayHold(c) || MayShare(c)))
            return columns;
        List<TextRow> below = [.. rows.Take(Looked)];
        if (columns.FirstOrDefault(MayShare) is { } paid && !columns.Any(c => c.Kind == ColumnKind.SelfShare) && AreShares(columns, below))
            columns = [.. columns.Select(c => c == paid ? c with { Kind = ColumnKind.SelfShare } : c)];
        if (!columns.Any(c => c.Kind == ColumnKind.SelfShare) && columns.FirstOrDefault(c => c.Kind == ColumnKind.Remark && c.Head is "比例" or "比例%" or "比例(%)") is { } bare)
        {
            List<Column> shared = [.. columns.Select(c => c == bare ? c with { Kind = ColumnKind.SelfShare } : c)];
            if (AreOwnShares(shared, below))
                columns = shared;
        }
        if (columns.Any(c => c.Kind == ColumnKind.Class) && Shown(columns, below) is { Classes: > 0 })
            return columns;
        foreach (var column in columns.Where(MayHold))
        {
            List<Column> tried = [.. columns.Select(c => c == column ? c with { Kind = ColumnKind.Class } : c.Kind == ColumnKind.Class ? c with { Kind = ColumnKind.Category } : c)];
            if (Shown(tried, below) is var (classes, items) && classes >= Fewest && classes * 10 >= items * 6)
                return tried;
        }
        return columns;
    }

    private static bool MayHold(Column column) => column.Kind is ColumnKind.Category or ColumnKind.Remark;

    /// <summary>自付 may head an amount or a share.</summary>
    private static bool MayShare(Column column) => column.Kind == ColumnKind.SelfPaid && column.Head is "自付" or "自负" or "自理" or "先付" or "先自付" or "先行自付";

    /// <summary>比例 alone may be what insurance pays as well: what is in 甲 the patient does not share, and not all of a list is the patient's.</summary>
    private static bool AreOwnShares(IReadOnlyList<Column> columns, List<TextRow> below)
    {
        List<(bool InA, long Percent)> items = [.. Items(columns, below).Where(r => Percent(r) is not null).Select(r => (r.Text(ColumnKind.Class) is ['甲', ..], Percent(r)!.Value))];
        List<(bool InA, long Percent)> telling = items.Exists(i => i.InA) ? [.. items.Where(i => i.InA)] : items;
        return items.Count >= Fewest && telling.Count(i => i.Percent < 50) * 10 >= telling.Count * 9;

        static long? Percent(TableRow row) => row.Text(ColumnKind.SelfShare) is { } text && FeeRows.Quantity(TextFold.Squeeze(text).TrimEnd('%')) is { } thousandths ? text.Contains('%', StringComparison.Ordinal) || thousandths > 1000 ? thousandths / 1000 : thousandths / 10 : null;
    }

    /// <summary>Nothing above one whole in any row, and the same few parts of it for amounts of all sizes.</summary>
    private static bool AreShares(IReadOnlyList<Column> columns, List<TextRow> below)
    {
        List<(Fen Paid, Fen Amount)> items = [.. Items(columns, below).Select(r => (Paid: Read(r, ColumnKind.SelfPaid), Amount: Read(r, ColumnKind.Amount))).Where(r => r.Paid is not null && r.Amount is not null).Select(r => (r.Paid!.Value, r.Amount!.Value))];
        List<(Fen Paid, Fen Amount)> parts = [.. items.Where(i => i.Paid != Fen.Zero)];
        return parts.Count >= Fewest && items.TrueForAll(i => i.Paid.Value is >= 0 and <= 100) && parts.Select(p => p.Paid).Distinct().Count() * 2 <= parts.Count + 1 && parts.Exists(p => p.Amount.Value > 100 * p.Paid.Value);
    }

    private static Fen? Read(TableRow row, ColumnKind kind) => row.Text(kind) is { } text && MoneyText.Readings(text) is [(var amount, 0), ..] ? amount : null;

    private static List<TableRow> Items(IReadOnlyList<Column> columns, List<TextRow> below)
    {
        var edges = TableReader.Edges(columns);
        return [.. below.SelectMany(r => TableReader.ReadRow(r, columns, edges, sum: false)).Where(r => r.Cells.ContainsKey(ColumnKind.Name) && r.Cells.ContainsKey(ColumnKind.Amount))];
    }

    private static (int Classes, int Items) Shown(IReadOnlyList<Column> columns, List<TextRow> below)
    {
        var items = Items(columns, below);
        return (items.Count(r => r.Text(ColumnKind.Class) is { } text && FeeRows.IsClass(text)), items.Count);
    }
}
