namespace Shouwang.Shared.Diagnoses;

/// <summary>Cuts a text into the pieces it lists: numbered, separated by punctuation, in brackets.</summary>
static class DiagnosisParts
{
    internal static IReadOnlyList<string> Split(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsSeparator(text, i))
                continue;
            var part = text.AsSpan(start, i - start).Trim("-_*#".AsSpan());
            if (part.ContainsAnyExceptInRange('0', '9'))
                parts.Add(part.ToString());
            start = i + 1;
        }

        return parts;
    }

    static bool IsSeparator(string text, int i) => text[i] switch
    {
        ';' or ',' or '?' or ':' or '"' or '/' or '\\' or '|' or '+' or '(' or ')' or '[' or ']' or '<' or '>' or '!' => true,
        '；' or '，' or '？' or '：' or '／' or '＼' or '｜' or '＋' or '（' or '）' or '［' or '］' or '＜' or '＞' or '！' => true,
        '。' or '、' or '“' or '”' or '【' or '】' or '《' or '》' or '．' => true,
        ' ' or '　' or '\t' or '\r' or '\n' => true,
        >= '①' and <= '⑳' => true,
        '.' => !(i > 0 && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i - 1]) && char.IsAsciiLetterOrDigit(text[i + 1])),
        _ => false,
    };
}
