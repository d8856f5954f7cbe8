using System.Collections.Immutable;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>Makes a village's plan from its roster and its money (方案测算): the highest ladder that the money bears. docs/plan.md has the method.</summary>
public sealed class PlanGenerator(Statistics statistics, DiseaseCatalogue catalogue)
{
    const int ChartBars = 40;

    /// <summary>With the figures and the catalogue that come with the program.</summary>
    public static PlanGenerator Default { get; } = new(Statistics.Default, DiseaseCatalogue.Default);

    public Statistics Statistics => statistics;

    /// <summary>The plan, or how much money it would take. Where a village sets every grade itself, that is the plan, whatever the money bears.</summary>
    /// <param name="minor">Correction of expected stays by what was counted, 100 % for none.</param>
    /// <param name="serious">As for minor.</param>
    public (GeneratedPlan? Plan, TooLittleMoney? Problem) Generate(IReadOnlyCollection<Headcount> roster, PlanTerms terms, BasisPoints minor, BasisPoints serious)
    {
        var rates = Rates(roster, terms, minor, serious);
        if (terms.Own.Ladder is { } own)
            return (Plan(roster, terms, rates, own, new YearlyAid(rates.Sizes(own)), full: false, minor, serious), null);
        var chain = new LadderChain(terms.Emphasis, statistics.Borne, PlanTerms.MostOfBorne, terms.YearlyCap);
        if (Bears(rates, chain[0], terms) is not { } smallest)
            return (null, new TooLittleMoney(LeastMoney(rates, chain[0], terms)));
        var (low, best) = (0, smallest);
        for (var high = chain.Count; high - low > 1;)
        {
            var middle = (low + high) / 2;
            if (Bears(rates, chain[middle], terms) is { } borne)
                (low, best) = (middle, borne);
            else
                high = middle;
        }

        return (Plan(roster, terms, rates, chain[low], best, low == chain.Count - 1, minor, serious), null);
    }

    /// <summary>Aids a year to expect of each grade, before chance and without any correction.</summary>
    public ImmutableArray<StayCount> AidedStays(IReadOnlyCollection<Headcount> roster, PlanTerms terms) => Rates(roster, terms, BasisPoints.Whole, BasisPoints.Whole).AidedStays;

    /// <summary>Numbers and sizes of the aids to expect over the terms' part of a year.</summary>
    internal AidRates Rates(IReadOnlyCollection<Headcount> roster, PlanTerms terms, BasisPoints minor, BasisPoints serious)
    {
        var stays = ExpectedStays.Of(roster, statistics, catalogue.Entries, minor, serious);
        return new AidRates([.. stays.Select(count => new StayCount((long)((Int128)count.Millionths * terms.Part.Value / BasisPoints.Whole.Value)))], catalogue.Entries, statistics, terms.EntryLine, terms.Own);
    }

    /// <summary>A whole year under any sums.</summary>
    public YearForecast Forecast(IReadOnlyCollection<Headcount> roster, VillagePlan plan, BasisPoints minor, BasisPoints serious)
    {
        var sums = catalogue.Entries.ToImmutableSortedDictionary(entry => entry.Code, entry => plan.Sums.TryGetValue(entry.Code, out var sum) ? sum : Fen.Zero, StringComparer.Ordinal);
        var rates = new AidRates(ExpectedStays.Of(roster, statistics, catalogue.Entries, minor, serious), catalogue.Entries, statistics, plan.EntryLine, new OwnSums(null, sums));
        return new(rates.Sizes(Ladder.Lowest));
    }

    /// <summary>The year under a ladder, where the money bears it; else null.</summary>
    static YearlyAid? Bears(AidRates rates, Ladder ladder, PlanTerms terms)
    {
        var sizes = rates.Sizes(ladder);
        var expected = AidRates.Expected(sizes);
        if (expected + terms.Fee(expected) + terms.LeastMargin > terms.Money)
            return null;
        var year = new YearlyAid(sizes);
        return year.MoreThan(terms.MostAid) <= Allowed(terms) ? year : null;
    }

    static Chance Allowed(PlanTerms terms) => new(terms.AllowedRuin.Value * 100);

    /// <summary>The least money that bears the ladder: found by halving, as more money never bears less.</summary>
    static Fen LeastMoney(AidRates rates, Ladder ladder, PlanTerms terms)
    {
        // In whole yuan: nobody budgets finer.
        long low = 0, high = Math.Max(terms.Money.Value / 100, 1);
        while (Bears(rates, ladder, terms with { Money = Fen.FromYuan(high) }) is null)
            (low, high) = (high, high * 2);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (Bears(rates, ladder, terms with { Money = Fen.FromYuan(middle) }) is null)
                low = middle;
            else
                high = middle;
        }

        return Fen.FromYuan(high);
    }

    GeneratedPlan Plan(IReadOnlyCollection<Headcount> roster, PlanTerms terms, AidRates rates, Ladder ladder, YearlyAid year, bool full, BasisPoints minor, BasisPoints serious)
    {
        var sizes = rates.Sizes(ladder);
        var expected = AidRates.Expected(sizes);
        var fee = terms.Fee(expected);
        var grades = catalogue.Entries.Select(entry => (entry.Code, Grade: Grade.For(entry, statistics.Cost(entry)))).ToList();
        return new GeneratedPlan(
            terms,
            roster.Sum(people => people.Count),
            [.. Grade.All.Zip(rates.LadderStays, (grade, stays) => new PlanRung(grade, ladder[grade], grades.Count(entry => entry.Grade == grade && terms.Own.Of(entry.Code) is null), stays))],
            grades.ToImmutableSortedDictionary(entry => entry.Code, entry => terms.Own.Of(entry.Code) ?? ladder[entry.Grade], StringComparer.Ordinal),
            expected,
            fee,
            terms.Money - expected - fee,
            year.MoreThan(terms.MostAid),
            YearlyAid.Of(sizes, BasisPoints.FromPercent(110)).MoreThan(terms.MostAid),
            full,
            year.Bars(ChartBars))
        {
            Own = [.. catalogue.Entries.Where(entry => terms.Own.Of(entry.Code) is not null).Select(entry => new OwnSum(entry, terms.Own.Of(entry.Code)!.Value, rates.OwnStays(entry.Code)))],
            Repeated = PersonYear.Bound(PersonYear.Classes(roster, statistics, people => Rates([people], terms, minor, serious), ladder), terms.YearlyCap, terms.Readmission, year, terms.MostAid, Fen.Max(ladder.Sums[^1], terms.Own.Highest)),
        };
    }
}
