using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Values;

/// <summary>Dates in every written form of a bill: 2021年04月19日, 2021-4-9, 2021.04.19, 20211015-20211015, and 25/07/27 of the years from 2020 on.</summary>
static partial class DateText
{
    /// <summary>2025/3/112:30: a day of one figure and the hour right behind it, where the month has no nought either; hours have two figures.</summary>
    private const string BeforeHour = @"(?<y>(?:19|20)\d{2})(?:[-./年](?<m>[1-9])[-./月]|/(?<m>1[0-2])/)(?<d>[1-9])(?=(?:[01]\d|2[0-3]):[0-5]\d)";

    [GeneratedRegex(BeforeHour + @"|(?<y>(?:19|20)\d{2})\s*[-./,_·:~年 ]+\s*(?<m>1[0-2]|0?[1-9])\s*[-./,_·:月 ]+\s*(?<d>3[01]|[12]\d|0?[1-9])(?:\s*日)?|(?<![\d.])(?<y>(?:19|20)\d{2})[-./年]?(?<m>1[0-2]|0[1-9])[-./月]?(?<d>3[01]|[12]\d|0[1-9])(?:日)?|(?<![\d./-])(?<short>[23]\d)(?<s>[-./])(?<m>1[0-2]|0[1-9])\k<s>(?<d>3[01]|[12]\d|0[1-9])(?![\d./-])", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    /// <summary>All dates of a text from left to right, with the characters each takes.</summary>
    public static IReadOnlyList<(DateOnly Date, int Start, int End)> All(string text)
    {
        var dates = new List<(DateOnly, int, int)>();
        foreach (Match match in Pattern().Matches(text))
        {
            var (year, month, day) = (match.Groups["short"] is { Success: true } two ? 2000 + Number(two) : Number(match.Groups["y"]), Number(match.Groups["m"]), Number(match.Groups["d"]));
            if (day <= DateTime.DaysInMonth(year, month))
                dates.Add((new DateOnly(year, month, day), match.Index, match.Index + match.Length));
        }
        return dates;
    }

    /// <summary>2025/3/112:30: the hour stands right behind the day, and which figures are the day's is a guess.</summary>
    public static bool RunsIntoHour(string text, int end) => end < text.Length && char.IsAsciiDigit(text[end]) && end > 1 && !char.IsAsciiDigit(text[end - 2]);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd");

    private static int Number(Group group) => int.Parse(group.ValueSpan);
}
