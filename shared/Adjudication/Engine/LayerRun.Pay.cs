using Shouwang.Shared.MutualAid;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>What the benefit pays before its caps: a fixed sum, or bands of the cost (定额与分段).</summary>
internal readonly ref partial struct LayerRun<TTrace>
{
    private bool Fixed(long cost, ref LayerAmount result, ref TTrace trace)
    {
        var sum = c.Disease >= 0 && c.Disease < layer.Fixed.Length ? layer.Fixed[c.Disease] : -1;
        var rival = layer.ByOperation && c.Operation is not null ? c.OperationSum : -1;
        var byOperation = rival >= 0 && (rival > sum || plan.Operations.Lead == OperationLead.Operation);
        if (byOperation)
            (sum, rival) = (rival, sum);
        if (sum < 0)
            return false;
        Note(ref trace, byOperation ? Rule.FixedByOperation : Rule.Fixed, sum, 0, rival);
        result.Outcome = Outcome.Paid;
        Cap(sum, cost, ref result, ref trace);
        return true;
    }

    private void Banded(long cost, ref LayerAmount result, ref TTrace trace)
    {
        if (layer.SelfPayFirst.Length > 0 && !SelfPayFirst(ref cost, ref result, ref trace))
            return;
        if (!Deductible(ref result, ref trace, out var deductible))
            return;
        var row = layer.Rate.Find(c, slot);
        if (row < 0)
        {
            Lack(ref result, FigureName.Rate);
            return;
        }
        int add = 0, times = 10_000;
        if (layer.Adjust.Length > 0)
            Adjust(ref add, ref times);
        var bands = layer.Rate[row];
        var before = BorneBefore();
        var amount = Pay(bands, add, times, deductible, before + cost);
        if (before > 0)
            amount -= Pay(bands, add, times, deductible, before);
        Note(ref trace, Rule.Pay, amount, row, before + cost, deductible, before, add, times);
        result.Outcome = before + cost <= deductible ? Outcome.BelowDeductible : Outcome.Paid;
        Cap(amount, cost, ref result, ref trace);
    }

    private bool SelfPayFirst(ref long cost, ref LayerAmount result, ref TTrace trace)
    {
        var row = layer.SelfPayFirst.Find(c, slot);
        if (row < 0)
        {
            Lack(ref result, FigureName.SelfPayFirst);
            return false;
        }
        var rate = layer.SelfPayFirst[row][0].Rate;
        if (rate == 0)
            return true;
        var own = Chain.Round(cost * rate, 10_000, layer.Rounding);
        Note(ref trace, Rule.SelfPayFirst, own, row, cost, rate);
        cost -= own;
        return true;
    }

    /// <summary>Every row that fits counts, not the first alone.</summary>
    private void Adjust(ref int add, ref int times)
    {
        var whens = layer.Adjust.Whens;
        for (var row = 0; row < whens.Length; row++)
        {
            if (!whens[row].Matches(c, slot.Counting))
                continue;
            add += layer.Adjust[row].Add;
            times = times * layer.Adjust[row].Times / 10_000;
        }
    }

    private long Pay(Band[] bands, int add, int times, long deductible, long cost)
    {
        if (cost <= deductible)
            return 0;
        var weighed = layer.BandsOn == BandsOn.Cost
            ? Chain.Weigh(bands, add, deductible, cost)
            : Chain.Weigh(bands, add, 0, cost - deductible);
        return Chain.Round(weighed, times, layer.Rounding);
    }
}
