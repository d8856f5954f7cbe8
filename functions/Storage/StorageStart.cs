using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.Storage;

/// <summary>Sets the storage up while the process starts (备好存储), as often as it takes. A request that came before its table was there would fail.</summary>
internal sealed partial class StorageStart(Func<CancellationToken, Task> create, TimeProvider clock, ILogger log)
{
    /// <summary>Storage that cannot be reached must not hide the app: after so long it answers all the same, and its health says what is wrong.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Between one try and the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when everything is there; where it does not come, when patience has ended.</summary>
    public Task ReadyAsync(CancellationToken stop) => _ready.Task.WaitAsync(stop);

    /// <summary>Tries until it has worked or the process ends.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await using var patience = clock.CreateTimer(_ => _ready.TrySetResult(), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            while (!await TriedAsync(stop)) await Task.Delay(Pause, clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    async Task<bool> TriedAsync(CancellationToken stop)
    {
        try
        {
            await create(stop);
            _ready.TrySetResult();
            return true;
        }
        catch (Exception notYet) when (!stop.IsCancellationRequested)
        {
            NotYet(log, Failure.Describe(notYet));
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The storage is not set up yet: {Failure}")]
    static partial void NotYet(ILogger log, string failure);
}
