using System.Collections.Frozen;
using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>What an officer writes to the person (回话). Free words may name anybody and anything, and a push shows on a locked screen: it says only that there are words, and they are told when the person writes or comes back.</summary>
internal static class OfficerWords
{
    /// <summary>More are hardly written between two looks; the state stays small.</summary>
    private const int Most = 8;

    private static readonly FrozenSet<string> Asking = FrozenSet.Create(StringComparer.Ordinal, "看回话", "回话", "看看回话", "看留言", "回了什么", "回我什么", "回了啥", "说了什么", "他说什么", "她说什么");

    public static Talk Keep(Talk talk, OfficerSaid said) =>
        talk.Remember(s => s with { Unread = [.. s.Unread.TakeLast(Most - 1), new OfficerNote(Plain.Words(said.Name, 20), Plain.Words(said.Words, 300))] }).Say("officer-said");

    /// <summary>看回话; null where the text is something else.</summary>
    public static Talk? Hear(Talk talk, string text)
    {
        if (!Asking.Contains(text))
            return null;
        if (talk.State.Unread is not { Count: > 0 } unread)
            return talk.Say("officer-said.none");
        var last = unread[^1];
        var told = unread.SkipLast(1).Aggregate(talk.Remember(s => s with { Unread = [] }), Tell);
        return told.Say("officer-said.read", ("name", last.Name), ("words", last.Words));
    }

    /// <summary>The person is here: what they have not seen comes before the answer to what they said, and leaves its menu alone.</summary>
    public static Talk First(Talk talk)
    {
        var told = talk.State.Unread.Aggregate(talk with { Replies = [] }, Tell);
        return talk.Remember(s => s with { Unread = [] }) with { Replies = [.. told.Replies, .. talk.Replies] };
    }

    private static Talk Tell(Talk talk, OfficerNote note) => talk.Say("officer-said.words", ("name", note.Name), ("words", note.Words));
}
