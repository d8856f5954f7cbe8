namespace Shouwang.Functions.Conversations;

/// <summary>Lets acknowledgements go before turns (先收后答): turns are few at a time and wait, for a while, until nobody waits for an acknowledgement.</summary>
internal sealed class AcknowledgementsFirst : IDisposable
{
    /// <summary>However many still send, a turn is taken in the end.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);

    readonly SemaphoreSlim _turns = new(4 * Math.Max(2, Environment.ProcessorCount));
    readonly Lock _gate = new();
    TaskCompletionSource _quiet = Done();
    int _waiting;

    /// <summary>Somebody waits for an acknowledgement until this is disposed of.</summary>
    public IDisposable Acknowledging()
    {
        lock (_gate)
        {
            if (_waiting++ == 0) _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return new Acknowledgement(this);
    }

    /// <summary>Does work that nobody waits for at the other end of a wire.</summary>
    public async Task ThenAsync(Func<Task> work)
    {
        if (Quiet() is { IsCompleted: false } quiet) await Task.WhenAny(quiet, Task.Delay(LongestWait));
        await _turns.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    Task Quiet()
    {
        lock (_gate) return _quiet.Task;
    }

    void Acknowledged()
    {
        lock (_gate)
        {
            if (--_waiting == 0) _quiet.SetResult();
        }
    }

    static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    sealed class Acknowledgement(AcknowledgementsFirst of) : IDisposable
    {
        int _over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0) of.Acknowledged();
        }
    }
}
