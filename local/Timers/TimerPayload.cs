using System.Buffers;
using System.Text.Json;
using Shouwang.Local.App;
using Shouwang.Local.Handler;

namespace Shouwang.Local.Timers;

/// <summary>A tick as the host posts it.</summary>
static class TimerPayload
{
    public static ReadOnlyMemory<byte> Write(TimerFunction function, TimerStatus? status, bool isPastDue, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject("Data");
        json.WriteStartObject(function.Binding);
        json.WriteStartObject("Schedule");
        json.WriteBoolean("AdjustForDST", true);
        json.WriteEndObject();
        json.WritePropertyName("ScheduleStatus");
        if (status is null) json.WriteNullValue();
        else JsonSerializer.Serialize(json, status, TimerJson.Default.TimerStatus);
        json.WriteBoolean("IsPastDue", isPastDue);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("Metadata");
        InvocationSys.Write(json, function.Name, now);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
