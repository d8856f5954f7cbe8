using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>One page before anybody says what paper it belongs to: its rows, labels, table and stamps.</summary>
sealed record SeenPage(int Number, PageText Text, IReadOnlyList<TextRow> Rows, IReadOnlyList<LabelHit> Hits, IReadOnlyList<TableRow> Table, IReadOnlyList<FeeRow> Items, SealPieces Seals)
{
    public static SeenPage Of(RecognisedPage recognised)
    {
        var page = PageText.Of(PaperBeside.Without(recognised));
        // Labels broken over two lines are joined before rows are told apart: their second line is no row.
        var rows = TextRow.Group(TwoLineItems.Unfold(SidePanel.Apart(StackedLabels.Join(StackedHeads.Join(FormulaColumns.Without(MarginTitle.Without(CameraMark.Without(page.Runs))))))));
        var headers = ProvedColumns.Headers(rows);
        // The heads of a priced list are no labels: 总费用 over a column is not the total.
        List<LabelHit> hits = [.. LabelFinder.Find(rows).Where(h => headers[h.Row] is not { } columns || !TableHeader.IsPriced(columns))];
        var seals = SealPieces.Of(rows);
        var table = TableReader.Read(rows, headers, hits, seals);
        // 自费 before or behind the name of an item is its class.
        HashSet<int> items = [.. table.Where(row => FeeRows.Of([row]) is [{ UnitPrice: not null, Quantity: not null } item] && FeeRows.Agrees(item)).Select(row => row.Y)];
        hits = [.. hits.Where(h => h.Field != FieldName.SelfFunded || !items.Contains(rows[h.Row].Y))];
        return new SeenPage(recognised.Number, page, rows, hits, table, FeeRows.Of(table), seals);
    }

    /// <summary>Items with a price or a quantity.</summary>
    public int Listed => Items.Count(row => row.UnitPrice is not null || row.Quantity is not null);

    /// <summary>Its words without blanks, a line each row.</summary>
    public static string Words(IReadOnlyList<TextRow> rows) => string.Join('\n', rows.Select(r => r.Squeezed));

    /// <summary>What paper these pages are, taken together (单据种类): the second page of a record says little by itself.</summary>
    public static (PaperKind Kind, BasisPoints Confidence) Kind(IReadOnlyList<SeenPage> pages, PaperKind? hint = null) =>
        KindJudge.Judge([.. pages.SelectMany(p => p.Rows)], [.. pages.SelectMany(p => p.Hits)], pages.Sum(p => p.Listed), hint);
}
