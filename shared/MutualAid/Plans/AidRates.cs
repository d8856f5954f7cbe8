using System.Collections.Concurrent;
using System.Collections.Immutable;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>How many aids of which size a year a village may expect under a ladder (补助人次与金额的预计). Floating point: probabilities only.</summary>
/// <remarks>
/// A stay below the entry line gets nothing. Above it, it gets the grade's sum, or what was borne where that is less, rounded up to the next 50 yuan.
/// That the yearly cap cuts the aids of somebody who is ill often is left out here; <see cref="PersonYear"/> says how much that is.
/// </remarks>
sealed class AidRates
{
    /// <summary>Stays of one grade and one cost: their number, and P(borne share of the cost ≥ j × 50 yuan and cost ≥ entry line) for each j.</summary>
    readonly (Grade Grade, double Stays, double[] AtLeast)[] _groups;

    readonly double _pairs, _gaining;

    public AidRates(ImmutableArray<StayCount> stays, IReadOnlyList<DiseaseEntry> catalogue, Statistics statistics, Fen entryLine)
    {
        var claimed = statistics.Claimed.Value / 1e4 / 1e6;
        _groups =
        [
            .. catalogue.Select((entry, i) => (Cost: statistics.Cost(entry), Entry: entry, stays[i].Millionths))
                .GroupBy(disease => (Grade: Grade.For(disease.Entry, disease.Cost), disease.Cost))
                .Select(group => (group.Key.Grade, group.Sum(disease => disease.Millionths) * claimed, Curve(group.Key.Grade, group.Key.Cost, statistics, entryLine))),
        ];
        foreach (var (grade, cost, millionths) in catalogue.Select((entry, i) => (Grade.For(entry, statistics.Cost(entry)), statistics.Cost(entry), stays[i].Millionths)))
        {
            var (rate, reaches) = (millionths * claimed, Curve(grade, cost, statistics, entryLine)[0]);
            _pairs += rate * rate;
            _gaining += rate * rate * (1 - (reaches * reaches));
        }
    }

    /// <summary>As those of one person where they are the rates of so many alike.</summary>
    public PersonClass Of(double count, int alike, Ladder ladder) =>
        new(count, [.. Sizes(ladder).Select(size => size / alike)], _pairs / alike / alike, _gaining / alike / alike);

    /// <summary>Stays a year that reach the entry line, by grade; as expected, before chance.</summary>
    public ImmutableArray<StayCount> AidedStays =>
        [.. Grade.All.Select(grade => new StayCount((long)Math.Round(_groups.Where(group => group.Grade == grade).Sum(group => group.Stays * group.AtLeast[0]) * 1e6)))];

    /// <summary>Expected number of aids a year of each size; the index counts units of <see cref="Ladder.Least"/>.</summary>
    public double[] Sizes(Ladder ladder)
    {
        var units = Grade.All.Select(grade => (int)(ladder[grade].Value / Ladder.Least.Value)).ToArray();
        var rates = new double[units.Max() + 1];
        foreach (var (grade, stays, atLeast) in _groups)
        {
            // An aid of j units: what was borne lies above j - 1 units and up to j, or above where the sum cuts it.
            var sum = units[grade.Number - 1];
            for (var j = 1; j <= sum; j++)
                rates[j] += stays * (atLeast[j - 1] - (j == sum ? 0 : atLeast[j]));
        }

        return rates;
    }

    /// <summary>What all aids of a year come to on average, rounded up to the yuan.</summary>
    public static Fen Expected(double[] sizes)
    {
        var units = 0.0;
        for (var j = 1; j < sizes.Length; j++)
            units += j * sizes[j];
        return Fen.FromYuan((long)Math.Ceiling(units * Ladder.Least.Value / 100));
    }

    /// <summary>As <see cref="Sizes(Ladder)"/> for any sums, as a village may have written them itself; they are rounded up to the next 50 yuan.</summary>
    public static double[] Sizes(ImmutableArray<StayCount> stays, IReadOnlyList<DiseaseEntry> catalogue, Statistics statistics, Fen entryLine, IReadOnlyDictionary<string, Fen> sums)
    {
        var rates = new double[Units(sums.Values.Append(Fen.Zero).Max()) + 1];
        var diseases = catalogue.Select((entry, i) => (Cost: statistics.Cost(entry), Sum: Units(sums.TryGetValue(entry.Code, out var sum) ? sum : Fen.Zero), stays[i].Millionths));
        foreach (var group in diseases.GroupBy(disease => (disease.Cost, disease.Sum)))
        {
            var (count, curve) = (group.Sum(disease => disease.Millionths) * statistics.Claimed.Value / 1e10, Curve(group.Key.Sum, group.Key.Cost, statistics, entryLine));
            for (var j = 1; j <= group.Key.Sum; j++)
                rates[j] += count * (curve[j - 1] - (j == group.Key.Sum ? 0 : curve[j]));
        }

        return rates;
    }

    /// <summary>A sum in units of <see cref="Ladder.Least"/>, rounded up.</summary>
    public static int Units(Fen sum) => (int)((sum.Value + Ladder.Least.Value - 1) / Ladder.Least.Value);

    // The same few hundred for every village; an entry line that nobody has begins anew.
    static readonly ConcurrentDictionary<(Statistics, int Most, long Cost, long Line), double[]> s_curves = new();
    const int MostCurves = 5_000;

    static double[] Curve(Grade grade, Fen cost, Statistics statistics, Fen entryLine) =>
        Curve((int)(statistics.Borne.Of(grade.Typical, Rounding.DownFen).Value / Ladder.Least.Value) + 1, cost, statistics, entryLine);

    static double[] Curve(int most, Fen cost, Statistics statistics, Fen entryLine)
    {
        if (s_curves.Count > MostCurves)
            s_curves.Clear();
        return s_curves.GetOrAdd((statistics, most, cost.Value, entryLine.Value), _ => Reckon(most, cost, statistics, entryLine));
    }

    static double[] Reckon(int most, Fen cost, Statistics statistics, Fen entryLine)
    {
        var (spread, borne) = (statistics.Spread.Value / 1e4, statistics.Borne.Value / 1e4);
        var curve = new double[most + 1];
        for (var j = 0; j <= most; j++)
            curve[j] = CostCurve.AtLeast(Math.Max(entryLine.Value, j * Ladder.Least.Value / borne), cost.Value, spread);
        return curve;
    }
}
