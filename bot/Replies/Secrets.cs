using System.Text.RegularExpressions;

namespace Shouwang.Bot.Replies;

/// <summary>Numbers that do not belong into a chat (敏感号码): bank cards, identity numbers, passwords and codes.</summary>
internal static partial class Secrets
{
    [GeneratedRegex(@"[0-9](?:[\s\-]?[0-9]){12,}[Xx]?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?:密码|验证码|校验码|动态码|口令|短信)[^0-9]{0,6}[0-9]{4,8}(?![0-9])|(?<![零〇一二三四五六七八九幺两])[零〇一二三四五六七八九幺两]{6}(?![零〇一二三四五六七八九幺两十百千万块元年点])|(?<![0-9])[0-9]{4,8}[^0-9]{0,4}(?:密码|验证码|校验码)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spoken();

    public static bool In(string text) => LongNumber().IsMatch(text) || Spoken().IsMatch(text);

    public static string BlotOut(string text) => LongNumber().Replace(text, "（号码已隐去）");
}
