namespace Shouwang.Bot.Understanding.Numbers;

/// <summary>A number as said (数的说法): from least to most, in millionths. One number where it is exact.</summary>
internal readonly record struct Span(Int128 Min, Int128 Max, bool Exact)
{
    public const int One = 1_000_000;

    public static Span Of(Int128 value) => new(value, value, true);

    public static Span operator +(Span a, Span b) => new(a.Min + b.Min, a.Max + b.Max, a.Exact && b.Exact);

    public static Span operator *(Span a, long by) => new(a.Min * by, a.Max * by, a.Exact);

    /// <summary>Both said as one: "四五" is from four to five.</summary>
    public static Span Between(Span a, Span b) => new(Int128.Min(a.Min, b.Min), Int128.Max(a.Max, b.Max), false);

    /// <summary>The last place that is not zero, but no less than one hundredth: 53200多 is up to a hundred more, 5.3 up to a tenth.</summary>
    public static Int128 Place(Int128 value)
    {
        Int128 place = One / 100;
        while (value > 0 && value % (place * 10) == 0)
            place *= 10;
        return place;
    }
}
