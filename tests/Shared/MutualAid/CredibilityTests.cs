using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Shared.Tests.MutualAid;

public class CredibilityTests
{
    static Experience Village(int expected, int counted) => new(new StayCount(expected * 1_000_000L), counted);

    [Fact]
    public void Without_a_count_nothing_is_corrected() => Credibility.Corrections([Village(0, 0), Village(0, 3)]).ShouldBe([BasisPoints.Whole, BasisPoints.Whole]);

    [Fact]
    public void A_village_alone_moves_part_of_the_way_to_what_it_counted()
    {
        // 25 expected weigh as much as the statistics: half way.
        Credibility.Corrections([Village(25, 50)]).ShouldBe([BasisPoints.FromPercent(150)]);
        Credibility.Corrections([Village(225, 450)]).ShouldBe([BasisPoints.FromPercent(190)]);
    }

    [Fact]
    public void Nobody_ill_in_a_small_village_does_not_make_illness_impossible() =>
        Credibility.Corrections([Village(5, 0)])[0].ShouldBe(new BasisPoints(8333));

    [Fact]
    public void Villages_that_differ_no_more_than_chance_are_corrected_alike()
    {
        var corrections = Credibility.Corrections([Village(100, 118), Village(100, 122), Village(100, 121)]);
        corrections.Distinct().ShouldHaveSingleItem();
        corrections[0].Value.ShouldBeInRange(11_800, 12_050);
    }

    [Fact]
    public void Villages_that_really_differ_keep_most_of_their_difference_the_larger_the_more()
    {
        var corrections = Credibility.Corrections([Village(400, 800), Village(400, 200), Village(20, 40)]);
        corrections[0].Value.ShouldBeInRange(18_500, 20_000);
        corrections[1].Value.ShouldBeInRange(5000, 6500);
        corrections[2].Value.ShouldBeInRange(14_000, corrections[0].Value);
    }
}
