using Shouwang.Local.SampleRoad;

namespace Shouwang.Local.Tests.SampleRoad;

public sealed class SampleAmountTests
{
    [Theory]
    [InlineData("村互助金 1,200.00 元", true)]
    [InlineData("1200.00", true)]
    [InlineData("11,200.00 元", false)]
    [InlineData("1,200.005", false)]
    [InlineData("11,200.00 之后 1,200.00", true)]
    [InlineData("没有金额", false)]
    public void An_amount_is_found_only_as_a_whole(string sentence, bool found) => SampleAmount.Names(sentence, "1200.00").ShouldBe(found);
}
