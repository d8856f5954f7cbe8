using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Shouwang.Shared.Policies;

/// <summary>The one JSON form of figures (数值的存储格式), in compiled law and in snapshots.</summary>
internal static class FigureJson
{
    public static ImmutableArray<Status> ReadStatuses(JsonElement array) =>
        [.. array.EnumerateArray().Select(s => new Status(
            s.GetProperty("name").GetString()!,
            s.GetProperty("chinese").GetString()!,
            s.TryGetProperty("underAge", out var age) ? age.GetInt32() : null))];

    public static PlaceOnFile ReadPlace(JsonElement place)
    {
        var code = place.GetProperty("code").GetString()!;
        return new PlaceOnFile(
            code,
            place.GetProperty("name").GetString()!,
            place.GetProperty("verified").GetString()!,
            ReadVerified(place),
            Text(place, "gaps"),
            [.. place.GetProperty("figures").EnumerateArray().Select(f => Read(f, code))]);
    }

    public static ImmutableSortedDictionary<string, string> ReadVerified(JsonElement place) =>
        place.TryGetProperty("layersVerified", out var layers)
            ? layers.EnumerateObject().ToImmutableSortedDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty;

    public static Figure Read(JsonElement figure, string? place = null) => new(
        figure.GetProperty("path").GetString()!,
        place ?? figure.GetProperty("place").GetString()!,
        Text(figure, "scheme"),
        Day(Text(figure, "from")!),
        Text(figure, "to") is { } to ? Day(to) : null,
        figure.TryGetProperty("delegated", out var delegated) && delegated.GetBoolean(),
        Text(figure, "cite")!,
        Text(figure, "missing"),
        figure.TryGetProperty("value", out var value) ? value.Clone() : default);

    public static void Write(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        json.WriteString("path", figure.Path);
        json.WriteString("place", figure.Place);
        if (figure.Scheme is not null)
            json.WriteString("scheme", figure.Scheme);
        json.WriteString("from", Day(figure.From));
        if (figure.To is { } to)
            json.WriteString("to", Day(to));
        if (figure.Delegated)
            json.WriteBoolean("delegated", true);
        json.WriteString("cite", figure.Cite);
        if (figure.Missing is not null)
            json.WriteString("missing", figure.Missing);
        if (figure.Value.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName("value");
            figure.Value.WriteTo(json);
        }
        json.WriteEndObject();
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
