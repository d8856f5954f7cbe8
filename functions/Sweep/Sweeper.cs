using Shouwang.Functions.Calls;
using Shouwang.Functions.Claims;
using Shouwang.Functions.CustomHandler;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Sweep;

/// <summary>The timer function Sweep: papers that were left waiting are put back into the queue. What the queue lost, or put aside after too many failures, is found again here; so are calls nobody was told of and folders that wait too long; moves of claims that were cut off are completed.</summary>
internal sealed partial class Sweeper(PaperStore papers, PaperQueue queue, FolderSweep folders, CallDesk calls, MoveFinisher moves, TimeProvider clock, ILogger<Sweeper> log)
{
    static readonly TimeSpan LeftWaiting = TimeSpan.FromMinutes(15);

    public async Task HandleAsync(TimerTrigger trigger, CancellationToken stop)
    {
        var found = 0;
        await foreach (var paper in papers.WaitingSinceAsync(clock.GetUtcNow() - LeftWaiting, stop))
        {
            await queue.SendAsync(new PaperMessage(paper.Village, paper.Folder, paper.Hash, 0), after: null, stop);
            found++;
        }

        if (found > 0)
            PutBack(log, found);
        await calls.SweepAsync(stop);
        await folders.RunAsync(stop);
        await moves.SweepAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} papers were left waiting and have been put back.")]
    static partial void PutBack(ILogger log, int count);
}
