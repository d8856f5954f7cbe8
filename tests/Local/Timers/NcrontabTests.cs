using Shouwang.Local.Timers;

namespace Shouwang.Local.Tests.Timers;

public sealed class NcrontabTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-03-01T09:30:00Z", "2026-03-01T09:35:00Z")]
    [InlineData("0 */5 * * * *", "2026-03-01T09:34:59Z", "2026-03-01T09:35:00Z")]
    [InlineData("30 * * * * *", "2026-03-01T09:30:15Z", "2026-03-01T09:30:30Z")]
    [InlineData("0 0 2 * * *", "2026-03-01T02:00:00Z", "2026-03-02T02:00:00Z")]
    [InlineData("0 0 0 1 1 *", "2026-03-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("0 30 9 * * mon-fri", "2026-03-06T10:00:00Z", "2026-03-09T09:30:00Z")]
    [InlineData("0 0 12 29 feb *", "2026-03-01T00:00:00Z", "2028-02-29T12:00:00Z")]
    [InlineData("0 0 0 13 * 5", "2026-03-14T00:00:00Z", "2026-11-13T00:00:00Z")]
    [InlineData("10,20 1-3 8-10/2 * * *", "2026-03-01T08:03:20Z", "2026-03-01T10:01:10Z")]
    [InlineData("0 50/5 23 31 12 *", "2026-12-31T23:55:00Z", "2027-12-31T23:50:00Z")]
    [InlineData("* * * * * *", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z")]
    public void The_next_time_matches_every_field(string schedule, string after, string next) =>
        Ncrontab.Parse(schedule).Next(DateTimeOffset.Parse(after)).ShouldBe(DateTimeOffset.Parse(next));

    [Fact]
    public void Parts_of_a_second_round_up() =>
        Ncrontab.Parse("* * * * * *").Next(new DateTimeOffset(2026, 3, 1, 9, 0, 0, 500, TimeSpan.Zero)).ShouldBe(new DateTimeOffset(2026, 3, 1, 9, 0, 1, TimeSpan.Zero));

    [Fact]
    public void A_day_that_never_comes_has_no_next() => Ncrontab.Parse("0 0 0 30 2 *").Next(DateTimeOffset.UnixEpoch).ShouldBeNull();

    [Theory]
    [InlineData("*/5 * * * *"), InlineData("60 * * * * *"), InlineData("* * 24 * * *"), InlineData("* * * 0 * *"), InlineData("* * * * 13 *"), InlineData("* * * * * 7")]
    [InlineData("5-1 * * * * *"), InlineData("*/0 * * * * *"), InlineData("a * * * * *"), InlineData("1- * * * * *"), InlineData("1/2/3 * * * * *"), InlineData("00:05:00"), InlineData("")]
    public void What_is_no_schedule_is_refused(string schedule) => Should.Throw<FormatException>(() => Ncrontab.Parse(schedule));
}
