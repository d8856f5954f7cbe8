using System.Text.Json;
using System.Text.RegularExpressions;
using Shouwang.Bot.Schema;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Replies;

/// <summary>Numbers that do not belong into a chat (敏感号码): bank cards, identity numbers, passwords and codes.</summary>
public static partial class Secrets
{
    /// <summary>What is kept in the place of a message that held one.</summary>
    public const string Withheld = "（号码没有留下）";

    private const string D = "[0-9零〇一二三四五六七八九幺两]";

    private const string Code = "(?:密码|验证码|校验码|动态码|口令|短信)";

    // Every repetition below has a small bound, and nothing looks around: the time is a few steps a character, whatever comes.
    [GeneratedRegex(D + @"(?:[\s\-]?" + D + "){12,}[Xx]?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex LongNumber();

    [GeneratedRegex(
        Code + "[^0-9零〇一二三四五六七八九幺两]{0,6}" + D + @"(?:[\s\-]?" + D + "){3,7}(?:[^0-9年元块万千百十.点]|$)"
        + "|(?:^|[^零〇一二三四五六七八九幺两])[零〇一二三四五六七八九幺两]{6}(?:[^零〇一二三四五六七八九幺两十百千万块元年点]|$)"
        + "|(?:^|[^0-9])[0-9]{4,8}[^0-9]{0,4}(?:密码|验证码|校验码)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Timeout.Infinite)]
    private static partial Regex Spoken();

    /// <summary>The message as it may be recorded: where its words or its button's value hold such a number, nothing of them is left.</summary>
    public static Activity Withhold(Activity said) => said with
    {
        Text = Kept(said.Text),
        Speak = Kept(said.Speak),
        Summary = Kept(said.Summary),
        Value = said.Value is { ValueKind: not JsonValueKind.Undefined } value && In(Unescaped(value)) ? Instead() : said.Value,
    };

    /// <summary>Whether a message holds such a number, or held one before it was recorded.</summary>
    internal static bool In(string text) => text.Contains(Withheld, StringComparison.Ordinal) || Normal.Fold(text) is var folded && (LongNumber().IsMatch(folded) || Spoken().IsMatch(folded));

    internal static string BlotOut(string text) => LongNumber().Replace(text, "（号码已隐去）");

    private static string? Kept(string? words) => words is not null && In(words) ? Withheld : words;

    /// <summary>Every string and number of a value, one a line.</summary>
    private static string Unescaped(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => string.Join('\n', value.EnumerateObject().Select(property => $"{property.Name}\n{Unescaped(property.Value)}")),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(Unescaped)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static JsonElement Instead()
    {
        using var document = JsonDocument.Parse($$"""{"say":"{{Withheld}}"}""");
        return document.RootElement.Clone();
    }
}
