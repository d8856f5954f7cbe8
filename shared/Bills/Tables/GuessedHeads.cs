using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>A header whose heads were misread or lost (缺失表头), known by what stands below: price times quantity makes the amount to the fen.</summary>
/// <param name="Columns">With those that were guessed.</param>
/// <param name="AsRead">The columns without any guess, null where the row is no header without.</param>
sealed record GuessedHeads(IReadOnlyList<Column> Columns, IReadOnlyList<Column>? AsRead)
{
    /// <summary>So many rows have to prove a guess.</summary>
    private const int Fewest = 2;

    /// <summary>So many specifications one below the other show that they have a column.</summary>
    private const int FewestMeasures = 4;

    /// <summary>So many rows below a header are looked at.</summary>
    private const int Looked = 40;

    /// <summary>No list has more columns; a page that shows more is not worth the trying.</summary>
    private const int Most = 24;

    private static readonly ColumnKind[] Factors = [ColumnKind.Price, ColumnKind.Quantity, ColumnKind.Amount];

    /// <param name="headers">What each row names without any guess.</param>
    public static GuessedHeads? Find(IReadOnlyList<TextRow> rows, int at, IReadOnlyList<IReadOnlyList<Column>?> headers)
    {
        var asRead = headers[at];
        if (TableHeader.Read(rows[at], misread: true) is not { } columns || !columns.Any(c => c.Kind == ColumnKind.Name))
            return null;
        List<TextRow> below = [.. rows.Skip(at + 1).Take(Looked).TakeWhile((_, below) => headers[at + 1 + below] is null)];
        columns = LostColumns.WithClasses(columns, below, rows[at].Height);
        foreach (var group in columns.Select(c => c.Group).Distinct().ToList())
            columns = WithLost(columns, group, below, rows[at].Height);
        foreach (var group in columns.Select(c => c.Group).Distinct().ToList())
            columns = WithSpec(columns, group, below, rows[at].Height);
        if (asRead is not null && !columns.Any(c => c.IsGuessed))
            return null;
        if (asRead is not null && !columns.Any(c => c.IsGuessed && Factors.Contains(c.Kind)))
            return new GuessedHeads(columns, columns);
        var (proved, seen, _) = Proofs(columns, below, null);
        return proved >= Fewest && proved * 2 >= seen ? new GuessedHeads(columns, asRead) : null;
    }

    /// <summary>The items of a row that prove themselves; one that does not is what it is without the guess.</summary>
    public List<TableRow> Proved(TextRow row, List<TableRow> own)
    {
        if (ReferenceEquals(Columns, AsRead) || own.TrueForAll(Stands))
            return own;
        return AsRead is null ? [.. own.Where(Stands)]
            : [.. own.Where(Stands), .. TableReader.ReadRow(row, AsRead, TableReader.Edges(AsRead), sum: false).Where(r => !own.Exists(o => o.Group == r.Group && Stands(o)))];
    }

    /// <summary>The columns with those of the three that a list has no head for, where rows prove them.</summary>
    private static IReadOnlyList<Column> WithLost(IReadOnlyList<Column> columns, int group, List<TextRow> below, int height)
    {
        ColumnKind[] lost = [.. Factors.Where(k => !columns.Any(c => c.Group == group && c.Kind == k))];
        if (lost.Length is 0 or > 2 || columns.Count > Most || !columns.Any(c => c.Group == group && c.Kind == ColumnKind.Name))
            return columns;
        var best = columns;
        var (most, filled) = (0, 0);
        foreach (var guess in lost.Aggregate(Enumerable.Repeat(columns, 1), (all, kind) => all.SelectMany(some => Places(some, group, kind, height))))
        {
            var (proved, seen, cells) = Proofs(guess, below, group);
            // In the wrong place a column drives a class into the names.
            if ((proved, cells).CompareTo((most, filled)) > 0 && proved >= Fewest && proved * 2 >= seen)
                (best, most, filled) = (guess, proved, cells);
        }
        return best;
    }

    /// <summary>The columns with that of the specifications, where its head was lost and what things measure stands behind the names, one below the other.</summary>
    private static IReadOnlyList<Column> WithSpec(IReadOnlyList<Column> columns, int group, List<TextRow> below, int height)
    {
        var at = Enumerable.Range(0, columns.Count).FirstOrDefault(i => columns[i].Group == group && columns[i].Kind == ColumnKind.Name, -1);
        if (columns.Count > Most || at < 0 || at + 1 >= columns.Count || columns.Any(c => c.Group == group && c.Kind == ColumnKind.Spec) || columns[at].Head.Contains("规格", StringComparison.Ordinal))
            return columns;
        var (name, next) = (columns[at], columns[at + 1]);
        List<(Snippet Measure, int Gap)> measures = [.. below.SelectMany(row => Snippet.Split(row.Glyphs) is var cells
            ? cells.Skip(1).Select((s, i) => (Measure: s, Before: cells[i])).Where(c => c.Measure.X0 > name.X0 + height && c.Measure.X1 <= next.X0 + height && c.Measure.X0 - c.Before.X1 >= height / 2 && c.Before.Text.Any(TextFold.IsHan) && CellCuts.IsMeasure(c.Measure.Text)).Select(c => (c.Measure, c.Measure.X0 - c.Before.X1)) : [])];
        if (measures.Count < FewestMeasures)
            return columns;
        var left = Column.Median(measures.Select(m => m.Measure.X0));
        var aligned = measures.Where(m => Math.Abs(m.Measure.X0 - left) <= height).ToList();
        // Where each stands as far behind its own name as the others do, it is printed in the cell of the name.
        if (aligned.Count * 5 < measures.Count * 4 || Alike(measures.Select(m => m.Gap), height) > Alike(measures.Select(m => m.Measure.X0), height))
            return columns;
        IReadOnlyList<Column> guess = [.. columns.Take(at + 1), new Column(ColumnKind.Spec, group, left, aligned.Max(m => m.Measure.X1)) { IsGuessed = true }, .. columns.Skip(at + 1)];
        return Proofs(guess, below, group).Proved >= Proofs(columns, below, group).Proved ? guess : columns;
    }

    /// <summary>How many are nearly the same.</summary>
    private static int Alike(IEnumerable<int> places, int height) => Column.Median(places) is var middle ? places.Count(p => Math.Abs(p - middle) * 3 <= height) : 0;

    /// <summary>Everywhere a column may stand behind the names: at a word nobody knows, or where no head is.</summary>
    private static IEnumerable<IReadOnlyList<Column>> Places(IReadOnlyList<Column> columns, int group, ColumnKind kind, int height)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (column.Group != group || !columns.Take(i + 1).Any(c => c.Group == group && c.Kind == ColumnKind.Name))
                continue;
            if (column.Kind == ColumnKind.Remark && !Column.Known(column.Head))
                yield return [.. columns.Take(i), column with { Kind = kind, IsGuessed = true }, .. columns.Skip(i + 1)];
            var space = i + 1 < columns.Count ? columns[i + 1].X0 - column.X1 : height * 6;
            if (space >= height * 3)
                yield return [.. columns.Take(i + 1), new Column(kind, group, column.X1 + (space / 3), column.X1 + (space * 2 / 3)) { IsGuessed = true }, .. columns.Skip(i + 1)];
        }
    }

    /// <summary>How many rows prove the columns, of how many that show a price and an amount, and how many cells the proved ones have; of two factors the one with a point is rather the price, and counts as one more.</summary>
    private static (int Proved, int Seen, int Cells) Proofs(IReadOnlyList<Column> columns, List<TextRow> below, int? group) => Proofs(columns, TableReader.Edges(columns), below, group);

    /// <param name="edges">Where the columns begin and end.</param>
    public static (int Proved, int Seen, int Cells) Proofs(IReadOnlyList<Column> columns, (int X0, int X1)[] edges, List<TextRow> below, int? group)
    {
        var (proved, seen, cells) = (0, 0, 0);
        foreach (var row in below.SelectMany(r => TableReader.ReadRow(r, columns, edges, sum: false)).Where(r => group is null || r.Group == group))
        {
            if (!row.Cells.ContainsKey(ColumnKind.Name) || row.Text(ColumnKind.Price) is not { } price || row.Text(ColumnKind.Amount) is not { } amount)
                continue;
            seen++;
            // 42.50 1 read as 42.501 holds the quantity; a quantity worked out from the amount proves nothing.
            var shown = row.Cells.ContainsKey(ColumnKind.Quantity) || (price.Contains('.', StringComparison.Ordinal) && MoneyText.Readings(price) is not [{ Cost: 0 }, ..]);
            if (shown && MoneyText.Readings(amount) is [{ Cost: 0 }, ..] && IsProduct(row))
                (proved, cells) = (proved + 1, cells + row.Cells.Count + (price.Contains('.', StringComparison.Ordinal) ? 1 : 0));
        }
        return (proved, seen, cells);
    }

    /// <summary>Whether a row is an item that price times quantity proves, or has no figures at all: the second line of a name.</summary>
    private static bool Stands(TableRow row) => !Factors.Any(row.Cells.ContainsKey) || (row.Cells.ContainsKey(ColumnKind.Amount) && row.Cells.ContainsKey(ColumnKind.Price) && IsProduct(row));

    /// <summary>Every amount is as many times one yuan: that tells no price from a quantity. Nor does nothing times nothing.</summary>
    private static bool IsProduct(TableRow row) => FeeRows.Of([row]) is [{ UnitPrice: { } price, Quantity: { } quantity, Name.Length: > 1 } item] && FeeRows.Product(item) == item.Amount && item.Amount != Fen.Zero
        && !(price == UnitPrice.Of(new Fen(100)) && quantity.Contains('.', StringComparison.Ordinal));
}
