using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>
/// Lists whose heads fill two lines and whose items two rows (两行一项), the names with what belongs to them above and the figures below: 日期 | 项目名称 | 规格 over 单价 | 数量 | 金额.
/// Each second row is set beside its first, heads and items alike, so that the list is read as any other.
/// </summary>
static partial class TwoLineItems
{
    /// <summary>So many items show how the list is printed.</summary>
    private const int Fewest = 2;

    /// <summary>In heights of a line, how far below the names' heads those of the figures may stand.</summary>
    private const int MostApart = 4;

    /// <summary>A figure with or without its unit, a share, or a unit alone.</summary>
    [GeneratedRegex(@"^(?!\d{7})(?:-?[¥￥]?-?\d[\d,]*(?:\.\d{1,4})?%?(?:元?/?[\u4e00-\u9fff]{0,4})?|[\u4e00-\u9fff]{1,4})$")]
    private static partial Regex OfFigures();

    [GeneratedRegex(@"^-?[¥￥]?-?\d[\d,]*\.\d{1,4}(?!\d)")]
    private static partial Regex Money();

    /// <summary>The runs with the second rows beside the first; as they are where the page has no such list.</summary>
    public static IReadOnlyList<Run> Unfold(IReadOnlyList<Run> runs)
    {
        var rows = TextRow.Group(runs);
        for (var below = 1; below < rows.Count; below++)
        {
            if (TableHeader.Words(rows[below]) is not { } figures || !AreFigures(figures))
                continue;
            var above = Enumerable.Range(1, Math.Min(below, 2)).Select(step => below - step).FirstOrDefault(r => TableHeader.Words(rows[r]) is { } words && AreNames(words), -1);
            if (above >= 0 && rows[below].Y - rows[above].Y <= MostApart * rows[below].Height && Unfold(rows, above, below, figures) is { } unfolded)
                return unfolded;
        }
        return runs;
    }

    private static bool AreFigures(IReadOnlyList<Column> columns) =>
        columns.Any(c => c.Kind == ColumnKind.Amount) && columns.Any(c => c.Kind == ColumnKind.Quantity) && !columns.Any(c => c.Kind is ColumnKind.Name or ColumnKind.Code or ColumnKind.Date);

    private static bool AreNames(IReadOnlyList<Column> columns) =>
        columns.Any(c => c.Kind == ColumnKind.Name) && !columns.Any(c => c.Kind is ColumnKind.Amount or ColumnKind.Price or ColumnKind.Quantity) && columns.Count(c => c.Kind == ColumnKind.Remark) * 2 <= columns.Count;

    private static List<Run>? Unfold(IReadOnlyList<TextRow> rows, int above, int below, IReadOnlyList<Column> figures)
    {
        var right = rows.SelectMany(r => r.Runs).Max(r => r.X1) + (2 * rows[below].Height);
        var unfolded = rows.Take(below).SelectMany(r => r.Runs).ToList();
        unfolded.AddRange(Beside(rows[below], right, Middle(rows, above, above)));
        var (first, items) = (below + 1, 0);
        for (var r = below + 1; r < rows.Count; r++)
        {
            if (r == first || !IsOfFigures(rows[r], figures))
            {
                // A sum or a heading has a row of its own and is no item's name.
                unfolded.AddRange(rows[r].Runs);
                continue;
            }
            unfolded.AddRange(Beside(rows[r], right, Middle(rows, first, r - 1)));
            (first, items) = (r + 1, items + 1);
        }
        return items >= Fewest ? unfolded : null;
    }

    private static bool IsOfFigures(TextRow row, IReadOnlyList<Column> figures)
    {
        var cells = Snippet.Split(row.Glyphs, atBlanks: true);
        return cells.Count >= 2 && cells.Count <= figures.Count + 1 && cells.All(c => OfFigures().IsMatch(TextFold.Squeeze(c.Text))) && cells.Count(c => c.Text.Any(char.IsAsciiDigit)) >= 2 && cells.Any(c => Money().IsMatch(c.Text) || figures.Count <= cells.Count);
    }

    private static int Middle(IReadOnlyList<TextRow> rows, int from, int to) => (rows[from].Y + rows[to].Y) / 2;

    private static IEnumerable<Run> Beside(TextRow row, int right, int y) =>
        row.Runs.Select(run => run with { Glyphs = [.. run.Glyphs.Select(g => g with { X0 = g.X0 + right, X1 = g.X1 + right })], X0 = run.X0 + right, X1 = run.X1 + right, Y = y });
}
