using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>What a year of a plan, or a part of one, may bring (补助预测). Floating point: probabilities only.</summary>
public sealed class YearForecast
{
    const int DaysOfYear = 365;
    readonly double[] _sizes;

    internal YearForecast(double[] sizes) => _sizes = sizes;

    /// <summary>With aids paid by operation as often as they were counted: no statistics say how often that is. Of as many aids by disease the size changes; where fewer are expected, the difference is added.</summary>
    public YearForecast With(OperatedStays operated)
    {
        var sizes = new double[Math.Max(_sizes.Length, operated.Stays.Select(stay => AidRates.Units(stay.ByOperation)).Append(0).Max() + 1)];
        _sizes.CopyTo(sizes, 0);
        foreach (var stay in operated.Stays)
        {
            var (rate, before, after) = (12.0 / operated.Months, AidRates.Units(stay.ByDisease), AidRates.Units(stay.ByOperation));
            var moved = before == 0 ? rate : Math.Min(rate, before < _sizes.Length ? sizes[before] : 0);
            if (before > 0)
                sizes[before] -= moved;
            sizes[after] += moved;
            if (after > before)
                sizes[after - before] += rate - moved;
        }

        sizes[0] = 0;
        return new YearForecast(sizes);
    }

    /// <summary>The aids of so many days.</summary>
    public YearlyAid Over(int days) => new([.. _sizes.Select(size => size * Math.Max(0, days) / DaysOfYear)]);

    /// <summary>The average of the aids of so many days.</summary>
    public Fen Expected(int days) => AidRates.Expected([.. _sizes.Select(size => size * Math.Max(0, days) / DaysOfYear)]);
}
