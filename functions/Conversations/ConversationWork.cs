using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.Conversations;

/// <summary>Work on conversations that goes on after the answer (后台工作): in order for each conversation. A process that is asked to stop waits for it; should it die, a ticket in the queue stands for what is left.</summary>
internal sealed partial class ConversationWork(ILogger<ConversationWork> log) : IHostedService
{
    readonly Dictionary<string, Task> _last = new(StringComparer.Ordinal);
    readonly Lock _gate = new();

    /// <summary>Does the work after what was given for the same lane before.</summary>
    /// <returns>Done when the work is; a failure is logged and does not show.</returns>
    public Task Run(string lane, Func<Task> work)
    {
        lock (_gate)
        {
            var mine = AfterAsync(_last.GetValueOrDefault(lane, Task.CompletedTask), lane, work);
            _last[lane] = mine;
            _ = mine.ContinueWith(_ => Leave(lane, mine), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return mine;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => SettleAsync(cancellationToken);

    /// <summary>What is going on may give more work: waits until there is none.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (Going() is { Length: > 0 } going) await Task.WhenAll(going).WaitAsync(cancellationToken);
    }

    Task[] Going()
    {
        lock (_gate) return [.. _last.Values.Where(task => !task.IsCompleted)];
    }

    void Leave(string lane, Task mine)
    {
        lock (_gate)
            if (_last.GetValueOrDefault(lane) == mine) _last.Remove(lane);
    }

    async Task AfterAsync(Task before, string lane, Func<Task> work)
    {
        await Task.Yield();
        await before;
        await DoAsync(lane, work);
    }

    async Task DoAsync(string lane, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception later)
        {
            Later(lane, Failure.Describe(later));
        }
    }

    [LoggerMessage(LogLevel.Error, "Work on conversation {Conversation} failed; the queue will try it again: {Failure}")]
    partial void Later(string conversation, string failure);
}
