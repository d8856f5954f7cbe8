using System.Collections.Immutable;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>How many stays a year a roster may expect of each disease (预计住院人次).</summary>
public static class ExpectedStays
{
    /// <summary>In the order of the catalogue.</summary>
    /// <param name="minor">Correction by the village's own history, 100 % for none.</param>
    /// <param name="serious">As for minor.</param>
    public static ImmutableArray<StayCount> Of(IReadOnlyCollection<Headcount> roster, Statistics statistics, IReadOnlyList<DiseaseEntry> catalogue, BasisPoints minor, BasisPoints serious)
    {
        var chapters = new Dictionary<string, Int128>(StringComparer.Ordinal);
        foreach (var entry in catalogue)
            chapters.TryAdd(Statistics.Chapter(entry.Code), 0);
        foreach (var people in roster)
        {
            foreach (var chapter in chapters.Keys.ToList())
                chapters[chapter] += Chapter(people, chapter, statistics);
        }

        var weights = catalogue.GroupBy(entry => Statistics.Chapter(entry.Code)).ToDictionary(chapter => chapter.Key, chapter => chapter.Sum(entry => (long)statistics.Weight(entry)));
        return
        [
            .. catalogue.Select(entry =>
            {
                var chapter = Statistics.Chapter(entry.Code);
                var correction = entry.Serious ? serious : minor;
                return new StayCount((long)(chapters[chapter] * statistics.Weight(entry) * correction.Value / weights[chapter] / BasisPoints.Whole.Value));
            }),
        ];
    }

    /// <summary>Millionths of stays a year of some people for diseases of a chapter.</summary>
    static Int128 Chapter(Headcount people, string chapter, Statistics statistics)
    {
        Sex[] sexes = people.Sex == Sex.Unknown ? [Sex.Male, Sex.Female] : [people.Sex];
        Int128 stays = 0;
        foreach (var sex in sexes)
        {
            if (people.Ages is { } ages)
            {
                foreach (var band in statistics.Ages)
                {
                    var years = Math.Min(band.To, ages.To) - Math.Max(band.From, ages.From) + 1;
                    if (years > 0)
                        stays += (Int128)statistics.Stays(band, sex) * statistics.Share(chapter, Mix(statistics, band.From), sex) * years / ages.Years * people.Count;
                }
            }
            else
            {
                stays += (Int128)statistics.Stays(null, sex) * statistics.Share(chapter, Mix(statistics, MiddleAge), sex) * people.Count;
            }
        }

        // Rate and share are each per 10,000.
        return stays * 1_000_000 / 100_000_000 / sexes.Length;
    }

    /// <summary>Members whose age nobody knows fall ill like these.</summary>
    const int MiddleAge = 50;

    static AgeSpan Mix(Statistics statistics, int age) => statistics.Mixes.First(mix => mix.From <= age && age <= mix.To);
}
