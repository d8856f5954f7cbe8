using System.Collections.Frozen;
using System.Text.Json;

namespace Shouwang.Bot.Understanding;

/// <summary>Characters that sound alike (同音字), as speech and hasty typing mix them up: tones, z/zh, c/ch, s/sh, n/l/r and n/ng are one. The 3,755 everyday characters of GB 2312.</summary>
internal static class Sounds
{
    private static readonly FrozenDictionary<char, char> Alike = Read();

    /// <summary>The text with every character replaced by the first that sounds like it.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            folded[i] = Alike.GetValueOrDefault(source[i], source[i]);
    });

    private static FrozenDictionary<char, char> Read()
    {
        using var stream = typeof(Sounds).Assembly.GetManifestResourceStream("sounds.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject()
            .SelectMany(syllable => syllable.Value.GetString()!.Select(c => KeyValuePair.Create(c, syllable.Value.GetString()![0])))
            .ToFrozenDictionary();
    }
}
