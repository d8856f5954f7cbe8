using Shouwang.Shared.Money;

namespace Shouwang.Shared.Diagnoses;

/// <summary>Turns points into shares of certainty that sum to 100 %: each <see cref="FragmentWeights.PointsPerNat"/> less divides by e. In whole numbers.</summary>
static class Shares
{
    const int Fractions = 64;

    // 2^20 · 2^(−k/64), k = 0 … 63, made by repeated multiplication with 2^(−1/64) in 30-bit fixed point.
    static readonly int[] Halving = Table();

    internal static BasisPoints[] Of(int[] points, int fragments)
    {
        var root = Math.Max(64, Root((long)fragments << 12));
        var best = points.Max();
        var weights = new long[points.Length];
        var total = 0L;
        for (var i = 0; i < points.Length; i++)
        {
            // log2(e)·64 = 92.33; the points are over PointsPerNat and over the root of the number of fragments (kept times 64).
            var steps = (long)(best - points[i]) * 9233 * 64 / ((long)FragmentWeights.PointsPerNat * 100 * root);
            weights[i] = steps >= 20 * Fractions ? 0 : Halving[steps % Fractions] >> (int)(steps / Fractions);
            total += weights[i];
        }

        return Array.ConvertAll(weights, w => new BasisPoints((int)(w * 10_000 / total)));
    }

    internal static int Root(long square)
    {
        var root = 0L;
        for (var bit = 1L << 30; bit > 0; bit >>= 1)
        {
            if ((root + bit) * (root + bit) <= square)
                root += bit;
        }

        return (int)root;
    }

    static int[] Table()
    {
        const long Step = 1_062_175_491; // 2^(−1/64) · 2^30
        var table = new int[Fractions];
        var value = 1L << 50;
        for (var k = 0; k < Fractions; k++)
        {
            table[k] = (int)(value >> 30);
            value = (value >> 20) * Step >> 10;
        }

        return table;
    }
}
