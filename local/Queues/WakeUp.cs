using System.Collections.Concurrent;

namespace Shouwang.Local.Queues;

/// <summary>Tells a queue's listener that a message was just written, so that it need not wait for its next look.</summary>
sealed class WakeUp
{
    readonly ConcurrentDictionary<string, SemaphoreSlim> _bells = new(StringComparer.Ordinal);

    public void Ring(string queue)
    {
        var bell = Bell(queue);
        if (bell.CurrentCount == 0) bell.Release();
    }

    /// <summary>Waits so long, or until somebody rings.</summary>
    public Task WaitAsync(string queue, TimeSpan delay, CancellationToken stop) => Bell(queue).WaitAsync(delay, stop);

    SemaphoreSlim Bell(string queue) => _bells.GetOrAdd(queue, _ => new SemaphoreSlim(0));
}
