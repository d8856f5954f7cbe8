using System.Text.RegularExpressions;

namespace Shouwang.Bot.Replies;

/// <summary>Numbers that do not belong into a chat (敏感号码): bank cards, identity numbers.</summary>
internal static partial class Secrets
{
    [GeneratedRegex(@"[0-9](?:[\s\-]?[0-9]){12,}[Xx]?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongNumber();

    public static bool In(string text) => LongNumber().IsMatch(text);

    public static string BlotOut(string text) => LongNumber().Replace(text, "（号码已隐去）");
}
