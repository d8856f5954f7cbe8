using Shouwang.Recognizer.Pictures;
using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Tests.Pictures;

public sealed class OrientationTests
{
    // 1 2 3
    // 4 5 6
    static readonly Picture Six = new(3, 2, [1, 2, 3, 4, 5, 6]);

    [Theory]
    [InlineData(1, 3, new uint[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(2, 3, new uint[] { 3, 2, 1, 6, 5, 4 })]
    [InlineData(3, 3, new uint[] { 6, 5, 4, 3, 2, 1 })]
    [InlineData(4, 3, new uint[] { 4, 5, 6, 1, 2, 3 })]
    [InlineData(5, 2, new uint[] { 1, 4, 2, 5, 3, 6 })]
    [InlineData(6, 2, new uint[] { 4, 1, 5, 2, 6, 3 })]
    [InlineData(7, 2, new uint[] { 6, 3, 5, 2, 4, 1 })]
    [InlineData(8, 2, new uint[] { 3, 6, 2, 5, 1, 4 })]
    public void Each_orientation_turns_or_mirrors_as_exif_says(int orientation, int width, uint[] pixels)
    {
        var turned = ((Orientation)orientation).Apply(Six);

        turned.Width.ShouldBe(width);
        turned.Pixels.ShouldBe(pixels);
    }

    [Fact]
    public void Four_quarter_turns_bring_the_picture_back()
    {
        var turned = Six;
        for (var i = 0; i < 4; i++)
            turned = Turning.FromQuarterTurns(1).Apply(turned);
        turned.Pixels.ShouldBe(Six.Pixels);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_tag_is_found_in_either_byte_order(bool little)
    {
        var jpeg = RunningRecognizer.Sample("others/blank-wall.jpg");
        for (var orientation = 1; orientation <= 8; orientation++)
            ((int)ExifOrientation.Of(PictureFiles.WithOrientation(jpeg, orientation, little))).ShouldBe(orientation);
    }

    [Fact]
    public void A_number_that_is_no_orientation_counts_as_none() =>
        ExifOrientation.Of(PictureFiles.WithOrientation(RunningRecognizer.Sample("others/blank-wall.jpg"), 9, little: true)).ShouldBe(Orientation.AsStored);

    [Fact]
    public void A_damaged_block_counts_as_none_wherever_it_is_cut()
    {
        var jpeg = PictureFiles.WithOrientation(RunningRecognizer.Sample("others/blank-wall.jpg"), 6, little: true);
        for (var length = 0; length < 30; length++)
            ExifOrientation.Of(jpeg.AsSpan(0, length)).ShouldBe(Orientation.AsStored);
    }

    [Fact]
    public void A_turned_photo_is_told_in_the_sides_of_the_upright_picture()
    {
        var jpeg = RunningRecognizer.Sample("others/blank-wall.jpg");
        var plain = PictureDecoder.Decode(jpeg);
        var turned = PictureDecoder.Decode(PictureFiles.WithOrientation(jpeg, 6, little: false));

        (turned.SentWidth, turned.SentHeight).ShouldBe((plain.SentHeight, plain.SentWidth));
        (turned.Picture.Width, turned.Picture.Height).ShouldBe((plain.SentHeight, plain.SentWidth));
    }
}
