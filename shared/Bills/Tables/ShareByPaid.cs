using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>A share that was lost under a stamp or misread (自付比例补全): of the shares that the list names the one that makes the row's own 自付金额 of its amount, where both columns agree in nearly every row that has them.</summary>
static class ShareByPaid
{
    private const int Fewest = 3;

    /// <summary>Of so many rows one may be misread.</summary>
    private const int Misread = 6;

    /// <summary>Most that a row gets whose share was read as another.</summary>
    private static readonly BasisPoints Replaced = new(9_400);

    public static IReadOnlyList<FeeRow> Fill(IReadOnlyList<FeeRow> rows)
    {
        List<FeeRow> both = [.. rows.Where(r => r.SelfShare is not null && r.SelfPaid is not null)];
        List<FeeRow> whole = [.. both.Where(r => Makes(r, r.SelfShare!.Value) || IsApart(r))];
        if (whole.Count < Fewest || (both.Count - whole.Count) * Misread > both.Count)
            return rows;
        return [.. rows.Select(r => r.SelfPaid is not null && !whole.Contains(r) && Share(r, whole) is { } only
            ? r with { SelfShare = only, Confidence = r.SelfShare is null || r.Confidence < Replaced ? r.Confidence : Replaced } : r)];
    }

    /// <summary>The one share that makes what was paid; of several the one that the other rows of its class have.</summary>
    private static BasisPoints? Share(FeeRow row, List<FeeRow> whole)
    {
        List<BasisPoints> shares = [.. whole.Where(r => Makes(row, r.SelfShare!.Value) || (IsApart(r) && row.SelfPaid == Fen.Zero)).Select(r => r.SelfShare!.Value).Distinct()];
        // All of it is all of it, though no other row has that share.
        if (shares.Count == 0 && row.SelfPaid == row.Amount && row.Amount != Fen.Zero)
            return BasisPoints.Whole;
        if (shares.Count > 1)
            shares.RemoveAll(s => row.Class is null || !whole.Exists(r => r.Class == row.Class && r.SelfShare == s));
        return shares is [var only] ? only : null;
    }

    /// <summary>What the patient pays wholly may stand in a column of its own: 1.00 | 0.00 | 22.50.</summary>
    private static bool IsApart(FeeRow row) => row.SelfShare == BasisPoints.Whole && row.SelfPaid == Fen.Zero;

    /// <summary>To the fen, rounded either way.</summary>
    private static bool Makes(FeeRow row, BasisPoints share) => Math.Abs((row.Amount.Value * share.Value) - (row.SelfPaid!.Value.Value * BasisPoints.Whole.Value)) < BasisPoints.Whole.Value;
}
