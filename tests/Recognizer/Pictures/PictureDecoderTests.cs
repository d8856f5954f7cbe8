using System.Text;
using Shouwang.Recognizer.Pictures;
using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Tests.Pictures;

public sealed class PictureDecoderTests
{
    static readonly byte[] Photo = RunningRecognizer.Sample("claim/settlement-sheet.jpg");

    static PictureRefusal Refusal(byte[] file) => Should.Throw<PictureRefusedException>(() => PictureDecoder.Decode(file)).Refusal;

    [Fact]
    public void A_png_is_decoded_with_its_colours()
    {
        var decoded = PictureDecoder.Decode(PictureFiles.Png(80, 60, shade: 123));

        (decoded.Picture.Width, decoded.Picture.Height).ShouldBe((80, 60));
        decoded.Picture.Pixels.ShouldAllBe(pixel => Picture.Red(pixel) == 123 && Picture.Green(pixel) == 123 && Picture.Blue(pixel) == 123);
    }

    [Theory]
    [InlineData(49, 60)]
    [InlineData(60, 49)]
    [InlineData(60, 30_001)]
    public void Sides_out_of_bounds_are_refused(int width, int height) =>
        Refusal(PictureFiles.Png(width, height)).ShouldBe(PictureRefusal.Dimensions);

    [Fact]
    public void A_small_file_that_unpacks_to_a_hundred_megapixels_is_refused_from_its_header()
    {
        var bomb = PictureFiles.Png(10_000, 10_000);

        bomb.Length.ShouldBeLessThan(1_000_000);
        Refusal(bomb).ShouldBe(PictureRefusal.Dimensions);
    }

    [Fact]
    public void A_small_jpeg_that_covers_its_picture_a_thousand_times_is_refused_before_it_is_decoded()
    {
        var progressive = Converted.Sample("claim/settlement-sheet.jpg", "jpeg", "-resize", "300", "-interlace", "JPEG");
        var scan = progressive.AsSpan(progressive.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA])..^2).ToArray();
        byte[] bomb = [.. progressive.AsSpan()[..^2], .. Enumerable.Repeat(scan, 1000).SelectMany(piece => piece), 0xFF, 0xD9];

        PictureDecoder.Decode(progressive).Picture.Width.ShouldBe(300);
        Refusal(bomb).ShouldBe(PictureRefusal.NotReadable);
        GreyPicture.From(bomb).ShouldBeNull();
        Refusal(PictureFiles.Claiming(progressive, 9_000, 6_000)).ShouldBe(PictureRefusal.Dimensions);
    }

    [Theory]
    [InlineData("tiff", 0x5DC0, 4)]
    [InlineData("webp", 0x3FFF, 0)]
    public void A_scan_or_web_picture_that_claims_to_be_huge_is_refused_from_its_header(string format, int side, int skipped)
    {
        var file = Converted.Sample("claim/settlement-sheet.jpg", format, "-resize", "300x400!", "-quality", "50");
        foreach (var was in (int[])[300, 400])
        {
            for (var at = skipped; at + 1 < file.Length; at++)
            {
                if (BitConverter.ToUInt16(file, at) == was)
                {
                    BitConverter.TryWriteBytes(file.AsSpan(at), (ushort)side);
                    break;
                }
            }
        }
        Refusal(file).ShouldBeOneOf(PictureRefusal.Dimensions, PictureRefusal.NotReadable);
    }

    [Fact]
    public void A_jpeg_of_sixty_megapixels_is_decoded_at_half_its_sides()
    {
        var header = PictureDecoder.Inspect(PictureFiles.Claiming(Photo, 9_000, 6_700));

        header.Reduction.ShouldBe(2);
    }

    [Fact]
    public void No_jpeg_within_bounds_decodes_to_more_pixels_than_allowed()
    {
        foreach (var side in (int[])[50, 4_999, 5_000, 5_001, 7_000, 9_999, 10_000])
        {
            var reduction = PictureDecoder.Inspect(PictureFiles.Claiming(Photo, side, side)).Reduction;
            ((long)side * side / (reduction * reduction)).ShouldBeLessThanOrEqualTo(PictureDecoder.MostPixels);
        }
    }

    [Fact]
    public void A_jpeg_without_its_end_is_refused_wherever_it_is_cut()
    {
        for (var length = 700; length < Photo.Length - 2; length += 9_973)
            Refusal(Photo[..length]).ShouldBe(PictureRefusal.NotReadable);
    }

    [Fact]
    public void A_jpeg_with_its_middle_missing_is_refused_or_read_but_never_harms()
    {
        byte[] gap = [.. Photo.AsSpan(0, 20_000), .. Photo.AsSpan(60_000)];

        Should.NotThrow(() => PictureDecoder.Decode(gap).Picture.Width.ShouldBe(1526));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0 but then nothing of a picture")]
    [InlineData("%PDF-1.4")]
    [InlineData("\r\n%PDF-1.4")]
    [InlineData("\0\0\0\u001cftypavif")]
    [InlineData("\u0089PNG but then nothing of a picture")]
    public void What_is_no_picture_is_refused(string bytes) => Refusal(Encoding.Latin1.GetBytes(bytes)).ShouldBe(PictureRefusal.NotReadable);

    [Theory]
    [InlineData("GIF87a")]
    [InlineData("GIF89a")]
    public void Known_formats_that_are_not_read_are_named(string bytes) => Refusal(Encoding.Latin1.GetBytes(bytes)).ShouldBe(PictureRefusal.FormatNotRead);
}
