using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Numbers;

namespace Shouwang.Bot.Understanding;

/// <summary>Amounts that are set phrases (金额熟语): 万儿八千, 块把钱, 四位数.</summary>
internal static partial class Idioms
{
    [GeneratedRegex("(?<unit>万儿八千|千儿八百|百儿八十|块儿八毛)|(?<some>[块毛])把钱|(?<places>[2-9二三四五六七八九两])位数", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Phrase();

    public static IEnumerable<(Span Value, int Start, int End)> In(string text) =>
        Phrase().Matches(text).Select(m => (Value(m), m.Index, m.Index + m.Length));

    private static Span Value(Match match)
    {
        if (match.Groups["places"] is { Success: true, Value: [var said] })
        {
            Int128 least = Span.One;
            for (var places = char.IsAsciiDigit(said) ? said - '0' : Numeral.Digit(said); places > 1; places--)
                least *= 10;
            return new Span(least, (least * 10) - (Span.One / 100), false);
        }
        var unit = match.Value[0] switch { '毛' => Span.One / 10, '块' => Span.One, var c => Numeral.Unit(c) * (Int128)Span.One };
        return new Span(match.Groups["unit"].Success ? unit * 8 / 10 : unit, 2 * unit, false);
    }
}
