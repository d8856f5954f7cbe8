using System.Numerics;
using System.Text;
using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Pictures;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Tests.Pictures;

/// <summary>A streak over the whole paper is no rule of a table.</summary>
public sealed class StreaksTests
{
    const int Width = 800, Height = 600, Text = 20;
    static readonly List<TextBox> s_lines = [.. Enumerable.Range(0, 8).Select(i => Box(100, 80 + (i * 56), 600))];

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(-0.03)]
    public void A_streak_through_the_lines_is_found_and_closed(double lean)
    {
        var picture = Page();
        Draw(picture, 0, Height, 333, lean);

        var streak = Streaks.Find(picture, s_lines).ShouldHaveSingleItem();
        streak.On(300).ShouldBe((float)(333 + (lean * 300)), 1.5f);

        var clean = Streaks.Without(picture, [streak]);
        Picture.Green(clean.Row(120)[(int)Math.Round(333 + (lean * 120))]).ShouldBeGreaterThan(230);
        clean.Row(120)[..300].SequenceEqual(picture.Row(120)[..300]).ShouldBeTrue();
    }

    [Fact]
    public void Rules_of_a_table_and_lines_beside_the_text_are_none()
    {
        var picture = Page();
        Draw(picture, 120, 500, 333, 0); // begins below the heading
        Draw(picture, 0, 400, 500, 0); // ends above the last lines
        Draw(picture, 0, Height, 40, 0); // the paper's edge
        Streaks.Find(picture, s_lines).ShouldBeEmpty();
    }

    [Fact]
    public void What_stands_beside_a_streak_is_not_sure()
    {
        var picture = Page();
        Draw(picture, 0, Height, 400, 0);
        var line = new ReadLine(s_lines[2], [.. "住院号391891".Select((c, i) => new ReadCharacter(new Rune(c), (i + 0.5f) / 9, 0.99f, []))]);
        var read = Streaks.Doubt([line], Streaks.Find(picture, s_lines)).ShouldHaveSingleItem();
        read.Characters.Select(c => c.Probability < 0.95f).ShouldBe([false, false, false, false, true, false, false, false, false]);
    }

    static Picture Page()
    {
        var picture = Picture.Blank(Width, Height);
        picture.Pixels.AsSpan().Fill(Picture.Pixel(245, 245, 245));
        foreach (var box in s_lines)
        {
            for (var y = (int)box.Top + 3; y < (int)box.Bottom - 3; y++)
            {
                for (var x = (int)box.Left; x < (int)box.Right; x++)
                    picture.Row(y)[x] = x % 12 < 5 && y % 5 < 3 ? Picture.Pixel(30, 30, 30) : picture.Row(y)[x];
            }
        }
        return picture;
    }

    static void Draw(Picture picture, int top, int bottom, int at, double lean)
    {
        for (var y = top; y < bottom; y++)
        {
            var x = (int)Math.Round(at + (lean * (y - (top > 0 ? top : 0))));
            foreach (ref var pixel in picture.Row(y).Slice(x, 2))
                pixel = Picture.Green(pixel) > 150 ? Picture.Pixel(150, 150, 150) : pixel;
        }
    }

    static TextBox Box(float left, float top, float width) => new(new Vector2(left, top), new Vector2(left + width, top), new Vector2(left + width, top + Text), new Vector2(left, top + Text), 0.9f);
}
