using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Claims;

/// <summary>What the people whose papers they are said of what was read (本人核对).</summary>
internal sealed class FolderConfirmations(FolderStore folders)
{
    public async Task<bool> IsOfConversationAsync(string village, string conversation, string claim, CancellationToken stop) =>
        (await folders.OfAsync(village, conversation, stop)).Any(folder => folder.Claim == claim);

    /// <summary>False where anybody said that it is wrong, null where nobody said anything.</summary>
    public async Task<bool?> OfClaimAsync(string village, string claim, CancellationToken stop)
    {
        var said = (await folders.OfClaimAsync(village, claim, stop)).Select(folder => folder.Confirmed).OfType<bool>().ToList();
        return said.Count == 0 ? null : said.TrueForAll(right => right);
    }
}
