using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Bench.Plans;

/// <summary>The rival: draws whole years of aids, one aid after the other.</summary>
static class MonteCarlo
{
    /// <summary>The share of years in which the aids come to more than the limit, and that share's standard error.</summary>
    public static (double Share, double Error) MoreThan(double[] sizes, long limitUnits, int years, ulong seed)
    {
        // Not System.Random with a seed: it is a percent off here, many standard errors.
        var state = seed;
        var cumulative = new double[sizes.Length];
        for (var j = 1; j < sizes.Length; j++)
            cumulative[j] = cumulative[j - 1] + sizes[j];
        var all = cumulative[^1];
        var above = 0;
        for (var year = 0; year < years; year++)
        {
            long sum = 0;
            for (var time = -Math.Log(1 - Next(ref state)); time < all; time -= Math.Log(1 - Next(ref state)))
            {
                var found = Array.BinarySearch(cumulative, Next(ref state) * all);
                sum += found < 0 ? ~found : found + 1;
            }

            if (sum > limitUnits)
                above++;
        }

        var share = above / (double)years;
        return (share, Math.Sqrt(Math.Max(share, 1.0 / years) * (1 - share) / years));
    }

    /// <summary>SplitMix64, in [0, 1).</summary>
    static double Next(ref ulong state)
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>What the normal approximation says.</summary>
    public static double Normal(double[] sizes, long limitUnits)
    {
        double mean = 0, square = 0;
        for (var j = 1; j < sizes.Length; j++)
        {
            mean += j * sizes[j];
            square += (double)j * j * sizes[j];
        }

        return CostCurve.Tail((limitUnits + 0.5 - mean) / Math.Sqrt(square));
    }
}
