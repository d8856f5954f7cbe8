using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>Checks within the rows of a table.</summary>
static class TableChecks
{
    public static IEnumerable<PaperCheck> Of(IReadOnlyList<TableRow> table, IReadOnlyList<FeeRow> rows)
    {
        var columns = TotalRow.Columns(table);
        var priced = rows.Where(r => r.UnitPrice is not null && r.Quantity is not null && !UnreadRows.IsIllegible(r)).ToList();
        if (priced.Count > 0)
        {
            var wrong = priced.Where(r => !FeeRows.Agrees(r)).Select(r => r.Name).ToList();
            yield return Check("price-times-quantity", wrong.Count == 0, $"有 {wrong.Count} 行单价乘数量不等于金额（第一行是“{wrong.FirstOrDefault()}”），请核对。");
        }
        // What is paid wholly by oneself may stand in a column of its own: 先行自付 0.00, 全自费 22.50. And of what costs more than its highest price (限价) the rest is paid by oneself: believed where the column adds up.
        var shared = rows.Where(r => !UnreadRows.IsIllegible(r) && r.SelfShare is not null && r.SelfPaid is not null && !(r.SelfShare == BasisPoints.Whole && r.SelfPaid == Fen.Zero)).ToList();
        if (shared.Count > 0)
        {
            var wrong = shared.Where(r => (r.SelfPaid!.Value - r.SelfShare!.Value.Of(r.Amount, Rounding.HalfUpFen)).Value is var over && (over < -1 || (over > 1 && !(columns is (true, _) && r.SelfPaid <= r.Amount)))).Select(r => r.Name).ToList();
            yield return Check("self-paid-equals-share", wrong.Count == 0, $"有 {wrong.Count} 行金额乘自付比例不等于自付金额（第一行是“{wrong.FirstOrDefault()}”），请核对。");
        }
        if (Subtotals(table) is { All: > 0 } sums)
            yield return Check("subtotals-equal-rows", sums.Right == sums.All, $"{sums.All} 个小计里有 {sums.All - sums.Right} 个和它下面各行加起来不一样，请核对。");
        if (columns is var (holds, head))
            yield return Check("columns-equal-total-row", holds, $"“{head}”这一列加起来和合计行不一样，请核对。");
        if (Parted(table) is { Count: > 0 } parted)
        {
            var wrong = parted.Count(row => Math.Abs((row.Whole - row.Parts).Value) > 5);
            yield return Check("row-parts-equal-amount", wrong == 0, $"有 {wrong} 行的甲类、乙类、自费、其他加起来不等于金额，请核对。");
        }
    }

    /// <summary>Rows with an amount and its parts by class, as far as every one of them was read.</summary>
    private static List<(Fen Whole, Fen Parts)> Parted(IReadOnlyList<TableRow> table)
    {
        List<ColumnKind> kinds = [.. PartsAside.Kinds.Where(kind => table.Any(row => row.Cells.ContainsKey(kind)))];
        List<(Fen Whole, Fen Parts)> rows = [];
        foreach (var row in table.Where(row => kinds.Count >= 3 && (row.Text(ColumnKind.Name) ?? row.Text(ColumnKind.Category))?.Any(TextFold.IsHan) == true))
        {
            List<Fen> read = [.. kinds.Prepend(ColumnKind.Amount).Select(kind => Plain(row, kind)).OfType<Fen>()];
            if (read.Count == kinds.Count + 1)
                rows.Add((read[0], read.Skip(1).Aggregate(Fen.Zero, (sum, part) => sum + part)));
        }
        return rows;
    }

    private static Fen? Plain(TableRow row, ColumnKind kind) => row.Text(kind) is { } text && MoneyText.Readings(text) is [var first, ..] && (first.Cost == 0 || first.Amount == Fen.Zero) ? first.Amount : null;

    /// <summary>Sums stand behind their rows (小计) or before them (类别金额); a list does it one way throughout.</summary>
    private static (int All, int Right) Subtotals(IReadOnlyList<TableRow> table)
    {
        var (groups, sums) = (new List<Fen> { Fen.Zero }, new List<Fen?>());
        foreach (var row in table)
        {
            if (row.IsSum && row.Text(ColumnKind.Name) is { } name && (name.Contains("小计", StringComparison.Ordinal) || FeeRows.IsCategory(name)))
            {
                // A sum that was not read ends its group all the same; one that stands a little beside the amounts is the row's only figure.
                sums.Add(Amount(row, ColumnKind.Amount) ?? (row.Cells.Keys.Select(kind => Amount(row, kind)).OfType<Fen>().ToList() is [var only] ? only : null));
                groups.Add(Fen.Zero);
            }
            else if (!row.IsSum && FeeRows.Of([row]) is [var item])
            {
                groups[^1] += item.Amount;
            }
        }
        int Agree(int shift) => sums.Where((s, i) => s is not null && groups[i + shift] == s).Count();
        return (sums.Count(s => s is not null), Math.Max(Agree(0), Agree(1)));
    }

    private static Fen? Amount(TableRow row, ColumnKind kind) => row.Text(kind) is { } text && MoneyText.Readings(text) is [var first, ..] ? first.Amount : null;

    private static PaperCheck Check(string code, bool passed, string sentence) => new(code, passed, passed ? null : sentence);
}
