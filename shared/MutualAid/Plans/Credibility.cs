using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>What was counted in a village beside what was expected of it (已发生人次): aids of minor or of serious illness.</summary>
/// <param name="Expected">By the statistics, over the same members and months.</param>
public sealed record Experience(StayCount Expected, int Counted);

/// <summary>Corrects expected frequencies by what was counted (可信度加权): Bühlmann–Straub over the villages of a county, and the county itself against the statistics. Floating point: no money.</summary>
public static class Credibility
{
    /// <summary>How far a county is assumed to differ from the statistics (coefficient of variation).</summary>
    const double AssumedSpread = 0.2;

    static readonly BasisPoints Least = BasisPoints.FromPercent(20);
    static readonly BasisPoints Most = BasisPoints.FromPercent(500);

    /// <summary>The correction for each village, 100 % where nothing was counted or expected.</summary>
    public static ImmutableArray<BasisPoints> Corrections(IReadOnlyList<Experience> villages)
    {
        var counted = villages.Where(village => village.Expected.Millionths > 0).Select(village => (Weight: village.Expected.Millionths / 1e6, Ratio: village.Counted / (village.Expected.Millionths / 1e6))).ToList();
        if (counted.Count == 0)
            return [.. villages.Select(_ => BasisPoints.Whole)];
        var weight = counted.Sum(village => village.Weight);
        var mean = counted.Sum(village => village.Weight * village.Ratio) / weight;
        var spread = Spread(counted, weight, mean);
        // The county against the statistics: one observation of all its weight, of a county that may differ as far as assumed.
        var county = Mixed(mean, 1, weight, 1 / (AssumedSpread * AssumedSpread));
        return [.. villages.Select(village => Correction(village, county, spread))];
    }

    static BasisPoints Correction(Experience village, double county, double spread)
    {
        var weight = village.Expected.Millionths / 1e6;
        var ratio = weight == 0 || spread == 0 ? county : Mixed(village.Counted / weight, county, weight, county / spread);
        return new BasisPoints((int)Math.Clamp(Math.Round(ratio * 1e4), Least.Value, Most.Value));
    }

    /// <summary>Credibility weight / (weight + k) for one's own, the rest for the others'.</summary>
    static double Mixed(double own, double others, double weight, double k) => ((weight * own) + (k * others)) / (weight + k);

    /// <summary>Variance between villages; 0 where one alone, or all alike, show none. A count is Poisson, so within a village the variance of the ratio is mean / weight.</summary>
    static double Spread(List<(double Weight, double Ratio)> villages, double weight, double mean)
    {
        if (villages.Count == 1)
            return 0;
        var scatter = villages.Sum(village => village.Weight * (village.Ratio - mean) * (village.Ratio - mean));
        return Math.Max(0, (scatter - ((villages.Count - 1) * mean)) / (weight - (villages.Sum(village => village.Weight * village.Weight) / weight)));
    }
}
