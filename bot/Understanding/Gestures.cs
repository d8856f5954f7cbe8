using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding;

/// <summary>A message of signs and no words (表情): emoji, and what chats write for their own, [微笑] or /:rose.</summary>
internal static partial class Gestures
{
    [GeneratedRegex("\\[[\\p{L}]{1,6}\\]|/:[^\\s\\p{L}]{0,3}[a-zA-Z]{0,8}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["谢谢"] = "🙏 🌹 🌷 🌺 💐 ❤ 💖 💕 👏 🤝 🎉 [玫瑰] [抱拳] [合十] [爱心] [鼓掌] [拥抱] [握手] [感谢] [鲜花] /:rose /:heart /:share /:hug",
        ["好"] = "👍 [强] [赞] [OK] [好的] [胜利] /:strong /:ok /:v",
        ["错"] = "👎 [弱] [NO] /:weak /:no",
        ["难过"] = "😭 😢 😞 😔 😥 😿 💔 🥺 [流泪] [大哭] [难过] [快哭了] [委屈] [心碎] [可怜] [苦涩] [悲伤] /::( /::'( /::'| /:break",
        ["生气"] = "😡 😠 🤬 👿 [发怒] [抓狂] [咒骂] /::@ /::Q",
    }.SelectMany(meaning => meaning.Value.Split(' ').Select(sign => KeyValuePair.Create(sign, meaning.Key))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the signs say, a greeting where they say nothing in particular; null where there are words, or no signs.</summary>
    public static string? InWords(string text)
    {
        var rest = Code().Replace(text, "");
        if (rest.Any(char.IsLetterOrDigit))
            return null;
        string[] signs = [.. Code().Matches(text).Select(code => code.Value), .. rest.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol).Select(rune => rune.ToString())];
        return signs.Length == 0 ? null : signs.Select(Words.GetValueOrDefault).FirstOrDefault(words => words is not null) ?? "你好";
    }
}
