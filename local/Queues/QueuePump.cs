using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Shouwang.Local.App;
using Shouwang.Local.Handler;

namespace Shouwang.Local.Queues;

/// <summary>Feeds one queue's messages to its function with the host's semantics: lease and renewal, delivery count, poison queue.</summary>
sealed partial class QueuePump(QueueFunction function, QueueServiceClient storage, QueueSettings settings, Invoker invoker, WakeUp wakeUp, TimeProvider clock, ILogger log)
{
    const string PoisonSuffix = "-poison";
    const int LongestName = 63;
    static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly QueueClient _queue = storage.GetQueueClient(function.Queue);
    readonly PollingDelay _delay = new(settings.MaxPollingInterval, Random.Shared);

    public async Task RunAsync(CancellationToken stop)
    {
        var running = new List<Task>();
        try
        {
            while (true)
            {
                var batch = await ReceiveAsync(stop);
                running.RemoveAll(task => task.IsCompleted);
                if (batch.Length == 0)
                {
                    await wakeUp.WaitAsync(function.Queue, _delay.Next(), stop);
                    continue;
                }
                _delay.Reset();
                running.AddRange(batch.Select(message => ProcessAsync(message, stop)));
                while (running.Count > settings.NewBatchThreshold) running.Remove(await Task.WhenAny(running));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    async Task<QueueMessage[]> ReceiveAsync(CancellationToken stop)
    {
        try
        {
            return await _queue.ReceiveMessagesAsync(settings.BatchSize, settings.Lease, stop);
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return [];
        }
        catch (RequestFailedException refused)
        {
            NotReceived(log, function.Queue, refused.Status, refused.ErrorCode);
            return [];
        }
        catch (AggregateException unreachable) when (!stop.IsCancellationRequested && unreachable.InnerExceptions.All(e => e is RequestFailedException))
        {
            NotReceived(log, function.Queue, 0, "unreachable");
            return [];
        }
    }

    /// <summary>Never throws: what goes wrong with one message must not end the listener.</summary>
    async Task ProcessAsync(QueueMessage message, CancellationToken stop)
    {
        try
        {
            if (message.DequeueCount > settings.MaxDequeueCount)
            {
                await PutAsideAsync(message, message.PopReceipt);
                return;
            }
            using var done = new CancellationTokenSource();
            var renewal = RenewAsync(message, done.Token);
            var result = Decode(message) is { } text
                ? await invoker.InvokeAsync(function.Name, QueuePayload.Write(function, message, text, clock.GetUtcNow()), function.Outputs, stop)
                : new InvocationResult("the message is not base64 of UTF-8 text.");
            await done.CancelAsync();
            await FinishAsync(message, await renewal, result);
        }
        catch (RequestFailedException refused)
        {
            // Somebody else has the message by now, or the storage is away: the lease runs out and it is delivered again.
            NotFinished(log, function.Name, refused.Status, refused.ErrorCode);
        }
        catch (AggregateException)
        {
            NotFinished(log, function.Name, 0, "unreachable");
        }
    }

    async Task FinishAsync(QueueMessage message, string receipt, InvocationResult result)
    {
        if (result.Succeeded)
        {
            await _queue.DeleteMessageAsync(message.MessageId, receipt);
            return;
        }
        Failed(log, function.Name, message.DequeueCount, settings.MaxDequeueCount, result.Reason);
        if (message.DequeueCount >= settings.MaxDequeueCount) await PutAsideAsync(message, receipt);
        else await _queue.UpdateMessageAsync(message.MessageId, receipt, message.Body, settings.VisibilityTimeout);
    }

    /// <returns>The pop receipt that holds when the work is done.</returns>
    async Task<string> RenewAsync(QueueMessage message, CancellationToken done)
    {
        var receipt = message.PopReceipt;
        try
        {
            while (true)
            {
                await Task.Delay(settings.Lease / 2, clock, done);
                receipt = (await _queue.UpdateMessageAsync(message.MessageId, receipt, message.Body, settings.Lease, CancellationToken.None)).Value.PopReceipt;
                Renewed(log, function.Name);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or RequestFailedException)
        {
            return receipt;
        }
    }

    /// <summary>Moves the message to the poison queue, where a person can look at it. A poison queue has none of its own.</summary>
    async Task PutAsideAsync(QueueMessage message, string receipt)
    {
        var name = function.Queue + PoisonSuffix;
        if (function.Queue.EndsWith(PoisonSuffix, StringComparison.Ordinal) || name.Length > LongestName) return;
        var poison = storage.GetQueueClient(name);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body);
        await _queue.DeleteMessageAsync(message.MessageId, receipt);
        Poisoned(log, function.Name, name);
        wakeUp.Ring(name);
    }

    string? Decode(QueueMessage message)
    {
        if (!settings.Base64) return message.Body.ToString();
        try
        {
            return s_strictUtf8.GetString(Convert.FromBase64String(message.Body.ToString()));
        }
        catch (Exception broken) when (broken is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Function}: delivery {Delivery} of {Most} failed: {Reason}")]
    static partial void Failed(ILogger log, string function, long delivery, int most, string reason);

    [LoggerMessage(LogLevel.Error, "{Function}: a message went to {Queue} after its last delivery.")]
    static partial void Poisoned(ILogger log, string function, string queue);

    [LoggerMessage(LogLevel.Information, "{Function}: a message's lease was renewed.")]
    static partial void Renewed(ILogger log, string function);

    [LoggerMessage(LogLevel.Warning, "{Function}: a message could not be finished, it will be delivered again: {Status} {ErrorCode}")]
    static partial void NotFinished(ILogger log, string function, int status, string? errorCode);

    [LoggerMessage(LogLevel.Warning, "{Queue} could not be looked into: {Status} {ErrorCode}")]
    static partial void NotReceived(ILogger log, string queue, int status, string? errorCode);
}
