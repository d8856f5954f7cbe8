using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding.Calendars;

/// <summary>Days with a name (节日、节气): 国庆, 腊八, 年初二, 立冬.</summary>
internal static partial class Festivals
{
    private const string Named = "国庆|元旦|五一|劳动节|六一|儿童节|三八(?=妇女|节)|妇女节|七一(?=[建节那])|八一(?=[建节那])|建军节|春节|过年|大?年初[一二三四五六七八]|元宵|龙抬头|端午|七夕|七月半|中元节?|鬼节|中秋|八月半|重阳|腊八|小年(?!夜饭|轻)|除夕|大?年三十";

    [GeneratedRegex(MonthDays.Year + "(?<name>" + Named + ")(?:节|妇女节|儿童节)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Festival();

    private static readonly Regex Term = new(MonthDays.Year + "(?<name>" + SolarTerms.Names + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static IEnumerable<FoundDate> In(string text, DateOnly today) =>
    [
        .. Festival().Matches(text).Select(m => FoundDate.Of(m, Of(m, today))),
        .. Term.Matches(text).Select(m => FoundDate.Of(m, MonthDays.Latest(MonthDays.Years(m, today.Year), y => SolarTerms.Day(m.Groups["name"].Value, y) is { } d ? new SaidDate(d, d) : null, today))),
    ];

    private static SaidDate? Of(Match m, DateOnly today)
    {
        var name = m.Groups["name"].Value;
        (int Month, int Day, bool IsLunar) on = name switch
        {
            "国庆" => (10, 1, false),
            "元旦" => (1, 1, false),
            "五一" or "劳动节" => (5, 1, false),
            "六一" or "儿童节" => (6, 1, false),
            "三八" or "妇女节" => (3, 8, false),
            "七一" => (7, 1, false),
            "八一" or "建军节" => (8, 1, false),
            "元宵" => (1, 15, true),
            "龙抬头" => (2, 2, true),
            "端午" => (5, 5, true),
            "七夕" => (7, 7, true),
            "七月半" or "中元" or "中元节" or "鬼节" => (7, 15, true),
            "中秋" or "八月半" => (8, 15, true),
            "重阳" => (9, 9, true),
            "腊八" => (12, 8, true),
            "小年" => (12, 23, true),
            _ when name.Contains("年初", StringComparison.Ordinal) => (1, "一二三四五六七八".IndexOf(name[^1]) + 1, true),
            _ => (1, 1, true),
        };
        if (!on.IsLunar)
            return MonthDays.Latest(MonthDays.Years(m, today.Year), y => MonthDays.Solar(y, on.Month, on.Day), today);
        var eve = name is "除夕" or "大年三十" or "年三十" ? 1 : 0;
        var found = MonthDays.Latest(MonthDays.Years(m, Lunar.YearOf(today)), y => Lunar.Days(y + eve, on.Month, false, on.Day) is { } d ? new SaidDate(d.From.AddDays(-eve), d.To.AddDays(-eve), Lunar: true) : null, today);
        return name == "小年" && found is not null ? found with { Unclear = true } : found; // a day later in the south
    }
}
