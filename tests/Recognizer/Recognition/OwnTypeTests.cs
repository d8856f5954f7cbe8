using System.Globalization;
using System.Text;
using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Tests.Recognition;

/// <summary>Figures drawn in fonts whose noughts have a stroke or a dot, and in two whose have none (figures.tsv: font, figure, 32 rows of 24 dots in hexadecimals).</summary>
public sealed class OwnTypeTests
{
    const int Height = 48;
    const int Dots = 24;
    const int Top = 8;

    static readonly Rune s_nought = new('0');

    static readonly Dictionary<(string Font, char Figure), int[]> s_drawn = Drawings();

    public static TheoryData<string, float> Printed => new(
        from font in s_drawn.Keys.Select(drawing => drawing.Font).Distinct()
        from blur in (float[])[1.5f, 2, 3]
        select (font, blur));

    [Theory]
    [MemberData(nameof(Printed))]
    public void A_nought_that_the_model_took_for_another_figure_looks_like_the_noughts_of_its_page(string font, float blur)
    {
        foreach (var mistaken in "869")
        {
            var settled = OwnType.Settle([.. Page(font, blur), Line(font, blur, "20.00", "2" + mistaken + ".00", wavering: 1)])[^1];
            settled.Text.ShouldBe("20.00");
            settled.Characters[1].Probability.ShouldBeLessThanOrEqualTo(OwnType.Surest);
        }
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void What_looks_like_another_figure_stays_that_figure(string font, float blur)
    {
        foreach (var figure in "869")
            OwnType.Settle([.. Page(font, blur), Line(font, blur, $"2{figure}.00", $"2{figure}.00", wavering: 1)])[^1].Text.ShouldBe($"2{figure}.00");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(5)]
    public void Far_out_of_focus_no_eight_becomes_a_nought_because_others_are(float blur)
    {
        foreach (var font in s_drawn.Keys.Select(drawing => drawing.Font).Distinct())
            OwnType.Settle([.. Page(font, blur), Line(font, blur, "28.00", "28.00", wavering: 1)])[^1].Text.ShouldBe("28.00");
    }

    [Fact]
    public void Where_the_model_did_not_hold_a_nought_possible_it_becomes_none_but_is_doubtful_on_a_page_with_such_noughts()
    {
        var lines = OwnType.Settle([.. Page("Hack", 2), Line("Hack", 2, "20.00", "28.00", wavering: 1), Line("Hack", 2, "500.0", "588.0", 1, 2), Line("Hack", 2, "30", "38")]);
        lines[^1].Text.ShouldBe("38");
        lines[^1].Characters[1].Probability.ShouldBe(OwnType.Doubtful);
        lines[0].Characters.ShouldAllBe(read => read.Probability == 0.99f);
    }

    [Fact]
    public void With_few_noughts_to_compare_with_what_was_read_stays() =>
        OwnType.Settle([Line("Hack", 2, "88", "88"), Line("Hack", 2, "20.00", "28.00", wavering: 1)])[^1].Text.ShouldBe("28.00");

    [Fact]
    public void A_page_on_which_the_model_nowhere_wavered_is_not_looked_at()
    {
        var lines = Page("Hack", 2);
        OwnType.Settle(lines).ShouldBeSameAs(lines);
    }

    [Fact]
    public void Words_and_figures_at_the_edge_of_a_line_have_a_shape_or_none_and_break_nothing()
    {
        List<ReadCharacter> read = [new(new Rune('8'), 0, 0.5f, []), new(new Rune('元'), 0.5f, 0.9f, []), new(new Rune('.'), 0.6f, 0.9f, []), new(new Rune('0'), 1, 0.9f, [])];
        FigureShape.Give(read, new float[3 * Height * 16], 16, Height, 16);
        OwnType.Settle([new ReadLine(default, read)])[0].Text.ShouldBe("8元.0");
    }

    static List<ReadLine> Page(string font, float blur) => [.. ((string[])["00.80", "80.00", "60090", "98600", "6690.80"]).Select(text => Line(font, blur, text, text))];

    /// <summary>A line as printed and as read.</summary>
    /// <param name="wavering">Where the model held a nought possible.</param>
    static ReadLine Line(string font, float blur, string printed, string read, params int[] wavering)
    {
        var width = (printed.Length + 1) * Dots;
        var light = Enumerable.Repeat(0.9f, Height * width).ToArray();
        for (var i = 0; i < printed.Length; i++)
        {
            var rows = s_drawn.GetValueOrDefault((font, printed[i])) ?? [.. Enumerable.Range(0, 32).Select(y => y > 27 ? 0x003C00 : 0)];
            for (var y = 0; y < rows.Length; y++)
            {
                for (var x = 0; x < Dots; x++)
                {
                    if ((rows[y] >> (Dots - 1 - x) & 1) != 0)
                        light[((y + Top) * width) + (i * Dots) + (Dots / 2) + x] = -0.8f;
                }
            }
        }
        light = Drawing.Blurred(light, width, blur);
        List<ReadCharacter> characters = [.. read.Select((c, i) => new ReadCharacter(new Rune(c), (i + 1f) * Dots / width, wavering.Contains(i) ? 0.5f : 0.99f, wavering.Contains(i) ? [new(s_nought, 0.3f)] : []))];
        FigureShape.Give(characters, [.. light, .. light, .. light], width, Height, width);
        return new ReadLine(default(TextBox), characters);
    }

    static Dictionary<(string, char), int[]> Drawings()
    {
        using var reader = new StreamReader(typeof(OwnTypeTests).Assembly.GetManifestResourceStream("figures.tsv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToDictionary(parts => (parts[0], parts[1][0]), parts => parts[2].Split(' ').Select(row => int.Parse(row, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray());
    }
}
