using Shouwang.Bot;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Claims;

/// <summary>Does what the bot asks for. Every effect is idempotent by its key.</summary>
internal sealed partial class ConversationEffects(
    UploadStore uploads, PaperStore papers, PaperQueue queue, FolderStore folders, Originals originals, TimeProvider clock, ILogger<ConversationEffects> log) : IEffects
{
    public async Task ApplyAsync(EffectContext context, Effect effect, CancellationToken cancellationToken)
    {
        if (context.State.Village is not { } village)
            return;
        switch (effect)
        {
            case SubmitPaper submit:
                await SubmitAsync(village, context.ConversationId, submit, cancellationToken);
                break;
            case WithdrawPaper withdraw:
                await WithdrawAsync(village, context.ConversationId, withdraw, cancellationToken);
                break;
            case KeepPapers keep:
                await folders.KeepAsync(village, FolderStore.IdOf(context.ConversationId, keep.Folder), cancellationToken);
                await LookAgainAsync(village, context.ConversationId, keep.Folder, cancellationToken);
                break;
            case CallOfficer:
                OfficerCalled(log, village, context.ConversationId);
                break;
            case DeleteEverything:
                await DeleteAsync(village, context.ConversationId, cancellationToken);
                break;
        }
    }

    async Task SubmitAsync(string village, string conversation, SubmitPaper submit, CancellationToken stop)
    {
        if (await uploads.FindAsync(conversation, submit.Hash, stop) is not { } original)
            return;
        var folder = FolderStore.IdOf(conversation, submit.Folder);
        if (await papers.AddAsync(new Paper(village, folder, submit.Hash, original, conversation, clock.GetUtcNow(), PaperState.Waiting), stop))
            await queue.SendAsync(new PaperMessage(village, folder, submit.Hash, 0), after: null, stop);
    }

    async Task WithdrawAsync(string village, string conversation, WithdrawPaper withdraw, CancellationToken stop)
    {
        var folder = FolderStore.IdOf(conversation, withdraw.Folder);
        if (await papers.FindAsync(village, folder, withdraw.Hash, stop) is { } paper)
            await papers.SetStateAsync(paper, PaperState.Withdrawn, stop);
        await LookAgainAsync(village, conversation, withdraw.Folder, stop);
    }

    /// <summary>A paper of the folder goes through the queue once more: it is found read, and the folder is looked at.</summary>
    async Task LookAgainAsync(string village, string conversation, int number, CancellationToken stop)
    {
        var folder = FolderStore.IdOf(conversation, number);
        if (await papers.InFolderAsync(village, folder, stop) is [var any, ..])
            await queue.SendAsync(new PaperMessage(village, folder, any.Hash, 0), after: null, stop);
    }

    /// <summary>Papers that no claim rests on go; a claim and its papers stay as the village's accounts need them.</summary>
    async Task DeleteAsync(string village, string conversation, CancellationToken stop)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in await folders.OfAsync(village, conversation, stop))
        {
            if (folder.Claim is not null)
                kept.UnionWith((await papers.InFolderAsync(village, folder.Id, stop)).Select(paper => paper.Hash));
        }

        foreach (var paper in await papers.OfConversationAsync(village, conversation, stop))
        {
            if (!kept.Contains(paper.Hash))
                await papers.ForgetAsync(paper, stop);
        }

        foreach (var (hash, original) in await uploads.OfAsync(conversation, stop))
        {
            if (!kept.Contains(hash) && !await papers.AnyOfOriginalAsync(original, stop))
                await originals.ForgetAsync(original, stop);
            await uploads.ForgetAsync(conversation, hash, stop);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Village {Village}: the person of conversation {Conversation} asks for a human.")]
    static partial void OfficerCalled(ILogger log, string village, string conversation);
}
