using Shouwang.Shared.Bills.Tables;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>What the items of a paper add up to (各项合计): a bill may say the same money twice, by categories and item by item, and then the list counts that makes the total.</summary>
static class ItemSums
{
    private const int Fewest = 2;

    /// <param name="totals">What the printed total can mean.</param>
    public static Fen Of(IReadOnlyList<FeeRow> rows, IReadOnlyCollection<Fen> totals)
    {
        var all = All(rows);
        if (totals.Contains(all))
            return all;
        // By what the rows are, or by the heads they stand under.
        var lists = rows.GroupBy(r => (IsSum: r.UnitPrice is null && FeeRows.IsCategory(r.Name), List: 0)).Concat(rows.GroupBy(r => (IsSum: false, r.List)));
        return lists.Where(list => list.Count() is >= Fewest and var count && rows.Count - count >= Fewest).Select(All).Where(totals.Contains).DefaultIfEmpty(all).First();
    }

    /// <summary>Every row counted.</summary>
    public static Fen All(IEnumerable<FeeRow> rows) => rows.Aggregate(Fen.Zero, (sum, r) => sum + r.Amount);
}
