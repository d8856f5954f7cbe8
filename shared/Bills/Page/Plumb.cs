namespace Shouwang.Shared.Bills.Page;

/// <summary>Takes the slant out of a photographed page's columns (竖直校正): what stands one below the other on paper does so here, also where the page was seen from the side and its left and right edges lean differently.</summary>
/// <param name="Left">How far the left edge leans, in thousandths of the way down.</param>
/// <param name="Right">How far the right edge does.</param>
readonly record struct Plumb(int Left, int Right)
{
    private const int Whole = 1000;

    /// <summary>No edge leans more.</summary>
    private const int Steepest = 200;

    /// <summary>No two edges of a page lean more apart.</summary>
    private const int MostApart = 120;

    private const int Step = 10;

    /// <summary>So few lines show no columns.</summary>
    private const int Fewest = 12;

    public static IReadOnlyList<Run> Set(IReadOnlyList<Run> runs)
    {
        if (runs.Count < Fewest)
            return runs;
        var (x0, x1, y) = (runs.Min(r => r.X0), runs.Max(r => r.X1), runs.Sum(r => r.Y) / runs.Count);
        var width = Math.Max(1, x1 - x0);
        List<(int X, int Y)> ends = [.. runs.SelectMany(r => new[] { (r.X0 - x0, r.Y - y), (r.X1 - x0, r.Y - y) })];
        var bin = Math.Max(3, runs.Select(r => r.Height).Order().ElementAt(runs.Count / 2) / 3);
        var best = new Plumb(0, 0);
        var level = best.Aligned(ends, width, bin);
        // A page that leans stands much better when set right.
        var most = (level * 5 / 4) + runs.Count;
        for (var left = -Steepest; left <= Steepest; left += Step)
        {
            for (var right = Math.Max(-Steepest, left - MostApart); right <= Math.Min(Steepest, left + MostApart); right += Step)
            {
                if (new Plumb(left, right) is var tried && tried.Aligned(ends, width, bin) is var more && more > most)
                    (best, most) = (tried, more);
            }
        }
        return best == default ? runs : [.. runs.Select(r => r with
        {
            Glyphs = [.. r.Glyphs.Select(g => g with { X0 = x0 + best.At(g.X0 - x0, r.Y - y, width), X1 = x0 + best.At(g.X1 - x0, r.Y - y, width) })],
            X0 = x0 + best.At(r.X0 - x0, r.Y - y, width),
            X1 = x0 + best.At(r.X1 - x0, r.Y - y, width),
        })];
    }

    private int At(int x, int y, int width) => x - (int)((Left + ((long)(Right - Left) * x / width)) * y / Whole);

    /// <summary>How many ends of lines stand one below the other.</summary>
    private long Aligned(List<(int X, int Y)> ends, int width, int bin)
    {
        var margin = width / 2;
        var bins = new int[((width + (2 * margin)) / bin) + 2];
        foreach (var (x, y) in ends)
            bins[Math.Clamp((At(x, y, width) + margin) / bin, 0, bins.Length - 1)]++;
        long sum = 0;
        for (var i = 0; i + 1 < bins.Length; i++)
            sum += bins[i] * (bins[i] + bins[i + 1]);
        return sum;
    }
}
