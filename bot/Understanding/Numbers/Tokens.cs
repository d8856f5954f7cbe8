namespace Shouwang.Bot.Understanding.Numbers;

/// <summary>Takes a text apart into the parts of one number (数的切分).</summary>
internal static class Tokens
{
    /// <summary>The longest run of parts that begins here, and where it ends. Empty where no number begins.</summary>
    public static (IReadOnlyList<Token> Parts, int End) At(string text, int at)
    {
        var parts = new List<Token>();
        while (at < text.Length && Next(text, at, parts.Count > 0 ? parts[^1] : null) is { } next)
        {
            parts.Add(next.Token);
            at += next.Length;
        }
        return (parts, at);
    }

    private static (Token Token, int Length)? Next(string text, int at, Token? before)
    {
        var c = text[at];
        var after = at + 1 < text.Length ? text[at + 1] : '\0';
        if (char.IsAsciiDigit(c))
            return before is { Mark: Mark.Figures } ? null : Figures(text, at);
        if (Numeral.Digit(c) is >= 0 and var digit)
            return (new(Mark.Digit, digit), 1);
        if (Numeral.Unit(c) is > 0 and var unit)
            return char.IsAsciiLetter(c) && (before is not { Mark: Mark.Figures or Mark.Digit } || char.IsAsciiLetter(after)) ? null : (new(Mark.Unit, unit), 1);
        return c switch
        {
            '几' => Some(1, 10, 1),
            '数' when before is null && Numeral.Unit(after) > 0 => Some(1, 10, 1),
            '好' when after == '几' => Some(1, 10, 2),
            '大' when after == '几' => Some(5, 10, 2),
            '小' when after == '几' => Some(1, 5, 2),
            '个' when after == '把' && at + 2 < text.Length && Numeral.Unit(text[at + 2]) >= 1000 => Some(1, 2, 2),
            '半' when before is { Mark: Mark.Unit } || (before is null && (Numeral.Unit(after) >= 100 || after is '块')) => (new(Mark.Half, 0), 1),
            '多' or '余' when before is { Mark: Mark.Unit or Mark.Figures or Mark.Digit } => (new(Mark.More, 0), 1),
            '来' when before is { Mark: Mark.Unit or Mark.Figures } && after is not '着' => (new(Mark.More, 0), 1),
            '把' when before is { Mark: Mark.Unit } => (new(Mark.About, 0), 1),
            '点' when (at < 2 || text[(at - 2)..at] is not "差一") && before is { Mark: Mark.Unit or Mark.Figures or Mark.Digit } && (char.IsAsciiDigit(after) || Numeral.Digit(after) >= 0 || after == '半') => (new(Mark.Point, 0), 1),
            _ => null,
        };
    }

    private static (Token, int) Some(int least, int most, int length) => (new(Mark.Few, least, most), length);

    /// <summary>At most twelve figures before the point and six behind it; more, or a second point, is no number.</summary>
    private static (Token, int)? Figures(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        var parts = text[at..end].Split('.');
        if (parts.Length > 2 || parts[0].Length > 12 || (parts.Length == 2 && parts[1].Length > 6))
            return null;
        var behind = parts.Length == 2 ? parts[1] : "";
        return (new(Mark.Figures, long.Parse(parts[0] + behind.PadRight(6, '0')), Digits: parts[0].Length, Places: behind.Length), end - at);
    }
}
