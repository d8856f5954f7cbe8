using System.Text;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Tests.Recognition;

public sealed class StruckFiguresTests
{
    const int Height = 48;
    const int Digit = 18;
    const int Gap = 4;
    const string Amount = "医疗费4942.54元";
    static readonly int Width = Amount.Length * (Digit + Gap);

    [Fact]
    public void Figures_as_they_were_printed_stay_as_sure_as_they_were() => Sure(_ => -1).ShouldBe(Amount.Select(_ => 0.99f));

    [Theory]
    [InlineData(44)]
    [InlineData(38)]
    public void A_rule_under_the_figures_is_no_stroke_through_them(int at) => Sure(_ => at).ShouldBe(Amount.Select(_ => 0.99f));

    [Fact]
    public void Figures_run_together_out_of_focus_are_not_struck() => Sure(_ => -1, gap: 0).ShouldBe(Amount.Select(_ => 0.99f));

    [Theory]
    [InlineData(24, 24)]
    [InlineData(32, 18)]
    [InlineData(15, 29)]
    public void Figures_with_a_stroke_through_them_are_doubtful_and_nothing_else_is(int left, int right) =>
        Sure(x => left + ((right - left) * x / Width)).ShouldBe(Amount.Select(c => char.IsAsciiDigit(c) || c == '.' ? StruckFigures.Doubtful : 0.99f));

    [Fact]
    public void A_stroke_through_a_word_says_nothing_of_the_figures() => Sure(x => x < 3 * (Digit + Gap) ? 24 : -1).ShouldBe(Amount.Select(_ => 0.99f));

    /// <summary>Every character a block of ink, so that only the gaps between them tell a stroke.</summary>
    static IEnumerable<float> Sure(Func<int, int> stroke, int gap = Gap)
    {
        var planes = new float[3 * Height * Width];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var ink = (y is > 8 and < 40 && x % (Digit + Gap) < Digit + Gap - gap) || (stroke(x) >= 0 && Math.Abs(y - stroke(x)) <= 1);
                for (var plane = 0; plane < 3; plane++)
                    planes[(plane * Height * Width) + (y * Width) + x] = ink ? -0.8f : 0.9f;
            }
        }
        List<ReadCharacter> read = [.. Amount.Select((c, i) => new ReadCharacter(new Rune(c), (i + 0.4f) / Amount.Length, 0.99f, []))];
        return StruckFigures.Doubt(read, planes, Width, Height, Width).Select(c => c.Probability);
    }
}
