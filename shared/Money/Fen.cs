using System.Globalization;

namespace Shouwang.Shared.Money;

/// <summary>An amount of money (金额) in whole fen, 1/100 yuan. Arithmetic is checked: an overflow throws, it never wraps.</summary>
public readonly record struct Fen(long Value) : IComparable<Fen>
{
    /// <summary>Nineteen digits, a point and a sign.</summary>
    private const int LongestText = 21;

    /// <summary>Nothing.</summary>
    public static Fen Zero => default;

    /// <summary>Whole yuan as fen.</summary>
    public static Fen FromYuan(long yuan) => new(yuan * 100);

    public static Fen operator +(Fen a, Fen b) => new(a.Value + b.Value);

    public static Fen operator -(Fen a, Fen b) => new(a.Value - b.Value);

    public static Fen operator -(Fen a) => new(-a.Value);

    public static bool operator <(Fen a, Fen b) => a.Value < b.Value;

    public static bool operator >(Fen a, Fen b) => a.Value > b.Value;

    public static bool operator <=(Fen a, Fen b) => a.Value <= b.Value;

    public static bool operator >=(Fen a, Fen b) => a.Value >= b.Value;

    public static Fen Add(Fen left, Fen right) => left + right;

    public static Fen Subtract(Fen left, Fen right) => left - right;

    public static Fen Negate(Fen item) => -item;

    /// <summary>The smaller amount.</summary>
    public static Fen Min(Fen a, Fen b) => a <= b ? a : b;

    /// <summary>The larger amount.</summary>
    public static Fen Max(Fen a, Fen b) => a >= b ? a : b;

    /// <summary>The amount, or nothing where it is below zero.</summary>
    public Fen OrZero => Max(this, Zero);

    public int CompareTo(Fen other) => Value.CompareTo(other.Value);

    /// <summary>Yuan with exactly two decimals and no grouping, as the HTTP interface writes amounts: "12345.67".</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[LongestText];
        var at = text.Length;
        var rest = Value < 0 ? unchecked((ulong)-Value) : (ulong)Value;
        for (var written = 0; written < 3 || rest > 0; written++)
        {
            if (written == 2)
                text[--at] = '.';
            text[--at] = (char)('0' + (rest % 10));
            rest /= 10;
        }
        if (Value < 0)
            text[--at] = '-';
        return new string(text[at..]);
    }

    /// <summary>Yuan with grouping, as people read it: "12,345.67".</summary>
    public string ToGroupedString()
    {
        var magnitude = UInt128.CreateChecked(Int128.Abs(Value));
        return string.Create(CultureInfo.InvariantCulture, $"{(Value < 0 ? "-" : "")}{magnitude / 100:N0}.{(int)(magnitude % 100):D2}");
    }

    /// <summary>Reads "12345.67", "12345.6", "12345", "-0.05". Grouping, signs other than a leading minus, and a third decimal are refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Fen amount)
    {
        amount = default;
        var negative = text.StartsWith("-");
        if (negative)
            text = text[1..];
        var point = text.IndexOf('.');
        var yuan = point < 0 ? text : text[..point];
        var decimals = point < 0 ? [] : text[(point + 1)..];
        if (yuan.IsEmpty || yuan.Length > 15 || decimals.Length > 2 || (point >= 0 && decimals.IsEmpty))
            return false;
        long fen = 0;
        foreach (var c in yuan)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            fen = (fen * 10) + (c - '0');
        }
        for (var i = 0; i < 2; i++)
        {
            var c = i < decimals.Length ? decimals[i] : '0';
            if (!char.IsAsciiDigit(c))
                return false;
            fen = (fen * 10) + (c - '0');
        }
        amount = new Fen(negative ? -fen : fen);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is not an amount; the message does not repeat it.</exception>
    public static Fen Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var amount) ? amount : throw new FormatException("Not an amount in yuan with at most two decimals.");
}
