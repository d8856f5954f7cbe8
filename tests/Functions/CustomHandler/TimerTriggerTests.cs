using System.Text.Json;
using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.Tests.CustomHandler;

public sealed class TimerTriggerTests
{
    [Fact]
    public void A_late_tick_says_so() =>
        Read(Payloads.Timer).ShouldBe(new TimerTrigger(IsPastDue: true, new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("""{"Data":{"timer":{"Schedule":{},"ScheduleStatus":null,"IsPastDue":false}}}""")]
    [InlineData("""{"Data":{"timer":{"ScheduleStatus":{"Last":"0001-01-01T00:00:00"}}}}""")]
    [InlineData("""{"Data":{"timer":{}}}""")]
    public void The_first_tick_has_none_before_it(string payload) => Read(payload).ShouldBe(new TimerTrigger(IsPastDue: false, Last: null));

    [Fact]
    public void Anything_else_is_refused() => Should.Throw<FormatException>(() => Read("""{"Data":{"timer":"now"}}"""));

    static TimerTrigger Read(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return TimerTrigger.Read(json.RootElement);
    }
}
