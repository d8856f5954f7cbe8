using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>合计 right below the names of funds, one below the other, each with its amount: what they paid together, not what the stay cost.</summary>
static class FundsBelow
{
    private const int Fewest = 2;

    private static readonly string[] Funds = [FieldName.BasicPaid, FieldName.CriticalPaid, FieldName.AssistancePaid, FieldName.SupplementPaid, FieldName.OtherPaid];

    public static IReadOnlyList<LabelHit> Sum(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        var byRow = hits.ToLookup(h => h.Row);
        return [.. hits.Select(h => h is { Field: FieldName.Total, Text: "合计" or "总计" } && Alone(h.Row) == h && Enumerable.Range(h.Row - Fewest, Fewest).All(IsFund) ? h with { Field = FieldName.FundPaid } : h)];

        LabelHit? Alone(int row) => byRow[row].Count() == 1 ? byRow[row].First() : null;

        bool IsFund(int row) => row >= 0 && rows[row + 1].Y - rows[row].Y <= 3 * rows[row].Height && Alone(row) is { } fund && Funds.Contains(fund.Field) && rows[row].Glyphs.AsSpan(fund.End).ToArray().Any(g => char.IsAsciiDigit(g.Char));
    }
}
