using Shouwang.Bot;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Claims;

/// <summary>Tells every conversation a claim came by that it has moved (进度通知). The turn is named after the claim and the number of its move, so that each hears each move once.</summary>
internal sealed class ClaimNotices(FolderStore folders, Lazy<TurnEngine> turns) : IClaimNotices
{
    public async Task MovedAsync(Claim claim, string from, string to, CancellationToken stop)
    {
        // What came in is told with its amount when the folder is decided.
        if (from.Length == 0)
            return;
        foreach (var folder in await folders.OfClaimAsync(claim.Village, claim.Id, stop))
        {
            if (FolderStore.ConversationOf(folder.Id) is { } conversation)
                await turns.Value.TakeAsync(conversation, $"moved-{claim.Id}-{claim.Progress?.Version ?? 0}-{to}", new ClaimMoved(ConversationKnowledge.View(claim)) { Folder = FolderStore.NumberOf(folder.Id) }, stop);
        }
    }
}
