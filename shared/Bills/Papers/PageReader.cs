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
    /// <param name="kind">What paper it is a page of.</param>
    public static PaperReading Read(SeenPage seen, PaperKind kind, BasisPoints confidence)
    {
        var (page, rows, table, feeRows) = (seen.Text, seen.Rows, seen.Table, seen.Items);
        var quality = QualityJudge.Judge(page, rows, seen.Hits.Count);
        if (kind == PaperKind.Other)
            return new PaperReading(kind, confidence, new Dictionary<string, FieldReading>(), [], [], quality);

        // What labels lead to, then what a table's last row says where no label does, then what sums of the page say of the rest.
        var hits = CardLabels.For(kind, rows, seen.Hits);
        var findings = new FieldFinder(page, rows, hits, seen.Seals).Find();
        findings = [.. findings, .. LoneIdentity.Read(kind, page, rows, findings)];
        if (kind == PaperKind.FeeList)
            findings = [.. findings, .. PersonColumns.Findings(page, table, findings)];
        findings = ClassTotals.With(page, rows, [.. findings, .. TotalRow.Findings(page, table, findings)]);
        if (kind == PaperKind.FeeList && RunningTotal.Find(seen, hits, findings) is var (runningHits, runningFindings))
            (hits, findings) = (runningHits, runningFindings);
        (hits, findings) = OwnShare.Settle(hits, findings);
        var money = MoneyFields.Read(kind, findings, hits, table, feeRows);
        var fields = new Dictionary<string, FieldReading>(TextFields.Read(kind, findings), StringComparer.Ordinal);
        foreach (var (field, reading) in money.Fields)
            fields[field] = reading;
        var (admitted, discharged) = (TextChecks.Date(fields, FieldName.Admitted), TextChecks.Date(fields, FieldName.Discharged));
        var listRows = kind == PaperKind.FeeList || (kind is PaperKind.InpatientBill or PaperKind.OutpatientBill && ListsItems(feeRows)) ? ListDates.Dated(DailyList.Dated(money.Rows, rows), admitted, discharged) : [];
        List<PaperCheck> checks = [.. money.Checks, .. TextChecks.Of(fields), .. ListDates.Within(listRows, admitted, discharged) is { } within ? [within] : Array.Empty<PaperCheck>()];
        var paper = new PaperReading(kind, confidence, fields, listRows, checks, quality);
        return Numbered(PaperFields.KeepOwn(paper), seen.Number);
    }

    private static PaperReading Numbered(PaperReading paper, int page) =>
        page == 1 ? paper : paper with { Fields = paper.Fields.ToDictionary(f => f.Key, f => f.Value with { Page = page }, StringComparer.Ordinal) };

    /// <summary>A bill with items and their prices, not with sums of categories.</summary>
    private static bool ListsItems(IReadOnlyList<FeeRow> rows) =>
        rows.Count >= 2 && rows.Count(r => r.UnitPrice is not null && r.Quantity is not null && !FeeRows.IsCategory(r.Name)) * 2 > rows.Count;
}
