using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Shouwang.Bench.Road;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Bench.Conversations;

/// <summary>What storage takes by itself (存储底线): as many at once, each one row and one queue message, or one photo, and nothing else.</summary>
static class Floor
{
    public static async Task<(Figures Message, Figures Photo)> MeasureAsync(string connection, int people, int rounds, byte[] photo)
    {
        var table = new TableServiceClient(connection, new TableClientOptions()).GetTableClient("Floor");
        var queue = new QueueServiceClient(connection).GetQueueClient("floor");
        var container = new BlobServiceClient(connection).GetBlobContainerClient("floor");
        await table.CreateIfNotExistsAsync();
        await queue.CreateIfNotExistsAsync();
        await container.CreateIfNotExistsAsync();
        var messages = new List<double>();
        for (var round = 0; round < rounds; round++)
            messages.AddRange(await Task.WhenAll(Enumerable.Range(0, people).Select(n => TimedAsync(async () =>
            {
                await queue.SendMessageAsync("x");
                await table.AddEntityAsync(new TableEntity($"p{n}", $"r{round}") { { "Json", new string('x', 500) } });
            }))));
        var photos = await Task.WhenAll(Enumerable.Range(0, people).Select(n => TimedAsync(() => container.UploadBlobAsync($"b{n}", new BinaryData(photo)))));
        return (new([.. messages]), new([.. photos]));
    }

    static async Task<double> TimedAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
