using Shouwang.Shared.Bills.Checks;
using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>One page → one reading.</summary>
static class PageReader
{
    public static PaperReading Read(RecognisedPage recognised, PaperKind? hint)
    {
        var page = PageText.Of(recognised);
        var rows = TextRow.Group(StackedLabels.Join(page.Runs));
        // The heads of a priced list are no labels: 总费用 over a column is not the total.
        var heads = Enumerable.Range(0, rows.Count).Where(r => TableHeader.Read(rows[r]) is { } columns && TableHeader.IsPriced(columns)).ToHashSet();
        List<LabelHit> hits = [.. LabelFinder.Find(rows).Where(h => !heads.Contains(h.Row))];
        var table = TableReader.Read(rows, hits);
        var feeRows = FeeRows.Of(table);
        var listed = feeRows.Count(r => r.UnitPrice is not null || r.Quantity is not null);
        var (kind, confidence) = KindJudge.Judge(rows, hits, listed, hint);
        var quality = QualityJudge.Judge(page, hits.Count);
        if (kind == PaperKind.Other)
            return new PaperReading(kind, confidence, new Dictionary<string, FieldReading>(), [], [], quality);

        hits = CardLabels.For(kind, rows, hits);
        var findings = new FieldFinder(page, rows, hits).Find();
        findings = [.. findings, .. TotalRow.Findings(page, table, findings)];
        if (kind == PaperKind.FeeList && RunningTotal.Find(page, rows, hits, feeRows, findings) is var (runningHits, runningFindings))
            (hits, findings) = (runningHits, runningFindings);
        var money = MoneyFields.Read(kind, findings, hits, table, feeRows);
        var fields = new Dictionary<string, FieldReading>(TextFields.Read(kind, findings), StringComparer.Ordinal);
        foreach (var (field, reading) in money.Fields)
            fields[field] = reading;
        var (admitted, discharged) = (TextChecks.Date(fields, FieldName.Admitted), TextChecks.Date(fields, FieldName.Discharged));
        var listRows = kind == PaperKind.FeeList || (kind is PaperKind.InpatientBill or PaperKind.OutpatientBill && ListsItems(feeRows)) ? ListDates.Dated(money.Rows, admitted, discharged) : [];
        List<PaperCheck> checks = [.. money.Checks, .. TextChecks.Of(fields), .. ListDates.Within(listRows, admitted, discharged) is { } within ? [within] : Array.Empty<PaperCheck>()];
        var paper = new PaperReading(kind, confidence, fields, listRows, checks, quality);
        return Numbered(PaperFields.KeepOwn(paper), recognised.Number);
    }

    private static PaperReading Numbered(PaperReading paper, int page) =>
        page == 1 ? paper : paper with { Fields = paper.Fields.ToDictionary(f => f.Key, f => f.Value with { Page = page }, StringComparer.Ordinal) };

    /// <summary>A bill with items and their prices, not with sums of categories.</summary>
    private static bool ListsItems(IReadOnlyList<FeeRow> rows) =>
        rows.Count >= 2 && rows.Count(r => r.UnitPrice is not null && r.Quantity is not null && !FeeRows.IsCategory(r.Name)) * 2 > rows.Count;
}
