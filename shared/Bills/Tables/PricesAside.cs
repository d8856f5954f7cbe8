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
            || MoneyText.Readings(FeeRows.WithoutUnit(amount.Text)) is not [(var whole, 0), ..] || Makes(row.GetValueOrDefault(ColumnKind.Price), row.GetValueOrDefault(ColumnKind.Quantity), PriceText.ThreeDecimals))
            return;
        List<Snippet> figures = [.. cells.Where(c => c.Glyphs.Any(g => char.IsAsciiDigit(g.Char)) && c.X1 <= amount.X0)];
        List<(Snippet Price, Snippet Quantity)> pairs = [];
        for (var i = 0; i < figures.Count; i++)
        {
            for (var j = i + 1; j < figures.Count && j <= i + 2; j++)
                pairs.AddRange(((Snippet, Snippet)[])[(figures[i], figures[j]), (figures[j], figures[i])]);
        }
        pairs.RemoveAll(p => !p.Price.Text.Contains('.', StringComparison.Ordinal));
        List<(Snippet Price, Snippet Quantity)> making = [.. pairs.Where(p => Makes(p.Price, p.Quantity))];
        // A dotted rule behind the quantity is read as one more stroke: 521 for 52.
        if (making.Count == 0)
            making = [.. pairs.Where(p => p.Quantity.Text is [_, .., '1' or 'l' or '|' or ':' or '!']).Select(p => (p.Price, Quantity: p.Quantity.Slice(0, p.Quantity.Glyphs.Length - 1))).Where(p => Makes(p.Price, p.Quantity))];
        // A serial number may be the same as the quantity: the heads say on which side of the price that stands.
        var behind = columns.First(c => c.Group == group && c.Kind == ColumnKind.Quantity).X0 > columns.First(c => c.Group == group && c.Kind == ColumnKind.Price).X0;
        if (making.Count > 1)
            making.RemoveAll(p => p.Quantity.X0 > p.Price.X0 != behind);
        if (making is not [var only])
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

        bool Makes(Snippet price, Snippet quantity, int most = PriceText.FourDecimals) => price.Glyphs is not null && quantity.Glyphs is not null
            && PriceText.Readings(FeeRows.WithoutUnit(price.Text)) is [(var each, var cost), ..] && cost <= most && FeeRows.Quantity(quantity.Text) is { } times && each.Makes(whole, times);
    }
}
