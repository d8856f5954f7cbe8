using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>A share that was lost under a stamp (自付比例补全): of the shares that the list names the one that makes the row's own 自付金额 of its amount, where both columns agree in every row that has them.</summary>
static class ShareByPaid
{
    private const int Fewest = 3;

    public static IReadOnlyList<FeeRow> Fill(IReadOnlyList<FeeRow> rows)
    {
        List<FeeRow> whole = [.. rows.Where(r => r.SelfShare is not null && r.SelfPaid is not null)];
        if (whole.Count < Fewest || !whole.TrueForAll(r => Makes(r, r.SelfShare!.Value)))
            return rows;
        List<BasisPoints> shares = [.. whole.Select(r => r.SelfShare!.Value).Distinct()];
        return [.. rows.Select(r => r.SelfShare is null && r.SelfPaid is not null && shares.FindAll(s => Makes(r, s)) is [var only] ? r with { SelfShare = only } : r)];
    }

    /// <summary>To the fen, rounded either way.</summary>
    private static bool Makes(FeeRow row, BasisPoints share) => Math.Abs((row.Amount.Value * share.Value) - (row.SelfPaid!.Value.Value * BasisPoints.Whole.Value)) < BasisPoints.Whole.Value;
}
