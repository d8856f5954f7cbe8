using Microsoft.AspNetCore.Http;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>Tells what the app writes for a claim from what it reads, and from setting up its storage at every start.</summary>
static class StorageWrites
{
    public static bool Is(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !IsSetUp(request);

    static bool IsSetUp(HttpRequest request)
    {
        // /account/name: a container, a queue, or the list of tables.
        string[] parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return request.Query["restype"] == "container" || parts is [_, "Tables"] || (parts.Length == 2 && HttpMethods.IsPut(request.Method) && !parts[1].Contains('(', StringComparison.Ordinal));
    }
}
