using System.Security.Cryptography;
using System.Text;
using Shouwang.Functions.Http;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Claims;

/// <summary>A folder that staff handed in and that is no claim yet, laid open (没办完的材料).</summary>
internal sealed record DeskFolder(Folder About, OpenFolder Open)
{
    public DateTimeOffset Received => Open.Papers.Min(paper => paper.Paper.Received);

    /// <summary>The name on the papers; null where none says it.</summary>
    public string? Person => Open.Set.Stay?.Name ?? Open.Papers.Select(paper => paper.Reading?.Fields.GetValueOrDefault("name")?.Value).FirstOrDefault(name => !string.IsNullOrEmpty(name));
}

/// <summary>What staff hand in for somebody (替人交材料): into a folder, which is found again and finished later where papers lack, and forgotten after thirty days.</summary>
internal sealed class FolderDesk(Originals originals, PaperStore papers, PaperQueue queue, FolderStore folders, FolderClock waiting, FolderReview review, PaperDesk desk, PaperForgetting forgetting, PersonForgetting person, DeletionList deletions, TimeProvider clock)
{
    /// <summary>As many as one upload takes.</summary>
    const int MostPapers = 20;

    /// <summary>A new folder. Its id is made from the photos, so that the same photos sent again are the same folder.</summary>
    public async Task<string> NewAsync(string village, IReadOnlyList<BinaryData> photos, Actor by, CancellationToken stop)
    {
        var hashes = photos.Select(photo => Originals.HashOf(photo)).Order(StringComparer.Ordinal);
        var folder = FolderStore.OfDesk(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', hashes))).AsSpan(0, 16)));
        await TakeAsync(village, folder, photos, by, stop);
        return folder;
    }

    /// <summary>More photos for a folder that lacks papers.</summary>
    public async Task AddAsync(string village, string folder, IReadOnlyList<BinaryData> photos, Actor by, CancellationToken stop)
    {
        var open = await OpenAsync(village, folder, stop);
        if (open.Open.Papers.Count + photos.Count > MostPapers)
            throw new ProblemException(Problem.BadRequest("photo-count", $"一份材料最多 {MostPapers} 张照片。请先拿掉不要的。"));
        await TakeAsync(village, folder, photos, by, stop);
    }

    /// <summary>Folders that are no claim yet, the latest first.</summary>
    public async Task<IReadOnlyList<DeskFolder>> UnfinishedAsync(string village, CancellationToken stop)
    {
        var open = await Task.WhenAll((await folders.OpenOfDeskAsync(village, stop)).Select(async about => new DeskFolder(about, await desk.OpenAsync(village, about.Id, stop))));
        return [.. open.Where(folder => folder.Open.Papers.Count > 0).OrderByDescending(folder => folder.Received).ThenBy(folder => folder.About.Id, StringComparer.Ordinal)];
    }

    /// <summary>Takes a photo out: another person's, or one that shows nothing.</summary>
    public async Task RemoveAsync(string village, string folder, string hash, CancellationToken stop)
    {
        var open = await OpenAsync(village, folder, stop);
        if (open.Open.Papers.FirstOrDefault(paper => paper.Paper.Hash == hash) is not { } paper)
            throw new ProblemException(Problem.NotFound("paper-unknown", "这份材料里没有这张照片，可能已经拿掉了。请刷新后再看。"));
        await forgetting.PaperAsync(paper.Paper, stop);
        if (open.Open.Papers.Count == 1)
            await person.EndDeskFolderAsync(village, folder, stop);
        else
            await review.ReviewAsync(village, folder, conversation: null, stop);
    }

    /// <summary>Papers that disagree are one person's of one stay all the same: something was misread, and whoever checks the claim compares it with the photos.</summary>
    public async Task KeepAsync(string village, string folder, Actor by, CancellationToken stop)
    {
        await OpenAsync(village, folder, stop);
        await folders.EnteredAsync(village, folder, by.Id, by.Name, stop);
        await folders.KeepAsync(village, folder, stop);
        await review.ReviewAsync(village, folder, conversation: null, stop);
    }

    /// <summary>Nothing comes of it: photos and all are forgotten.</summary>
    public async Task DropAsync(string village, string folder, CancellationToken stop)
    {
        await OpenAsync(village, folder, stop);
        await deletions.AddAsync(Deletion.Of(folder, clock.GetUtcNow()), stop);
        await person.DeskFolderAsync(village, folder, stop);
    }

    async Task TakeAsync(string village, string folder, IReadOnlyList<BinaryData> photos, Actor by, CancellationToken stop)
    {
        await folders.EnteredAsync(village, folder, by.Id, by.Name, stop);
        var now = clock.GetUtcNow();
        await waiting.StartAsync(WaitingFolder.OfDesk(village, folder, now), stop);
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var photo in photos)
        {
            var hash = Originals.HashOf(photo);
            hashes.Add(hash);
            var path = (await papers.FindAsync(village, folder, hash, stop))?.Original ?? Originals.PathOf(hash, now);
            await originals.KeepAsync(path, photo, PictureFile.MediaType(photo)!, stop);
            await papers.AddAsync(new Paper(village, folder, hash, path, Conversation: null, now, PaperState.Waiting), stop);
        }

        foreach (var hash in hashes)
            await queue.SendAsync(new PaperMessage(village, folder, hash, 0), after: null, stop);
    }

    async Task<DeskFolder> OpenAsync(string village, string folder, CancellationToken stop)
    {
        if (!FolderStore.IsOfDesk(folder) || await folders.FindAsync(village, folder, stop) is not { } about)
            throw new ProblemException(Problem.NotFound("folder-unknown", "没有这份材料，可能已经办完或者过期删掉了。请重新上传。"));
        return about.Claim is null
            ? new DeskFolder(about, await desk.OpenAsync(village, folder, stop))
            : throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "claim-made", "这份材料已经做成申请了。请刷新，在申请里办。"));
    }
}
