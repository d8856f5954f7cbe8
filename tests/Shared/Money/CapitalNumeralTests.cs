using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Money;

public class CapitalNumeralTests
{
    [Theory]
    [InlineData(0, "零元整")]
    [InlineData(1, "壹分")]
    [InlineData(50, "伍角整")]
    [InlineData(1000, "壹拾元整")]
    [InlineData(10005, "壹佰元零伍分")]
    [InlineData(748410, "柒仟肆佰捌拾肆元壹角整")]
    [InlineData(1234567, "壹万贰仟叁佰肆拾伍元陆角柒分")]
    [InlineData(1000100, "壹万零壹元整")]
    [InlineData(10010000, "壹拾万零壹佰元整")]
    [InlineData(1_000_000_000_00, "壹拾亿元整")]
    [InlineData(-300, "负叁元整")]
    public void Amounts_are_written_as_the_payment_rules_ask(long fen, string written) => CapitalNumeral.Write(new Fen(fen)).ShouldBe(written);

    [Theory]
    [InlineData("柒仟肆佰捌拾肆元壹角", 748410)]
    [InlineData("叁萬贰仟圆陆角伍分", 3200065)]
    [InlineData("壹拾元正", 1000)]
    [InlineData("拾元整", 1000)]
    [InlineData("零拾零万伍仟零佰零拾零元零角零分", 500000)]
    [InlineData("一百二十三元四角五分", 12345)]
    [InlineData("壹佰元〇伍分", 10005)]
    public void Forms_that_people_use_are_read(string text, long fen)
    {
        CapitalNumeral.TryRead(text, out var amount).ShouldBeTrue();
        amount.ShouldBe(new Fen(fen));
    }

    [Theory]
    [InlineData("")]
    [InlineData("元")]
    [InlineData("壹贰元整")]
    [InlineData("壹拾佰元整")]
    [InlineData("壹元整贰")]
    [InlineData("壹分贰角")]
    [InlineData("总计壹元整")]
    public void What_is_no_amount_is_refused(string text) => CapitalNumeral.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void Every_amount_reads_back_as_it_was_written() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).SelectMany(a => Gen.Choose(0, 200_000).Select(b => (long)a * b)).ToArbitrary(), value =>
        {
            var amount = new Fen(value);
            return CapitalNumeral.TryRead(CapitalNumeral.Write(amount), out var read) && read == amount;
        }).QuickCheckThrowOnFailure();
}
