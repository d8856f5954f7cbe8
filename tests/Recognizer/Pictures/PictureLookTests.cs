using Shouwang.Shared.Pictures;
using static Shouwang.Shared.Pictures.PictureFault;

namespace Shouwang.Recognizer.Tests.Pictures;

public sealed class PictureLookTests
{
    [Theory]
    [InlineData("claim/discharge-record.jpg")]
    [InlineData("claim/fee-list.jpg")]
    [InlineData("claim/settlement-sheet.jpg")]
    [InlineData("others/shopping-receipt.jpg")]
    [InlineData("others/exif-turned-settlement-sheet.jpg")]
    [InlineData("others/upside-down-discharge-record.jpg")]
    public void A_photo_as_people_take_it_has_no_faults(string name) => PictureLook.Faults(RunningRecognizer.Sample(name)).ShouldBeEmpty();

    [Theory]
    [InlineData("in the dark", TooDark, "-evaluate", "multiply", "0.2")]
    [InlineData("burnt out", TooBright, "+level", "88%,100%")]
    [InlineData("out of focus", Blurred, "-resize", "70%", "-blur", "0x5")]
    [InlineData("from far away", TooFar, "-resize", "25%", "-background", "#8a6f55", "-gravity", "center", "-extent", "1400x1800")]
    [InlineData("cut at the left", CutLeft, "-gravity", "east", "-crop", "75%x100%+0+0")]
    [InlineData("cut at the right", CutRight, "-gravity", "west", "-crop", "75%x100%+0+0")]
    public void A_fault_is_told_by_name(string what, PictureFault fault, params string[] how) =>
        PictureLook.Faults(Converted.Sample("claim/fee-list.jpg", "jpeg", [.. how, "-quality", "80"])).ShouldBe([fault], what);

    [Fact]
    public void A_bright_window_behind_the_paper_is_no_glare_on_it() =>
        PictureLook.Faults(Converted.Sample("claim/fee-list.jpg", "jpeg", "-evaluate", "multiply", "0.6", "-bordercolor", "white", "-border", "150", "-quality", "80")).ShouldBeEmpty();

    [Fact]
    public void A_scan_in_black_and_white_with_the_shadow_of_the_papers_edge_is_neither_cut_nor_far_away() =>
        PictureLook.Faults(Converted.Sample("claim/fee-list.jpg", "jpeg",
        [
            "-colorspace", "gray", "-lat", "31x31-5%", "-fill", "black",
            .. Enumerable.Range(0, 12).SelectMany(i => (string[])["-draw", $"rectangle 0,{100 + (60 * i)} 4,{112 + (60 * i)}"]),
            "-quality", "80",
        ])).ShouldBeEmpty();

    [Fact]
    public void The_side_that_is_cut_is_the_one_its_taker_sees()
    {
        // Orientation 6: the picture is stored lying on its left side, so that what is seen on the left lies at the bottom.
        var stored = Converted.Sample("claim/fee-list.jpg", "jpeg", "-gravity", "east", "-crop", "75%x100%+0+0", "+repage", "-rotate", "270", "-quality", "80");
        PictureLook.Faults(PictureFiles.WithOrientation(stored, 6, little: true)).ShouldContain(CutLeft);
    }

    [Fact]
    public void What_to_do_better_is_said_in_one_breath()
    {
        PictureAdvice.Of([]).ShouldBeNull();
        PictureAdvice.Of([TooDark, CutLeft, CutBottom]).ShouldBe("照片太暗，请开灯，或者拿到亮的地方拍。左边、下边没拍全，往后退一点，把整张纸的左边、下边都拍进去。");
        foreach (var fault in Enum.GetValues<PictureFault>())
            PictureAdvice.Of([fault]).ShouldNotBeNullOrEmpty();
        // Nobody can hold a file closer, into the light or out of the glare.
        PictureAdvice.OfFile([TooFar, Blurred], readable: false).ShouldBe("这份文件里的字太小、太糊，看不清。请对着原来的纸拍照发来；没有纸，请到医院打印一份再拍。");
        PictureAdvice.OfFile([CutLeft], readable: true).ShouldBe("这份文件里有的地方看不太清，有的数字可能看错。方便的话，请对着原来的纸拍照发来。");
    }
}
