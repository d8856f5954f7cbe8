using Shouwang.EndToEnd.Tests.Support;
using Shouwang.Functions.Recognition;
using Shouwang.Recognizer.Pictures;
using Shouwang.Shared.Pictures;
using static Shouwang.Shared.Pictures.PictureFault;

namespace Shouwang.Recognizer.Tests.Pictures;

/// <summary>Pages drawn and looked at for the app, which has no decoder for them.</summary>
public sealed class DrawnPageTests(RunningRecognizer recognizer)
{
    const string List = "claim/fee-list.jpg";
    static readonly CancellationToken s_stop = TestContext.Current.CancellationToken;

    RecogniserPages Pages(string key = RunningRecognizer.Key) => new(recognizer.Endpoint, new(key));

    [Theory]
    [InlineData("webp")]
    [InlineData("bmp3")]
    [InlineData("bmp")]
    [InlineData("tiff")]
    [InlineData("pdf")]
    public async Task A_dark_photo_or_one_that_is_cut_off_is_told_whatever_its_file(string format)
    {
        (await Pages().LookAsync(File(format), s_stop)).ShouldBeEmpty();
        (await Pages().LookAsync(File(format, "-evaluate", "multiply", "0.2"), s_stop)).ShouldBe([TooDark]);
        (await Pages().LookAsync(File(format, "-gravity", "east", "-crop", "75%x100%+0+0", "+repage"), s_stop)).ShouldBe([CutLeft]);
    }

    [Fact]
    public async Task Every_page_of_a_scan_is_looked_at_and_what_a_program_drew_is_not()
    {
        BinaryData fine = new(RunningRecognizer.Sample(List)), dark = new(Converted.Sample(List, "jpeg", "-evaluate", "multiply", "0.2"));
        (await Pages().LookAsync(new(Pdf.Of(fine.ToArray(), dark.ToArray())), s_stop)).ShouldBe([TooDark]);
        (await Pages().LookAsync(new(Converted.Sample(List, "tiff", "(", "+clone", "-evaluate", "multiply", "0.2", ")", "-compress", "lzw")), s_stop)).ShouldBe([TooDark]);
        (await Pages().LookAsync(new(DocumentPicturesTests.Pdf("595 842")), s_stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_is_drawn_as_a_JPEG_and_one_that_does_not_exist_is_none()
    {
        var pdf = new BinaryData(Pdf.Of(RunningRecognizer.Sample("others/shopping-receipt.jpg"), RunningRecognizer.Sample(List)));
        var sides = JpegSides(await Pages().DrawAsync(pdf, 2, s_stop));
        var sample = JpegSides(new(RunningRecognizer.Sample(List)));
        Math.Max(sides.Width, sides.Height).ShouldBeInRange(1600, 2400);
        ((double)sides.Width / sides.Height).ShouldBe((double)sample.Width / sample.Height, 0.01);
        (await Pages().DrawAsync(pdf, 3, s_stop)).ShouldBeNull();
        (await Pages().DrawAsync(pdf, 0, s_stop)).ShouldBeNull();
        JpegSides(await Pages().DrawAsync(new(Converted.Sample(List, "tiff", "(", "+clone", "-rotate", "90", ")", "-resize", "50%")), 2, s_stop)).Width.ShouldBeInRange((sample.Height / 2) - 1, (sample.Height / 2) + 1);
        JpegSides(await Pages().DrawAsync(File("webp"), 1, s_stop)).ShouldBe(sample);
    }

    [Fact]
    public async Task What_cannot_be_opened_or_may_not_be_asked_for_is_neither_drawn_nor_looked_at()
    {
        foreach (var (pages, file) in new[] { (Pages(), new BinaryData(Pdf.Locked())), (Pages(), new("text"u8.ToArray())), (Pages("wrong"), File("webp")), (new RecogniserPages(recognizer.Endpoint, null), File("webp")),
            // Azure's has no such call, and answers 404.
            (new RecogniserPages(new Uri(recognizer.Endpoint, "nobody-draws-here"), new(RunningRecognizer.Key)), File("webp")) })
        {
            (await pages.DrawAsync(file, 1, s_stop)).ShouldBeNull();
            (await pages.LookAsync(file, s_stop)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Any_header_of_a_BMP_shows_the_same_pixels()
    {
        var plain = PictureDecoder.Decode(Converted.Sample(List, "png")).Picture;
        foreach (var how in (string[][])[["bmp", "+profile", "*"], ["bmp3", "+profile", "*"], ["bmp3"], ["bmp"], ["bmp", "-alpha", "set"]])
        {
            var file = Converted.Sample(List, how[0], how.AsSpan(1));
            var picture = PictureDecoder.Decode(file).Picture;
            (picture.Width, picture.Height).ShouldBe((plain.Width, plain.Height));
            picture.Pixels.Zip(plain.Pixels).Count(pair => pair.First >> 8 != pair.Second >> 8).ShouldBe(0);
        }
    }

    static BinaryData File(string format, params string[] how) => new(format == "pdf"
        ? Pdf.Of(Converted.Sample(List, "jpeg", [.. how, "-quality", "85"]))
        : Converted.Sample(List, format, how));

    static (int Width, int Height) JpegSides(BinaryData? jpeg) => PictureDecoder.Inspect(jpeg!.ToArray()) is { Format: PictureFormat.Jpeg } header ? (header.Width, header.Height) : default;
}
