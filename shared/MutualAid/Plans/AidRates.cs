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
    /// <summary>Stays of one grade and one cost, paid by the grade's sum or one sum of their own: their number, and P(borne share of the cost ≥ j × 50 yuan and cost ≥ entry line) for each j.</summary>
    readonly (Grade Grade, Fen? Own, double Stays, double[] AtLeast)[] _groups;

    readonly ImmutableSortedDictionary<string, double> _own;
    readonly double _pairs, _gaining;

    public AidRates(ImmutableArray<StayCount> stays, IReadOnlyList<DiseaseEntry> catalogue, Statistics statistics, Fen entryLine, OwnSums own)
    {
        var claimed = statistics.Claimed.Value / 1e4 / 1e6;
        var diseases = catalogue.Select((entry, i) => (entry.Code, Grade: Grade.For(entry, statistics.Cost(entry)), Cost: statistics.Cost(entry), Own: own.Of(entry.Code), stays[i].Millionths)).ToList();
        _groups =
        [
            .. diseases.GroupBy(disease => (disease.Grade, disease.Cost, disease.Own))
                .Select(group => (group.Key.Grade, group.Key.Own, group.Sum(disease => disease.Millionths) * claimed, Curve(Most(group.Key.Grade, group.Key.Own), group.Key.Cost, statistics, entryLine))),
        ];
        _own = diseases.Where(disease => disease.Own is not null).ToImmutableSortedDictionary(disease => disease.Code, disease => disease.Millionths * claimed * Curve(0, disease.Cost, statistics, entryLine)[0], StringComparer.Ordinal);
        foreach (var (_, _, cost, _, millionths) in diseases)
        {
            var (rate, reaches) = (millionths * claimed, Curve(0, cost, statistics, entryLine)[0]);
            _pairs += rate * rate;
            _gaining += rate * rate * (1 - (reaches * reaches));
        }

        // What is worked out is never more than what is typically borne; what a village sets may be.
        int Most(Grade grade, Fen? sum) => Units(sum ?? own.Ladder?[grade] ?? statistics.Borne.Of(grade.Typical, Rounding.DownFen)) + 1;
    }

    /// <summary>As those of one person where they are the rates of so many alike.</summary>
    public PersonClass Of(double count, int alike, Ladder ladder) =>
        new(count, [.. Sizes(ladder).Select(size => size / alike)], _pairs / alike / alike, _gaining / alike / alike);

    /// <summary>Stays a year that reach the entry line, by grade; as expected, before chance. Of diseases with a sum of their own too.</summary>
    public ImmutableArray<StayCount> AidedStays => [.. Grade.All.Select(grade => Aided(_groups.Where(group => group.Grade == grade)))];

    /// <summary>As <see cref="AidedStays"/> without diseases that have a sum of their own.</summary>
    public ImmutableArray<StayCount> LadderStays => [.. Grade.All.Select(grade => Aided(_groups.Where(group => group.Grade == grade && group.Own is null)))];

    /// <summary>Stays a year that reach the entry line for a disease with a sum of its own.</summary>
    public StayCount OwnStays(string entry) => new((long)Math.Round(_own[entry] * 1e6));

    static StayCount Aided(IEnumerable<(Grade Grade, Fen? Own, double Stays, double[] AtLeast)> groups) => new((long)Math.Round(groups.Sum(group => group.Stays * group.AtLeast[0]) * 1e6));

    /// <summary>Expected number of aids a year of each size; the index counts units of <see cref="Ladder.Least"/>, sums are rounded up to them.</summary>
    public double[] Sizes(Ladder ladder)
    {
        var rates = new double[_groups.Max(group => Units(group.Own ?? ladder[group.Grade])) + 1];
        foreach (var (grade, own, stays, atLeast) in _groups)
        {
            // An aid of j units: what was borne lies above j - 1 units and up to j, or above where the sum cuts it.
            var sum = Units(own ?? ladder[grade]);
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

    /// <summary>A sum in units of <see cref="Ladder.Least"/>, rounded up.</summary>
    public static int Units(Fen sum) => (int)((sum.Value + Ladder.Least.Value - 1) / Ladder.Least.Value);

    // The same few hundred for every village; an entry line that nobody has begins anew.
    static readonly ConcurrentDictionary<(Statistics, int Most, long Cost, long Line), double[]> s_curves = new();
    const int MostCurves = 5_000;

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
