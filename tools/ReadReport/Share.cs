using System.Globalization;

namespace Shouwang.Tools.ReadReport;

/// <summary>A share of a count as a report writes it (比例).</summary>
static class Share
{
    public static string Percent(int part, int whole) => whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:F1}%");

    /// <summary>Where the true share lies with 95 % certainty, by Wilson's score: also for few papers and for shares near the whole.</summary>
    public static string Interval(int part, int whole)
    {
        if (whole == 0)
            return "-";
        var (low, high) = Wilson(part, whole);
        return string.Create(CultureInfo.InvariantCulture, $"{100 * low:F1}–{100 * high:F1}%");
    }

    public static (double Low, double High) Wilson(int part, int whole)
    {
        const double Z = 1.959964;
        var share = (double)part / whole;
        var middle = share + (Z * Z / (2 * whole));
        var width = Z * Math.Sqrt((share * (1 - share) / whole) + (Z * Z / (4.0 * whole * whole)));
        var scale = 1 + (Z * Z / whole);
        return (Math.Max(0, (middle - width) / scale), Math.Min(1, (middle + width) / scale));
    }
}
