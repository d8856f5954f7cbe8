using System.Text.Json;
using Shouwang.Local.Tests.Support;

namespace Shouwang.Local.Tests.Timers;

public sealed class TimerPumpTests
{
    [Fact]
    public async Task Ticks_missed_while_nothing_ran_come_once_and_late()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(Path.Combine(scratch.Folder, "timers"));
        var status = Path.Combine(scratch.Folder, "timers", "Tick.json");
        await File.WriteAllTextAsync(status, """{"Last":"2020-01-01T00:00:00Z","Next":"2021-01-01T00:00:00Z","LastUpdated":"2020-01-01T00:00:00Z"}""");

        await using (await LocalSystem.StartAsync(scratch.Options()))
        {
            await Eventually.Holds(() => Saved().Last.Year > 2020, "the saved status");
        }
        await using (await LocalSystem.StartAsync(scratch.Options()))
        {
        }

        var timer = scratch.Called().ShouldHaveSingleItem().GetProperty("payload").GetProperty("Data").GetProperty("timer");
        timer.GetProperty("IsPastDue").GetBoolean().ShouldBeTrue();
        timer.GetProperty("ScheduleStatus").GetProperty("Last").GetDateTimeOffset().Year.ShouldBe(2020);
        Saved().Next.ShouldBe(new DateTimeOffset(Saved().Last.Year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero));

        (DateTimeOffset Last, DateTimeOffset Next) Saved()
        {
            using var json = JsonDocument.Parse(File.ReadAllText(status));
            return (json.RootElement.GetProperty("Last").GetDateTimeOffset(), json.RootElement.GetProperty("Next").GetDateTimeOffset());
        }
    }
}
