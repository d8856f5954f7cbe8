using Azure.Storage.Blobs;
using Shouwang.Functions.Calls;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Backup;

/// <summary>Deletes once more what people had deleted after the copy was taken (重新删除). What was deleted before is not in the copy, and what came after a deletion stays.</summary>
internal sealed class DeletionsAgain(TableServiceClient tables, BlobServiceClient blobs)
{
    /// <param name="copied">When the copy was taken.</param>
    /// <returns>How many conversations and folders were deleted once more.</returns>
    public async Task<int> RunAsync(IEnumerable<Deletion> deletions, DateTimeOffset copied, CancellationToken stop)
    {
        var list = new DeletionList(blobs.GetBlobContainerClient(DeletionList.Container));
        var later = deletions.Where(deletion => deletion.At > copied).ToHashSet();
        // The next copy that is restored has to know of them too.
        foreach (var deletion in later)
            await list.AddAsync(deletion, stop);
        var gone = later.Select(deletion => deletion.What).ToHashSet(StringComparer.Ordinal);
        if (gone.Count == 0)
            return 0;
        var (conversations, waiting, person) = (new ConversationStore(tables), new FolderClock(Table(FolderClock.Table)), Person());
        var again = 0;
        await foreach (var conversation in conversations.AllAsync(stop))
        {
            if (!gone.Contains(Deletion.HashOf(conversation.Id)))
                continue;
            if (conversation.State.Village is { } village)
                await person.ConversationAsync(village, conversation.Id, stop);
            await conversations.ForgetAsync(conversation, stop);
            again++;
        }

        foreach (var folder in await waiting.AllAsync(stop))
        {
            if (!FolderStore.IsOfDesk(folder.Folder) || !gone.Contains(Deletion.HashOf(folder.Folder)))
                continue;
            await person.DeskFolderAsync(folder.Village, folder.Folder, stop);
            again++;
        }

        return again;
    }

    PersonForgetting Person()
    {
        var (papers, uploads) = (new PaperStore(Table(PaperStore.Table)), new UploadStore(Table(UploadStore.Table)));
        var forgetting = new PaperForgetting(papers, uploads, new Originals(blobs.GetBlobContainerClient(Originals.Container)));
        return new(uploads, papers, new FolderStore(Table(FolderStore.Table)), new FolderClock(Table(FolderClock.Table)), forgetting, new CallStore(Table(CallStore.Table)), new TieStore(Table(TieStore.Table)));
    }

    TableClient Table(string name) => tables.GetTableClient(name);
}
