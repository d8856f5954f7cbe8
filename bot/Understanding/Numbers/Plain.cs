namespace Shouwang.Bot.Understanding.Numbers;

/// <summary>Parts without a unit (无单位的数): 三, 53200, 四五, 几, 二〇〇, 530多.</summary>
internal static class Plain
{
    private const int One = Span.One;

    public static Span? Read(Token[] parts) => parts switch
    {
        [{ Mark: Mark.Few } few] => new Span(few.Value * (Int128)One, few.Most * (Int128)One, false),
        [{ Mark: Mark.Half }] => Span.Of(One / 2),
        [{ Mark: Mark.Figures } figures] => Span.Of(figures.Value),
        [{ Mark: Mark.Digit } digit] => Span.Of(digit.Value * (Int128)One),
        [.. var most, { Mark: Mark.More or Mark.Few }] when most is [{ Mark: Mark.Digit or Mark.Figures }] && Read(most) is { } value => value + new Span(0, Span.Place(value.Min), false),
        _ when parts.Length > 1 && parts.All(p => p.Mark == Mark.Digit) => Several([.. parts.Select(p => (int)p.Value)]),
        _ => null,
    };

    /// <summary>四五, 三五, 三两, 三四五: from the one to the other. Otherwise at least three are figures in words: 五三二〇〇.</summary>
    private static Span? Several(int[] digits)
    {
        if (digits is [3, 5] or [3, 2])
            return Span.Between(Span.Of(digits[0] * (Int128)One), Span.Of(digits[1] * (Int128)One));
        if (digits[0] > 0 && Enumerable.Range(1, digits.Length - 1).All(i => digits[i] == digits[i - 1] + 1))
            return Span.Between(Span.Of(digits[0] * (Int128)One), Span.Of(digits[^1] * (Int128)One));
        return digits.Length is >= 3 and <= 9 ? Span.Of(digits.Aggregate((Int128)0, (sum, digit) => (sum * 10) + digit) * One) : null;
    }
}
