using Shouwang.Bot;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Claims;

/// <summary>What the timer does for folders that wait for papers (催办、到期): reminds once at each step, closes the folder at the last.</summary>
internal sealed class FolderSweep(FolderClock clock, FolderStore folders, PaperForgetting papers, TurnEngine turns, TimeProvider time)
{
    public async Task RunAsync(CancellationToken stop)
    {
        foreach (var folder in await clock.DueAsync(time.GetUtcNow(), stop))
            await StepAsync(folder, stop);
    }

    async Task StepAsync(WaitingFolder folder, CancellationToken stop)
    {
        if (await folders.FindAsync(folder.Village, folder.Folder, stop) is { Claim: not null })
        {
            await clock.StopAsync(folder.Village, folder.Folder, stop);
            return;
        }

        if (folder.Conversation is not { } conversation)
        {
            await papers.DeskFolderAsync(folder.Village, folder.Folder, stop);
            await folders.ForgetAsync(new Folder(folder.Village, folder.Folder, Claim: null, Kept: false), stop);
            await clock.StopAsync(folder.Village, folder.Folder, stop);
            return;
        }

        var days = FolderClock.Steps[folder.Step];
        var number = FolderStore.NumberOf(folder.Folder);
        // A later paper starts the days anew, and then they are told anew.
        var turn = $"waits-{folder.Folder}-{days}-{folder.Since.ToUnixTimeSeconds()}";
        if (folder.Step < FolderClock.Steps.Length - 1)
        {
            await turns.TakeAsync(conversation, turn, new FolderWaits(days) { Folder = number }, stop);
            await clock.StartAsync(folder with { Step = folder.Step + 1 }, stop);
            return;
        }

        await papers.FolderAsync(folder.Village, folder.Folder, conversation, stop);
        await turns.TakeAsync(conversation, turn, new FolderExpired(days) { Folder = number }, stop);
        await clock.StopAsync(folder.Village, folder.Folder, stop);
    }
}
