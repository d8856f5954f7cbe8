namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>A probability (可能性) in millionths, as it leaves the files that reckon with fractions.</summary>
public readonly record struct Chance(int Millionths) : IComparable<Chance>
{
    public static bool operator <(Chance a, Chance b) => a.Millionths < b.Millionths;

    public static bool operator >(Chance a, Chance b) => a.Millionths > b.Millionths;

    public static bool operator <=(Chance a, Chance b) => a.Millionths <= b.Millionths;

    public static bool operator >=(Chance a, Chance b) => a.Millionths >= b.Millionths;

    public int CompareTo(Chance other) => Millionths.CompareTo(other.Millionths);

    /// <summary>Percent with two decimals: "4.87%".</summary>
    public override string ToString() => $"{(Millionths + 50) / 10_000}.{(Millionths + 50) / 100 % 100:D2}%";
}

/// <summary>An expected number of stays (预计人次) in millionths.</summary>
public readonly record struct StayCount(long Millionths)
{
    /// <summary>With one decimal: "216.4".</summary>
    public override string ToString() => $"{(Millionths + 50_000) / 1_000_000}.{(Millionths + 50_000) / 100_000 % 10}";
}
