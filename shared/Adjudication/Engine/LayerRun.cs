using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>One benefit over one stay.</summary>
internal readonly ref struct LayerRun<TTrace>(
    Plan plan, LayerPlan layer, int index, in Case facts, ReadOnlySpan<LayerAmount> earlier, long paid, long paidUnderGlobalCap)
    where TTrace : struct, ITrace
{
    /// <summary>Basic and critical; what bars from insurance does not bar from relief or from the village's aid.</summary>
    private const int InsuranceLayers = 2;

    private readonly ref readonly Case c = ref facts;
    private readonly ReadOnlySpan<LayerAmount> earlier = earlier;

    public void Compute(ref LayerAmount result, ref TTrace trace)
    {
        var unknown = layer.Reads & ~c.Known;
        if (layer.OnApplication && Applied < 0)
        {
            result.Outcome = Outcome.NotCovered;
            return;
        }
        if (layer.Missing is { } missing)
        {
            Lack(ref result, missing);
            return;
        }
        if (unknown != Facts.None)
        {
            result.Outcome = Outcome.NeedsFact;
            result.Missing = unknown;
            return;
        }
        var counting = layer.Counting(c.Statuses);
        if (!Covered(counting, ref result, ref trace) || !Settled(ref result))
            return;
        var cost = Base(ref trace);
        if (!Enters(counting, ref result, ref trace))
            return;
        if (layer.Fixed.Length > 0 && Fixed(cost, counting, ref result, ref trace))
            return;
        if (layer.Rate.Length == 0)
        {
            result.Outcome = Outcome.NotCovered;
            result.Recomputed = 0;
            Note(ref trace, Rule.NotCovered, amount: 0, row: -1);
            return;
        }
        Banded(cost, counting, ref result, ref trace);
    }

    private static void Lack(ref LayerAmount result, FigureName figure)
    {
        result.Outcome = Outcome.NeedsPolicy;
        result.MissingFigure = figure;
    }

    private bool Covered(ulong counting, ref LayerAmount result, ref TTrace trace)
    {
        if (c.Barred is not null && layer.LayerIndex < InsuranceLayers)
        {
            result.Outcome = Outcome.NotCovered;
            result.Recomputed = 0;
            Note(ref trace, Rule.NotCovered, amount: 0, row: -3);
            return false;
        }
        var rows = layer.Covers;
        for (var i = 0; i < rows.Length; i++)
        {
            if (!rows[i].When.Matches(c, counting))
                continue;
            if (rows[i].Covered)
                return true;
            result.Outcome = Outcome.NotCovered;
            result.Recomputed = 0;
            Note(ref trace, Rule.NotCovered, amount: 0, row: i);
            return false;
        }
        if (layer.Reads.Has(Facts.Member) && !c.Member)
        {
            result.Outcome = Outcome.NotCovered;
            result.Recomputed = 0;
            Note(ref trace, Rule.NotCovered, amount: 0, row: -2);
            return false;
        }
        return true;
    }

    /// <summary>Every layer that is taken off must itself have an amount.</summary>
    private bool Settled(ref LayerAmount result)
    {
        if (layer.Cost.Has(CostTerms.Borne) && c.Known.Has(Facts.Borne))
            return true;
        for (var i = 0; i < index; i++)
        {
            if ((layer.Less & (1u << i)) == 0 || !earlier[i].Unsettled)
                continue;
            result.Outcome = earlier[i].Outcome;
            result.BlockedBy = i;
            return false;
        }
        return true;
    }

    /// <summary>What was applied for, -1 where nothing was.</summary>
    private long Applied => c.Applied is { } applied && index < applied.Length ? applied[index] : -1;

    private long Base(ref TTrace trace)
    {
        long cost = 0, less = 0;
        if (Applied >= 0)
        {
            trace.Add(new Entry((short)index, Rule.Base, 0, 0, 0, Applied, 0, 0, Applied));
            return Applied;
        }
        var terms = layer.Cost;
        if (terms.Has(CostTerms.InScope))
            cost += c.InScope;
        if (terms != CostTerms.InScope)
            cost += OtherTerms(terms);
        var mask = layer.Less;
        for (var i = 0; mask != 0; i++, mask >>= 1)
        {
            if ((mask & 1) != 0)
                less += earlier[i].Amount;
        }
        var amount = Math.Max(cost - less, 0);
        if (terms.Has(CostTerms.Borne) && c.Known.Has(Facts.Borne))
            amount = Math.Min(amount, c.Borne);
        trace.Add(new Entry((short)index, Rule.Base, -1, 0, 0, cost, less, 0, amount));
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

    private bool Enters(ulong counting, ref LayerAmount result, ref TTrace trace)
    {
        if (layer.EntryLine.Length == 0)
            return true;
        if (!Find(layer.EntryLine, counting, out var row))
        {
            Lack(ref result, FigureName.EntryLine);
            return false;
        }
        var line = layer.EntryLine[row].Amount;
        var total = Applied >= 0 ? Applied : c.Total;
        Note(ref trace, Rule.EntryLine, line, row, total);
        if (total >= line)
            return true;
        result.Outcome = Outcome.BelowDeductible;
        result.Recomputed = 0;
        return false;
    }

    private bool Fixed(long cost, ulong counting, ref LayerAmount result, ref TTrace trace)
    {
        var sum = c.Disease >= 0 && c.Disease < layer.Fixed.Length ? layer.Fixed[c.Disease] : -1;
        if (sum < 0)
            return false;
        Note(ref trace, Rule.Fixed, sum, 0);
        result.Outcome = Outcome.Paid;
        Cap(sum, cost, counting, ref result, ref trace);
        return true;
    }

    private void Banded(long cost, ulong counting, ref LayerAmount result, ref TTrace trace)
    {
        if (layer.SelfPayFirst.Length > 0)
        {
            if (!FindRate(layer.SelfPayFirst, counting, out var first))
            {
                Lack(ref result, FigureName.SelfPayFirst);
                return;
            }
            var rate = layer.SelfPayFirst[first].Rates[0];
            if (rate != 0)
            {
                var own = Chain.Round(cost * rate, 10_000, layer.Rounding);
                Note(ref trace, Rule.SelfPayFirst, own, first, cost, rate);
                cost -= own;
            }
        }
        if (!Deductible(counting, ref result, ref trace, out var deductible))
            return;
        if (!FindRate(layer.Rate, counting, out var row))
        {
            Lack(ref result, FigureName.Rate);
            return;
        }
        int add = 0, times = 10_000;
        foreach (var adjust in layer.Adjust)
        {
            if (!adjust.When.Matches(c, counting))
                continue;
            add += adjust.Add;
            times = times * adjust.Times / 10_000;
        }
        var before = layer.Yearly && Applied < 0 ? BorneBefore() : 0;
        var whole = Pay(row, add, times, deductible, before + cost);
        var already = before > 0 ? Pay(row, add, times, deductible, before) : 0;
        trace.Add(new Entry((short)index, Rule.Pay, (short)row, add, times, before + cost, deductible, before, whole - already));
        result.Outcome = before + cost <= deductible ? Outcome.BelowDeductible : Outcome.Paid;
        Cap(whole - already, cost, counting, ref result, ref trace);
    }

    private long BorneBefore()
    {
        var before = c.InScopeBorne;
        foreach (var position in layer.LessPaid)
            before -= c.Paid[position];
        return Math.Max(before, 0);
    }

    private long Pay(int row, int add, int times, long deductible, long cost)
    {
        var rates = layer.Rate[row];
        var weighed = layer.BandsOn == BandsOn.Cost
            ? Chain.Weigh(rates.Uppers, rates.Rates, add, deductible, cost)
            : Chain.Weigh(rates.Uppers, rates.Rates, add, 0, cost - deductible);
        return Chain.Round(weighed, times, layer.Rounding);
    }

    private bool Deductible(ulong counting, ref LayerAmount result, ref TTrace trace, out long deductible)
    {
        deductible = 0;
        if (!Find(layer.Deductible, counting, out var row))
        {
            Lack(ref result, FigureName.Deductible);
            return false;
        }
        deductible = Math.Max(layer.Deductible[row].Amount, 0);
        Note(ref trace, Rule.Deductible, deductible, row);
        if (c.Waived && layer.LayerIndex == 0)
        {
            Note(ref trace, Rule.Repeat, 0, -1, deductible);
            deductible = 0;
        }
        for (var i = 0; i < layer.Repeat.Length && deductible > 0; i++)
        {
            if (!layer.Repeat[i].When.Matches(c, counting))
                continue;
            var changed = Repeated(layer.Repeat[i], deductible);
            Note(ref trace, Rule.Repeat, changed, i, deductible);
            deductible = changed;
            break;
        }
        result.Deductible = deductible;
        return true;
    }

    private long Repeated(RepeatRow row, long deductible) => row.Kind switch
    {
        RepeatKind.Set => row.Value,
        RepeatKind.Times => Chain.Round(deductible * row.Value, 10_000, layer.Rounding),
        RepeatKind.Minus => Math.Min(deductible, Math.Max(deductible - row.Value, row.Floor)),
        RepeatKind.MinusEach => Math.Min(deductible, Math.Max(deductible - (row.Value * Math.Max(c.Ordinal - 1, 0)), row.Floor)),
        RepeatKind.TopUp => Math.Max(deductible - c.ChainDeductible, 0),
        RepeatKind.OncePerYear => Math.Max(deductible - c.DeductibleTaken, 0),
    };

    private void Cap(long amount, long cost, ulong counting, ref LayerAmount result, ref TTrace trace)
    {
        if (layer.CapStay.Length > 0 && Find(layer.CapStay, counting, out var row) && layer.CapStay[row].Amount >= 0)
            amount = Cut(Rule.CapStay, row, layer.CapStay[row].Amount, 0, amount, ref result, ref trace);
        if (layer.CapYear.Length > 0 && Find(layer.CapYear, counting, out row) && layer.CapYear[row].Amount >= 0)
            amount = Cut(Rule.CapYear, row, Raised(layer.CapYear[row].Amount), c.Paid[layer.LayerIndex], amount, ref result, ref trace);
        amount = Cut(Rule.Borne, -1, Applied >= 0 ? cost : Math.Min(cost, c.Total - paid), 0, amount, ref result, ref trace);
        if ((plan.UnderGlobalCap & (1u << index)) != 0 && plan.GlobalCap is { } share)
            amount = Cut(Rule.GlobalCap, -1, share.Of(new Fen(c.Total), Rounding.DownFen).Value, paidUnderGlobalCap, amount, ref result, ref trace);
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

    private bool Find(AmountRow[] rows, ulong counting, out int row)
    {
        for (row = 0; row < rows.Length; row++)
        {
            if (rows[row].When.Matches(c, counting))
                return true;
        }
        return false;
    }

    private bool FindRate(RateRow[] rows, ulong counting, out int row)
    {
        for (row = 0; row < rows.Length; row++)
        {
            if (rows[row].When.Matches(c, counting))
                return true;
        }
        return false;
    }

    private void Note(ref TTrace trace, Rule rule, long amount, int row, long a = 0, long b = 0, long c = 0) =>
        trace.Add(new Entry((short)index, rule, (short)row, 0, 0, a, b, c, amount));
}
