namespace Shouwang.Bot.Understanding.Numbers;

/// <summary>Digits without a unit (无单位的数字), alone or at the end: the 二 of 五万三千二, the 五 of 一万零五, the 3200 of 5万3200.</summary>
internal static class Digits
{
    public static Span? Read(string text, long above)
    {
        var zero = text.StartsWith('零') || text.StartsWith('〇');
        var rest = zero ? text[1..] : text;
        var more = rest.Length > 1 && rest[^1] is '多' or '来' or '余' or '几';
        if (more)
            rest = rest[..^1];
        if (Plain(rest, above > 0 && !zero) is not { } value)
            return rest.Length == 0 && zero && above == 0 ? Span.Of(0) : null;
        if (more)
            value += new Span(0, Place(value.Min), false);
        return above == 0 ? value : Behind(value, above, zero, rest);
    }

    private static Span? Plain(string text, bool behind) => text switch
    {
        "" => null,
        "几" or "数" => new Span(Span.One, 10 * (Int128)Span.One, false),
        "半" => behind ? Span.Of(5 * (Int128)Span.One) : Span.Of(Span.One / 2),
        [>= '0' and <= '9', ..] => Figures(text),
        _ when text.Contains('点') => Figures(Spelled(text.Replace('点', '.'))),
        [_] => Numeral.Digit(text[0]) is >= 0 and var digit ? Span.Of(digit * (Int128)Span.One) : null,
        [_, _] => Pair(Numeral.Digit(text[0]), Numeral.Digit(text[1])),
        _ when !behind && text.Length <= 9 => Figures(Spelled(text)),
        _ => null,
    };

    /// <summary>四五, 三五: from the one to the other.</summary>
    private static Span? Pair(int first, int second) => first > 0 && (second == first + 1 || (first, second) is (3, 5))
        ? Span.Between(Span.Of(first * (Int128)Span.One), Span.Of(second * (Int128)Span.One))
        : null;

    /// <summary>Behind a unit: one digit counts the next lower unit, unless a zero stands before it; more figures count ones.</summary>
    private static Span? Behind(Span value, long above, bool zero, string text)
    {
        var figures = char.IsAsciiDigit(text[0]) && text.Length > 1;
        if (figures)
            return zero || (above >= 10_000 && text.Length is 3 or 4) || (above == 1_000 && text.Length == 3) || (above == 100 && text.Length == 2) ? Below(value, above) : null;
        return zero || above == 10 ? Below(value, above) : value * (above / 10);
    }

    private static Span? Below(Span value, long above) => value.Max < above * (Int128)Span.One && value.Min % Span.One == 0 ? value : null;

    /// <summary>The last place that is not zero: 53200多 is up to a hundred more.</summary>
    private static Int128 Place(Int128 value)
    {
        Int128 place = Span.One;
        while (value > 0 && value % (place * 10) == 0)
            place *= 10;
        return place;
    }

    private static string Spelled(string text) =>
        string.Concat(text.Select(c => Numeral.Digit(c) is >= 0 and var digit ? (char)('0' + digit) : c));

    /// <summary>Figures with at most twelve digits before and six behind the point.</summary>
    private static Span? Figures(string text)
    {
        var parts = text.Split('.');
        if (parts.Length > 2 || parts[0].Length is 0 or > 12 || (parts.Length == 2 && parts[1].Length is 0 or > 6) || parts.Any(p => !p.All(char.IsAsciiDigit)))
            return null;
        var whole = Int128.Parse(parts[0]) * Span.One;
        return Span.Of(parts.Length == 1 ? whole : whole + Int128.Parse(parts[1].PadRight(6, '0')));
    }
}
