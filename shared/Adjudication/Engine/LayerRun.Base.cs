namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>What the benefit works on (计算基数).</summary>
internal readonly ref partial struct LayerRun<TTrace>
{
    private long Base(ref TTrace trace)
    {
        if (Applied >= 0)
        {
            Note(ref trace, Rule.Base, Applied, row: 0, Applied);
            return Applied;
        }
        long cost = 0, less = 0;
        var terms = layer.Cost;
        if (terms.Has(CostTerms.InScope))
            cost += c.InScope;
        if (terms != CostTerms.InScope)
            cost += OtherTerms(terms);
        for (var mask = layer.Less; mask != 0; mask &= mask - 1)
            less += earlier[System.Numerics.BitOperations.TrailingZeroCount(mask)].Amount;
        var amount = Math.Max(cost - less, 0);
        if (terms.Has(CostTerms.Borne) && c.Known.Has(Facts.Borne))
            amount = Math.Min(amount, c.Borne);
        Note(ref trace, Rule.Base, amount, row: -1, cost, less);
        return amount;
    }

    private long OtherTerms(CostTerms terms)
    {
        long cost = 0;
        if (terms.Has(CostTerms.SelfPayFirst))
            cost += c.SelfPayFirst;
        if (terms.Has(CostTerms.OverLimit))
            cost += c.OverLimit;
        if (terms.Has(CostTerms.SelfFunded))
            cost += c.SelfFunded;
        if (terms.Has(CostTerms.Total | CostTerms.Borne))
            cost += c.Total;
        return cost;
    }

    /// <summary>What earlier stays of the year left to a base that adds up over the year.</summary>
    private long BorneBefore()
    {
        if (!layer.Yearly || Applied >= 0)
            return 0;
        var before = c.InScopeBorne;
        foreach (var position in layer.LessPaid)
            before -= c.Paid[position];
        return Math.Max(before, 0);
    }
}
