using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Tests.Bills;

public class DateTextTests
{
    [Theory]
    [InlineData("2021-4-9")]
    [InlineData("2021.04.09")]
    [InlineData("2021/04/09")]
    [InlineData("2021年04月09日")]
    [InlineData("2021年4月9日 08:30")]
    [InlineData("20210409")]
    [InlineData("2021 年 4 月 9 日")]
    public void Dates_are_read_in_every_written_form(string text) => DateText.All(text).Single().Date.ShouldBe(new DateOnly(2021, 4, 9));

    [Theory]
    [InlineData("20211015-20211018")]
    [InlineData("20211015|20211018")]
    [InlineData("2021年10月15日至2021年10月18日")]
    [InlineData("2021.10.15~2021.10.18")]
    [InlineData("2021-10-15 2021-10-18")]
    public void Both_ends_of_a_period_are_read(string text) =>
        DateText.All(text).Select(d => d.Date).ShouldBe([new DateOnly(2021, 10, 15), new DateOnly(2021, 10, 18)]);

    [Theory]
    [InlineData("2021-13-01")]
    [InlineData("2021-02-30")]
    [InlineData("00230446")]
    [InlineData("1.急性阑尾炎")]
    public void What_is_no_date_is_none(string text) => DateText.All(text).ShouldBeEmpty();

    [Fact]
    public void Every_day_of_a_century_reads_back() =>
        Prop.ForAll(Gen.Choose(0, 36_500).ToArbitrary(), Gen.Elements("yyyy-MM-dd", "yyyy年M月d日", "yyyyMMdd", "yyyy.M.d").ToArbitrary(), (days, form) =>
        {
            var day = new DateOnly(1930, 1, 1).AddDays(days);
            return DateText.All(day.ToString(form)).Single().Date == day;
        }).QuickCheckThrowOnFailure();
}
