using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Tests.Pictures;

public sealed class RedInkTests
{
    static readonly uint s_white = Picture.Pixel(250, 250, 250);

    [Fact]
    public void The_band_with_a_seal_is_read_again_over_the_whole_width_and_only_where_the_red_touches()
    {
        var picture = Paper();
        Fill(picture, 300, 200, 120, 100, Picture.Pixel(220, 60, 60));

        var red = RedInk.Find(picture).ShouldNotBeNull();

        (red.Zone.Left, red.Zone.Width).ShouldBe((0, picture.Width));
        (red.Zone.Top <= 200 && red.Zone.Bottom >= 300).ShouldBeTrue();
        red.Touch(310, 210, 500, 240).ShouldBeTrue();
        red.Touch(10, 210, 200, 240).ShouldBeFalse();
    }

    [Fact]
    public void A_page_without_red_is_not_read_again()
    {
        var picture = Paper();
        Fill(picture, 300, 200, 120, 30, Picture.Pixel(20, 20, 20));
        RedInk.Find(picture).ShouldBeNull();
    }

    [Fact]
    public void Without_red_black_ink_stays_and_the_rest_of_the_page_is_as_it_was()
    {
        var picture = Paper();
        Fill(picture, 300, 200, 120, 100, Picture.Pixel(220, 60, 60));
        Fill(picture, 320, 240, 40, 4, Picture.Pixel(20, 20, 20));
        var zone = RedInk.Find(picture)!.Zone;

        var clean = picture.With(RedInk.Without(picture.Cut(zone.Left, zone.Top, zone.Width, zone.Height)), zone.Left, zone.Top);

        Picture.Green(clean.Row(210)[310]).ShouldBeGreaterThan(200);
        Picture.Green(clean.Row(241)[330]).ShouldBeLessThan(60);
        clean.Row(10).SequenceEqual(picture.Row(10)).ShouldBeTrue();
        Picture.Green(picture.Row(210)[310]).ShouldBe(60);
    }

    static Picture Paper()
    {
        var picture = Picture.Blank(640, 480);
        picture.Pixels.AsSpan().Fill(s_white);
        return picture;
    }

    static void Fill(Picture picture, int left, int top, int width, int height, uint colour)
    {
        for (var y = top; y < top + height; y++)
            picture.Row(y).Slice(left, width).Fill(colour);
    }
}
