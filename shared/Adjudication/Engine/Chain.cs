using System.Runtime.CompilerServices;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>The chain of layers over one stay (逐层核算). Whole fen, checked arithmetic, no allocation; the same code for one stay and for a county.</summary>
internal static class Chain
{
    /// <param name="actual">What the papers say each benefit paid, -1 where they say nothing; empty for nothing at all.</param>
    /// <param name="results">One element a benefit.</param>
    public static void Run<TTrace>(Plan plan, in Case c, ReadOnlySpan<long> actual, Span<LayerAmount> results, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var sofar = default(SoFar);
        var layers = plan.Layers;
        for (var i = 0; i < layers.Length; i++)
        {
            ref var result = ref results[i];
            result = new LayerAmount { Recomputed = -1, Deductible = -1, BlockedBy = -1 };
            if ((c.Later & ~c.Statuses) != 0 && (plan.LookBack & (1u << i)) != 0)
                LookingBack(plan, i, c, results, sofar, ref trace);
            else
                new LayerRun<TTrace>(plan, layers[i], i, c, results, sofar).Compute(ref result, ref trace);
            result.OnPaper = i < actual.Length && actual[i] >= 0;
            result.Amount = result.OnPaper ? actual[i] : Math.Max(result.Recomputed, 0);
            sofar.Paid += result.Amount;
            if ((plan.UnderGlobalCap & (1u << i)) != 0)
                sofar.UnderGlobalCap += result.Amount;
            if (result.Unsettled)
                sofar.Unsettled |= 1u << i;
        }
    }

    /// <summary>For this benefit, a status recognised soon after the stay counts as if it had been there.</summary>
    private static void LookingBack<TTrace>(Plan plan, int index, in Case c, Span<LayerAmount> results, in SoFar sofar, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var recognised = c;
        recognised.Statuses |= c.Later;
        new LayerRun<TTrace>(plan, plan.Layers[index], index, recognised, results, sofar).Compute(ref results[index], ref trace);
    }

    /// <summary>Takes the bands of a row: whole fen times basis points, not yet divided.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Weigh(Band[] bands, int add, long from, long to)
    {
        long sum = 0;
        var lower = 0L;
        foreach (var band in bands)
        {
            if (lower >= to)
                break;
            var part = Math.Min(band.Upper, to) - Math.Max(lower, from);
            if (part > 0)
                sum += part * Math.Clamp(band.Rate + add, 0, 10_000);
            lower = band.Upper;
        }
        return sum;
    }

    internal static long Round(long weighed, int times, Rounding rounding)
    {
        if (times != 10_000)
            return rounding.Divide((Int128)weighed * times, 100_000_000).Value;
        return rounding == Rounding.HalfUpFen && weighed >= 0 ? (long)(((ulong)weighed + 5_000) / 10_000) : rounding.Divide(weighed, 10_000).Value;
    }
}

/// <summary>What the benefits before one have done (前面各层的合计).</summary>
internal struct SoFar
{
    public long Paid;

    /// <summary>Of it, by benefits under the global cap.</summary>
    public long UnderGlobalCap;

    /// <summary>Benefits without an amount, as bits.</summary>
    public uint Unsettled;
}
