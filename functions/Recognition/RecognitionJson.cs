using System.Text.Json.Serialization;

namespace Shouwang.Functions.Recognition;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnalyzeOperationBody))]
[JsonSerializable(typeof(AnalyzeResult))]
[JsonSerializable(typeof(ErrorBody))]
sealed partial class RecognitionJson : JsonSerializerContext;

/// <summary>What a poll answers.</summary>
sealed record AnalyzeOperationBody(string? Status, AnalyzeResult? AnalyzeResult, ServiceError? Error);
