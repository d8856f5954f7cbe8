using System.Text.Json;
using System.Text.Json.Nodes;
using Shouwang.Bot.Schema;

namespace Shouwang.Bot.Replies;

/// <summary>Makes the activity of one message (消息): words, numbered menu, buttons, the form read aloud and the kind.</summary>
internal static class Message
{
    /// <summary>Longest text of one message; WeChat takes little more.</summary>
    public const int Longest = 600;

    /// <summary>One message, or several where the words are too many for one; choices and card go with the last.</summary>
    public static IEnumerable<Activity> MakeAll(string key, string text, IReadOnlyList<string> choices, string? user, JsonObject? card = null, string? summary = null)
    {
        var parts = Pieces.Of(text, Longest - (choices.Count == 0 ? 0 : Menu(choices).Length + 2));
        return parts.Select((part, i) => i < parts.Count - 1 ? Make(key, part, [], user) : Make(key, part, choices, user, card, summary));
    }

    private static Activity Make(string key, string text, IReadOnlyList<string> choices, string? user, JsonObject? card = null, string? summary = null)
    {
        var words = choices.Count == 0 ? text : $"{text}\n\n{Menu(choices)}";
        return new Activity
        {
            Type = "message",
            Text = words,
            Speak = Speech.Of(choices.Count == 0 ? text : $"{text}\n{SpokenMenu(choices)}"),
            Summary = summary,
            Locale = "zh-CN",
            InputHint = choices.Count > 0 ? "expectingInput" : "acceptingInput",
            ChannelData = Element(new JsonObject { ["shouwang"] = new JsonObject { ["kind"] = Kind(key) } }),
            Attachments = card is null ? null : [new Attachment("application/vnd.microsoft.card.adaptive", Content: Element(card))],
            SuggestedActions = choices.Count == 0 ? null : new SuggestedActions(user is null ? [] : [user], [.. choices.Select(c => new CardAction("imBack", c, c))]),
        };
    }

    /// <summary>What a message is, for tests and clients: the catalogue key up to its first point.</summary>
    public static string Kind(string key) => key.Split('.')[0];

    private static string Menu(IReadOnlyList<string> choices) =>
        string.Join("\n\n", choices.Select((c, i) => $"{i + 1} {c}")) + (choices.Count > 2 ? $"\n\n{Catalogue.Text("label.choice")}" : "");

    private static string SpokenMenu(IReadOnlyList<string> choices) =>
        string.Join('\n', choices.Select((c, i) => $"{i + 1}，{c}"));

    private static JsonElement Element(JsonObject json) => JsonElement.Parse(json.ToJsonString());
}
