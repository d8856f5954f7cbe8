using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.MutualAid.Board;

/// <summary>What one gift paid for (捐赠去向).</summary>
/// <param name="Used">What aid has drawn on it so far.</param>
/// <param name="Groups">By disease group, the parts come to <paramref name="Used"/>.</param>
public sealed record GiftUse(Gift Gift, Fen Used, ImmutableArray<(string Group, Fen Amount)> Groups)
{
    /// <summary>What is still there.</summary>
    public Fen Left => Gift.Amount - Used;
}

/// <summary>Follows gifts to what they paid for (捐赠去向). Aid draws on gifts bound to its purpose first, and what remains on the common money. Gifts of one purpose bear what was drawn on it in proportion to their size; a gift without a purpose bears what was drawn on the common money in proportion to all money in it. To the fen, by largest remainder.</summary>
public static class GiftTrail
{
    /// <summary>Every gift with what it paid for, oldest first.</summary>
    public static ImmutableArray<GiftUse> Follow(BoardFigures figures) =>
        [.. figures.Gifts.GroupBy(gift => gift.Purpose, StringComparer.Ordinal).SelectMany(purpose => Follow(figures, purpose.Key, [.. purpose])).OrderBy(use => use.Gift.Number)];

    private static IEnumerable<GiftUse> Follow(BoardFigures figures, string purpose, IReadOnlyList<Gift> gifts)
    {
        var groups = figures.Drawn.Where(drawn => drawn.Key.Purpose == purpose && drawn.Value > Fen.Zero).ToList();
        var given = Sum(gifts.Select(gift => gift.Amount));
        // The last weight is all other money that the same aid could draw on: none for a bound purpose.
        var others = purpose.Length > 0 ? Fen.Zero : (CommonMoney(figures) - given).OrZero;
        var drawn = purpose.Length > 0 ? figures.Books.Pots.Of.GetValueOrDefault(purpose).Used : Sum(figures.Drawn.Where(drawn => drawn.Key.Purpose.Length == 0).Select(drawn => drawn.Value)).OrZero;
        drawn = groups.Count == 0 ? Fen.Zero : Fen.Min(drawn, given + others);
        var used = LargestRemainder.Split(drawn, [.. gifts.Select(gift => gift.Amount), others]);
        return gifts.Select((gift, i) => new GiftUse(gift, used[i], Parts(used[i], groups)));
    }

    private static ImmutableArray<(string, Fen)> Parts(Fen used, List<KeyValuePair<(string Purpose, string Group), Fen>> groups)
    {
        if (used == Fen.Zero)
            return [];
        var parts = LargestRemainder.Split(used, [.. groups.Select(group => group.Value)]);
        return [.. groups.Select((group, i) => (group.Key.Group, parts[i])).Where(part => part.Item2 > Fen.Zero)];
    }

    /// <summary>All that ever came in for the common purpose.</summary>
    private static Fen CommonMoney(BoardFigures figures) => figures.Opening + Sum(figures.Sums
        .Where(sum => sum.Key.Account.Nature() == Nature.Income && !(sum.Key.Account == Account.Donors && sum.Key.Detail.Length > 0))
        .Select(sum => sum.Value.Amount));

    private static Fen Sum(IEnumerable<Fen> amounts) => amounts.Aggregate(Fen.Zero, (sum, amount) => sum + amount);
}
