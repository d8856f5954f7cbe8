using Shouwang.Local.App;
using Shouwang.Local.Handler;

namespace Shouwang.Local.Timers;

/// <summary>Runs one timer function when it is due: never twice at a time, and once, late, for the ticks that were missed.</summary>
sealed partial class TimerPump(TimerFunction function, string statusFile, Invoker invoker, TimeProvider clock, ILogger log)
{
    // Task.Delay takes no longer wait than 49 days, and a laptop that slept should look at the clock again.
    static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken stop)
    {
        var runNow = function.RunOnStartup;
        while (!stop.IsCancellationRequested)
        {
            var status = TimerStatus.Load(statusFile);
            var now = clock.GetUtcNow();
            var pastDue = status is not null && status.Next < now;
            if (runNow || pastDue)
            {
                await TickAsync(status, pastDue, stop);
                runNow = false;
                continue;
            }
            if ((status?.Next ?? function.Schedule.Next(now)) is not { } next) return;
            while ((now = clock.GetUtcNow()) < next) await Task.Delay(next - now < s_longest ? next - now : s_longest, clock, stop);
            await TickAsync(status, pastDue: false, stop);
        }
    }

    async Task TickAsync(TimerStatus? status, bool pastDue, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var result = await invoker.InvokeAsync(function.Name, TimerPayload.Write(function, status, pastDue, now), function.Outputs, stop);
        if (!result.Succeeded) Failed(log, function.Name, result.Reason);
        // A failed tick is not repeated: the next one comes.
        new TimerStatus(now, function.Schedule.Next(now) ?? DateTimeOffset.MaxValue, now).Save(statusFile);
    }

    [LoggerMessage(LogLevel.Error, "{Function}: the tick failed: {Reason}")]
    static partial void Failed(ILogger log, string function, string reason);
}
