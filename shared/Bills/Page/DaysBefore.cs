using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Page;

/// <summary>Days that stand before their word (日期在前): 2026/06/08入院 | 2026/06/12出院 | 共4天. The word is no label of the day behind it.</summary>
static partial class DaysBefore
{
    [GeneratedRegex("[入出离]院(?!日期|时间|诊断|科)")]
    private static partial Regex Words();

    /// <summary>What says of the day behind it what it is: 入院 2026-06-08, 日期: 2026-06-08, 于2026-06-08. Another field of the line does not: 科室:普通外科  2026-06-08入院.</summary>
    [GeneratedRegex(@"(?:[:：院期间日于自从至到]\s*|[\u4e00-\u9fff])$")]
    private static partial Regex Labelled();

    public static bool Are(TextRow row)
    {
        var text = row.Plain;
        if (!text.Contains('院', StringComparison.Ordinal) || Words().Matches(text) is not { Count: > 0 } words)
            return false;
        var days = DateText.All(text);
        // As many days as words, each word behind its own day, and nothing that labels the first.
        return days.Count == words.Count && !Labelled().IsMatch(text.AsSpan(0, days[0].Start))
            && days.Zip(words).All(pair => pair.First.End <= pair.Second.Index && string.IsNullOrWhiteSpace(text[pair.First.End..pair.Second.Index]))
            && words.All(w => !text[(w.Index + w.Length)..].TrimStart().StartsWith(':'));
    }
}
