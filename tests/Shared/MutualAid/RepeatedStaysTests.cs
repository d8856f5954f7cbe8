using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Shared.Tests.MutualAid;

/// <summary>What the yearly cap and merged readmissions change, beside years drawn person by person.</summary>
public class RepeatedStaysTests
{
    // Aids of one person a year of 50, 150 and 500 yuan; the second is ill much more often.
    private static readonly double[] s_young = [0, 0.05, 0, 0.03, 0, 0, 0, 0, 0, 0, 0.01], s_old = [0, 0.4, 0, 0.3, 0, 0, 0, 0, 0, 0, 0.15];

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(25)]
    public void What_the_cap_takes_from_one_person_is_what_drawing_people_gives(int cap)
    {
        const int People = 300_000;
        var (dice, above, excess, square) = (new Dice(7), 0, 0.0, 0.0);
        for (var person = 0; person < People; person++)
        {
            var over = Math.Max(0, Drawn(s_old, dice) - cap);
            (above, excess, square) = (above + (over > 0 ? 1 : 0), excess + over, square + ((double)over * over));
        }

        var exact = PersonYear.Capped(s_old, cap);
        (above / (double)People).ShouldBe(exact.Above, 5 * Math.Sqrt(exact.Above / People));
        (excess / People).ShouldBe(exact.Excess, 5 * Math.Sqrt(square) / People);
    }

    [Theory]
    [InlineData(10, 130)]
    [InlineData(25, 150)]
    [InlineData(1000, 150)]
    public void The_money_of_a_capped_village_runs_out_within_the_bounds(int cap, int limit)
    {
        const int Years = 30_000, Young = 200, Old = 60;
        PersonClass[] people = [new(Young, s_young, 0, 0), new(Old, s_old, 0, 0)];
        double[] all = [.. s_young.Zip(s_old, (young, old) => (young * Young) + (old * Old))];
        var bound = PersonYear.Bound(people, Units(cap), new Readmission(14, Merged: true), new YearlyAid(all), Units(limit), Units(10));
        var (dice, ruined, saved, square) = (new Dice(11), 0, 0.0, 0.0);
        for (var year = 0; year < Years; year++)
        {
            var (kept, over) = (0, 0);
            for (var person = 0; person < Young + Old; person++)
            {
                var aid = Drawn(person < Young ? s_young : s_old, dice);
                (kept, over) = (kept + Math.Min(aid, cap), over + Math.Max(0, aid - cap));
            }

            (ruined, saved, square) = (ruined + (kept > limit ? 1 : 0), saved + over, square + ((double)over * over));
        }

        var (share, error) = (ruined / (double)Years, 5 * Math.Sqrt(0.25 / Years));
        share.ShouldBeInRange((bound.RuinAtLeast.Millionths / 1e6) - error, (bound.RuinAtMost.Millionths / 1e6) + error);
        // Rounded down to the yuan, which is a fiftieth of a unit.
        (saved / Years).ShouldBe(bound.CapSaves.Value / (double)Ladder.Least.Value, (5 * Math.Sqrt(square) / Years) + 0.02);
        if (cap == 1000)
            (bound.RuinAtLeast, bound.RuinAtMost, bound.Cut.Millionths).ShouldBe((new YearlyAid(all).MoreThan(Units(limit)), new YearlyAid(all).MoreThan(Units(limit)), 0));
    }

    [Fact]
    public void Merging_moves_the_bounds_apart_by_the_pairs_there_can_be_and_not_at_all_where_the_charter_does_not_merge()
    {
        PersonClass[] people = [new(100, s_old, 0.02, 0.005)];
        double[] all = [.. s_old.Select(size => size * 100)];
        RepeatedStays Bound(Readmission rule) => PersonYear.Bound(people, null, rule, new YearlyAid(all), Units(320), Units(10));

        var apart = Bound(new Readmission(0, Merged: true));
        (apart.RuinAtLeast, apart.Merged.Millionths).ShouldBe((apart.RuinAtMost, 0));
        Bound(new Readmission(14, Merged: false)).ShouldBe(apart);
        var merged = Bound(new Readmission(14, Merged: true));
        // 24 days of 365 between the beginnings of two stays.
        merged.Merged.Millionths.ShouldBe((long)Math.Round(100 * 0.02 * 24 / 365 * 1e6));
        (apart.RuinAtLeast.Millionths - merged.RuinAtLeast.Millionths).ShouldBeInRange(0, (int)merged.Merged.Millionths + 1);
        (merged.RuinAtMost.Millionths - apart.RuinAtMost.Millionths).ShouldBeInRange(0, (int)(merged.Merged.Millionths / 4) + 1);
    }

    private static Fen Units(int units) => new(Ladder.Least.Value * units);

    /// <summary>One person's aids of a year, in units.</summary>
    private static int Drawn(double[] sizes, Dice dice)
    {
        var (all, sum) = (sizes.Sum(), 0);
        for (var time = dice.Wait(); time < all; time += dice.Wait())
        {
            var left = dice.Next() * all;
            var j = 0;
            while (j < sizes.Length - 1 && (left -= sizes[j]) >= 0)
                j++;
            sum += j;
        }

        return sum;
    }
}
