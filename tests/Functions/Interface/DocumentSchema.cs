using System.Text.Json;
using System.Text.RegularExpressions;
using Shouwang.Functions.OpenApi;

namespace Shouwang.Functions.Tests.Interface;

/// <summary>Holds JSON against a schema of the interface document, by those keywords the document uses for adjudications; any other keyword is refused, so that nothing passes unread.</summary>
internal static class DocumentSchema
{
    private static readonly JsonElement Document = Load();
    private static readonly string[] Silent = ["description", "examples", "format"];

    /// <summary>What does not agree, each with its path; empty when all does.</summary>
    public static IReadOnlyList<string> Faults(string schema, JsonElement value) =>
        [.. Check(Document.GetProperty("components").GetProperty("schemas").GetProperty(schema), value, schema)];

    private static IEnumerable<string> Check(JsonElement schema, JsonElement value, string path) =>
        schema.EnumerateObject().SelectMany(keyword => Keyword(schema, keyword, value, path));

    private static IEnumerable<string> Keyword(JsonElement schema, JsonProperty keyword, JsonElement value, string path) => keyword.Name switch
    {
        "$ref" => Faults(keyword.Value.GetString()!.Split('/')[^1], value).Select(f => $"{path}: {f}"),
        "type" => Types(keyword.Value).Contains(TypeOf(value)) || (TypeOf(value) == "integer" && Types(keyword.Value).Contains("number")) ? [] : [$"{path} is {TypeOf(value)}"],
        "enum" => keyword.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)) ? [] : [$"{path} is none of the listed words"],
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!) ? [] : [$"{path} does not fit the pattern"],
        "maxLength" => value.GetString()!.Length <= keyword.Value.GetInt32() ? [] : [$"{path} is too long"],
        "minimum" => value.GetInt64() >= keyword.Value.GetInt64() ? [] : [$"{path} is too small"],
        "maximum" => value.GetInt64() <= keyword.Value.GetInt64() ? [] : [$"{path} is too large"],
        "minItems" => value.GetArrayLength() >= keyword.Value.GetInt32() ? [] : [$"{path} has too few items"],
        "maxItems" => value.GetArrayLength() <= keyword.Value.GetInt32() ? [] : [$"{path} has too many items"],
        "oneOf" => keyword.Value.EnumerateArray().Count(one => !Check(one, value, path).Any()) == 1 ? [] : [$"{path} fits none or several of the forms"],
        "items" => value.EnumerateArray().SelectMany((item, i) => Check(keyword.Value, item, $"{path}[{i}]")),
        "required" => keyword.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path} lacks {name}"),
        "properties" => value.EnumerateObject().Where(p => keyword.Value.TryGetProperty(p.Name, out _)).SelectMany(p => Check(keyword.Value.GetProperty(p.Name), p.Value, $"{path}.{p.Name}")),
        "propertyNames" => value.EnumerateObject().Where(p => !keyword.Value.GetProperty("enum").EnumerateArray().Any(e => e.ValueEquals(p.Name))).Select(p => $"{path}.{p.Name} is not a known name"),
        "additionalProperties" => value.EnumerateObject().Where(p => !Named(schema, p.Name)).SelectMany(p => keyword.Value.ValueKind == JsonValueKind.False ? [$"{path}.{p.Name} is not in the document"] : Check(keyword.Value, p.Value, $"{path}.{p.Name}")),
        _ => Silent.Contains(keyword.Name) ? [] : throw new NotSupportedException($"{path}: this check does not know {keyword.Name}"),
    };

    private static bool Named(JsonElement schema, string name) => schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _);

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "null",
    };

    private static JsonElement Load()
    {
        using var document = JsonDocument.Parse(OpenApiEndpoint.Assemble().ToJsonString());
        return document.RootElement.Clone();
    }
}
