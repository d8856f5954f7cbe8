using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Where price, quantity and amount stand under heads of which some were lost or misread (按乘积认列): of the columns that the figures themselves make, one below the other, the three whose product proves most rows. The other heads keep their columns.</summary>
static class ProvedColumns
{
    /// <summary>So many rows have to prove where the three stand.</summary>
    private const int Fewest = 3;

    /// <summary>So many known words in a row may be heads where rows below prove it.</summary>
    private const int FewestHeads = 3;

    /// <summary>So many rows below the heads are looked at.</summary>
    private const int Looked = 60;

    /// <summary>No list has more columns of figures.</summary>
    private const int Most = 16;

    /// <summary>One, in thousandths.</summary>
    private const long One = 1000;

    /// <summary>One figure, and what it may be.</summary>
    private sealed record Figure(int Row, Snippet Cell, UnitPrice? Price, long? Quantity, Fen? Amount)
    {
        public int Middle => Cell.Middle;

        public bool IsWhole => Quantity is { } thousandths && thousandths % One == 0;
    }

    /// <summary>The heads of each row; where no row names enough of them, the one whose words head columns that prove themselves.</summary>
    public static List<IReadOnlyList<Column>?> Headers(IReadOnlyList<TextRow> rows)
    {
        List<IReadOnlyList<Column>?> headers = [.. rows.Select(row => TableHeader.Read(row))];
        if (headers.Exists(h => h is not null))
            return headers;
        for (var r = 0; r + Fewest < rows.Count; r++)
        {
            if (TableHeader.Words(rows[r]) is { } words && words.Count(c => c.Kind != ColumnKind.Remark) >= FewestHeads && Under(words, [.. rows.Skip(r + 1)], rows[r].Height) is { } columns)
            {
                headers[r] = columns;
                break;
            }
        }
        return headers;
    }

    /// <summary>The columns with price, quantity and amount where the rows below prove them; null where the heads as they are prove as much.</summary>
    public static IReadOnlyList<Column>? Under(IReadOnlyList<Column> heads, IReadOnlyList<TextRow> below, int height)
    {
        if (heads.Any(c => c.Group > 0))
            return null;
        List<TextRow> looked = [.. below.Take(Looked)];
        var (proved, seen, _) = GuessedHeads.Proofs(heads, TableReader.Edges(heads), looked, null);
        if (proved >= Fewest && proved * 2 >= seen)
            return null;
        var edges = TableReader.Edges(heads);
        List<List<Snippet>> cells = [.. looked.Select(row => TableReader.Cells(row, heads, edges))];
        var figures = Columns([.. cells.SelectMany((row, at) => row.Select(cell => Read(at, cell)).OfType<Figure>())], height);
        if (Best(figures, heads, height) is not var (price, quantity, amount))
            return null;
        List<Column> found = [Column.Over(ColumnKind.Price, price.Select(f => f.Cell)), Column.Over(ColumnKind.Quantity, quantity.Select(f => f.Cell)), Column.Over(ColumnKind.Amount, amount.Select(f => f.Cell))];
        List<Column> others = [.. heads.Where(c => c.Kind is not (ColumnKind.Price or ColumnKind.Quantity or ColumnKind.Amount) && !(c.Kind == ColumnKind.Remark && found.Exists(f => Math.Abs(Middle(f) - Middle(c)) <= height)))];
        if (!others.Exists(c => c.Kind == ColumnKind.Name) && Names(cells, height) is { } names)
            others.Add(names);
        others.AddRange(Unheaded([.. figures.Where(f => f != price && f != quantity && f != amount)], others, height));
        var columns = LostColumns.Add([.. others.Concat(found).OrderBy(c => c.X0)], below, height);
        var now = GuessedHeads.Proofs(columns, TableReader.Edges(columns), looked, null);
        return now.Proved >= Fewest && now.Proved > 2 * proved ? columns : null;
    }

    /// <summary>Columns of other amounts that no head stands over: 范围内金额, which nobody asks for, is not its neighbour's.</summary>
    private static List<Column> Unheaded(List<List<Figure>> figures, List<Column> heads, int height)
    {
        // Shares bear a mark and are no figures: their head has none of these unless it stands right over them.
        List<List<Figure>> headed = [.. heads.Where(c => c.IsMoney || c.Kind is ColumnKind.Remark or ColumnKind.SelfShare).Select(c => (Head: c, Column: figures.MinBy(column => Math.Abs(Middle(column) - Middle(c)))))
            .Where(pair => pair.Column is not null && (pair.Head.Kind != ColumnKind.SelfShare || Math.Abs(Middle(pair.Column) - Middle(pair.Head)) <= 2 * height)).Select(pair => pair.Column!)];
        return [.. figures.Where(column => column.Count(f => f.Amount is not null) * 2 > column.Count).Except(headed).Select(column => Column.Over(ColumnKind.Remark, column.Select(f => f.Cell)) with { Head = "额" })];
    }

    private static Figure? Read(int row, Snippet cell)
    {
        var text = FeeRows.WithoutUnit(cell.Text);
        var pointed = text.Contains('.', StringComparison.Ordinal);
        UnitPrice? price = pointed && PriceText.Readings(text) is [(var each, 0 or PriceText.FourDecimals or PriceText.ThreeDecimals), ..] ? each : null;
        Fen? amount = pointed && MoneyText.Readings(text) is [(var whole, 0), ..] ? whole : null;
        var quantity = FeeRows.Quantity(cell.Text);
        return price is null && amount is null && quantity is null ? null : new Figure(row, cell, price, quantity, amount);
    }

    /// <summary>Figures that stand one below the other.</summary>
    private static List<List<Figure>> Columns(List<Figure> figures, int height)
    {
        var columns = new List<List<Figure>>();
        foreach (var figure in figures)
        {
            List<List<Figure>> touched = [.. columns.Where(column => column.Exists(other => AreOne(other.Cell, figure.Cell, height)))];
            columns.RemoveAll(touched.Contains);
            columns.Add([.. touched.SelectMany(c => c), figure]);
        }
        return [.. columns.Where(c => c.Count >= Fewest).OrderByDescending(c => c.Count).Take(Most)];
    }

    private static bool AreOne(Snippet a, Snippet b, int height) =>
        (Math.Min(a.X1, b.X1) - Math.Max(a.X0, b.X0)) * 2 >= Math.Min(a.X1 - a.X0, b.X1 - b.X0) && Math.Abs(a.Middle - b.Middle) * 2 <= 3 * height;

    /// <summary>The three columns whose product proves most rows; null where two ways prove as many and nothing tells which is meant.</summary>
    private static (List<Figure> Price, List<Figure> Quantity, List<Figure> Amount)? Best(List<List<Figure>> columns, IReadOnlyList<Column> heads, int height)
    {
        List<Dictionary<int, Figure>> rows = [.. columns.Select(c => c.GroupBy(f => f.Row).ToDictionary(g => g.Key, g => g.First()))];
        (List<Figure>, List<Figure>, List<Figure>)? best = null;
        var (most, tie) = (default((int Proved, int Told, int Headed, int Near)), false);
        for (var p = 0; p < columns.Count; p++)
        {
            for (var q = 0; q < columns.Count; q++)
            {
                for (var a = 0; a < columns.Count; a++)
                {
                    if (p == q || p == a || q == a || !FollowHeads(heads, (ColumnKind.Price, columns[p]), (ColumnKind.Quantity, columns[q]), (ColumnKind.Amount, columns[a])))
                        continue;
                    List<(Figure Price, Figure Quantity, Figure Amount)> whole = [.. rows[p].Values.Where(f => rows[q].ContainsKey(f.Row) && rows[a].ContainsKey(f.Row)).Select(f => (f, rows[q][f.Row], rows[a][f.Row]))];
                    List<(Figure Price, Figure Quantity, Figure Amount)> proofs = [.. whole.Where(Makes)];
                    // Amount times share makes what the patient pays: that is no quantity. Of many things one was given: only where more were is the amount told from the price.
                    var told = proofs.Count(f => f.Quantity.Quantity != One && f.Price.Quantity != One);
                    if (proofs.Count < Fewest || proofs.Count * 2 < whole.Count || told < Fewest - 1 || proofs.Count(f => f.Quantity.Quantity >= One) * 2 < proofs.Count)
                        continue;
                    var headed = Headed(columns[p], ColumnKind.Price, heads, height) + Headed(columns[q], ColumnKind.Quantity, heads, height) + Headed(columns[a], ColumnKind.Amount, heads, height)
                        + (proofs.TrueForAll(f => f.Quantity.IsWhole) && !proofs.TrueForAll(f => f.Price.IsWhole) ? 2 : 0);
                    var near = -Math.Abs(Middle(columns[a]) - Middle(columns[p])) - Math.Abs(Middle(columns[a]) - Middle(columns[q]));
                    var score = (proofs.Count, told, headed, near);
                    tie = score == most || (tie && score.CompareTo(most) < 0);
                    if (score.CompareTo(most) > 0)
                        (best, most) = ((columns[p], columns[q], columns[a]), score);
                }
            }
        }
        return tie ? null : best;
    }

    private static bool Makes((Figure Price, Figure Quantity, Figure Amount) row) =>
        row.Price.Price is { } each && row.Quantity.Quantity is > 0 and var times && row.Amount.Amount is { } whole && whole != Fen.Zero && each.Times(times) == whole && (row.Quantity.IsWhole || each.Value >= UnitPrice.Of(new Fen(100)).Value);

    /// <summary>Whether columns stand in the order of their heads, as far as these were read: price and quantity make the same amount either way.</summary>
    private static bool FollowHeads(IReadOnlyList<Column> heads, params ReadOnlySpan<(ColumnKind Kind, List<Figure> Figures)> columns)
    {
        var order = new List<(int Head, int Figures)>();
        foreach (var (kind, figures) in columns)
        {
            if (heads.FirstOrDefault(c => c.Kind == kind && !c.IsGuessed) is { } head)
                order.Add((head.X0, Middle(figures)));
        }
        return order.OrderBy(c => c.Head).Select(c => c.Figures).SequenceEqual(order.Select(c => c.Figures).Order());
    }

    /// <summary>One where the head over a column says what it is taken for.</summary>
    private static int Headed(List<Figure> column, ColumnKind kind, IReadOnlyList<Column> heads, int height) =>
        heads.Any(c => c.Kind == kind && Math.Abs(Middle(c) - Middle(column)) <= 2 * height) ? 1 : 0;

    /// <summary>Where the names stand whose head was lost: of the words that begin one below the other those that differ most.</summary>
    private static Column? Names(List<List<Snippet>> cells, int height)
    {
        List<Snippet> words = [.. cells.SelectMany(row => row).Where(c => c.Glyphs.Count(g => TextFold.IsHan(g.Char)) >= 2 && !FeeRows.IsClass(c.Text) && !FeeRows.IsCategory(c.Text))];
        List<Snippet> names = [.. words.Select(w => words.Where(o => Math.Abs(o.X0 - w.X0) <= height).ToList()).MaxBy(g => g.Select(o => o.Text).Distinct().Count()) ?? []];
        return names.Count >= Fewest ? Column.Over(ColumnKind.Name, names) : null;
    }

    private static int Middle(Column column) => (column.X0 + column.X1) / 2;

    private static int Middle(List<Figure> column) => Column.Median(column.Select(f => f.Middle));
}
