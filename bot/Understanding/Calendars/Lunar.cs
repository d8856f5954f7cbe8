using System.Globalization;

namespace Shouwang.Bot.Understanding.Calendars;

/// <summary>The farmers' calendar (农历), 1901–2100.</summary>
internal static class Lunar
{
    private static readonly ChineseLunisolarCalendar Calendar = new();

    public static int YearOf(DateOnly day) => Calendar.GetYear(day.ToDateTime(TimeOnly.MinValue));

    public static int DayOf(DateOnly day) => Calendar.GetDayOfMonth(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>A month's days, or one of them; null where there is no such month or day, such as a leap month that the year has not.</summary>
    public static (DateOnly From, DateOnly To)? Days(int year, int month, bool leap, int? day)
    {
        if (year is < 1902 or > 2099 || month is < 1 or > 12)
            return null;
        var leapIndex = Calendar.GetLeapMonth(year);
        if (leap && leapIndex != month + 1)
            return null;
        var index = leap || (leapIndex > 0 && month >= leapIndex) ? month + 1 : month;
        var count = Calendar.GetDaysInMonth(year, index);
        if (day is < 1 || day > count)
            return null;
        return (Day(year, index, day ?? 1), Day(year, index, day ?? count));
    }

    private static DateOnly Day(int year, int index, int day) => DateOnly.FromDateTime(Calendar.ToDateTime(year, index, day, 0, 0, 0, 0));
}
