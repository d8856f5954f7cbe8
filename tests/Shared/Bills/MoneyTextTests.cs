using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

public class MoneyTextTests
{
    [Theory]
    [InlineData("12345.67", 1234567, 0)]
    [InlineData("24,189.65", 2418965, 0)]
    [InlineData("¥1,234.00元", 123400, 0)]
    [InlineData("0", 0, 0)]
    [InlineData("467,50", 46750, 1)]
    [InlineData("6603 56", 660356, 1)]
    [InlineData("4.556.65", 455665, 1)]
    [InlineData("647299", 647299, 2)]
    [InlineData("15000", 15000, 2)]
    [InlineData("12O.5O", 12050, 0)]
    public void Likeliest_reading_comes_first_with_what_it_takes(string text, long fen, int cost)
    {
        var (amount, taken) = MoneyText.Readings(text)[0];
        amount.ShouldBe(new Fen(fen));
        taken.ShouldBe(cost);
    }

    [Fact]
    public void Whole_yuan_stay_possible_where_a_point_may_be_lost() =>
        MoneyText.Readings("15000").Select(r => r.Amount).ShouldBe([new Fen(15000), Fen.FromYuan(15000)]);

    [Theory]
    [InlineData("")]
    [InlineData("急性阑尾炎")]
    [InlineData("2026年9月8日")]
    [InlineData("1.2.3.4")]
    [InlineData("1234567890123456")]
    public void What_is_no_amount_has_no_reading(string text) => MoneyText.Readings(text).ShouldBeEmpty();

    [Fact]
    public void Every_amount_is_read_back_grouped_and_plain() =>
        Prop.ForAll(Gen.Choose(0, 2_000_000_000).ToArbitrary(), fen =>
        {
            var amount = new Fen(fen);
            return MoneyText.Readings(amount.ToString())[0] == (amount, 0) && MoneyText.Readings(amount.ToGroupedString())[0] == (amount, 0);
        }).QuickCheckThrowOnFailure();
}
