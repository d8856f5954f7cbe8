using System.Text;
using Azure.Storage.Queues;
using Shouwang.Local.Queues;

namespace Shouwang.Local.Handler;

/// <summary>Writes a handler's outputs to queues and wakes whoever listens to them.</summary>
sealed class OutputQueues(QueueServiceClient storage, bool base64, WakeUp wakeUp)
{
    public async Task WriteAsync(IReadOnlyList<(string Queue, byte[] Message)> outputs, CancellationToken stop)
    {
        foreach (var (name, message) in outputs)
        {
            var queue = storage.GetQueueClient(name);
            await queue.CreateIfNotExistsAsync(cancellationToken: stop);
            await queue.SendMessageAsync(base64 ? Convert.ToBase64String(message) : Encoding.UTF8.GetString(message), stop);
            wakeUp.Ring(name);
        }
    }
}
