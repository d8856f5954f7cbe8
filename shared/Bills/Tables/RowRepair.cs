using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Puts amounts of rows right (金额修复): where price times quantity says another amount than was read, and only if all rows so put right make the printed total.</summary>
static class RowRepair
{
    private static readonly BasisPoints Proved = new(9_500);

    /// <param name="totals">What the printed total can mean.</param>
    public static IReadOnlyList<FeeRow> Mend(IReadOnlyList<FeeRow> rows, IReadOnlyCollection<Fen> totals)
    {
        if (totals.Count == 0 || totals.Contains(Sum(rows)))
            return rows;
        List<FeeRow> mended = [.. rows.Select(r => FeeRows.Product(r) is { } product && !FeeRows.Agrees(r) ? r with { Amount = product, Confidence = Proved, Source = FieldSource.Repaired } : r)];
        return totals.Contains(Sum(mended)) ? mended : rows;
    }

    private static Fen Sum(IReadOnlyList<FeeRow> rows) => rows.Aggregate(Fen.Zero, (sum, r) => sum + r.Amount);
}
