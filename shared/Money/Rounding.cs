namespace Shouwang.Shared.Money;

/// <summary>How a fraction of a unit is brought to a whole one (舍入). The rule is part of each policy; no policy read so far states one.</summary>
public enum Rounding
{
    /// <summary>To the nearest fen, halves away from zero (四舍五入到分).</summary>
    HalfUpFen,

    /// <summary>Fractions of a fen are dropped (分以下舍去).</summary>
    DownFen,

    /// <summary>To the nearest yuan, halves away from zero (四舍五入到元).</summary>
    HalfUpYuan,

    /// <summary>Fractions of a yuan are dropped (元以下舍去).</summary>
    DownYuan,
}

/// <summary>The one place where money is divided.</summary>
public static class RoundingExtensions
{
    /// <summary>Divides a whole number of fen by a positive divisor and rounds once.</summary>
    /// <exception cref="OverflowException">The result does not fit a <see cref="long"/>.</exception>
    public static Fen Divide(this Rounding rounding, Int128 numerator, long divisor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor);
        var unit = rounding is Rounding.HalfUpYuan or Rounding.DownYuan ? 100 : 1;
        var whole = (Int128)divisor * unit;
        var magnitude = Int128.Abs(numerator);
        var rounded = rounding is Rounding.HalfUpFen or Rounding.HalfUpYuan ? (magnitude + (whole / 2)) / whole : magnitude / whole;
        return new Fen((long)((numerator < 0 ? -rounded : rounded) * unit));
    }

    /// <summary>The name a policy file and a trace use: "half-up-fen".</summary>
    public static string Name(this Rounding rounding) => rounding switch
    {
        Rounding.HalfUpFen => "half-up-fen",
        Rounding.DownFen => "down-fen",
        Rounding.HalfUpYuan => "half-up-yuan",
        Rounding.DownYuan => "down-yuan",
    };
}
