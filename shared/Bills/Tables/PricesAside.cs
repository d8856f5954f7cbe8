using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Price and quantity beside which a stray figure was read (杂数): of the row's figures the two neighbours are taken that make its amount, where there is one such pair only.</summary>
static class PricesAside
{
    public static void Mend(Dictionary<ColumnKind, Snippet> row, int group, IReadOnlyList<Column> columns, IReadOnlyList<Snippet> cells)
    {
        if (!row.TryGetValue(ColumnKind.Amount, out var amount) || !columns.Any(c => c.Group == group && c.Kind == ColumnKind.Price) || !columns.Any(c => c.Group == group && c.Kind == ColumnKind.Quantity)
            || MoneyText.Readings(FeeRows.WithoutUnit(amount.Text)) is not [(var whole, 0), ..] || Makes(row.GetValueOrDefault(ColumnKind.Price), row.GetValueOrDefault(ColumnKind.Quantity)))
            return;
        List<Snippet> figures = [.. cells.Where(c => c.Glyphs.Any(g => char.IsAsciiDigit(g.Char)) && c.X1 <= amount.X0)];
        List<(Snippet Price, Snippet Quantity)> pairs = [];
        for (var i = 0; i < figures.Count; i++)
        {
            for (var j = i + 1; j < figures.Count && j <= i + 2; j++)
                pairs.AddRange(((Snippet, Snippet)[])[(figures[i], figures[j]), (figures[j], figures[i])]);
        }
        if (pairs.FindAll(p => p.Price.Text.Contains('.', StringComparison.Ordinal) && Makes(p.Price, p.Quantity)) is not [var only])
            return;
        // What stood under another column stands there no more.
        HashSet<Glyph> taken = [.. only.Price.Glyphs, .. only.Quantity.Glyphs];
        foreach (var (kind, cell) in row.ToList())
        {
            if (cell.Glyphs.Where(g => !taken.Contains(g)).ToArray() is var rest && rest.Length == cell.Glyphs.Length)
                continue;
            if (rest.Any(g => !g.IsBlank))
                row[kind] = new Snippet(rest);
            else
                row.Remove(kind);
        }
        (row[ColumnKind.Price], row[ColumnKind.Quantity]) = only;

        bool Makes(Snippet price, Snippet quantity) => price.Glyphs is not null && quantity.Glyphs is not null
            && MoneyText.Readings(FeeRows.WithoutUnit(price.Text)) is [(var each, 0), ..] && FeeRows.Quantity(quantity.Text) is { } times && UnitPrice.Of(each).Times(times) == whole;
    }
}
