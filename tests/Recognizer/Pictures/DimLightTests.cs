using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Tests.Pictures;

/// <summary>A photo taken in a very dark place looks as if there had been light, with its strokes and without its noise.</summary>
public sealed class DimLightTests
{
    const int Width = 240, Height = 160;

    [Fact]
    public void Paper_becomes_white_its_noise_goes_and_thin_strokes_stay()
    {
        var mended = DimLight.Mended(Photo(paper: 40, ink: 10, noise: 8)).ShouldNotBeNull();

        var paper = Greens(mended, stroke: false);
        paper.Average().ShouldBeInRange(190, 245);
        Spread(paper).ShouldBeLessThan(15);
        // Of what lies between paper and ink, most is left between stroke and paper.
        (paper.Average() - Greens(mended, stroke: true).Average()).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_red_of_a_seal_stays_red()
    {
        var photo = Photo(paper: 40, ink: 10, noise: 8);
        for (var y = 40; y < 120; y++)
            photo.Row(y)[40..120].Fill(Picture.Pixel(38, 12, 12));
        var mended = DimLight.Mended(photo).ShouldNotBeNull();
        var red = mended.Row(80)[80];
        (Picture.Red(red) - Picture.Green(red)).ShouldBeGreaterThan(80);
    }

    [Theory]
    [InlineData(220, 30, 8)] // bright enough
    [InlineData(40, 10, 0)] // dark without noise, as a screen at night
    [InlineData(66, 12, 4)] // dark, with noise that a blur takes away
    [InlineData(110, 20, 2)] // somewhat dark, a little noise
    public void Other_pictures_stay_as_they_are(int paper, int ink, int noise) =>
        DimLight.Mended(Photo(paper, ink, noise)).ShouldBeNull();

    [Fact]
    public void What_is_black_stays_so() => DimLight.Mended(Photo(paper: 0, ink: 0, noise: 0)).ShouldBeNull();

    /// <summary>Strokes two pixels wide on paper, each colour with noise of its own, the same on every run.</summary>
    static Picture Photo(int paper, int ink, int noise)
    {
        var random = new Random(5);
        var picture = Picture.Blank(Width, Height);
        int Grained(int value) => Math.Clamp(value + (int)Math.Round(noise * (random.NextDouble() + random.NextDouble() - 1)), 0, 255);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var value = IsStroke(x) ? ink : paper;
                picture.Row(y)[x] = Picture.Pixel(Grained(value), Grained(value), Grained(value));
            }
        }
        return picture;
    }

    static bool IsStroke(int x) => x % 20 is 10 or 11;

    static List<int> Greens(Picture picture, bool stroke) =>
        [.. from y in Enumerable.Range(20, Height - 40) from x in Enumerable.Range(20, Width - 40) where stroke ? IsStroke(x) : x % 20 < 6 select Picture.Green(picture.Row(y)[x])];

    static double Spread(List<int> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
