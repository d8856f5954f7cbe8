using Shouwang.Shared.Bills.Tables;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>Checks within the rows of a table.</summary>
static class TableChecks
{
    private static readonly ColumnKind[] Parts = [ColumnKind.ClassA, ColumnKind.ClassB, ColumnKind.ClassSelf, ColumnKind.ClassOther];

    public static IEnumerable<PaperCheck> Of(IReadOnlyList<TableRow> table, IReadOnlyList<FeeRow> rows)
    {
        var priced = rows.Where(r => r.UnitPrice is not null && r.Quantity is not null).ToList();
        if (priced.Count > 0)
        {
            var wrong = priced.Where(r => !FeeRows.Agrees(r)).Select(r => r.Name).ToList();
            yield return Check("price-times-quantity", wrong.Count == 0, $"有 {wrong.Count} 行单价乘数量不等于金额（第一行是“{wrong.FirstOrDefault()}”），请核对。");
        }
        // What is paid wholly by oneself may stand in a column of its own: 先行自付 0.00, 全自费 22.50.
        var shared = rows.Where(r => r.SelfShare is not null && r.SelfPaid is not null && !(r.SelfShare == BasisPoints.Whole && r.SelfPaid == Fen.Zero)).ToList();
        if (shared.Count > 0)
        {
            var wrong = shared.Where(r => Math.Abs((r.SelfShare!.Value.Of(r.Amount, Rounding.HalfUpFen) - r.SelfPaid!.Value).Value) > 1).Select(r => r.Name).ToList();
            yield return Check("self-paid-equals-share", wrong.Count == 0, $"有 {wrong.Count} 行金额乘自付比例不等于自付金额（第一行是“{wrong.FirstOrDefault()}”），请核对。");
        }
        if (Subtotals(table) is { All: > 0 } sums)
            yield return Check("subtotals-equal-rows", sums.Right == sums.All, $"{sums.All} 个小计里有 {sums.All - sums.Right} 个和它下面各行加起来不一样，请核对。");
        if (TotalRow.Columns(table) is var (holds, head))
            yield return Check("columns-equal-total-row", holds, $"“{head}”这一列加起来和合计行不一样，请核对。");
        var parted = table.Where(r => r.Cells.ContainsKey(ColumnKind.Amount) && Parts.Count(r.Cells.ContainsKey) >= 3).ToList();
        if (parted.Count > 0)
        {
            var wrong = parted.Count(r => Amount(r, ColumnKind.Amount) is not { } whole || Math.Abs((whole - Parts.Aggregate(Fen.Zero, (sum, p) => sum + (Amount(r, p) ?? Fen.Zero))).Value) > 5);
            yield return Check("row-parts-equal-amount", wrong == 0, $"有 {wrong} 行的甲类、乙类、自费、其他加起来不等于金额，请核对。");
        }
    }

    /// <summary>Sums stand behind their rows (小计) or before them (类别金额); a list does it one way throughout.</summary>
    private static (int All, int Right) Subtotals(IReadOnlyList<TableRow> table)
    {
        var (groups, sums) = (new List<Fen> { Fen.Zero }, new List<Fen>());
        foreach (var row in table)
        {
            if (row.IsSum && row.Text(ColumnKind.Name) is { } name && (name.Contains("小计", StringComparison.Ordinal) || FeeRows.IsCategory(name)) && Amount(row, ColumnKind.Amount) is { } sum)
            {
                sums.Add(sum);
                groups.Add(Fen.Zero);
            }
            else if (!row.IsSum && FeeRows.Of([row]) is [var item])
            {
                groups[^1] += item.Amount;
            }
        }
        int Agree(int shift) => sums.Where((s, i) => groups[i + shift] == s).Count();
        return (sums.Count, Math.Max(Agree(0), Agree(1)));
    }

    private static Fen? Amount(TableRow row, ColumnKind kind) => row.Text(kind) is { } text && MoneyText.Readings(text) is [var first, ..] ? first.Amount : null;

    private static PaperCheck Check(string code, bool passed, string sentence) => new(code, passed, passed ? null : sentence);
}
