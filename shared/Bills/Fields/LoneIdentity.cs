using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>The number at the foot of an identity card whose label was not read (证件上单独的号码): it stands alone, and its check digit holds.</summary>
static class LoneIdentity
{
    public static Snippet? In(IReadOnlyList<TextRow> rows)
    {
        List<Snippet> found = [.. rows.SelectMany(row => Snippet.Split(row.Glyphs)).Where(s => IdentityNumber.IsValid(TextFold.Squeeze(s.Text)))];
        return found is [var only] ? only : null;
    }

    public static IEnumerable<Finding> Read(PaperKind kind, PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<Finding> found) =>
        kind == PaperKind.IdentityCard && !found.Any(f => f.Field == FieldName.IdNumber) && In(rows) is { } number
            ? [new Finding(FieldName.IdNumber, TextFold.Squeeze(number.Text), number.Confidence, page.Where(number.Glyphs), 0, 0) { MostSure = WordSureness.Doubtful }] : [];
}
