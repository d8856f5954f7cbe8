using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Shouwang.Bot.Replies;

/// <summary>One message of the catalogue (话术): its words with {places}, and the choices offered under it.</summary>
internal sealed record Phrase(string Text, IReadOnlyList<string> Choices);

/// <summary>Every word the bot says (话术表), read once from zh-CN.json.</summary>
internal static class Catalogue
{
    public static FrozenDictionary<string, Phrase> Phrases { get; } = Read();

    /// <summary>The phrase's words with its places filled. A place without a value becomes nothing.</summary>
    public static string Text(string key, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var text = new StringBuilder();
        var rest = Phrases[key].Text.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            text.Append(rest[..open]).Append(Value(rest[(open + 1)..close], values));
            rest = rest[(close + 1)..];
        }
        return text.Append(rest).ToString();
    }

    private static string? Value(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string? Value)> values)
    {
        foreach (var value in values)
        {
            if (name.SequenceEqual(value.Name))
                return value.Value;
        }
        return null;
    }

    private static FrozenDictionary<string, Phrase> Read()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("replies.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(e => e.Name, e => Phrase(e.Value), StringComparer.Ordinal);
    }

    private static Phrase Phrase(JsonElement element) => new(
        element.GetProperty("text").GetString()!,
        element.TryGetProperty("choices", out var choices) ? [.. choices.EnumerateArray().Select(c => c.GetString()!)] : []);
}
