using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>A share that was lost, in a list whose other rows of that class all have nothing, or all everything (按类别补自付比例): 甲 0 %, 丙 100 %. Shares of 乙 differ from item to item.</summary>
static class ShareByClass
{
    private const int Fewest = 2;

    public static IReadOnlyList<FeeRow> Fill(IReadOnlyList<FeeRow> rows)
    {
        var shown = rows.Where(r => r.Class is not null && r.SelfShare is not null).ToLookup(r => r.Class!, r => r.SelfShare!.Value);
        return shown.Count == 0 ? rows : [.. rows.Select(r => r.SelfShare is null && r.Class is { } known && Share([.. shown[known]]) is { } share ? r with { SelfShare = share } : r)];
    }

    private static BasisPoints? Share(IReadOnlyList<BasisPoints> same) =>
        same.Count >= Fewest && same.Distinct().ToList() is [var only] && (only == new BasisPoints(0) || only == BasisPoints.Whole) ? only : null;
}
