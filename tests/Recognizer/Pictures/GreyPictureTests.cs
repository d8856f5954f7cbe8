using FsCheck;
using FsCheck.Fluent;
using Shouwang.Recognizer.Pictures;
using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Tests.Pictures;

/// <summary>The small grey picture of a file, beside what the image library decodes.</summary>
public sealed class GreyPictureTests
{
    const string Paper = "claim/settlement-sheet.jpg";

    static readonly byte[] s_progressive = Converted.Sample(Paper, "jpeg", "-resize", "300", "-interlace", "JPEG", "-quality", "60");
    static readonly byte[] s_ordinary = Converted.Sample(Paper, "jpeg", "-resize", "300", "-quality", "60");

    [Theory]
    [InlineData("jpeg", "as it is", "-quality", "80")]
    [InlineData("jpeg", "progressive", "-interlace", "JPEG", "-quality", "80")]
    [InlineData("jpeg", "colour at full size", "-sampling-factor", "1x1", "-quality", "95")]
    [InlineData("jpeg", "without colour", "-colorspace", "Gray", "-quality", "80")]
    [InlineData("jpeg", "so large that half will do", "-sample", "2200x", "-quality", "80")]
    [InlineData("jpeg", "so large that a quarter will do", "-sample", "3300x", "-quality", "80")]
    [InlineData("jpeg", "odd sides", "-crop", "1001x733+3+5", "-quality", "80")]
    [InlineData("png", "colour")]
    [InlineData("png8", "a palette", "-colors", "64")]
    [InlineData("png", "two shades", "-threshold", "50%", "-depth", "1", "-define", "png:bit-depth=1", "-define", "png:color-type=0")]
    [InlineData("png", "16 bits", "-colorspace", "Gray", "-depth", "16", "-define", "png:bit-depth=16")]
    [InlineData("png", "large", "-sample", "2200x")]
    public void It_shows_what_the_whole_picture_shows(string format, string what, params string[] how)
    {
        var file = Converted.Sample(Paper, format, how);
        var grey = GreyPicture.From(file).ShouldNotBeNull(what);
        var whole = PictureDecoder.Decode(file).Picture;

        Math.Max(grey.Width, grey.Height).ShouldBeInRange(Math.Min(GreyPicture.LookedAt, Math.Max(whole.Width, whole.Height)), (2 * GreyPicture.LookedAt) - 1, what);
        Difference(grey, whole).ShouldBeLessThan(3, what);
    }

    [Fact]
    public void A_kind_that_is_not_looked_into_has_none()
    {
        GreyPicture.From("words"u8.ToArray()).ShouldBeNull();
        GreyPicture.From(Converted.Sample(Paper, "jpeg", "-colorspace", "CMYK", "-resize", "200")).ShouldBeNull();
        GreyPicture.From(Converted.Sample(Paper, "png", "-interlace", "PNG", "-resize", "200")).ShouldBeNull();
        GreyPicture.From(PictureFiles.Png(9_000, 9_000)).ShouldBeNull();
        GreyPicture.From(PictureFiles.Claiming(Converted.Sample(Paper, "jpeg", "-resize", "200"), 65_000, 65_000)).ShouldBeNull();
    }

    [Fact]
    public void A_damaged_file_is_never_more_than_not_looked_into() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(bool, int, byte, ushort)>(),
            damage =>
            {
                var (ordinary, at, value, cut) = damage;
                byte[] file = [.. ordinary ? s_ordinary : s_progressive];
                file[2 + ((at & int.MaxValue) % (file.Length - 2))] = value;
                PictureLook.Faults(file.AsMemory(0, file.Length - (cut % 3 == 0 ? cut % file.Length : 0)));
            }).QuickCheckThrowOnFailure();

    /// <summary>Mean difference of brightness, the whole picture averaged down to the grey one's places.</summary>
    static double Difference(GreyPicture grey, Picture whole)
    {
        var (sum, count) = (0.0, 0);
        for (var y = 0; y < grey.Height - 1; y += 7)
        {
            for (var x = 0; x < grey.Width - 1; x += 7)
            {
                var (left, right, top, bottom) = (x * grey.Shrunk / 8, (x + 1) * grey.Shrunk / 8, y * grey.Shrunk / 8, (y + 1) * grey.Shrunk / 8);
                if (right >= whole.Width || bottom >= whole.Height)
                    continue;
                var luma = 0.0;
                for (var wy = top; wy < bottom; wy++)
                {
                    foreach (var pixel in whole.Row(wy)[left..right])
                        luma += (0.299 * Picture.Red(pixel)) + (0.587 * Picture.Green(pixel)) + (0.114 * Picture.Blue(pixel));
                }
                sum += Math.Abs(grey.Row(y)[x] - (luma / ((right - left) * (bottom - top))));
                count++;
            }
        }
        return sum / count;
    }
}
