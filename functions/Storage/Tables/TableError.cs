using System.Text.Json;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>The service's own words about a refusal: <c>{"odata.error":{"code":"…","message":{"value":"…"}}}</c>.</summary>
sealed record TableError(string? Code, string? Message)
{
    public static string Sentence(string what, string table, int status, TableError? error) =>
        $"The Table service answered {status} {error?.Code} to {what} on table {table}.";

    public static TableError? Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) return null;
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("odata.error", out var error)) return null;
            var code = error.TryGetProperty("code", out var c) ? c.GetString() : null;
            var text = error.TryGetProperty("message", out var m) && m.TryGetProperty("value", out var v) ? v.GetString() : null;
            return new(code, text);
        }
        catch (Exception notOurs) when (notOurs is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
