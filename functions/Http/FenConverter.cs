using System.Text.Json;
using System.Text.Json.Serialization;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Http;

/// <summary>Amounts as the interface writes them: "12345.67".</summary>
internal sealed class FenConverter : JsonConverter<Fen>
{
    public override Fen Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Fen.TryParse(reader.GetString(), out var amount) ? amount : throw new JsonException("Not an amount in yuan.");

    public override void Write(Utf8JsonWriter writer, Fen value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
