namespace Shouwang.Bot.Understanding.Numbers;

/// <summary>Reads one number in words or figures (读数): 五万三千二, 3千8, 5.3万, 三万多, 四五万, 十几万. What cannot be read for certain is not read.</summary>
internal static class NumberReader
{
    private static readonly long[] Units = [100_000_000, 10_000, 1_000, 100, 10];

    public static Span? Read(string text) => text.Length is 0 or > 24 ? null : Value(text, 0);

    /// <summary>The number that stands behind a unit, or on its own where <paramref name="above"/> is 0.</summary>
    private static Span? Value(string text, long above)
    {
        foreach (var unit in Units)
        {
            var at = Array.FindLastIndex(text.ToCharArray(), c => Numeral.Unit(c) == unit);
            if (at < 0)
                continue;
            var first = Array.FindIndex(text.ToCharArray(), c => Numeral.Unit(c) == unit);
            if (first != at)
                return above == 0 ? Either(text[..(first + 1)], text[(first + 1)..]) : null;
            return Join(Head(text[..at], unit, above), text[(at + 1)..], unit) is { } value && Fits(value, above) ? value : null;
        }
        return Digits.Read(text, above);
    }

    /// <summary>十万八万: one or the other.</summary>
    private static Span? Either(string one, string other) =>
        Value(one, 0) is { } a && Value(other, 0) is { } b ? Span.Between(a, b) : null;

    /// <summary>What is counted in the unit. 十 alone is ten; 百, 千, 万 alone are a manner of speaking.</summary>
    private static Span? Head(string head, long unit, long above)
    {
        if (head.Length == 0 || head is "零")
            return unit == 10 ? Span.Of(unit * (Int128)Span.One) : new Span(unit * (Int128)Span.One, 2 * unit * (Int128)Span.One, above != 0);
        return Value(head, 0) * unit;
    }

    private static Span? Join(Span? head, string tail, long unit)
    {
        if (head is not { } value || tail.Length == 0)
            return head;
        if (tail is "多" or "来" or "余" or "几")
            return value + new Span(0, (Int128)unit * Span.One, false);
        if (tail is "把")
            return new Span((value.Min * 8) / 10, (value.Max * 3) / 2, false);
        var fraction = value.Exact && value.Min % ((Int128)unit * Span.One) != 0;
        return fraction ? null : value + Value(tail, unit);
    }

    private static bool Fits(Span value, long above) => above == 0 || value.Min < (Int128)above * Span.One;
}
