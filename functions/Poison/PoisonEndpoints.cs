using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Http;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Poison;

/// <summary>Queues with their messages as they lie there: a message may be in a poison queue because its encoding is broken.</summary>
internal sealed record RawQueues(QueueServiceClient Queues);

/// <summary>Messages that failed too often: how many there are, and putting them back. Their texts are keys and are not shown.</summary>
internal static class PoisonEndpoints
{
    static readonly string[] Queues = [PaperQueue.Name, TurnQueue.QueueName];

    public static void MapPoison(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/poison", GetAsync);
        app.MapPost("/api/poison/{queue}/retry", RetryAsync);
    }

    static async Task<IResult> GetAsync(RawQueues raw, CancellationToken stop)
    {
        var counts = new List<(string Name, int Count)>();
        foreach (var name in Queues)
        {
            var poison = raw.Queues.GetQueueClient(name + "-poison");
            counts.Add((name, await poison.ExistsAsync(stop) ? (await poison.GetPropertiesAsync(stop)).Value.ApproximateMessagesCount : 0));
        }

        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("queues");
            foreach (var (name, count) in counts)
                writer.WriteNumber(name, count);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    /// <summary>Sent first and deleted after: cut off in between, a message is there twice, which every handler bears.</summary>
    static async Task<IResult> RetryAsync(string queue, RawQueues raw, CancellationToken stop)
    {
        if (!Queues.Contains(queue))
            return Problem.NotFound("queue-unknown", "没有这个队列。可以写：" + string.Join("、", Queues) + "。");
        var poison = raw.Queues.GetQueueClient(queue + "-poison");
        var target = raw.Queues.GetQueueClient(queue);
        var retried = 0;
        while (await poison.ExistsAsync(stop) && (await poison.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), stop)).Value is { Length: > 0 } messages)
        {
            foreach (QueueMessage message in messages)
            {
                await target.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: stop);
                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, stop);
                retried++;
            }
        }

        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("retried", retried);
            writer.WriteEndObject();
        });
    }
}
