using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>What a year of a plan, or a part of one, may bring (补助预测). Floating point: probabilities only.</summary>
public sealed class YearForecast
{
    const int DaysOfYear = 365;
    readonly double[] _sizes;

    internal YearForecast(double[] sizes) => _sizes = sizes;

    /// <summary>The aids of so many days.</summary>
    public YearlyAid Over(int days) => new([.. _sizes.Select(size => size * Math.Max(0, days) / DaysOfYear)]);

    /// <summary>The average of the aids of so many days.</summary>
    public Fen Expected(int days) => AidRates.Expected([.. _sizes.Select(size => size * Math.Max(0, days) / DaysOfYear)]);
}
