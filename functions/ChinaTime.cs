namespace Shouwang.Functions;

/// <summary>The clock in China, where every village of this system lies (北京时间).</summary>
internal static class ChinaTime
{
    static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateTime Of(DateTimeOffset moment) => moment.ToOffset(Beijing).DateTime;

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment));

    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow());
}
