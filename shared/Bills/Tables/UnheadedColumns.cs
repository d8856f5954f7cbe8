using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>The columns of a list without heads (续页无表头), or with heads that nobody knows: of three rows or more price times quantity makes the amount to the fen, and where their cells stand the columns are.</summary>
static partial class UnheadedColumns
{
    /// <summary>So many rows have to prove where price, quantity and amount stand.</summary>
    private const int Fewest = 3;

    /// <summary>So many rows have to show a day, a code or a class for a column of these; what stands between a name and its figures has one in any case.</summary>
    private const int FewestCells = 2;

    /// <summary>One, in thousandths. Less of an amount is rather a share, and makes what the patient pays.</summary>
    private const long One = 1000;

    private const int LongestUnit = 3;

    private const int ShortestCode = 5;

    /// <summary>A row that proves itself: its cells, and which of them are what; none is the name where that stands in a line of its own above.</summary>
    private sealed record Item(int Row, IReadOnlyList<Snippet> Cells, int Name, int Price, int Quantity, int Amount)
    {
        public bool PriceFirst => Price < Quantity;

        public int FirstFigure => Math.Min(Price, Quantity);
    }

    [GeneratedRegex(@"^(?:20\d{2}[-./年])?\d{1,2}[-./月]\d{1,2}日?$|^20\d{6}$")]
    private static partial Regex Day();

    /// <summary>The columns and the row with which the list begins, null where no list shows itself.</summary>
    public static (int From, IReadOnlyList<Column> Columns)? Find(IReadOnlyList<TextRow> rows)
    {
        List<(int Row, List<Snippet> Cells)> lines = [.. rows.Select((row, at) => (at, Snippet.Split(row.Glyphs, atBlanks: true).Where(c => c.Glyphs.Any(g => char.IsLetterOrDigit(g.Char))).ToList()))];
        List<Item> items = [.. lines.Select(line => Proved(line.Row, line.Cells)).OfType<Item>()];
        var above = items.Count < Fewest;
        if (above)
            items = [.. lines.Where(line => line.Row > 0 && NamesAbove.IsName(rows[line.Row - 1])).Select(line => Proved(line.Row, line.Cells, named: false)).OfType<Item>()];
        items = [.. items.GroupBy(i => i.PriceFirst).OrderByDescending(g => g.Count()).Take(1).SelectMany(g => g)];
        if (items.Count < Fewest || items.Count * 2 < lines.Count(l => l.Row >= items[0].Row && (above ? l.Cells.Count(c => Amount(c) is not null) >= 2 : IsLikeAnItem(l.Cells))))
            return null;
        List<Column> columns = above ? [] : [Over(ColumnKind.Name, items.Select(i => i.Cells[i.Name]))];
        columns.AddRange([Over(ColumnKind.Price, items.Select(i => i.Cells[i.Price])), Over(ColumnKind.Quantity, items.Select(i => i.Cells[i.Quantity])), Over(ColumnKind.Amount, items.Select(i => i.Cells[i.Amount]))]);
        columns.AddRange(Others(items.SelectMany(i => above ? i.Cells.Take(1).Where(c => c.Glyphs.Length >= ShortestCode).Select(Leading) : i.Cells.Take(i.Name).Select(Leading))));
        columns.AddRange(Others(items.SelectMany(i => i.Cells.Take(i.FirstFigure).Skip(above && i.Cells[0].Glyphs.Length >= ShortestCode ? 1 : i.Name + 1).Select(Between)), fewest: 1));
        columns.AddRange(Enumerable.Range(1, 6).SelectMany(step => Others(items.Where(i => i.Amount + step < i.Cells.Count).Select(i => Trailing(i.Cells[i.Amount + step])))));
        // Of two columns for one thing the first is meant.
        return (items[0].Row, [.. columns.GroupBy(c => c.Kind).SelectMany(g => g.Key == ColumnKind.Remark ? g : g.Take(1)).OrderBy(c => c.X0)]);
    }

    private static Item? Proved(int row, List<Snippet> cells, bool named = true)
    {
        for (var first = named ? 1 : 0; first + 2 < cells.Count; first++)
        {
            var name = cells.FindIndex(0, first, c => c.Glyphs.Count(g => TextFold.IsHan(g.Char)) >= 2 && !FeeRows.IsClass(c.Text) && !Day().IsMatch(c.Text));
            // 小时 before the figures is a unit.
            if (named ? name < 0 : name >= 0 && cells[name].Glyphs.Length > LongestUnit)
                continue;
            name = named ? name : -1;
            for (var amount = first + 2; amount < cells.Count && amount <= first + 3; amount++)
            {
                if (Makes(cells[first], cells[first + 1], cells[amount]))
                    return new Item(row, cells, name, first, first + 1, amount);
                if (Makes(cells[first + 1], cells[first], cells[amount]))
                    return new Item(row, cells, name, first + 1, first, amount);
            }
        }
        return null;
    }

    private static bool Makes(Snippet price, Snippet quantity, Snippet amount) =>
        price.Text.Contains('.', StringComparison.Ordinal) && PriceText.Readings(FeeRows.WithoutUnit(price.Text)) is [(var each, 0 or PriceText.FourDecimals), ..] && FeeRows.Quantity(quantity.Text) is >= One and var times
        && (times % One == 0 || each.Value >= UnitPrice.Of(new Fen(100)).Value) && Amount(amount) is { } whole && whole != Fen.Zero && each.Times(times) == whole;

    private static Fen? Amount(Snippet cell) => cell.Text.Contains('.', StringComparison.Ordinal) && MoneyText.Readings(FeeRows.WithoutUnit(cell.Text)) is [(var amount, 0), ..] ? amount : null;

    private static bool IsLikeAnItem(List<Snippet> cells) => cells.Count(c => Amount(c) is not null) >= 2 && cells[0].Glyphs.Any(g => TextFold.IsHan(g.Char) || char.IsAsciiDigit(g.Char)) && cells.Exists(c => c.Glyphs.Count(g => TextFold.IsHan(g.Char)) >= 2);

    private static (ColumnKind Kind, Snippet Cell) Leading(Snippet cell) => (Day().IsMatch(TextFold.Squeeze(cell.Text)) ? ColumnKind.Date
        : FeeRows.IsClass(cell.Text) ? ColumnKind.Class
        : cell.Glyphs.Any(g => TextFold.IsHan(g.Char)) ? ColumnKind.Category
        : cell.Glyphs.Length >= 5 ? ColumnKind.Code : ColumnKind.Serial, cell);

    private static (ColumnKind Kind, Snippet Cell) Between(Snippet cell) => (FeeRows.IsClass(cell.Text) ? ColumnKind.Class
        : cell.Glyphs.Length <= 3 && !cell.Glyphs.Any(g => char.IsAsciiDigit(g.Char)) ? ColumnKind.Unit : ColumnKind.Spec, cell);

    private static (ColumnKind Kind, Snippet Cell) Trailing(Snippet cell) => (FeeRows.IsClass(cell.Text) ? ColumnKind.Class
        : cell.Text.EndsWith('%') ? ColumnKind.SelfShare : ColumnKind.Remark, cell);

    private static IEnumerable<Column> Others(IEnumerable<(ColumnKind Kind, Snippet Cell)> cells, int fewest = FewestCells) =>
        cells.GroupBy(c => c.Kind).Where(g => g.Count() >= fewest).Select(g => Over(g.Key, g.Select(c => c.Cell)));

    private static Column Over(ColumnKind kind, IEnumerable<Snippet> cells)
    {
        List<Snippet> all = [.. cells];
        // 额: amounts that we have no use for.
        return Column.Over(kind, all) with { Head = kind == ColumnKind.Remark && all.TrueForAll(c => Amount(c) is not null) ? "额" : "" };
    }
}
