using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>People of one age and sex, and what one of them may get in a year (一个人一年的补助). Floating point: probabilities only.</summary>
/// <param name="Count">How many there are; a part of one where a span of ages was divided.</param>
/// <param name="Sizes">Expected aids of one person a year, by size in units of <see cref="Ladder.Least"/>.</param>
/// <param name="Pairs">Expected pairs a year of stays of one person for one disease, per year of time between them.</param>
/// <param name="GainingPairs">Those of which one stay at least is below the entry line, so that merging could give more.</param>
sealed record PersonClass(double Count, double[] Sizes, double Pairs, double GainingPairs);

/// <summary>Bounds what the yearly cap and the merging of readmissions change, person by person. Floating point: probabilities only.</summary>
static class PersonYear
{
    /// <summary>Days in hospital of a mean stay; a later stay begins so many days after the earlier one began, and the charter's days more. Assumed.</summary>
    const int MeanStay = 10;

    const double DaysOfYear = 365;

    /// <summary>With more merged aids than that the bounds are no closer.</summary>
    const int MostAids = 4;

    // So many alike that whole millionths of stays lose nothing.
    const int Alike = 100_000;

    /// <summary>People who fall ill alike: of one age band and sex.</summary>
    /// <param name="rates">The rates of so many people.</param>
    public static List<PersonClass> Classes(IReadOnlyCollection<Headcount> roster, Statistics statistics, Func<Headcount, AidRates> rates, Ladder ladder)
    {
        var classes = new List<PersonClass>();
        foreach (var group in roster.GroupBy(people => people.Sex))
        {
            Add(group.Key, null, group.Where(people => people.Ages is null).Sum(people => people.Count));
            foreach (var band in statistics.Ages)
                Add(group.Key, band, group.Sum(people => people.Ages is { } ages ? people.Count * (double)Math.Max(0, Math.Min(band.To, ages.To) - Math.Max(band.From, ages.From) + 1) / ages.Years : 0));
        }

        return classes;

        void Add(Sex sex, AgeSpan? ages, double count)
        {
            if (count > 0)
                classes.Add(rates(new Headcount(ages, sex, Alike)).Of(count, Alike, ladder));
        }
    }

    /// <param name="year">The whole village's year, without cap and merging.</param>
    /// <param name="most">What all aids may come to.</param>
    /// <param name="largest">The largest sum.</param>
    public static RepeatedStays Bound(IReadOnlyList<PersonClass> people, Fen? cap, Readmission? readmission, YearlyAid year, Fen most, Fen largest)
    {
        var (cut, saved, nobody) = (0.0, 0.0, 1.0);
        foreach (var one in cap is null ? [] : people)
        {
            var (above, excess) = Capped(one.Sizes, (int)(cap!.Value.Value / Ladder.Least.Value));
            cut += one.Count * above;
            saved += one.Count * excess;
            nobody *= Math.Pow(1 - above, one.Count);
        }

        var apart = readmission is { Days: > 0, Merged: true } rule ? Math.Min(1, (rule.Days + MeanStay) / DaysOfYear) : 0;
        var (merged, gaining) = (people.Sum(one => one.Count * one.Pairs) * apart, people.Sum(one => one.Count * one.GainingPairs) * apart);
        var ruin = year.MoreThan(most).Millionths;
        var (less, more) = (0.0, 1e6);
        for (var (k, fewer, greater) = (0, merged, gaining); k <= MostAids; k++, fewer *= merged / (k + 1), greater *= gaining / (k + 1))
        {
            // Either merging changes no more than k aids, each no larger than the largest, or it changes more than k: rare, as pairs are.
            less = Math.Max(less, year.MoreThan(most + new Fen(largest.Value * k)).Millionths - (fewer * 1e6));
            more = Math.Min(more, year.MoreThan(most - new Fen(largest.Value * k)).Millionths + (greater * 1e6));
        }

        return new RepeatedStays(
            Count(cut), Fen.FromYuan((long)(saved * Ladder.Least.Value / 100)), Count(merged),
            new Chance((int)Math.Clamp(less - ((1 - nobody) * 1e6), 0, ruin)),
            new Chance((int)Math.Clamp(Math.Ceiling(more), ruin, 1_000_000)));
    }

    /// <summary>How likely one person's aids of a year come to more than the cap, and by how much on average, in units. By Panjer's recursion, exact.</summary>
    internal static (double Above, double Excess) Capped(double[] sizes, int cap)
    {
        var points = new double[cap + 1];
        var (rate, mean) = (0.0, 0.0);
        for (var j = 1; j < sizes.Length; j++)
            (rate, mean) = (rate + sizes[j], mean + (j * sizes[j]));
        points[0] = Math.Exp(-rate);
        var (within, kept) = (points[0], 0.0);
        for (var i = 1; i <= cap; i++)
        {
            var sum = 0.0;
            for (var j = Math.Min(i, sizes.Length - 1); j >= 1; j--)
                sum += j * sizes[j] * points[i - j];
            points[i] = sum / i;
            within += points[i];
            kept += i * points[i];
        }

        var above = Math.Max(0, 1 - within);
        // What is so small that it is nothing but rounding is nothing.
        return above < 1e-13 ? (0, 0) : (above, Math.Max(0, mean - kept - (cap * above)));
    }

    static StayCount Count(double count) => new((long)Math.Round(count * 1e6));
}
