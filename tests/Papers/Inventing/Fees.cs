using Shouwang.Shared.Money;

namespace Shouwang.Papers.Inventing;

/// <summary>Draws the charged items of a stay.</summary>
static class Fees
{
    public static IReadOnlyList<FeeItem> Invent(Dice dice, Illness illness, DateOnly admitted, int days, int rows, IReadOnlyList<Priced> prices)
    {
        var items = new List<FeeItem>();
        if (illness.Operation.Length > 0)
            items.Add(new FeeItem(admitted.AddDays(Math.Min(1, days)), "手术费", $"0033{dice.Between(10000000, 99999999)}000", illness.Operation, "", "次", "甲", 0, new Fen(dice.Between(90000, 320000)), 1));
        foreach (var priced in prices.OrderBy(_ => dice.Between(0, 1_000_000)).Take(rows - items.Count))
            items.Add(Draw(dice, priced, admitted, days));
        return [.. items.OrderBy(i => prices.TakeWhile(p => p.Category != i.Category).Count())];
    }

    private static FeeItem Draw(Dice dice, Priced priced, DateOnly admitted, int days)
    {
        var price = dice.Between(priced.LowFen, priced.HighFen);
        if (priced.Category is not ("西药费" or "中成药费" or "中药饮片费" or "卫生材料费"))
            price = price / 50 * 50;
        var daily = priced.Unit is "日" ? days : dice.Between(1, Math.Max(1, days * priced.MostADay / 2));
        return new FeeItem(admitted.AddDays(dice.Between(0, days)), priced.Category, priced.Code, priced.Name, priced.Spec, priced.Unit, priced.Class, priced.SelfShare, new Fen(price), Math.Max(1, daily));
    }
}
