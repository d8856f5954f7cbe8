namespace Shouwang.Functions.Claims;

/// <summary>The day in China, where every village of this system lies (北京时间的日期).</summary>
internal static class ChinaDay
{
    static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Beijing).DateTime);
}
