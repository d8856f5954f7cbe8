using Shouwang.Functions.Channels.Tencent;

namespace Shouwang.Functions.Tests.Channels.Tencent;

public sealed class MessageCipherTests
{
    // Vectors of the wechatpy test suite.
    const string Echo = "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==";
    const string Message = "RgqEoJj5A4EMYlLvWO1F86ioRjZfaex/gePD0gOXTxpsq5Yj4GNglrBb8I2BAJVODGajiFnXBu7mCPatfjsu6IHCrsTyeDXzF6Bv283dGymzxh6ydJRvZsryDyZbLTE7rhnus50qGPMfp2wASFlzEgMW9z1ef/RD8XzaFYgm7iTdaXpXaG4+BiYyolBug/gYNx410cvkKR2/nPwBiT+P4hIiOAQqGp/TywZBtDh1yCF2KOd0gpiMZ5jSw3e29mTvmUHzkVQiMS6td7vXUaWOMZnYZlF3So2SjHnwh4jYFxdgpkHHqIrH/54SNdshoQgWYEvccTKe7FS709/5t6NMxuGhcUGAPOQipvWTT4dShyqio7mlsl5noTrb++x6En749zCpQVhDpbV6GDnTbcX2e8K9QaNWHp91eBdCRxthuL0=";

    static readonly MessageCipher s_known = new("123456", "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR", "wx49f0ab532d5d035a");
    static readonly MessageCipher s_mine = new(TencentServer.Token, TencentServer.AesKey, TencentServer.AppId);

    [Fact]
    public void Known_answers_come_out()
    {
        s_known.Sign("1411443780", "437374425", Echo).ShouldBe("dd6b9c95b495b3f7e2901bfbc76c664930ffdb96");
        s_known.Decrypt(Echo).ShouldBe("5927782489442352469");
        s_known.Decrypt(Message)!.ShouldContain("messense");
    }

    [Fact]
    public void Every_length_of_padding_comes_back()
    {
        for (var length = 0; length < 100; length++)
        {
            var text = new string('王', length / 3) + new string('a', length % 3);
            s_mine.Decrypt(s_mine.Encrypt(text)).ShouldBe(text);
        }
    }

    [Fact]
    public void What_was_changed_on_the_way_or_is_for_another_is_not_read()
    {
        var sealed1 = s_mine.Encrypt("村里的互助金什么时候发");
        new MessageCipher(TencentServer.Token, TencentServer.AesKey, "wxother").Decrypt(sealed1).ShouldBeNull();
        new MessageCipher(TencentServer.Token, "bbcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", TencentServer.AppId).Decrypt(sealed1).ShouldBeNull();
        var bytes = Convert.FromBase64String(sealed1);
        // Within CBC a changed block garbles itself and flips the next; a changed length, receiver or padding is always seen.
        foreach (var at in (int[])[16, 17, 18, bytes.Length - 1, bytes.Length - 17])
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 0x55;
            s_mine.Decrypt(Convert.ToBase64String(changed)).ShouldBeNull($"byte {at}");
        }
        foreach (var junk in (string[])["", "!!!", "YWJj", Convert.ToBase64String(new byte[32]), Convert.ToBase64String(new byte[15]), sealed1[..24]])
            s_mine.Decrypt(junk).ShouldBeNull(junk);
        s_mine.Verify(null, "a").ShouldBeFalse();
        s_mine.Verify("短", "a").ShouldBeFalse();
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><xml><MsgType>&a;</MsgType></xml>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><xml/>")]
    [InlineData("<xml><a></xml>")]
    [InlineData("")]
    public void Xml_that_brings_its_own_rules_or_is_broken_is_refused(string xml) => XmlFields.Read(xml).ShouldBeNull();

    [Fact]
    public void Any_text_survives_the_xml()
    {
        const string text = "总额<b>5.3万</b>&]]>\n👵\u0001";
        XmlFields.Read(XmlFields.Write(("Content", text), ("B", "")))!["Content"].ShouldBe(text[..^1]);
    }
}
