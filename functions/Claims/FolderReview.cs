using System.Security.Cryptography;
using System.Text;
using Shouwang.Bot;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Claims;

/// <summary>Looks at a folder after something in it changed: tells the person what was read, and when the papers are complete has the claim worked out and tells the amount. May be run at any time and any number of times.</summary>
internal sealed class FolderReview(PaperDesk desk, FolderStore folders, FolderClock waiting, PaperForgetting forgetting, ClaimRegister claims, TurnEngine turns, OfficerDeskNews officers)
{
    public async Task ReviewAsync(string village, string folder, string? conversation, CancellationToken stop)
    {
        // A process may have died between taking a photo in and answering it: that answer comes before the photo's.
        if (conversation is not null)
            await turns.TakePendingAsync(conversation, stop);
        var open = await desk.OpenAsync(village, folder, stop);
        var number = FolderStore.NumberOf(folder);
        if (conversation is not null)
        {
            // What may be a piece of a paper is told of when the other piece cannot be among those still being read.
            foreach (var paper in open.Papers.Where(paper => paper.Reading is not null && !(paper.Piece && open.Waiting)).SelectMany(PaperDesk.Views))
                await turns.TakeAsync(conversation, $"read-{folder}-{paper.Hash}", new PaperRead(paper) { Folder = number }, stop);
        }

        if (open.Waiting || (open.Set.Conflicts.Count == 0 && IsOpen(open)))
            return;
        var about = await folders.FindAsync(village, folder, stop);
        if (open.Set.Conflicts.Count > 0 && about is not { Kept: true })
        {
            // Once for the papers as they are now: whoever takes one back or sends another is asked about those that are left.
            if (conversation is not null)
                await turns.TakeAsync(conversation, $"disagree-{folder}-{SetOf(open)}", new PapersDisagree { Folder = number }, stop);
            return;
        }
        if (IsOpen(open))
            return;

        var (claim, before) = await claims.AddAsync(village, about, folder, open, stop);
        await folders.SetClaimAsync(village, folder, claim.Id, stop);
        await waiting.StopAsync(village, folder, stop);
        if (FolderStore.IsOfDesk(folder))
            await SupersedeAsync(village, open, stop);
        if (conversation is not null)
            await turns.TakeAsync(conversation, $"decided-{folder}-{claim.Id}", new ClaimDecided(ConversationKnowledge.View(claim), before) { Folder = number }, stop);
        if (!before)
            await officers.TellAsync(village, $"claim-{claim.Id}", new OfficerNews("claim", null, ConversationKnowledge.View(claim)), stop);
    }

    /// <summary>Whoever uploads all three anew where one had been missing leaves the folder that lacked it behind.</summary>
    async Task SupersedeAsync(string village, OpenFolder whole, CancellationToken stop)
    {
        var hashes = whole.Papers.Select(paper => paper.Paper.Hash).ToHashSet(StringComparer.Ordinal);
        foreach (var other in await folders.OpenOfDeskAsync(village, stop))
        {
            var open = await desk.OpenAsync(village, other.Id, stop);
            if (open.Papers.All(paper => hashes.Contains(paper.Paper.Hash)))
            {
                await forgetting.DeskFolderAsync(village, other.Id, stop);
                await folders.ForgetAsync(other, stop);
                await waiting.StopAsync(village, other.Id, stop);
            }
        }
    }

    /// <summary>Whether a paper is missing, or what no paper says.</summary>
    static bool IsOpen(OpenFolder open) => open.Set.Stay is null || open.Obstacles.Count > 0;

    /// <summary>A name for the papers that count together: what is none of a claim's papers is taken away after it was told of.</summary>
    static string SetOf(OpenFolder open) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('|', open.Papers.Where(PaperDesk.Counts).Select(paper => paper.Paper.Hash).Order(StringComparer.Ordinal)))))[..16];
}
