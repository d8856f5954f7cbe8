using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

public class CapitalTextTests
{
    [Theory]
    [InlineData("来件肆佰捌拾肆元壹角整", "柒仟肆佰捌拾肆元壹角整", 748410)]
    [InlineData("武万叁仟位佰元整", "贰万叁仟伍佰元整", 2350000)]
    [InlineData("(大写) 壹佰元整 (小写)", "壹佰元整", 10000)]
    [InlineData("肆仟柒佰肆拾叁圆壹角正", "肆仟柒佰肆拾叁圆壹角正", 474310)]
    [InlineData("武萬圓整", "贰萬圓整", 2000000)]
    [InlineData("叁佰园正", "叁佰圆正", 30000)]
    public void Confused_numerals_are_decoded_within_their_alphabet(string text, string read, long fen)
    {
        var capital = CapitalText.Read(text).ShouldNotBeNull();
        capital.Text.ShouldBe(read);
        capital.Amount.ShouldBe(new Fen(fen));
    }

    [Theory]
    [InlineData("肆拾叁圆壹角正", false)]
    [InlineData("肆拾叁园壹角正", true)]
    public void What_people_print_is_no_misreading(string text, bool mended) => CapitalText.Read(text)!.Value.Mended.ShouldBe(mended);

    [Fact]
    public void What_had_to_be_decoded_is_marked() => CapitalText.Read("武佰元整")!.Value.Mended.ShouldBeTrue();

    [Fact]
    public void Text_without_an_amount_has_none() => CapitalText.Read("收款单位（章）").ShouldBeNull();
}
