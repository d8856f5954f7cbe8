using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Bench.Plans;

/// <summary>An invented village with as many old people as villages have.</summary>
static class Roster
{
    /// <summary>Of 1,000 people, half of each sex.</summary>
    static readonly (int From, int To, int Of1000)[] Ages =
        [(0, 4, 40), (5, 14, 110), (15, 24, 80), (25, 34, 110), (35, 44, 130), (45, 54, 170), (55, 64, 160), (65, 74, 130), (75, 120, 70)];

    public static IReadOnlyList<Headcount> Of(int members)
    {
        var roster = new List<Headcount>();
        foreach (var (from, to, share) in Ages)
        {
            var people = members * share / 1000;
            roster.Add(new Headcount(new AgeSpan(from, to), Sex.Male, people - (people / 2)));
            roster.Add(new Headcount(new AgeSpan(from, to), Sex.Female, people / 2));
        }

        // What rounding left out are people in their fifties.
        roster.Add(new Headcount(new AgeSpan(45, 54), Sex.Male, members - roster.Sum(people => people.Count)));
        return roster;
    }
}
