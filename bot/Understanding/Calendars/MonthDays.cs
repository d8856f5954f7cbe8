using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Numbers;

namespace Shouwang.Bot.Understanding.Calendars;

/// <summary>Months and days as they are said and written (几月几号): 3月5号, 三月初五, 腊月廿三, 2026-03-05, 三月底.</summary>
internal static partial class MonthDays
{
    public const string Number = "[0-9零〇一二三四五六七八九十]{1,4}";

    public const string Year = "(?:(?<year>大前年|前年|去年|旧年|上年|今年)|(?<full>[0-9]{4}|[零〇一二三四五六七八九]{4}|(?<![0-9])[0-9]{2})年)?的?";

    /// <summary>Behind a day without 号: not the beginning of something that is counted.</summary>
    private const string NoCount = "(?![0-9零〇一二三四五六七八九十百千万元块天个次年月])";

    [GeneratedRegex("(?<![0-9])(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?![0-9])[日号]?|(?<![0-9])(?<y>20[0-9]{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])(?![0-9.元块])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Written();

    /// <summary>3/7, 12.30-1.4: without a year only where nothing else can be meant.</summary>
    [GeneratedRegex("(?<![0-9./-])(?<m>1[0-2]|0?[1-9])(?:/|[.](?=[0-9]{1,2}(?:[日号出住入进去到至~–—-]))|(?<=[~–—至到-](?:1[0-2]|[1-9]))[.])(?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9./%万千元块])[日号]?|(?<=[~–—至到-])(?<m>1[0-2]|0?[1-9])[./](?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9./%万千元块])[日号]?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Short();

    [GeneratedRegex(Year + "(?<lunar>农历|阴历|旧历)?(?<leap>闰)?(?<month>正|腊|冬|元|" + Number + ")月份?(?:(?<part>上旬|中旬|下旬|底|末|初(?![一二三四五六七八九十0-9])|半)|(?<first>初|廿)?(?<day>" + Number + ")(?<hao>[日号])?|(?<first>廿)(?<hao>[日号])?)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex("(?<month>上上个?月|上个?月|头个月|这个?月|本月|下个?月)(?:(?<part>上旬|中旬|下旬|底|末|初(?![一二三四五六七八九十0-9])|半)|(?<day>" + Number + ")(?:[日号]|" + NoCount + "))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ThisMonth();

    /// <summary>八号出的院: of this month, or of the last where it is still ahead.</summary>
    [GeneratedRegex("(?<![0-9零〇一二三四五六七八九十月第选回按.])(?<day>" + Number + ")号(?![楼床线病房机码院门店桌单元桥])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DayAlone();

    public static IEnumerable<FoundDate> In(string text, DateOnly today) =>
    [
        .. Written().Matches(text).Select(m => FoundDate.Of(m, Solar(Value(m, "y")!.Value, Value(m, "m")!.Value, Value(m, "d")))),
        .. Short().Matches(text).Select(m => FoundDate.Of(m, Latest(Enumerable.Range(0, 2).Select(n => today.Year - n), y => Solar(y, Value(m, "m")!.Value, Value(m, "d")), today))),
        .. MonthAndDay().Matches(text).Select(m => FoundDate.Of(m, Of(m, today)) with { IsMonthAndDay = true }),
        .. ThisMonth().Matches(text).Select(m => FoundDate.Of(m, OfThisMonth(m, today))),
        .. DayAlone().Matches(text).Select(m => FoundDate.Of(m, Value(m, "day") is { } day ? LatestDay(day, today) : null)),
    ];

    private static SaidDate? Of(Match m, DateOnly today)
    {
        var name = m.Groups["month"].Value;
        var first = m.Groups["first"].Value;
        var lunar = m.Groups["lunar"].Success || m.Groups["leap"].Success || (first.Length > 0 && name != "元") || name is "正" or "腊" or "冬";
        var day = first == "廿" ? 20 + (Value(m, "day") ?? 0) : Value(m, "day");
        if ((m.Groups["day"].Success && day is null) || (first == "初" && day > 10) || (name switch { "正" or "元" => 1, "腊" => 12, "冬" => 11, _ => Value(m, "month") }) is not { } month)
            return null;
        var part = m.Groups["part"].Value;
        if (lunar)
            return Part(m.Groups["leap"].Success ? Latest(Years(m, Lunar.YearOf(today)), y => InLunar(y, month, true, day), today) : LatestLunar(Years(m, Lunar.YearOf(today)), month, day, today), part);
        // In the farmers' calendar the first and the last two are 正月, 冬月, 腊月, and no month has thirty-one days.
        var inWords = !char.IsAsciiDigit(name[0]) && name != "元" && month is > 1 and < 11 && day is <= 30;
        return Latest(Years(m, today.Year), y => Solar(y, month, day), today) is { } found ? Part(found with { Unclear = inWords }, part) : null;
    }

    private static SaidDate? OfThisMonth(Match m, DateOnly today)
    {
        var month = today.AddMonths(m.Groups["month"].Value switch { ['上', '上', ..] => -2, ['上' or '头', ..] => -1, ['下', ..] => 1, _ => 0 });
        return m.Groups["day"].Success && Value(m, "day") is null ? null : Part(Solar(month.Year, month.Month, Value(m, "day")), m.Groups["part"].Value);
    }

    /// <summary>上旬, 中旬, 下旬 of a month.</summary>
    private static SaidDate? Part(SaidDate? month, string part) => month is null ? null : part switch
    {
        "上旬" or "初" => month with { To = month.From.AddDays(9) },
        "中旬" => month with { From = month.From.AddDays(10), To = month.From.AddDays(19) },
        "下旬" or "底" or "末" => month with { From = month.From.AddDays(20) },
        "半" => month with { From = month.From.AddDays(12), To = month.From.AddDays(16) },
        _ => month,
    };

    private static SaidDate? InLunar(int year, int month, bool leap, int? day) => Lunar.Days(year, month, leap, day) is { } d ? new SaidDate(d.From, d.To, Lunar: true) : null;

    /// <summary>A month that is over but has no such day is not looked for a year earlier.</summary>
    private static SaidDate? LatestLunar(IEnumerable<int> years, int month, int? day, DateOnly today)
    {
        foreach (var year in years)
        {
            if (InLunar(year, month, false, null) is { } whole && whole.From.AddDays((day ?? 1) - 1) <= today)
                return InLunar(year, month, false, day);
        }
        return null;
    }

    private static SaidDate? LatestDay(int day, DateOnly today)
    {
        var month = day <= today.Day ? today : today.AddMonths(-1);
        return Solar(month.Year, month.Month, day);
    }

    /// <summary>The year that was said, or this one and those before it.</summary>
    public static IEnumerable<int> Years(Match match, int now)
    {
        if (match.Groups["full"].Success)
            return [Value(match, "full") is { } year ? (year < 100 ? 2000 + year : year) : 0];
        return match.Groups["year"].Success ? [Back(match.Groups["year"].Value, now)] : Enumerable.Range(0, 12).Select(n => now - n);
    }

    public static SaidDate? Latest(IEnumerable<int> years, Func<int, SaidDate?> date, DateOnly today) =>
        years.ToList() is [var only] ? date(only) : years.Select(date).FirstOrDefault(d => d is not null && d.From <= today);

    public static int Back(string word, int now) => now - word switch { "大前年" => 3, "前年" => 2, "去年" or "旧年" or "上年" => 1, _ => 0 };

    public static SaidDate? Solar(int year, int month, int? day)
    {
        if (year is < 1901 or > 2100 || month is < 1 or > 12 || day is < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return new(new(year, month, day ?? 1), new(year, month, day ?? DateTime.DaysInMonth(year, month)));
    }

    public static int? Value(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var text } && NumberReader.Read(text) is { Exact: true } n && n.Min < 10_000 * (Int128)Span.One ? (int)(n.Min / Span.One) : null;
}
