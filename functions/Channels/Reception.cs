using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels;

/// <summary>Who has come, by which channel (来客).</summary>
/// <param name="Conversation">Id the conversation is kept under: the same person on the same channel always has the same.</param>
/// <param name="Village">Village of the QR code the person came by.</param>
internal sealed record Caller(string Conversation, string Channel, string UserId, string? Locale, string? Village);

/// <summary>Lets people in from channels that are called back (接待): opens their conversation, greets them once, takes in what they send.</summary>
internal sealed class Reception(ConversationStore store, ConversationIntake intake, TurnEngine turns, IEnumerable<IChannel> channels, TimeProvider clock, ConversationWork work)
{
    /// <summary>An answer that comes sooner needs no sign that it is being worked on.</summary>
    static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    static readonly TimeSpan Repeat = TimeSpan.FromSeconds(3);

    const int MostSigns = 5;

    readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <summary>The conversation of this person, opened if it was not.</summary>
    public Task<(StoredConversation Conversation, bool Created)> OpenAsync(Caller caller, CancellationToken stop) =>
        store.OpenAsync(caller.Conversation, caller.Channel, caller.UserId, caller.Locale, village: null, stop);

    /// <summary>Lets the bot say its welcome, once for each arrival.</summary>
    /// <param name="arrival">Names an arrival that is to be answered again: another scan, another opening of the chat. null for the first of all.</param>
    public Task<TurnOutcome> GreetAsync(Caller caller, string? arrival) =>
        turns.TakeAsync(caller.Conversation, arrival is null ? "arrived" : "arrived-" + arrival, new PersonArrived { Village = caller.Village }, CancellationToken.None);

    /// <summary>Records a message and has it answered.</summary>
    /// <param name="clientId">The wire's own id of the message.</param>
    public async Task<IntakeResult> TakeInAsync(StoredConversation conversation, Said said, string clientId)
    {
        var result = await intake.TakeInAsync(conversation.Id, said with { Activity = said.Activity with { Timestamp = clock.GetUtcNow() } }, clientId, asks: true);
        if (result.Recorded is { Before: false }) _ = work.Run("typing|" + conversation.Id, () => ShowTypingAsync(conversation, result.Answered));
        return result;
    }

    async Task ShowTypingAsync(StoredConversation conversation, Task answered)
    {
        var wait = Noticeable;
        for (var sign = 0; sign < MostSigns; sign++)
        {
            if (await Task.WhenAny(answered, Task.Delay(wait, clock)) == answered) return;
            await _channels[conversation.Channel].ShowTypingAsync(conversation, CancellationToken.None);
            wait = Repeat;
        }
    }
}
