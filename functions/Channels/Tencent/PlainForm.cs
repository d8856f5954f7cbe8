using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Channels.Tencent;

/// <summary>A reply without cards (文字形式): its words, and where it ends in a numbered menu the menu by itself.</summary>
/// <param name="Head">The words before the menu; all of them where there is none.</param>
/// <param name="Choices">The rows of the menu.</param>
/// <param name="Tail">The words after it.</param>
internal sealed record PlainForm(string Head, IReadOnlyList<string> Choices, string Tail)
{
    public static PlainForm Of(Activity reply)
    {
        var words = Tight(reply.Attachments is { Count: > 0 } && reply.Summary is { Length: > 0 } summary ? summary : reply.Text ?? "");
        if (reply.SuggestedActions?.Actions is not { Count: > 0 } actions) return new(words, [], "");
        string[] choices = [.. actions.Select(action => action.Value)];
        var menu = string.Join('\n', choices.Select((choice, i) => $"{i + 1} {choice}"));
        var at = words.IndexOf(menu, StringComparison.Ordinal);
        return at < 0 ? new(words, choices, "") : new(words[..at].TrimEnd(), choices, words[(at + menu.Length)..].TrimStart());
    }

    /// <summary>Everything in words; a menu that the words do not hold already is written below them.</summary>
    public string Text => string.Join('\n', ((string[])[Head, .. Choices.Select((choice, i) => $"{i + 1} {choice}"), Tail]).Where(line => line.Length > 0));

    /// <summary>Markdown needs an empty line between rows, plain text does not.</summary>
    static string Tight(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n\n", "\n", StringComparison.Ordinal).Trim();
}
