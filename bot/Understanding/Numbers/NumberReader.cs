namespace Shouwang.Bot.Understanding.Numbers;

/// <summary>Reads one number from its parts (读数): 五万三千二, 3千8, 5.3万, 三万多, 四五万, 十几万. A run of parts is read whole or not at all.</summary>
/// <remarks>
/// number → head unit behind, by the largest unit; said twice (十万八万) it is from the one to the other;
/// head → nothing | some | digits | number; behind → nothing | 多 | 几 | 把 | 半 | digit (counts the next lower unit) | 零 number | smaller number.
/// </remarks>
internal static class NumberReader
{
    private const int One = Span.One;

    public static Span? Read(IReadOnlyList<Token> parts) => parts.Count is 0 or > 24 ? null : Value([.. parts]);

    /// <summary>The same for a text that is a number and nothing else.</summary>
    public static Span? Read(string text) => Tokens.At(text, 0) is var (parts, end) && end == text.Length ? Read(parts) : null;

    private static Span? Value(Token[] parts)
    {
        var point = Array.FindIndex(parts, p => p.Mark == Mark.Point);
        if (point >= 0 && !parts.Skip(point).Any(p => p.Mark == Mark.Unit))
            return Decimal(parts[..point], parts[(point + 1)..]);
        var unit = (long)parts.Where(p => p.Mark == Mark.Unit).Select(p => p.Value).DefaultIfEmpty(0).Max();
        if (unit == 0)
            return Plain.Read(parts);
        var first = Array.FindIndex(parts, p => p.Mark == Mark.Unit && p.Value == unit);
        var behind = parts[(first + 1)..];
        if (behind.Any(p => p.Mark == Mark.Unit && p.Value == unit) && behind[^1].Mark is Mark.Digit or Mark.Figures && parts[first + 1].Mark is Mark.Digit && behind.Count(p => p.Mark == Mark.Digit) == 2)
            return null; // 三万四万五: three to four and a half, or four and five?
        if (behind.Any(p => p.Mark == Mark.Unit && p.Value == unit))
            return Value(parts[..(first + 1)]) is { } one && Value(behind) is { } other ? Span.Between(one, other) : null;
        return first == 0 && unit > 10 ? Bare(unit, behind) : Head(parts[..first], unit) is { } head ? Join(head, behind, unit) : null;
    }

    /// <summary>百, 千, 万 with nothing before them are a manner of speaking: 万把, 千八百, 百十来.</summary>
    private static Span? Bare(long unit, Token[] behind)
    {
        var less = behind is [{ Mark: Mark.About }] or [{ Mark: Mark.Digit, Value: 8 }, ..];
        return behind.Length == 0 || less || Value(behind) is not null ? new Span((Int128)unit * One * (less ? 8 : 10) / 10, 2 * (Int128)unit * One, false) : null;
    }

    private static Span? Head(Token[] head, long unit) => head switch
    {
        [] => Span.Of(10 * (Int128)One),
        [{ Mark: Mark.Half }] when unit >= 100 => Span.Of((Int128)unit * One / 2),
        [.., { Mark: Mark.Unit, Value: >= 100 }, { Mark: Mark.Digit or Mark.Figures }] => null, // 三百两万: two numbers
        _ => Value(head) * unit,
    };

    private static Span? Join(Span head, Token[] behind, long unit)
    {
        var scale = (Int128)unit * One;
        var whole = head.Min % scale == 0 && head.Max % scale == 0;
        return behind switch
        {
            [] => head,
            [{ Mark: Mark.More }] => head + new Span(0, head.Exact && !whole ? Span.Place(head.Min) : scale, false),
            [{ Mark: Mark.Few } few] => head + new Span(few.Value > 1 ? scale / 2 : 0, few.Most < 10 ? scale / 2 : scale, false),
            [{ Mark: Mark.About }] => new Span(head.Min * 8 / 10, head.Max * 3 / 2, false),
            [{ Mark: Mark.Half }] => unit >= 100 && whole ? head + Span.Of(scale / 2) : null,
            _ => whole && Behind(behind, unit) is { } rest ? head + rest : null,
        };
    }

    private static Span? Behind(Token[] parts, long unit)
    {
        var rest = parts.SkipWhile(p => p.IsZero).ToArray();
        var zero = rest.Length < parts.Length;
        if (rest.Length == 0)
            return null;
        if (rest.Any(p => p.Mark is Mark.Unit))
            return rest[0].Mark == Mark.Unit && rest[0].Value > 10 ? null : Within(Value(rest), unit);
        if (rest is [{ Mark: Mark.Figures } figures, ..])
            return FiguresBehind(rest, figures, unit, zero);
        return zero || unit == 10 ? Within(Plain.Read(rest), unit) : Within(Plain.Read(rest), 10) * (unit / 10);
    }

    /// <summary>5万3200, 5万零200, 5万3; what could be two things (5万30) is not read.</summary>
    private static Span? FiguresBehind(Token[] rest, Token figures, long unit, bool zero)
    {
        var full = Figures(unit);
        if (zero ? figures.Digits < full + 1 : figures.Digits == full && full > 1)
            return Within(Plain.Read(rest), unit);
        return figures is { Digits: 1, Places: 0 } && !zero ? Within(Plain.Read(rest), 10) * (unit / 10) : null;
    }

    private static int Figures(long unit) => unit >= 10 ? 1 + Figures(unit / 10) : 0;

    private static Span? Within(Span? value, long unit) => value is { } it && it.Min < (Int128)unit * One ? it : null;

    private static Span? Decimal(Token[] whole, Token[] behind)
    {
        if (whole is [.., { Mark: Mark.Unit, Value: >= 100 }, { Mark: Mark.Digit or Mark.Figures }] || behind.Length > 6 || Value(whole) is not { Exact: true } value || value.Min % One != 0)
            return null;
        Int128 fraction = 0, place = One;
        foreach (var part in behind)
        {
            if (part.Mark != Mark.Digit)
                return behind is [{ Mark: Mark.Figures, Places: 0, Digits: <= 6 } only] ? Span.Of(value.Min + ((Int128)only.Value / Pow(only.Digits))) : null;
            fraction += part.Value * (place /= 10);
        }
        return behind.Length == 0 ? null : Span.Of(value.Min + fraction);
    }

    private static Int128 Pow(int digits) => digits == 0 ? 1 : 10 * Pow(digits - 1);
}
