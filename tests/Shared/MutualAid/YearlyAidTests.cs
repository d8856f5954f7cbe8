using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Shared.Tests.MutualAid;

public class YearlyAidTests
{
    /// <summary>Expected aids a year of sizes 1 to 40 units.</summary>
    static readonly Gen<double[]> AnySizes =
        from sizes in Gen.ListOf(Gen.Choose(0, 400), 40)
        from scale in Gen.Elements(0.001, 0.02, 0.05)
        select (double[])[0, .. sizes.Select(size => size * scale)];

    [Fact]
    public void It_is_what_Panjers_recursion_gives() =>
        Prop.ForAll(AnySizes.ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (sizes, percent) =>
        {
            var limit = (int)(sizes.Select((size, j) => j * size).Sum() * percent / 100);
            new YearlyAid(sizes).MoreThan(Units(limit)).Millionths.ShouldBeInRange(Panjer(sizes, limit) - 1, Panjer(sizes, limit) + 1);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3, 2)]
    [InlineData(40, 90)]
    [InlineData(600, 700)]
    public void It_is_what_drawing_years_gives(int aids, int limitPerAid)
    {
        double[] sizes = [0, aids * 0.5, aids * 0.3, 0, aids * 0.15, 0, 0, 0, aids * 0.05];
        var limit = limitPerAid * 2;
        const int Years = 40_000;
        var dice = new Dice(20260101);
        var above = 0;
        for (var year = 0; year < Years; year++)
        {
            var sum = 0;
            for (var time = dice.Wait(); time < aids; time += dice.Wait())
                sum += dice.Next() switch { < 0.5 => 1, < 0.8 => 2, < 0.95 => 4, _ => 8 };
            above += sum > limit ? 1 : 0;
        }

        var exact = new YearlyAid(sizes).MoreThan(Units(limit)).Millionths / 1e6;
        (above / (double)Years).ShouldBe(exact, 5 * Math.Sqrt(exact * (1 - exact) / Years) + (1.0 / Years));
    }

    [Fact]
    public void A_quantile_is_exceeded_as_often_as_said_and_the_bars_are_the_whole()
    {
        var year = new YearlyAid([0, 100, 50, 0, 0, 20]);
        foreach (var percent in new[] { 95, 50, 5, 1 })
        {
            var quantile = year.Quantile(new Chance(percent * 10_000));
            year.MoreThan(quantile).Millionths.ShouldBeLessThanOrEqualTo((percent * 10_000) + 1);
            year.MoreThan(quantile - Ladder.Least).Millionths.ShouldBeGreaterThan(percent * 10_000);
        }

        var bars = year.Bars(40);
        bars.Length.ShouldBeLessThanOrEqualTo(41);
        bars.Sum(bar => bar.Chance.Millionths).ShouldBeInRange(995_000, 1_000_000);
    }

    [Fact]
    public void A_county_of_a_million_is_reckoned_on_a_coarser_lattice_with_the_same_mean()
    {
        // 300,000 aids of 150 yuan and 3,000 of 5,000: the mean is 60 million, one deviation 286,000, a little more on the coarse lattice.
        var sizes = new double[101];
        (sizes[3], sizes[100]) = (300_000, 3000);
        var year = new YearlyAid(sizes);
        year.MoreThan(Fen.FromYuan(59_000_000)).Millionths.ShouldBeInRange(999_000, 1_000_000);
        year.MoreThan(Fen.FromYuan(60_000_000)).Millionths.ShouldBeInRange(490_000, 510_000);
        var normal = CostCurve.Tail(600_000 / Math.Sqrt((300_000 * 150.0 * 150) + (3000 * 5000.0 * 5000)));
        (year.MoreThan(Fen.FromYuan(60_600_000)).Millionths / 1e6).ShouldBe(normal, 0.002);
        year.MoreThan(Fen.FromYuan(62_000_000)).Millionths.ShouldBeLessThan(10);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.6448536269514722, 0.05)]
    [InlineData(-1.2815515655446004, 0.9)]
    [InlineData(5, 2.866515718791939e-7)]
    [InlineData(8, 6.22096057427174e-16)]
    public void The_normal_tail_is_right(double z, double tail) => CostCurve.Tail(z).ShouldBe(tail, tail * 1e-6);

    static Fen Units(int units) => new(Ladder.Least.Value * units);

    static int Panjer(double[] sizes, int limit)
    {
        var points = new double[limit + 1];
        points[0] = Math.Exp(-sizes.Sum());
        for (var i = 1; i <= limit; i++)
        {
            for (var j = 1; j <= Math.Min(i, sizes.Length - 1); j++)
                points[i] += j * sizes[j] * points[i - j] / i;
        }

        return (int)Math.Ceiling((1 - points.Sum()) * 1e6);
    }
}
