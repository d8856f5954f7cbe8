using System.Text.Json;

namespace Shouwang.Functions.CustomHandler;

/// <summary>A timer's tick (定时器) as it reaches a function.</summary>
/// <param name="IsPastDue">The tick comes late: the host was not running when it was due.</param>
/// <param name="Last">The tick before this one; null when the host remembers none.</param>
public sealed record TimerTrigger(bool IsPastDue, DateTimeOffset? Last)
{
    /// <exception cref="FormatException">The payload is not a timer trigger's.</exception>
    public static TimerTrigger Read(JsonElement payload)
    {
        var timer = TriggerPayload.Data(payload);
        if (timer.ValueKind != JsonValueKind.Object) throw new FormatException("The payload's timer is not an object.");
        var status = TriggerPayload.Member(timer, "ScheduleStatus") ?? default;
        var last = TriggerPayload.Member(status, "Last") is { ValueKind: JsonValueKind.String } text && text.TryGetDateTimeOffset(out var time) ? time : (DateTimeOffset?)null;
        // A schedule that never ran has the year 1 here.
        return new(TriggerPayload.Member(timer, "IsPastDue") is { ValueKind: JsonValueKind.True }, last is { Year: > 1 } ? last : null);
    }
}
