namespace Shouwang.Functions.OpenApi;

/// <summary><c>GET /api/openapi.json</c>: the interface described for programs. The document is written by hand; a test holds it to the routes.</summary>
internal static class OpenApiEndpoint
{
    static readonly Lazy<byte[]> Document = new(Read);

    public static void MapOpenApi(this IEndpointRouteBuilder app) => app.MapGet("/api/openapi.json", () => Results.Bytes(Document.Value, "application/json"));

    static byte[] Read()
    {
        using var stream = typeof(OpenApiEndpoint).Assembly.GetManifestResourceStream("openapi.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
