using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>What a number is called on a volunteer's card and on any other paper (证件编号): the same words mean the card on the one and the person on the other.</summary>
static class CardLabels
{
    private static readonly string[] OfEither = ["证件编号", "证件号", "证件号码", "证号"];

    /// <summary>编号 alone, before a colon, numbers the sheet it stands on; behind other characters it may be the end of a label that was misread.</summary>
    private const string PlainNumber = "编号";

    public static List<LabelHit> For(PaperKind kind, IReadOnlyList<TextRow> rows, IEnumerable<LabelHit> hits) => kind == PaperKind.VolunteerCard
        ? [.. hits.SelectMany(h => h.Field == FieldName.BillNumber ? [h with { Field = FieldName.CardNumber }] : OfEither.Contains(h.Text) ? new[] { h with { Field = FieldName.CardNumber }, h with { Field = FieldName.IdNumber } } : [h])]
        : [.. hits.Select(h => h.Field != FieldName.CardNumber ? h : h with { Field = OfEither.Contains(h.Text) ? FieldName.IdNumber : h.Text == PlainNumber && StandsAlone(rows[h.Row].Glyphs, h) ? Numbered(kind) : LabelTable.Other })];

    private static string Numbered(PaperKind kind) => kind switch
    {
        PaperKind.SettlementSheet => FieldName.SettlementNumber,
        PaperKind.InpatientBill or PaperKind.OutpatientBill => FieldName.BillNumber,
        _ => LabelTable.Other,
    };

    private static bool StandsAlone(ReadOnlySpan<Glyph> glyphs, LabelHit hit) =>
        (hit.Start == 0 || glyphs[hit.Start - 1].IsBlank) && hit.End < glyphs.Length && glyphs[hit.End].Char is ':';
}
