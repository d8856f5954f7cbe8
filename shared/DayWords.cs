namespace Shouwang.Shared;

/// <summary>Days as people write them (日期的说法).</summary>
public static class DayWords
{
    /// <summary>2026年3月1日.</summary>
    public static string InWords(this DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
