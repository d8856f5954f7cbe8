using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class SharesTests
{
    [Fact]
    public void Shares_never_exceed_the_whole_and_keep_the_order_of_the_points() =>
        Prop.ForAll(ArbMap.Default.ArbFor<short[]>().Filter(p => p.Length > 0), points =>
        {
            var shares = Shares.Of([.. points.Select(p => (int)p)], 9);
            return shares.Sum(s => s.Value) <= 10_000
                && points.Zip(shares).OrderBy(p => p.First).Select(p => p.Second.Value).SequenceEqual(shares.Select(s => s.Value).Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ten_points_more_multiply_the_odds_by_e_for_one_fragment()
    {
        var shares = Shares.Of([10, 0], 1);
        ((double)shares[0].Value / shares[1].Value).ShouldBe(Math.E, 0.05);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(4095, 63)]
    [InlineData(4096, 64)]
    public void Root_is_rounded_down(long square, int root) => Shares.Root(square).ShouldBe(root);
}
