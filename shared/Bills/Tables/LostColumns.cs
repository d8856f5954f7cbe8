using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Columns without a head that what stands in them tells (无表头的列): days, classes (甲, 乙) and codes, one below the other in most rows.</summary>
static partial class LostColumns
{
    /// <summary>So many rows have to show one.</summary>
    private const int Fewest = 3;

    /// <summary>So many rows below the heads are looked at.</summary>
    private const int Looked = 40;

    /// <summary>XN02AXQ014A009010174612, 001102000060000, 110900001, 250102035a, 383765; no day and no amount.</summary>
    [GeneratedRegex(@"^(?!20\d{6}$)(?:[A-Z]{1,3}[0-9A-Z]{6,27}|\d{5,27}[a-z]?)(?:-\d{1,2})?$")]
    private static partial Regex Code();

    /// <summary>08-18, 2026-08-18, 2026/8/18, 8月18日.</summary>
    [GeneratedRegex(@"^(?:20\d{2}[-/.年])?(?:0?[1-9]|1[0-2])[-/月](?:0?[1-9]|[12]\d|3[01])日?$")]
    private static partial Regex Day();

    /// <param name="below">The rows under the heads.</param>
    public static IReadOnlyList<Column> Add(IReadOnlyList<Column> columns, IReadOnlyList<TextRow> below, int height)
    {
        if (columns.Any(c => c.Group > 0) || !(TableHeader.IsPriced(columns) || NamesAbove.Are(columns)))
            return columns;
        List<TextRow> looked = [.. below.Take(Looked)];
        columns = With(ColumnKind.Serial, columns, looked, height, cell => cell.Text.Length <= 3 && int.TryParse(cell.Text, out _));
        columns = With(ColumnKind.Date, columns, looked, height, cell => Day().IsMatch(TextFold.Squeeze(cell.Text)));
        columns = With(ColumnKind.Class, columns, looked, height, IsClass);
        return With(ColumnKind.Code, columns, looked, height, cell => Code().IsMatch(TextFold.Squeeze(cell.Text)));
    }

    /// <summary>The columns with that of the classes, so that where others are guessed no class is taken for one of theirs.</summary>
    public static IReadOnlyList<Column> WithClasses(IReadOnlyList<Column> columns, List<TextRow> below, int height) =>
        columns.Any(c => c.Group > 0) || !TableHeader.IsPriced(columns) ? columns : With(ColumnKind.Class, columns, below, height, IsClass);

    private static bool IsClass(Snippet cell) => cell.Glyphs.Length <= 4 && FeeRows.IsClass(cell.Text);

    private static IReadOnlyList<Column> With(ColumnKind kind, IReadOnlyList<Column> columns, List<TextRow> below, int height, Func<Snippet, bool> isOne)
    {
        if (columns.Any(c => c.Kind == kind))
            return columns;
        var edges = TableReader.Edges(columns);
        List<List<Snippet>> rows = [.. below.Select(row => TableReader.Cells(row, columns, edges)).Where(cells => cells.Count >= Fewest)];
        List<Snippet> all = [.. rows.SelectMany(cells => cells).Where(isOne)];
        List<Snippet> aligned = [.. all.Select(cell => all.Where(other => Math.Abs(other.X0 - cell.X0) <= height).ToList()).MaxBy(g => g.Count) ?? []];
        // A class is one character by itself, which a blurred photo loses in many rows.
        if (aligned.Count < Fewest || aligned.Count * (kind == ColumnKind.Class ? 4 : 2) < rows.Count || !(kind switch
        {
            // What is the same in every row is no item's own.
            ColumnKind.Code => aligned.Select(c => c.Text).Distinct().Count() * 2 >= aligned.Count,
            // What is measured stands behind the names.
            ColumnKind.Date => columns.FirstOrDefault(n => n.Kind == ColumnKind.Name) is { } name && aligned.TrueForAll(c => c.X1 <= name.X0),
            // Numbers that go up by one, before the names; quantities do not.
            ColumnKind.Serial => columns.FirstOrDefault(n => n.Kind == ColumnKind.Name) is { } name && aligned.TrueForAll(c => c.X1 <= name.X0) && aligned.Zip(aligned.Skip(1)).Count(pair => int.Parse(pair.Second.Text) - int.Parse(pair.First.Text) is 1 or 2) * 10 >= (aligned.Count - 1) * 8,
            _ => true,
        }))
            return columns;
        var lost = Column.Over(kind, aligned);
        // What begins where the names do stands in their cells.
        if (columns.Any(c => c.Kind == ColumnKind.Name && Math.Abs(c.X0 - lost.X0) * 2 <= height))
            return columns;
        IReadOnlyList<Column> guess = [.. columns.Append(lost).OrderBy(c => c.X0)];
        return Proved(guess, below) >= Proved(columns, below) ? guess : columns;
    }

    private static int Proved(IReadOnlyList<Column> columns, List<TextRow> below) => GuessedHeads.Proofs(columns, TableReader.Edges(columns), below, null).Proved;
}
