using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Health;

/// <summary><c>GET /api/health</c>: 200 when every part is ready, else 503 with which is not.</summary>
internal static class HealthEndpoint
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapGet("/api/health", GetAsync).OpenToAll();

    static async Task<IResult> GetAsync(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables, Settings settings, IHttpClientFactory http, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        (string Name, Task<bool> Ready)[] parts =
        [
            ("blobs", IsReadyAsync(() => blobs.GetBlobContainerClient(Storage.Originals.Container).ExistsAsync(patience.Token))),
            ("queues", IsReadyAsync(() => queues.GetQueueClient(Papers.PaperQueue.Name).ExistsAsync(patience.Token))),
            ("tables", IsReadyAsync(() => tables.GetTableClient(Villages.VillageStore.Table).GetEntityIfExistsAsync("none", "none", patience.Token))),
            ("recogniser", IsReadyAsync(() => http.CreateClient().GetAsync(settings.RecognizerEndpoint, patience.Token))),
            ("policies", Task.FromResult(PolicyLibrary.Shipped.Places.Count > 0)),
            ("diseases", Task.FromResult(DiseaseCatalogue.Default.Entries.Count > 0)),
        ];
        await Task.WhenAll(parts.Select(part => part.Ready));
        var ready = parts.All(part => part.Ready.Result);
        return JsonText.Answer(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("status", ready ? "ready" : "not-ready");
                writer.WriteStartObject("parts");
                foreach (var (name, part) in parts)
                    writer.WriteString(name, part.Result ? "ready" : "not-ready");
                writer.WriteEndObject();
                writer.WriteEndObject();
            },
            ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A part that answers at all is ready: an unauthorised recogniser root is a recogniser.</summary>
    static async Task<bool> IsReadyAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (Exception failure) when (failure is RequestFailedException or HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
