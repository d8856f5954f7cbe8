using System.Globalization;
using System.Numerics;
using System.Text;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Tests.Recognition;

/// <summary>Numerals drawn in five fonts of fee lists (numerals.tsv: font, numeral, 32 rows of 80 dots that hold it and 级, in hexadecimals).</summary>
public sealed class RomanNumeralsTests
{
    const int Height = 48;
    const int Before = 48;
    const int Em = 28;
    const int Dots = 80;
    const int Unit = 50; // the middle of 级, where a numeral takes the place of a Chinese character

    static readonly Dictionary<(string Font, string Numeral), BigInteger[]> s_drawn = Drawings();

    public static TheoryData<string, string, float> Drawn => new(
        from drawing in s_drawn.Keys
        from blur in (float[])[0, 1.2f, 2]
        where blur == 0 || drawing.Font != "Droid Sans Fallback" // whose numerals are narrow: out of focus they may stay open
        select (drawing.Font, drawing.Numeral, blur));

    [Theory]
    [MemberData(nameof(Drawn))]
    public void The_strokes_in_the_picture_tell_the_grade_whatever_was_read(string font, string numeral, float blur)
    {
        foreach (var read in (string[])["", "I", "|", "Ⅱ", "ⅡI", "Ⅲ", "川"])
        {
            var settled = Settle(font, numeral, read + "级护理", blur, sure: 0.6f);
            Text(settled).ShouldBe(numeral + "级护理");
            settled[0].Probability.ShouldBe(RomanNumerals.Counted);
        }
    }

    [Theory]
    [InlineData(1.2f)]
    [InlineData(2f)]
    [InlineData(3f)]
    [InlineData(4f)]
    public void However_far_out_of_focus_no_grade_is_counted_that_is_not_there(float blur)
    {
        foreach (var (font, numeral) in s_drawn.Keys)
            Text(Settle(font, numeral, "川级护理", blur, sure: 0.6f)).ShouldBeOneOf(numeral + "级护理", "川级护理");
    }

    [Theory]
    [InlineData("I级护理")]
    [InlineData("Ⅱ级护理")]
    public void Out_of_focus_what_was_read_stays_and_one_stroke_is_doubtful(string read)
    {
        var settled = Settle("Noto Sans CJK SC", "Ⅱ", read, blur: 7);
        Text(settled).ShouldBe(read);
        settled[0].Probability.ShouldBe(read[0] == 'I' ? RomanNumerals.Uncounted : 0.95f);
    }

    [Fact]
    public void More_strokes_surely_read_than_counted_stay() => Text(Settle("Noto Serif CJK SC", "Ⅰ", "Ⅱ级护理", blur: 1)).ShouldBe("Ⅱ级护理");

    [Fact]
    public void On_a_photo_too_coarse_for_two_strokes_nothing_is_counted() => Text(Settle("WenQuanYi Zen Hei", "Ⅱ", "I级护理", blur: 0, scale: 0.2f)).ShouldBe("I级护理");

    [Fact]
    public void A_rule_of_the_table_is_no_first_grade()
    {
        var line = Line([], 0);
        for (var y = 0; y < Height; y++)
            line.Light[(y * line.Width) + Before + 12] = line.Light[(y * line.Width) + Before + 13] = 0.1f;
        Text(RomanNumerals.Settle(Read("级护理", line), line, 1)).ShouldBe("级护理");
    }

    [Fact]
    public void A_class_in_brackets_before_the_grade_is_no_stroke_of_it()
    {
        var rows = s_drawn[("WenQuanYi Zen Hei", "Ⅱ")];
        var line = Line(rows, 1);
        for (var y = 10; y < 40; y++)
            line.Light[(y * line.Width) + Before + 2] = 0.1f;
        var read = RomanNumerals.Settle([new(new Rune(']'), 0, 0.9f, []), .. Read("I级护理", line, UnitIn(rows))], line, 1);
        Text(read).ShouldBe("]Ⅱ级护理");
    }

    [Theory]
    [InlineData("2级")]
    [InlineData("1型糖尿病")]
    [InlineData("三级医院")]
    [InlineData("NYHAI级")]
    [InlineData("第11期")]
    [InlineData("有效期")]
    public void Figures_and_other_words_are_not_looked_at(string read) => RomanNumerals.Concern(Read(read, Line([], 0))).ShouldBeFalse();

    [Theory]
    [InlineData("Ⅲ级")]
    [InlineData("I期")]
    [InlineData("|度")]
    [InlineData("II型")]
    public void Numerals_before_other_units_are_looked_at(string read) => RomanNumerals.Concern(Read(read, Line([], 0))).ShouldBeTrue();

    static List<ReadCharacter> Settle(string font, string numeral, string read, float blur, float scale = 1, float sure = 0.95f)
    {
        var line = Line(s_drawn[(font, numeral)], blur);
        return RomanNumerals.Settle(Read(read, line, UnitIn(s_drawn[(font, numeral)]), sure), line, scale);
    }

    static string Text(IEnumerable<ReadCharacter> read) => string.Concat(read.Select(c => c.Value.ToString()));

    /// <summary>As the model reads it: 级 in the middle of its place, what it took for the numeral before it.</summary>
    static List<ReadCharacter> Read(string text, LineLight line, int middle = Unit, float sure = 0.95f)
    {
        var unit = text.IndexOfAny(['级', '度', '期', '型']);
        return [.. text.Select((c, i) => new ReadCharacter(new Rune(c), Math.Clamp((float)(middle + ((i - unit) * Em)) / line.LineWidth, 0, 1), sure, []))];
    }

    /// <summary>Half a character before the last ink.</summary>
    static int UnitIn(BigInteger[] rows) => Enumerable.Range(0, Dots).Last(x => rows.Any(row => !(row >> (Dots - 1 - x)).IsEven)) - (Em / 2);

    static LineLight Line(BigInteger[] rows, float blur)
    {
        var width = Before + (5 * Em);
        var light = Enumerable.Repeat(0.9f, width * Height).ToArray();
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < Dots; x++)
            {
                if (!(rows[y] >> (Dots - 1 - x)).IsEven)
                    light[((y + 8) * width) + Before + x] = 0.1f;
            }
        }
        return new LineLight(Drawing.Blurred(light, width, blur), width, Height, Before);
    }

    static Dictionary<(string, string), BigInteger[]> Drawings()
    {
        using var reader = new StreamReader(typeof(RomanNumeralsTests).Assembly.GetManifestResourceStream("numerals.tsv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToDictionary(parts => (parts[0], parts[1]), parts => parts[2].Split(' ').Select(row => BigInteger.Parse("0" + row, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray());
    }
}
