using System.Globalization;
using Shouwang.Shared;

namespace Shouwang.Bot.Replies;

/// <summary>Days in words (日期的说法): 2026年10月3日, and the lunar day where it helps.</summary>
internal static class Days
{
    /// <summary>"2026-10-03" as 2026年10月3日; other text as it is.</summary>
    public static string Spoken(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Spoken(date) : Plain.Words(day, 20);

    public static string Spoken(DateOnly date) => date.InWords();
}
