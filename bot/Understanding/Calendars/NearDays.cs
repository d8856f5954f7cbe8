using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding.Calendars;

/// <summary>Days told from today (从今天数): 昨儿, 上礼拜三, 十天前, 去年下半年.</summary>
internal static partial class NearDays
{
    [GeneratedRegex("(?<week>上上个?|上个?|下下个?|下个?|这个?|本)(?:周|星期|礼拜|拜)(?<day>[一二三四五六日天])?|(?<![一二两三四五六七八九十几每0-9上下这本个])(?:周|星期|礼拜|拜(?=[一二三四五六]))(?<day>[一二三四五六日天])(?![次个年天月])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Week();

    [GeneratedRegex("(?:(?<n>" + MonthDays.Number + ")(?<unit>天|周|个?星期|个?礼拜|个月|年)|(?<unit>半个月))(?:以?前|之前)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Ago();

    [GeneratedRegex("(?<back3>大前[天日]|老前[天日]|大前儿|着前日)|(?<back2>前天|前日|前儿|前晚)|(?<back1>昨[天儿日晚夜]|[琴寻尋]日)|(?<now>今[天儿日晚早朝])|(?<on3>大后[天日])|(?<on2>后[天日](?!性))|(?<on1>明[天儿日朝早晚])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Day();

    [GeneratedRegex("(?<year>大前年|前年|去年|旧年|上年|今年)(?:的)?(?<half>上半年|下半年|年底|年末|年初|开春|春天|春上|夏天|夏里|热天|秋天|秋上|秋里)?|(?<half>年初|年底|年末)(?![一二三四五六七八九])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex WholeYear();

    [GeneratedRegex("闰月", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex LeapMonth();

    public static IEnumerable<FoundDate> In(string text, DateOnly today) =>
    [
        .. Week().Matches(text).Select(m => FoundDate.Of(m, OfWeek(m, today))),
        .. Ago().Matches(text).Select(m => FoundDate.Of(m, OfAgo(m, today))),
        .. Day().Matches(text).Select(m => FoundDate.Of(m, OfDay(m, today))),
        .. LeapMonth().Matches(text).Select(m => FoundDate.Of(m, LastLeapMonth(today))),
    ];

    /// <summary>Years and parts of them; they count only where nothing nearer was said.</summary>
    public static IEnumerable<FoundDate> Years(string text, DateOnly today) => WholeYear().Matches(text).Select(m => FoundDate.Of(m, OfYear(m, today)));

    private static SaidDate OfWeek(Match m, DateOnly today)
    {
        var back = m.Groups["week"].Value switch { ['上', '上', ..] => 14, ['上', ..] => 7, ['下', '下', ..] => -14, ['下', ..] => -7, _ => 0 };
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - back);
        if (!m.Groups["day"].Success)
            return new(monday, monday.AddDays(6));
        var day = monday.AddDays(m.Groups["day"].Value is "天" or "日" ? 6 : "一二三四五六".IndexOf(m.Groups["day"].Value[0]));
        if (!m.Groups["week"].Success && day > today)
            day = day.AddDays(-7);
        return new(day, day);
    }

    private static SaidDate? OfAgo(Match m, DateOnly today)
    {
        if (m.Groups["unit"].Value == "半个月")
            return new(today.AddDays(-17), today.AddDays(-13));
        if (MonthDays.Value(m, "n") is not ({ } n and < 1000))
            return null;
        return m.Groups["unit"].Value switch
        {
            "天" => new(today.AddDays(-n), today.AddDays(-n)),
            "个月" => MonthDays.Solar(today.AddMonths(-n).Year, today.AddMonths(-n).Month, null),
            "年" => n < 100 ? new(new(today.Year - n, 1, 1), new(today.Year - n, 12, 31)) : null,
            _ => new(today.AddDays((-7 * n) - 3), today.AddDays((-7 * n) + 3)),
        };
    }

    private static SaidDate OfDay(Match m, DateOnly today)
    {
        var on = m.Groups["back3"].Success ? -3 : m.Groups["back2"].Success ? -2 : m.Groups["back1"].Success ? -1 : m.Groups["on1"].Success ? 1 : m.Groups["on2"].Success ? 2 : m.Groups["on3"].Success ? 3 : 0;
        return new(today.AddDays(on), today.AddDays(on));
    }

    private static SaidDate OfYear(Match m, DateOnly today)
    {
        var half = m.Groups["half"].Value;
        var year = m.Groups["year"].Success ? MonthDays.Back(m.Groups["year"].Value, today.Year) : half is "年底" or "年末" && today.Month < 12 ? today.Year - 1 : today.Year;
        var (first, last) = half switch
        {
            "上半年" => (1, 6),
            "下半年" => (7, 12),
            "年初" => (1, 1),
            "年底" or "年末" => (12, 12),
            "开春" or "春天" or "春上" => (3, 5),
            "夏天" or "夏里" or "热天" => (6, 8),
            "秋天" or "秋上" or "秋里" => (9, 11),
            _ => (1, 12),
        };
        return new(new(year, first, 1), new(year, last, DateTime.DaysInMonth(year, last)));
    }

    private static SaidDate? LastLeapMonth(DateOnly today) => Enumerable.Range(0, 5)
        .SelectMany(back => Enumerable.Range(1, 12).Select(month => Lunar.Days(Lunar.YearOf(today) - back, month, true, null)))
        .Where(days => days is { } it && it.From <= today)
        .Select(days => new SaidDate(days!.Value.From, days.Value.To, Lunar: true)).FirstOrDefault();
}
