using System.Text.Json;

namespace Shouwang.Functions.CustomHandler;

/// <summary>What the Functions host posts for a trigger other than HTTP: <c>{"Data":{"item":…},"Metadata":{…}}</c>.</summary>
static class TriggerPayload
{
    /// <summary>The one input binding's value, whatever function.json calls it.</summary>
    /// <exception cref="FormatException">There is no such value.</exception>
    public static JsonElement Data(JsonElement payload)
    {
        var data = Member(payload, "Data");
        if (data is not { ValueKind: JsonValueKind.Object }) throw new FormatException("The payload has no Data object.");
        foreach (var input in data.Value.EnumerateObject()) return input.Value;
        throw new FormatException("The payload's Data has no input binding.");
    }

    public static JsonElement? Metadata(JsonElement payload, string name) =>
        Member(payload, "Metadata") is { } metadata ? Member(metadata, name) : null;

    /// <summary>Text as the sender wrote it: the host encodes a string twice, older hosts and tests once.</summary>
    public static string Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return value.GetRawText();
        var text = value.GetString()!;
        if (text is not ['"', .., '"']) return text;
        try
        {
            using var inner = JsonDocument.Parse(text);
            return inner.RootElement.GetString()!;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    public static JsonElement? Member(JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in value.EnumerateObject())
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return member.Value;
        return null;
    }
}
