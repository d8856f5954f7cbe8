using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shouwang.Recognizer.Protocol;

[JsonSerializable(typeof(AnalyzeOperationBody))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(LookBody))]
sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Chinese stays Chinese instead of \u escapes; the answers are never put into HTML.</summary>
    public static WireJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <summary>Whether the models are loaded, and what waits.</summary>
sealed record HealthBody(string Status, int Waiting);
