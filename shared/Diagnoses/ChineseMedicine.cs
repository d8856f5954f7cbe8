using System.Text.RegularExpressions;

namespace Shouwang.Shared.Diagnoses;

/// <summary>What Chinese medicine calls an illness (中医诊断) beside what western medicine calls it (西医诊断): the catalogue knows western names only, and 中风病 or 消渴病 of a record is not what it pays by.</summary>
static partial class ChineseMedicine
{
    [GeneratedRegex("中医(?:诊断|病名|证型|证候)?[:：](?<chinese>.*?)(?=西医(?:诊断)?[:：]|$)", RegexOptions.Singleline)]
    private static partial Regex Chinese();

    [GeneratedRegex("西医(?:诊断)?[:：]")]
    private static partial Regex WesternLabel();

    /// <summary>The western diagnoses of a text that says which are which; where it has Chinese ones alone, those, and they are never sure. Null for every other text.</summary>
    internal static (string Text, bool IsWestern)? Parted(string text)
    {
        if (!text.Contains("中医", StringComparison.Ordinal) || !Chinese().IsMatch(text))
            return null;
        var western = WesternLabel().Replace(Chinese().Replace(text, ""), "").Trim([' ', '；', ';', '，', ',']);
        return western.Any(char.IsLetter) ? (western, true) : (Chinese().Replace(text, found => found.Groups["chinese"].Value), false);
    }
}
