namespace Shouwang.Shared.Money;

/// <summary>A rate (比例) in whole basis points: 1 = 0.01 %, 10,000 = 100 %.</summary>
public readonly record struct BasisPoints(int Value) : IComparable<BasisPoints>
{
    /// <summary>100 %.</summary>
    public static BasisPoints Whole => new(10_000);

    /// <summary>Whole percent as basis points.</summary>
    public static BasisPoints FromPercent(int percent) => new(percent * 100);

    public static bool operator <(BasisPoints a, BasisPoints b) => a.Value < b.Value;

    public static bool operator >(BasisPoints a, BasisPoints b) => a.Value > b.Value;

    public static bool operator <=(BasisPoints a, BasisPoints b) => a.Value <= b.Value;

    public static bool operator >=(BasisPoints a, BasisPoints b) => a.Value >= b.Value;

    public static BasisPoints operator +(BasisPoints a, BasisPoints b) => new(a.Value + b.Value);

    public static BasisPoints operator -(BasisPoints a, BasisPoints b) => new(a.Value - b.Value);

    public static BasisPoints Add(BasisPoints left, BasisPoints right) => left + right;

    public static BasisPoints Subtract(BasisPoints left, BasisPoints right) => left - right;

    public int CompareTo(BasisPoints other) => Value.CompareTo(other.Value);

    /// <summary>The share of an amount, rounded once by the named rule.</summary>
    public Fen Of(Fen amount, Rounding rounding) => rounding.Divide((Int128)amount.Value * Value, 10_000);

    /// <summary>Percent without trailing zeros: "75%", "12.5%".</summary>
    public override string ToString() =>
        Value % 100 == 0 ? $"{Value / 100}%" : $"{Value / 100}.{Math.Abs(Value % 100):D2}".TrimEnd('0') + "%";
}
