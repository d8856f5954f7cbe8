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
        var layers = plan.Layers;
        long paid = 0, underGlobalCap = 0;
        for (var i = 0; i < layers.Length; i++)
        {
            ref var result = ref results[i];
            result = new LayerAmount { Recomputed = -1, Deductible = -1, BlockedBy = -1 };
            new LayerRun<TTrace>(plan, layers[i], i, c, results, paid, underGlobalCap).Compute(ref result, ref trace);
            result.OnPaper = i < actual.Length && actual[i] >= 0;
            result.Amount = result.OnPaper ? actual[i] : Math.Max(result.Recomputed, 0);
            paid += result.Amount;
            if ((plan.UnderGlobalCap & (1u << i)) != 0)
                underGlobalCap += result.Amount;
        }
    }

    /// <summary>Takes the bands of a row: whole fen times basis points, not yet divided.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Weigh(long[] uppers, int[] rates, int add, long from, long to)
    {
        long sum = 0;
        var lower = 0L;
        for (var i = 0; i < uppers.Length && lower < to; i++)
        {
            var upper = uppers[i];
            var part = Math.Min(upper, to) - Math.Max(lower, from);
            if (part > 0)
                sum += part * Math.Clamp(rates[i] + add, 0, 10_000);
            lower = upper;
        }
        return sum;
    }

    internal static long Round(long weighed, int times, Rounding rounding)
    {
        if (times != 10_000)
            return rounding.Divide((Int128)weighed * times, 100_000_000).Value;
        return rounding == Rounding.HalfUpFen ? (weighed + 5_000) / 10_000 : rounding.Divide(weighed, 10_000).Value;
    }
}
