using Shouwang.Local.Queues;

namespace Shouwang.Local.Tests.Queues;

public sealed class PollingDelayTests
{
    [Fact]
    public void It_grows_about_twofold_up_to_the_most_and_starts_over_after_a_message()
    {
        var delay = new PollingDelay(TimeSpan.FromSeconds(2), new NoJitter());

        Milliseconds(8).ShouldBe([100, 200, 300, 500, 900, 1700, 2000, 2000]);
        delay.Reset();
        Milliseconds(2).ShouldBe([100, 200]);

        double[] Milliseconds(int times) => [.. Enumerable.Range(0, times).Select(_ => delay.Next().TotalMilliseconds)];
    }

    [Fact]
    public void Jitter_moves_it_by_a_fifth_at_most()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var delay = new PollingDelay(TimeSpan.FromMinutes(1), new Random(seed));
            delay.Next();
            delay.Next().TotalMilliseconds.ShouldBeInRange(180, 220);
        }
    }

    sealed class NoJitter : Random
    {
        public override double NextDouble() => 0.5;
    }
}
