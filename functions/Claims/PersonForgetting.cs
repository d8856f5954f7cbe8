using Shouwang.Functions.Calls;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Claims;

/// <summary>Deletes what a person wants deleted (删除我的资料): papers that no claim rests on go, and with them whatever ties the conversation to claims, offices and calls; a claim and its papers stay as the village's accounts need them.</summary>
internal sealed class PersonForgetting(UploadStore uploads, PaperStore papers, FolderStore folders, FolderClock waiting, PaperForgetting forgetting, CallStore calls, TieStore ties)
{
    public async Task ConversationAsync(string village, string conversation, CancellationToken stop)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var about = await folders.OfAsync(village, conversation, stop);
        foreach (var folder in await folders.WithClaimsAsync(village, conversation, stop))
            kept.UnionWith((await papers.InFolderAsync(village, folder, stop)).Select(paper => paper.Hash));
        foreach (var paper in await papers.OfConversationAsync(village, conversation, stop))
        {
            if (!kept.Contains(paper.Hash))
                await papers.ForgetAsync(paper, stop);
        }

        foreach (var (hash, _) in await uploads.OfAsync(conversation, stop))
        {
            if (kept.Contains(hash))
                await uploads.ForgetAsync(conversation, hash, stop);
            else
                await forgetting.UploadAsync(conversation, hash, stop);
        }

        foreach (var folder in await waiting.OfAsync(village, conversation, stop))
            await waiting.StopAsync(village, folder.Folder, stop);
        await calls.ForgetAsync(village, conversation, stop);
        await ties.RemoveAsync(village, conversation, stop);
        foreach (var folder in about)
            await folders.ForgetAsync(folder, stop);
    }

    /// <summary>A folder that staff handed in for somebody and that is no claim: photos and all.</summary>
    public async Task DeskFolderAsync(string village, string folder, CancellationToken stop)
    {
        await forgetting.DeskFolderAsync(village, folder, stop);
        await EndDeskFolderAsync(village, folder, stop);
    }

    /// <summary>The folder itself, once its photos are gone.</summary>
    public async Task EndDeskFolderAsync(string village, string folder, CancellationToken stop)
    {
        await folders.ForgetAsync(new Folder(village, folder, Claim: null, Kept: false), stop);
        await waiting.StopAsync(village, folder, stop);
    }
}
