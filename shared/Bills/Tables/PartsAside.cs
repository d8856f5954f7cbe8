using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>The amount of a category beside its parts by class (金额、甲类、乙类、自费、其他): where one figure of the row was lost and the rest moved, the first is the amount if it is what the others make.</summary>
static class PartsAside
{
    /// <summary>The columns an amount is parted into.</summary>
    public static readonly IReadOnlyList<ColumnKind> Kinds = [ColumnKind.ClassA, ColumnKind.ClassB, ColumnKind.ClassSelf, ColumnKind.ClassOther];

    public static void Mend(Dictionary<ColumnKind, Snippet> row, int group, IReadOnlyList<Column> columns)
    {
        if (row.ContainsKey(ColumnKind.Amount) || Kinds.Append(ColumnKind.Amount).Any(kind => !columns.Any(c => c.Group == group && c.Kind == kind)))
            return;
        List<(ColumnKind Kind, Fen Amount)> parts = [.. Kinds.Where(row.ContainsKey).Select(kind => (Kind: kind, Cell: row[kind])).OrderBy(p => p.Cell.X0)
            .SelectMany(p => MoneyText.Readings(p.Cell.Text).Take(1).Select(r => (p.Kind, r.Amount)))];
        if (parts is not [var first, _, ..] || first.Amount == Fen.Zero || parts.Skip(1).Aggregate(Fen.Zero, (sum, p) => sum + p.Amount) != first.Amount)
            return;
        row.Remove(first.Kind, out var whole);
        row[ColumnKind.Amount] = whole;
    }
}
