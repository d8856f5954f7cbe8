using System.Text;
using Shouwang.Functions.Contributions;
using Shouwang.Functions.Http;

namespace Shouwang.Functions.Tests.Contributions;

public sealed class SheetTextTests
{
    /// <summary>What a spreadsheet program saves by itself, of today and of twenty years ago, is told what to save instead.</summary>
    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4 })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 })]
    public void A_workbook_is_no_text(byte[] file) =>
        Should.Throw<ProblemException>(() => SheetText.Text(file)).Problem.Detail.ShouldContain("另存为");

    [Fact]
    public void Text_of_either_encoding_is_read()
    {
        SheetText.Text(Encoding.UTF8.GetBytes("姓名,金额")).ShouldBe("姓名,金额");
        SheetText.Text([0xD0, 0xD5, 0xC3, 0xFB]).ShouldBe("姓名");
    }
}
