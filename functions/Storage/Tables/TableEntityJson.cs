using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>A row as OData JSON, with <c>name@odata.type</c> where JSON itself does not say the type.</summary>
static class TableEntityJson
{
    const string TypeSuffix = "@odata.type";

    // Chinese stays Chinese: a third of the bytes, and rows have a size limit.
    static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        TableKey.Check(entity.PartitionKey, "partition key");
        TableKey.Check(entity.RowKey, "row key");
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", entity.PartitionKey);
            json.WriteString("RowKey", entity.RowKey);
            foreach (var (name, value) in entity) WriteProperty(json, name, value);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity(json.GetProperty("PartitionKey").GetString()!, json.GetProperty("RowKey").GetString()!);
        foreach (var property in json.EnumerateObject())
        {
            if (property.NameEquals("odata.etag")) entity.ETag = new ETag(property.Value.GetString()!);
            else if (property.NameEquals("Timestamp")) entity.Timestamp = property.Value.GetDateTimeOffset();
            else if (IsValue(property.Name)) entity[property.Name] = ReadValue(json, property);
        }
        return entity;
    }

    static bool IsValue(string name) =>
        name is not ("PartitionKey" or "RowKey")
        && !name.StartsWith("odata.", StringComparison.Ordinal)
        && !name.EndsWith(TypeSuffix, StringComparison.Ordinal);

    static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: json.WriteString(name, text); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: Typed("Edm.Int64"); json.WriteString(name, number.ToString()); break;
            case double number when double.IsFinite(number): Typed("Edm.Double"); json.WriteNumber(name, number); break;
            case double number: Typed("Edm.Double"); json.WriteString(name, double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity"); break;
            case DateTimeOffset time: Typed("Edm.DateTime"); json.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ")); break;
            case Guid id: Typed("Edm.Guid"); json.WriteString(name, id); break;
            case byte[] bytes: Typed("Edm.Binary"); json.WriteBase64String(name, bytes); break;
            default: throw new NotSupportedException($"{name}: the Table service has no type for {value.GetType().Name}.");
        }

        void Typed(string type) => json.WriteString(name + TypeSuffix, type);
    }

    static object? ReadValue(JsonElement entity, JsonProperty property)
    {
        var value = property.Value;
        var type = entity.TryGetProperty(property.Name + TypeSuffix, out var named) ? named.GetString() : null;
        return (type, value.ValueKind) switch
        {
            ("Edm.Int64", _) => long.Parse(value.GetString()!),
            ("Edm.DateTime", _) => value.GetDateTimeOffset(),
            ("Edm.Guid", _) => value.GetGuid(),
            ("Edm.Binary", _) => value.GetBytesFromBase64(),
            ("Edm.Double", JsonValueKind.String) => ReadDouble(value.GetString()!),
            ("Edm.Double", _) => value.GetDouble(),
            (_, JsonValueKind.String) => value.GetString(),
            (_, JsonValueKind.True) => true,
            (_, JsonValueKind.False) => false,
            (_, JsonValueKind.Number) => value.TryGetInt32(out var whole) ? whole : (object)value.GetDouble(),
            _ => null,
        };
    }

    static double ReadDouble(string text) => text switch
    {
        "INF" => double.PositiveInfinity,
        "-INF" => double.NegativeInfinity,
        _ => double.Parse(text),
    };
}
