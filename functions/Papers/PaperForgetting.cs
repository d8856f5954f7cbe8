using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Papers;

/// <summary>Forgets papers that no claim rests on (删除单据): row, photo and reading.</summary>
internal sealed class PaperForgetting(PaperStore papers, UploadStore uploads, Originals originals)
{
    public async Task FolderAsync(string village, string folder, string conversation, CancellationToken stop)
    {
        foreach (var paper in await papers.OfConversationAsync(village, conversation, stop))
        {
            if (paper.Folder == folder)
            {
                await papers.ForgetAsync(paper, stop);
                await UploadAsync(conversation, paper.Hash, stop);
            }
        }
    }

    /// <summary>All photos of a folder that staff handed in.</summary>
    public async Task DeskFolderAsync(string village, string folder, CancellationToken stop)
    {
        foreach (var paper in await papers.InFolderAsync(village, folder, stop))
            await PaperAsync(paper, stop);
    }

    /// <summary>A photo that staff handed in: it goes from its folder, and altogether where no other folder has it.</summary>
    public async Task PaperAsync(Paper paper, CancellationToken stop)
    {
        await papers.ForgetAsync(paper, stop);
        if (!await papers.AnyOfOriginalAsync(paper.Original, stop))
            await originals.ForgetAsync(paper.Original, stop);
    }

    /// <summary>A photo that was sent: it goes from the conversation, and altogether where no folder has it.</summary>
    public async Task UploadAsync(string conversation, string hash, CancellationToken stop)
    {
        if (await uploads.FindAsync(conversation, hash, stop) is not { } original)
            return;
        if (!await papers.AnyOfOriginalAsync(original, stop))
            await originals.ForgetAsync(original, stop);
        await uploads.ForgetAsync(conversation, hash, stop);
    }
}
