using System.Text.Json;

namespace Shouwang.Functions.CustomHandler;

/// <summary>A queue message (队列消息) as it reaches a function.</summary>
/// <param name="Message">The text that was put into the queue.</param>
/// <param name="DequeueCount">How often the message has been delivered, this time included; null where the host does not say or the message itself hides it.</param>
/// <remarks>Id and pop receipt are left out on purpose: the host lets properties of a JSON message overwrite them.</remarks>
public sealed record QueueTrigger(string Message, int? DequeueCount)
{
    const string Count = "DequeueCount";

    /// <exception cref="FormatException">The payload is not a queue trigger's.</exception>
    public static QueueTrigger Read(JsonElement payload)
    {
        var message = TriggerPayload.Text(TriggerPayload.Data(payload));
        return new(message, HidesCount(message) ? null : ReadCount(payload));
    }

    static int? ReadCount(JsonElement payload) =>
        TriggerPayload.Metadata(payload, Count) is { } count && int.TryParse(TriggerPayload.Text(count), out var number) ? number : null;

    static bool HidesCount(string message)
    {
        if (message.AsSpan().TrimStart() is not ['{', ..]) return false;
        try
        {
            using var json = JsonDocument.Parse(message);
            return TriggerPayload.Member(json.RootElement, Count) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
