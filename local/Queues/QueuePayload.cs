using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Shouwang.Local.App;
using Shouwang.Local.Handler;

namespace Shouwang.Local.Queues;

/// <summary>A queue message as the host posts it: text encoded twice, metadata overwritten by a JSON message's own properties.</summary>
static class QueuePayload
{
    const string Time = "yyyy-MM-ddTHH:mm:sszzz";
    static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(QueueFunction function, QueueMessage message, string text, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject("Data");
        json.WriteString(function.Binding, Quote(text));
        json.WriteEndObject();
        json.WriteStartObject("Metadata");
        foreach (var (name, value) in Metadata(message, text))
        {
            json.WritePropertyName(name);
            if (value is JsonElement nested) nested.WriteTo(json);
            else json.WriteStringValue((string)value);
        }
        InvocationSys.Write(json, function.Name, now);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    static Dictionary<string, object> Metadata(QueueMessage message, string text)
    {
        var metadata = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase)
        {
            ["DequeueCount"] = $"{message.DequeueCount}",
            ["ExpirationTime"] = message.ExpiresOn?.ToString(Time) ?? "",
            ["Id"] = Quote(message.MessageId),
            ["InsertionTime"] = message.InsertedOn?.ToString(Time) ?? "",
            ["NextVisibleTime"] = message.NextVisibleOn?.ToString(Time) ?? "",
            ["PopReceipt"] = Quote(message.PopReceipt),
        };
        foreach (var property in Properties(text))
        {
            if (property.Name.EndsWith("trigger", StringComparison.OrdinalIgnoreCase)) continue;
            if (Value(property.Value) is { } value) metadata[property.Name] = value;
        }
        return metadata;
    }

    static JsonProperty[] Properties(string text)
    {
        if (text.AsSpan().Trim() is not ['{', .., '}']) return [];
        try
        {
            return [.. JsonElement.Parse(text).EnumerateObject()];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value,
        JsonValueKind.String => Quote(value.GetString()!),
        JsonValueKind.Number => Quote(value.GetRawText()),
        JsonValueKind.True => Quote("True"),
        JsonValueKind.False => Quote("False"),
        _ => null,
    };

    static string Quote(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_plain)) json.WriteStringValue(text);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
