namespace Shouwang.Shared.Bills.Page;

/// <summary>Takes the tilt out of a photographed page: lines at the top and at the bottom may lean differently.</summary>
sealed class Leveller
{
    private const int Unit = 100_000;
    private readonly int _width;
    private readonly int _height;
    private readonly long _top;
    private readonly long _bottom;

    private Leveller(int width, int height, long top, long bottom) => (_width, _height, _top, _bottom) = (width, height, top, bottom);

    /// <param name="baselines">Left and right middle of each line.</param>
    public static Leveller Of(IReadOnlyList<(int X0, int Y0, int X1, int Y1)> baselines, int height)
    {
        var width = baselines.Count == 0 ? 1 : baselines.Max(b => b.X1);
        var slopes = baselines.Where(b => b.X1 - b.X0 > Math.Max(60, width / 12))
            .Select(b => (Y: (b.Y0 + b.Y1) / 2, Slope: (long)(b.Y1 - b.Y0) * Unit / (b.X1 - b.X0))).OrderBy(s => s.Y).ToList();
        if (slopes.Count < 6)
        {
            var all = Median(slopes.Select(s => s.Slope));
            return new Leveller(width, Math.Max(1, height), all, all);
        }
        // Medians of the upper and the lower half, carried out to the page's edges.
        var upper = slopes[..(slopes.Count / 2)];
        var lower = slopes[(slopes.Count / 2)..];
        var (y1, y2) = (Median(upper.Select(s => (long)s.Y)), Median(lower.Select(s => (long)s.Y)));
        var (s1, s2) = (Median(upper.Select(s => s.Slope)), Median(lower.Select(s => s.Slope)));
        if (y2 - y1 < height / 8)
            return new Leveller(width, Math.Max(1, height), (s1 + s2) / 2, (s1 + s2) / 2);
        var perHeight = (s2 - s1) * height / (y2 - y1);
        var top = s1 - (perHeight * y1 / height);
        return new Leveller(width, Math.Max(1, height), top, top + perHeight);
    }

    /// <summary>Where the point would lie if its row were level.</summary>
    public int Level(int x, int y)
    {
        var slope = _top + ((_bottom - _top) * y / _height);
        return y - (int)(slope * (x - (_width / 2)) / Unit);
    }

    private static long Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
