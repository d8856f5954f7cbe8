using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>The most the benefit pays (封顶): for the stay, for the year, what there was to pay, and all layers together.</summary>
internal readonly ref partial struct LayerRun<TTrace>
{
    private void Cap(long amount, long cost, ref LayerAmount result, ref TTrace trace)
    {
        if (layer.CapStay.Length > 0 && layer.CapStay.Find(c, slot) is var stay and >= 0 && layer.CapStay[stay] is var most and >= 0)
            amount = Cut(Rule.CapStay, stay, most, 0, amount, ref result, ref trace);
        if (layer.CapYear.Length > 0 && layer.CapYear.Find(c, slot) is var year and >= 0 && layer.CapYear[year] is var yearly and >= 0)
            amount = Cut(Rule.CapYear, year, Raised(yearly), c.Paid[layer.LayerIndex], amount, ref result, ref trace);
        amount = Cut(Rule.Borne, -1, Applied >= 0 ? cost : Math.Min(cost, c.Total - sofar.Paid), 0, amount, ref result, ref trace);
        if ((plan.UnderGlobalCap & (1u << index)) != 0 && plan.GlobalCap is { } share)
            amount = Cut(Rule.GlobalCap, -1, share.Of(new Fen(c.Total), Rounding.DownFen).Value, sofar.UnderGlobalCap, amount, ref result, ref trace);
        result.Recomputed = amount;
    }

    /// <summary>The cap of critical-illness insurance with what loyalty earned.</summary>
    private long Raised(long cap) => c.Reward > 0 && layer.LayerIndex == 1 && plan.Reward is { } reward ? cap + reward.AtMostOf(cap, c.Reward) : cap;

    /// <summary>The step's amount is what the cap takes away, below zero, so that the steps add up to the layer's amount.</summary>
    private long Cut(Rule rule, int row, long cap, long used, long amount, ref LayerAmount result, ref TTrace trace)
    {
        var left = Math.Max(cap - used, 0);
        if (amount <= left)
            return amount;
        Note(ref trace, rule, left - amount, row, cap, used, amount);
        result.Outcome = Outcome.CapReached;
        return left;
    }
}
