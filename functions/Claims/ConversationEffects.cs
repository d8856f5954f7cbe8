using Shouwang.Bot;
using Shouwang.Functions.Calls;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Claims;

/// <summary>Does what the bot asks for. Every effect is idempotent by its key.</summary>
internal sealed class ConversationEffects(
    UploadStore uploads, PaperStore papers, PaperQueue queue, FolderStore folders, FolderClock waiting, PaperForgetting forgetting, PaperDesk desk,
    CallStore calls, Tying tying, ConversationClaims claims, PersonForgetting person, DeletionList deletions, TimeProvider clock) : IEffects
{
    public async Task<Happening?> ApplyAsync(EffectContext context, Effect effect, CancellationToken cancellationToken)
    {
        if (effect is TieMyself tie)
            return await tying.TieAsync(context, tie.Code, cancellationToken);
        if (effect is DeleteEverything)
            await deletions.AddAsync(Deletion.Of(context.ConversationId, clock.GetUtcNow()), cancellationToken);
        if (context.Village is not { } village)
            return null;
        switch (effect)
        {
            case SubmitPaper submit:
                await SubmitAsync(village, context, submit, cancellationToken);
                break;
            case WithdrawPaper withdraw:
                await WithdrawAsync(village, context.ConversationId, withdraw, cancellationToken);
                break;
            case KeepPapers keep:
                await folders.KeepAsync(village, FolderStore.IdOf(context.ConversationId, keep.Folder), cancellationToken);
                await LookAgainAsync(village, context.ConversationId, keep.Folder, cancellationToken);
                break;
            case DropPictures drop:
                foreach (var hash in drop.Hashes)
                    await forgetting.UploadAsync(context.ConversationId, hash, cancellationToken);
                break;
            case LookIntoFolders look:
                return new FoldersSeen(await Task.WhenAll(look.Folders.Select(async folder =>
                    new FolderView(folder, [.. (await desk.OpenAsync(village, FolderStore.IdOf(context.ConversationId, folder), cancellationToken)).Papers.SelectMany(PaperDesk.Views)]))));
            case CallOfficer call:
                await CallAsync(village, context, call, cancellationToken);
                break;
            case ConfirmClaim confirm:
                await folders.ConfirmAsync(village, context.ConversationId, confirm.Claim, confirm.Right, cancellationToken);
                break;
            case AppealClaim appeal:
                return await claims.AppealAsync(village, context, appeal, cancellationToken);
            case MoveClaim move:
                return await claims.MoveAsync(village, context, move, cancellationToken);
            case Untie:
                return await tying.UntieAsync(village, context, cancellationToken);
            case DeleteEverything:
                await person.ConversationAsync(village, context.ConversationId, cancellationToken);
                break;
        }

        return null;
    }

    async Task SubmitAsync(string village, EffectContext context, SubmitPaper submit, CancellationToken stop)
    {
        var conversation = context.ConversationId;
        if (await uploads.FindAsync(conversation, submit.Hash, stop) is not { } original)
            return;
        var folder = FolderStore.IdOf(conversation, submit.Folder);
        if (await papers.AddAsync(new Paper(village, folder, submit.Hash, original, conversation, clock.GetUtcNow(), PaperState.Waiting) { Turn = context.TurnId }, stop))
            await queue.SendAsync(new PaperMessage(village, folder, submit.Hash, 0), after: null, stop);
        await waiting.StartAsync(new WaitingFolder(village, folder, conversation, clock.GetUtcNow(), 0), stop);
    }

    async Task WithdrawAsync(string village, string conversation, WithdrawPaper withdraw, CancellationToken stop)
    {
        var folder = FolderStore.IdOf(conversation, withdraw.Folder);
        if (await papers.FindAsync(village, folder, PaperDesk.FileOf(withdraw.Hash), stop) is { } paper)
            await papers.SetStateAsync(paper, PaperState.Withdrawn, stop);
        if (!await LookAgainAsync(village, conversation, withdraw.Folder, stop))
            await waiting.StopAsync(village, folder, stop);
    }

    /// <summary>A paper of the folder goes through the queue once more: it is found read, and the folder is looked at.</summary>
    /// <returns>Whether the folder has any paper left.</returns>
    async Task<bool> LookAgainAsync(string village, string conversation, int number, CancellationToken stop)
    {
        var folder = FolderStore.IdOf(conversation, number);
        if (await papers.InFolderAsync(village, folder, stop) is not [var any, ..])
            return false;
        await queue.SendAsync(new PaperMessage(village, folder, any.Hash, 0), after: null, stop);
        return true;
    }

    /// <summary>The call is kept before the turn is; the officers hear of it afterwards, from the queue of turns or the timer.</summary>
    Task CallAsync(string village, EffectContext context, CallOfficer call, CancellationToken stop) => calls.AddAsync(
        new Call(village, CallStore.IdOf(context.ConversationId, context.TurnId, call.Kind), clock.GetUtcNow(), call.Kind, call.Reason, call.Claim, context.ConversationId, Told: false),
        stop);
}
