using System.Collections.Concurrent;

namespace Shouwang.Local.Processes;

/// <summary>The one thread that starts children. It lives as long as this process.</summary>
static class StarterThread
{
    static readonly BlockingCollection<Action> s_work = Start();

    public static T Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        s_work.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    static BlockingCollection<Action> Start()
    {
        var queue = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var work in queue.GetConsumingEnumerable()) work();
        })
        { IsBackground = true, Name = "child starter" }.Start();
        return queue;
    }
}
