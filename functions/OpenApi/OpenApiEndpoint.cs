using System.Text.Json.Nodes;
using Shouwang.Functions.Security;

namespace Shouwang.Functions.OpenApi;

/// <summary><c>GET /api/openapi.json</c>: the interface described for programs. Written by hand, a piece beside each part that it describes; a test holds it to the routes.</summary>
internal static class OpenApiEndpoint
{
    /// <summary>The document before the parts' pieces are in it.</summary>
    const string Frame = "openapi/OpenApi";

    static readonly Lazy<byte[]> Document = new(() => System.Text.Encoding.UTF8.GetBytes(Assemble().ToJsonString()));

    public static void MapOpenApi(this IEndpointRouteBuilder app) => app.MapGet("/api/openapi.json", () => Results.Bytes(Document.Value, "application/json")).OpenToAll();

    /// <summary>The whole document: the frame with every part's paths and schemas.</summary>
    internal static JsonObject Assemble()
    {
        var whole = Read(Frame);
        var schemas = whole["components"]!["schemas"]!.AsObject();
        foreach (var name in typeof(OpenApiEndpoint).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("openapi/", StringComparison.Ordinal) && name != Frame).Order(StringComparer.Ordinal))
        {
            var part = Read(name);
            Move(part["paths"], whole["paths"]!.AsObject());
            Move(part["schemas"], schemas);
        }

        return whole;
    }

    static void Move(JsonNode? from, JsonObject to)
    {
        foreach (var (name, value) in from?.AsObject().ToList() ?? [])
        {
            from!.AsObject().Remove(name);
            to.Add(name, value);
        }
    }

    static JsonObject Read(string name)
    {
        using var stream = typeof(OpenApiEndpoint).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
