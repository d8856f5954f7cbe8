using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Tests;

public sealed class DateTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("2026-03-05", "2026-03-05")]
    [InlineData("2026年3月5日出院", "2026-03-05")]
    [InlineData("26年3月", "2026-03-01..2026-03-31")]
    [InlineData("二〇二五年十月三号", "2025-10-03 unclear")]
    [InlineData("3月5号", "2026-03-05")]
    [InlineData("12月5号", "2025-12-05")]
    [InlineData("三月五号", "2026-03-05 unclear")]
    [InlineData("三月初五", "2026-04-21 lunar")]
    [InlineData("今年正月初八", "2026-02-24 lunar")]
    [InlineData("去年腊月", "2026-01-19..2026-02-16 lunar")]
    [InlineData("去年腊月二十三", "2026-02-10 lunar")]
    [InlineData("腊月廿三", "2026-02-10 lunar")]
    [InlineData("闰六月", "2025-07-25..2025-08-22 lunar")]
    [InlineData("农历八月十五", "2026-09-25 lunar")]
    [InlineData("上个月15号", "2026-10-15")]
    [InlineData("上月底", "2026-10-21..2026-10-31")]
    [InlineData("上上个月", "2026-09-01..2026-09-30")]
    [InlineData("昨儿个", "2026-11-20")]
    [InlineData("大前天", "2026-11-18")]
    [InlineData("上礼拜三", "2026-11-11")]
    [InlineData("上个星期", "2026-11-09..2026-11-15")]
    [InlineData("十天前", "2026-11-11")]
    [InlineData("三个月前", "2026-08-01..2026-08-31")]
    [InlineData("国庆那天", "2026-10-01")]
    [InlineData("去年国庆", "2025-10-01")]
    [InlineData("中秋", "2026-09-25 lunar")]
    [InlineData("大年三十", "2026-02-16 lunar")]
    [InlineData("今年上半年", "2026-01-01..2026-06-30")]
    [InlineData("去年", "2025-01-01..2025-12-31")]
    [InlineData("2月30号", "none")]
    [InlineData("住了13天", "none")]
    [InlineData("花了五万三", "none")]
    [InlineData("闰三月", "none")]
    public void Date_is_understood_as_it_was_said(string text, string expected) => Written(Dates.In(text, Today)).ShouldBe(expected);

    private static string Written(SaidDate? date) => date is null
        ? "none"
        : $"{date.From:yyyy-MM-dd}{(date.To == date.From ? "" : $"..{date.To:yyyy-MM-dd}")}{(date.Lunar ? " lunar" : "")}{(date.Unclear ? " unclear" : "")}";
}
