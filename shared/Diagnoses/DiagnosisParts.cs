namespace Shouwang.Shared.Diagnoses;

/// <summary>Cuts a folded text into the single diagnoses it lists: numbered, separated by punctuation, or joined by 伴 and the like.</summary>
static class DiagnosisParts
{
    internal static IReadOnlyList<string> Split(string folded)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && !IsSeparator(folded, i))
                continue;
            var part = folded.AsSpan(start, i - start).Trim(Edges);
            if (part.ContainsAnyExceptInRange('0', '9'))
                parts.Add(part.ToString());
            start = i + 1;
        }

        return parts.Count > 0 ? parts : [folded];
    }

    const string Edges = " .()[]:-_*#、";

    static bool IsSeparator(string text, int i) => text[i] switch
    {
        ';' or ',' or '，' or '。' or '；' or '、' or '/' or '\\' or '＼' or '|' or '+' or '?' or ':' or '"' or '“' or '”' => true,
        '.' => !(i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])),
        ' ' => true,
        >= '①' and <= '⑳' => true,
        _ => false,
    };
}
