using Shouwang.Functions.Claims;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Calls;

/// <summary>What people said about one claim (这笔申请的来话).</summary>
internal sealed class ClaimCalls(CallStore calls, FolderStore folders)
{
    /// <summary>Calls that name the claim; and that something was misread, said by the same conversation while its papers were not a claim yet, when no call could name it. Newest first.</summary>
    public async Task<IReadOnlyList<Call>> AboutAsync(Claim claim, CancellationToken stop)
    {
        var conversations = (await folders.OfClaimAsync(claim.Village, claim.Id, stop)).Select(folder => FolderStore.ConversationOf(folder.Id)).OfType<string>().Distinct(StringComparer.Ordinal);
        var before = await Task.WhenAll(conversations.Select(conversation => calls.OfConversationAsync(claim.Village, conversation, stop)));
        return
        [
            .. (await calls.OfClaimAsync(claim.Village, claim.Id, stop))
                .Concat(before.SelectMany(said => said).Where(call => call is { Kind: Call.Misread, Claim: null } && call.At <= claim.ReceivedAt))
                .OrderByDescending(call => call.At),
        ];
    }

    /// <summary>Whether somebody says that a paper was misread and that is not settled.</summary>
    public async Task<bool> IsMisreadAsync(Claim claim, CancellationToken stop) =>
        // Lists ask this of every claim, and mostly nobody has said anything.
        await calls.IsAnyMisreadAsync(claim.Village, stop) && (await AboutAsync(claim, stop)).Any(call => call is { Kind: Call.Misread, DoneAt: null });
}
