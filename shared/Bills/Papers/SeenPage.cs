using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>One page before anybody says what paper it belongs to: its rows, labels and table.</summary>
sealed record SeenPage(int Number, PageText Text, IReadOnlyList<TextRow> Rows, IReadOnlyList<LabelHit> Hits, IReadOnlyList<TableRow> Table, IReadOnlyList<FeeRow> Items)
{
    public static SeenPage Of(RecognisedPage recognised)
    {
        var page = PageText.Of(recognised);
        var rows = TextRow.Group(StackedLabels.Join(FormulaColumns.Without(page.Runs)));
        // The heads of a priced list are no labels: 总费用 over a column is not the total.
        var heads = Enumerable.Range(0, rows.Count).Where(r => TableHeader.Read(rows[r]) is { } columns && TableHeader.IsPriced(columns)).ToHashSet();
        List<LabelHit> hits = [.. LabelFinder.Find(rows).Where(h => !heads.Contains(h.Row))];
        var table = TableReader.Read(rows, hits);
        return new SeenPage(recognised.Number, page, rows, hits, table, FeeRows.Of(table));
    }

    /// <summary>Items with a price or a quantity.</summary>
    public int Listed => Items.Count(row => row.UnitPrice is not null || row.Quantity is not null);

    /// <summary>Its words without blanks, a line each row.</summary>
    public static string Words(IReadOnlyList<TextRow> rows) => string.Join('\n', rows.Select(r => string.Concat(r.Text.Where(c => c is not (' ' or Glyph.Gap)))));

    /// <summary>What paper these pages are, taken together (单据种类): the second page of a record says little by itself.</summary>
    public static (PaperKind Kind, BasisPoints Confidence) Kind(IReadOnlyList<SeenPage> pages, PaperKind? hint = null) =>
        KindJudge.Judge([.. pages.SelectMany(p => p.Rows)], [.. pages.SelectMany(p => p.Hits)], pages.Sum(p => p.Listed), hint);
}
