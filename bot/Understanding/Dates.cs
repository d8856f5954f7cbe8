using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Calendars;
using Shouwang.Bot.Understanding.Numbers;

namespace Shouwang.Bot.Understanding;

/// <summary>A day or a stretch of days as said (口头日期).</summary>
/// <param name="Lunar">Said by the farmers' calendar.</param>
/// <param name="Unclear">三月五号 in words may be either calendar: ask.</param>
internal sealed record SaidDate(DateOnly From, DateOnly To, bool Lunar = false, bool Unclear = false);

/// <summary>Finds the date in what people say (日期识别). A stay in hospital is over, so the latest one that is not ahead is meant.</summary>
internal static partial class Dates
{
    private const string Number = "[0-9零〇一二三四五六七八九十]{1,4}";
    private const string Year = "(?:(?<year>大前年|前年|去年|今年)|(?<full>[0-9]{4}|[零〇一二三四五六七八九]{4}|[0-9]{2})年)?的?";

    [GeneratedRegex("(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(Year + "(?<lunar>农历|阴历|旧历)?(?<leap>闰)?(?<month>正|腊|冬|" + Number + ")月份?(?:(?<first>初|廿)?(?<day>" + Number + ")?(?<hao>[日号])?|(?<end>底))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(Year + "(?<name>国庆|元旦|劳动节|春节|过年|大年初一|元宵|端午|中秋|八月半|重阳|除夕|大年三十|年三十)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Festival();

    [GeneratedRegex("(?<month>上上个?月|上个?月|这个?月|本月)(?:(?<day>" + Number + ")[日号]|(?<end>底)|初)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThisMonth();

    [GeneratedRegex("(?<week>上上个?|上个?|这个?|本)(?:周|星期|礼拜)(?<day>[一二三四五六日天])?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Week();

    [GeneratedRegex("(?<n>" + Number + ")(?<unit>天|周|个星期|个礼拜|个月|年)(?:以?前|之前)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ago();

    [GeneratedRegex("大前天|前天|前日|昨天|昨儿|昨日|今天|今儿|今日", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Day();

    [GeneratedRegex("(?<year>大前年|前年|去年|今年)(?<half>上半年|下半年)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeYear();

    public static SaidDate? In(string raw, DateOnly today)
    {
        var text = Normal.Fold(raw).Replace(" ", "", StringComparison.Ordinal);
        return FromWritten(text) ?? FromThisMonth(text, today) ?? FromMonthAndDay(text, today) ?? FromFestival(text, today) ?? FromWeek(text, today)
            ?? FromAgo(text, today) ?? FromDay(text, today) ?? FromYear(text, today);
    }

    private static SaidDate? FromWritten(string text) =>
        Written().Match(text) is { Success: true } m ? Solar(Value(m, "y")!.Value, Value(m, "m")!.Value, Value(m, "d")) : null;

    private static SaidDate? FromMonthAndDay(string text, DateOnly today)
    {
        var m = MonthAndDay().Match(text);
        if (!m.Success)
            return null;
        var name = m.Groups["month"].Value;
        var first = m.Groups["first"].Value;
        var lunar = m.Groups["lunar"].Success || m.Groups["leap"].Success || first.Length > 0 || name is "正" or "腊" or "冬";
        var day = first == "廿" ? 20 + (Value(m, "day") ?? 0) : Value(m, "day");
        if ((name switch { "正" => 1, "腊" => 12, "冬" => 11, _ => Value(m, "month") }) is not { } month)
            return null;
        if (lunar)
            return Latest(Years(m, Lunar.YearOf(today)), y => Lunar.Days(y, month, m.Groups["leap"].Success, day) is { } d ? new SaidDate(d.From, d.To, Lunar: true) : null, today);
        var inWords = !char.IsAsciiDigit(name[0]) && day is not null;
        return Latest(Years(m, today.Year), y => Solar(y, month, day), today) is { } found ? found with { Unclear = inWords } : null;
    }

    private static SaidDate? FromFestival(string text, DateOnly today)
    {
        var m = Festival().Match(text);
        if (!m.Success)
            return null;
        (int Month, int Day, bool IsLunar) on = m.Groups["name"].Value switch
        {
            "国庆" => (10, 1, false),
            "元旦" => (1, 1, false),
            "劳动节" => (5, 1, false),
            "元宵" => (1, 15, true),
            "端午" => (5, 5, true),
            "中秋" or "八月半" => (8, 15, true),
            "重阳" => (9, 9, true),
            _ => (1, 1, true),
        };
        var eve = m.Groups["name"].Value is "除夕" or "大年三十" or "年三十" ? 1 : 0;
        return on.IsLunar
            ? Latest(Years(m, Lunar.YearOf(today)), y => Lunar.Days(y + eve, on.Month, false, on.Day) is { } d ? new SaidDate(d.From.AddDays(-eve), d.To.AddDays(-eve), Lunar: true) : null, today)
            : Latest(Years(m, today.Year), y => Solar(y, on.Month, on.Day), today);
    }

    private static SaidDate? FromThisMonth(string text, DateOnly today)
    {
        var m = ThisMonth().Match(text);
        if (!m.Success)
            return null;
        var month = today.AddMonths(m.Groups["month"].Value switch { ['上', '上', ..] => -2, ['上', ..] => -1, _ => 0 });
        var whole = Solar(month.Year, month.Month, Value(m, "day"));
        return m.Groups["end"].Success && whole is not null ? whole with { From = whole.To.AddDays(-6) } : whole;
    }

    private static SaidDate? FromWeek(string text, DateOnly today)
    {
        var m = Week().Match(text);
        if (!m.Success)
            return null;
        var back = m.Groups["week"].Value switch { ['上', '上', ..] => 14, ['上', ..] => 7, _ => 0 };
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - back);
        if (!m.Groups["day"].Success)
            return new(monday, monday.AddDays(6));
        var day = monday.AddDays(m.Groups["day"].Value is "天" or "日" ? 6 : "一二三四五六".IndexOf(m.Groups["day"].Value[0]));
        return new(day, day);
    }

    private static SaidDate? FromAgo(string text, DateOnly today)
    {
        var m = Ago().Match(text);
        if (!m.Success || Value(m, "n") is not ({ } n and < 1000))
            return null;
        return m.Groups["unit"].Value switch
        {
            "天" => new(today.AddDays(-n), today.AddDays(-n)),
            "个月" => Solar(today.AddMonths(-n).Year, today.AddMonths(-n).Month, null),
            "年" => n < 100 ? new(new(today.Year - n, 1, 1), new(today.Year - n, 12, 31)) : null,
            _ => new(today.AddDays((-7 * n) - 3), today.AddDays((-7 * n) + 3)),
        };
    }

    private static SaidDate? FromDay(string text, DateOnly today)
    {
        var m = Day().Match(text);
        if (!m.Success)
            return null;
        var day = today.AddDays(m.Value[0] switch { '大' => -3, '前' => -2, '昨' => -1, _ => 0 });
        return new(day, day);
    }

    private static SaidDate? FromYear(string text, DateOnly today)
    {
        var m = WholeYear().Match(text);
        if (!m.Success)
            return null;
        var year = Back(m.Groups["year"].Value, today.Year);
        return m.Groups["half"].Value switch
        {
            "上半年" => new(new(year, 1, 1), new(year, 6, 30)),
            "下半年" => new(new(year, 7, 1), new(year, 12, 31)),
            _ => new(new(year, 1, 1), new(year, 12, 31)),
        };
    }

    /// <summary>The year that was said, or this one and those before it.</summary>
    private static IEnumerable<int> Years(Match match, int now)
    {
        if (match.Groups["full"].Success)
            return [Value(match, "full") is { } year ? (year < 100 ? 2000 + year : year) : 0];
        return match.Groups["year"].Success ? [Back(match.Groups["year"].Value, now)] : Enumerable.Range(0, 12).Select(n => now - n);
    }

    private static SaidDate? Latest(IEnumerable<int> years, Func<int, SaidDate?> date, DateOnly today) =>
        years.ToList() is [var only] ? date(only) : years.Select(date).FirstOrDefault(d => d is not null && d.From <= today);

    private static int Back(string word, int now) => now - word switch { "大前年" => 3, "前年" => 2, "去年" => 1, _ => 0 };

    private static SaidDate? Solar(int year, int month, int? day)
    {
        if (year is < 1901 or > 2100 || month is < 1 or > 12 || day is < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return new(new(year, month, day ?? 1), new(year, month, day ?? DateTime.DaysInMonth(year, month)));
    }

    private static int? Value(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var text } && NumberReader.Read(text) is { Exact: true } n && n.Min < 10_000 * (Int128)Span.One ? (int)(n.Min / Span.One) : null;
}
