using System.Collections.Immutable;
using System.Numerics;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>The distribution of all aids of a year (全年补助总额的分布): compound Poisson, exact on its lattice, by Fourier transform. Floating point: probabilities only.</summary>
/// <remarks>The lattice is <see cref="Ladder.Least"/>, which every sum is a multiple of. For more money than some fifty million yuan it is coarser, and each aid is shared between its two neighbours so that the mean stays and the spread can only grow.</remarks>
public sealed class YearlyAid
{
    const int MostPoints = 1 << 20;

    // What a million additions of the transform's rounding can come to; a chance below it is no chance.
    const double Rounding = 1e-9;

    readonly double[] _above;
    readonly Fen _step;

    /// <param name="sizes">Expected number of aids of each size, in units of <see cref="Ladder.Least"/>.</param>
    internal YearlyAid(double[] sizes)
    {
        double mean = 0, square = 0, all = 0;
        for (var j = 1; j < sizes.Length; j++)
        {
            mean += j * sizes[j];
            square += (double)j * j * sizes[j];
            all += sizes[j];
        }

        // Far enough for what is cut off to be less than rounding: twelve deviations, and thirty times the largest aid for the smallest villages.
        var reach = mean + (12 * Math.Sqrt(square)) + (30.0 * sizes.Length);
        var coarse = 1;
        while (reach / coarse > MostPoints)
            coarse *= 2;
        _step = new Fen(Ladder.Least.Value * coarse);
        _above = Tails(Points(sizes, coarse, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Ceiling(reach / coarse))), all);
    }

    /// <summary>With all numbers of aids multiplied by a share: a tenth more illness, the rest of a year.</summary>
    internal static YearlyAid Of(double[] sizes, BasisPoints share) => new([.. sizes.Select(size => size * share.Value / 1e4)]);

    /// <summary>How likely the aids of a year come to more than that.</summary>
    public Chance MoreThan(Fen amount)
    {
        var point = amount.Value < 0 ? -1 : amount.Value / _step.Value;
        var chance = point < 0 ? 1 : point >= _above.Length ? 0 : _above[point];
        return new Chance((int)Math.Ceiling(Math.Clamp(chance - Rounding, 0, 1) * 1e6));
    }

    /// <summary>The least amount that the aids exceed with no more than that chance.</summary>
    public Fen Quantile(Chance exceeded)
    {
        var point = Array.FindIndex(_above, chance => chance * 1e6 <= exceeded.Millionths);
        return new Fen(_step.Value * (point < 0 ? _above.Length : point));
    }

    /// <summary>The distribution as bars for a chart: each bar's lower edge and the chance of lying in it.</summary>
    public ImmutableArray<(Fen From, Fen To, Chance Chance)> Bars(int most)
    {
        var (low, high) = (Quantile(new Chance(999_000)).Value, Quantile(new Chance(1000)).Value + _step.Value);
        var width = Math.Max(1, ((high - low) / _step.Value + most - 1) / most) * _step.Value;
        var bars = ImmutableArray.CreateBuilder<(Fen, Fen, Chance)>();
        for (var from = low; from < high; from += width)
            bars.Add((new Fen(from), new Fen(from + width), new Chance((int)Math.Round((At(from) - At(from + width)) * 1e6))));
        return bars.ToImmutable();
    }

    /// <summary>P(aids ≥ amount) for an amount on the lattice.</summary>
    double At(long amount) => amount <= 0 ? 1 : amount / _step.Value > _above.Length ? 0 : _above[(amount / _step.Value) - 1];

    static Complex[] Points(double[] sizes, int coarse, int length)
    {
        var points = new Complex[length];
        for (var j = 1; j < sizes.Length; j++)
        {
            var (point, rest) = Math.DivRem(j, coarse);
            points[point] += sizes[j] * (coarse - rest) / coarse;
            if (rest > 0)
                points[point + 1] += sizes[j] * rest / coarse;
        }

        return points;
    }

    /// <summary>P(aids > i steps) for each i. The transform of a compound Poisson sum is exp(transform of the rates − all rates).</summary>
    static double[] Tails(Complex[] points, double all)
    {
        Fourier.Transform(points, back: false);
        // The points are real, so that the second half mirrors the first.
        var half = points.Length / 2;
        for (var i = 0; i <= half; i++)
            points[i] = Complex.Exp(points[i] - all);
        for (var i = 1; i < half; i++)
            points[^i] = Complex.Conjugate(points[i]);
        Fourier.Transform(points, back: true);
        var above = new double[points.Length];
        for (var i = points.Length - 2; i >= 0; i--)
            above[i] = above[i + 1] + Math.Max(0, points[i + 1].Real);
        return above;
    }
}
