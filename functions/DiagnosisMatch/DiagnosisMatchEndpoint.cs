using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Functions.DiagnosisMatch;

/// <summary><c>POST /api/diagnoses/match</c>: a diagnosis as a clinician wrote it in, catalogue entries out, best first.</summary>
internal static class DiagnosisMatchEndpoint
{
    public static void MapDiagnosisMatch(this IEndpointRouteBuilder app) => app.MapPost("/api/diagnoses/match", PostAsync).Allow(Role.Officer, Role.Checker);

    static async Task<IResult> PostAsync(HttpRequest request, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(request, stop);
        var answer = DiagnosisMatcher.Default.Match(body.Text("text", 1000), most: 5);
        return JsonText.Answer(writer => Write(writer, answer));
    }

    static void Write(Utf8JsonWriter writer, DiagnosisAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("main", answer.Main);
        writer.WriteBoolean("sure", answer.Sure);
        writer.WriteStartArray("matches");
        foreach (var match in answer.Matches)
        {
            writer.WriteStartObject();
            writer.WriteString("entry", match.Entry.Code);
            writer.WriteString("name", match.Entry.Name);
            writer.WriteBoolean("serious", match.Entry.Serious);
            Strings(writer, "icd10", match.Entry.Icd10);
            writer.WriteNumber("score", match.Score.Value / 10_000m);
            Strings(writer, "reasons", match.Reasons);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("operations");
        foreach (var operation in answer.Operations)
        {
            writer.WriteStartObject();
            writer.WriteString("code", operation.Code);
            writer.WriteString("name", operation.Name);
            writer.WriteBoolean("sure", operation.Sure);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void Strings(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
