namespace Shouwang.Bot.Understanding.Calendars;

/// <summary>The twenty-four solar terms (二十四节气) of 2001–2099 and the dog days (三伏) that hang on them. By the usual table of this century, in whole numbers.</summary>
internal static class SolarTerms
{
    /// <summary>Ten thousandths of a day; the first four of a year fall before its leap day.</summary>
    private static readonly (string Name, int Month, int Constant)[] Terms =
    [
        ("小寒", 1, 54055), ("大寒", 1, 201200), ("立春", 2, 38700), ("雨水", 2, 187300), ("惊蛰", 3, 56300), ("春分", 3, 206460), ("清明", 4, 48100), ("谷雨", 4, 201000),
        ("立夏", 5, 55200), ("小满", 5, 210400), ("芒种", 6, 56780), ("夏至", 6, 213700), ("小暑", 7, 71080), ("大暑", 7, 228300), ("立秋", 8, 75000), ("处暑", 8, 231300),
        ("白露", 9, 76460), ("秋分", 9, 230420), ("寒露", 10, 83180), ("霜降", 10, 234380), ("立冬", 11, 74380), ("小雪", 11, 223600), ("大雪", 12, 71800), ("冬至", 12, 219400),
    ];

    /// <summary>Years in which the table is a day off.</summary>
    private static readonly (string Name, int Year, int By)[] Exceptions =
        [("雨水", 2026, -1), ("小寒", 2019, -1), ("大寒", 2082, 1), ("春分", 2084, 1), ("小满", 2008, 1), ("小暑", 2016, 1), ("立秋", 2002, 1), ("霜降", 2089, 1), ("立冬", 2089, 1), ("冬至", 2021, -1)];

    /// <summary>All names, for a pattern: 大雪 and 小雪 are weather too and are left out.</summary>
    public static string Names { get; } = string.Join('|', Terms.Select(term => term.Name).Where(name => name is not ("大雪" or "小雪" or "雨水"))) + "|入伏|头伏|初伏|中伏";

    /// <summary>The day of a term in a year; null where it is no term or no year of the table.</summary>
    public static DateOnly? Day(string name, int year) => name switch
    {
        _ when year is < 2001 or > 2099 => null,
        "入伏" or "头伏" or "初伏" => Geng(Day("夏至", year)!.Value, 3),
        "中伏" => Geng(Day("夏至", year)!.Value, 4),
        _ => Term(name, year),
    };

    private static DateOnly? Term(string name, int year)
    {
        var at = Array.FindIndex(Terms, term => term.Name == name);
        if (at < 0)
            return null;
        var y = year - 2000;
        var day = (((y * 2422) + Terms[at].Constant) / 10_000) - ((at < 4 ? y - 1 : y) / 4);
        return new DateOnly(year, Terms[at].Month, day + Exceptions.FirstOrDefault(e => e.Name == name && e.Year == year).By);
    }

    /// <summary>The n-th 庚 day from that day on; the stems go round in ten days.</summary>
    private static DateOnly Geng(DateOnly from, int n) => from.AddDays(((16 - ((from.DayNumber + 5) % 10)) % 10) + (10 * (n - 1)));
}
