using System.Globalization;

namespace Shouwang.Shared.Money;

/// <summary>What one of an item costs (单价), in ten-thousandths of a yuan: a tablet may cost parts of a fen.</summary>
public readonly record struct UnitPrice(long Value)
{
    private const int Decimals = 4;
    private const int PerFen = 100;

    /// <summary>A price of whole fen.</summary>
    public static UnitPrice Of(Fen price) => new(checked(price.Value * PerFen));

    /// <summary>Whether it holds parts of a fen.</summary>
    public bool IsFine => Value % PerFen != 0;

    /// <summary>The price of so many thousandths, rounded half up to the fen.</summary>
    public Fen Times(long thousandths) => Rounding.HalfUpFen.Divide((Int128)Value * thousandths, PerFen * 1000);

    /// <summary>Whether the amount is what so many cost; of a price with parts of a fen, up to one fen away, as hospitals round before they add.</summary>
    public bool Makes(Fen amount, long thousandths) => Math.Abs((Times(thousandths) - amount).Value) <= (IsFine ? 1 : 0);

    /// <summary>Yuan with two decimals, or as many of four as it needs: "36.00", "0.2175".</summary>
    public override string ToString()
    {
        var magnitude = UInt128.CreateChecked(Int128.Abs(Value));
        var text = string.Create(CultureInfo.InvariantCulture, $"{(Value < 0 ? "-" : "")}{magnitude / 10_000}.{(int)(magnitude % 10_000):D4}");
        return text[..^2] + text[^2..].TrimEnd('0');
    }

    /// <summary>Reads "36.00", "36", "0.2175"; a fifth decimal is refused.</summary>
    public static bool TryParse(string text, out UnitPrice price)
    {
        price = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || text.Length - point - 1 <= 2)
        {
            if (!Fen.TryParse(text, out var fen))
                return false;
            price = Of(fen);
            return true;
        }
        var (whole, parts) = (text[..point], text[(point + 1)..]);
        var digits = whole.TrimStart('-');
        if (parts.Length > Decimals || digits.Length is 0 or > 12 || whole.Length - digits.Length > 1 || !digits.All(char.IsAsciiDigit) || !parts.All(char.IsAsciiDigit))
            return false;
        var value = long.Parse(digits + parts.PadRight(Decimals, '0'), CultureInfo.InvariantCulture);
        price = new UnitPrice(whole[0] == '-' ? -value : value);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>; anything else is an error of the caller.</summary>
    public static UnitPrice Parse(string text) => TryParse(text, out var price) ? price : throw new FormatException("Not a price of up to four decimals.");
}
