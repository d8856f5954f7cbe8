using Shouwang.Bot;

namespace Shouwang.Functions.Conversations;

/// <summary>Tells the village's officers something in their own conversations (给经办人报信); each of them hears it once.</summary>
internal sealed class OfficerDeskNews(Tying tying, Lazy<TurnEngine> turns)
{
    /// <param name="key">Names the news within the village: "call-…", "claim-…".</param>
    public async Task TellAsync(string village, string key, OfficerNews news, CancellationToken stop)
    {
        foreach (var conversation in await tying.StaffConversationsAsync(village, stop))
            await turns.Value.TakeAsync(conversation, $"news-{key}", news, stop);
    }
}
