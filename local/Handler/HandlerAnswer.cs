using System.Text;
using System.Text.Json;

namespace Shouwang.Local.Handler;

/// <summary>What a handler's answer puts into queues, with the host's conversions, the surprising ones included.</summary>
static class HandlerAnswer
{
    const string Return = "$return";

    /// <returns>Queue and message bytes, in the order of the answer. Unknown output names are passed over, as the host does.</returns>
    public static IReadOnlyList<(string Queue, byte[] Message)> Outputs(JsonElement answer, IReadOnlyDictionary<string, string> queues)
    {
        var written = new List<(string, byte[])>();
        if (Member(answer, "Outputs") is { ValueKind: JsonValueKind.Object } outputs) Spread(outputs);
        if (Member(answer, "ReturnValue") is { } value && value.ValueKind != JsonValueKind.Null)
        {
            if (queues.TryGetValue(Return, out var queue)) Write(queue, value);
            else if (value.ValueKind == JsonValueKind.Object) Spread(value);
        }
        return written;

        void Spread(JsonElement named)
        {
            foreach (var output in named.EnumerateObject())
                if (queues.TryGetValue(output.Name, out var queue)) Write(queue, output.Value);
        }

        void Write(string queue, JsonElement value) => written.AddRange(Messages(value).Select(message => (queue, message)));
    }

    static byte[][] Messages(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return [];
        if (value.ValueKind == JsonValueKind.Array) return [.. value.EnumerateArray().Select(Message)];
        if (value.ValueKind != JsonValueKind.String) return [Message(value)];
        var text = value.GetString()!;
        var bytes = new byte[text.Length];
        // The host decodes every string that happens to be base64: "abcd" arrives as three bytes.
        if (Convert.TryFromBase64String(text, bytes, out var length)) return [bytes[..length]];
        return Split(text) ?? [Message(value)];
    }

    /// <summary>A string with a JSON array in it becomes several messages.</summary>
    static byte[][]? Split(string text)
    {
        if (text.AsSpan().Trim() is not ['[', .., ']']) return null;
        try
        {
            using var array = JsonDocument.Parse(text);
            return [.. array.RootElement.EnumerateArray().Select(Message)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static byte[] Message(JsonElement value) => Encoding.UTF8.GetBytes(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());

    static JsonElement? Member(JsonElement value, string name)
    {
        foreach (var member in value.EnumerateObject())
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return member.Value;
        return null;
    }
}
