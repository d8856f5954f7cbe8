namespace Shouwang.Shared.Bills.Page;

/// <summary>Takes the tilt out of a photographed page: lines at the top and at the bottom may lean differently.</summary>
sealed class Leveller
{
    private const int Unit = 100_000;

    /// <summary>So much on a page of few rows is chance.</summary>
    private const int Chance = 200;

    /// <summary>A box leans less than one in so many: more is a stamp's or a signature's.</summary>
    private const int Leaning = 8;

    private readonly int _width;
    private readonly int _height;
    private readonly long _top;
    private readonly long _bottom;

    /// <summary>Between which heights the slope changes.</summary>
    private readonly int _from;
    private readonly int _to;

    private Leveller(int width, int height, long top, long bottom, int? from = null, int? to = null) => (_width, _height, _top, _bottom, _from, _to) = (width, height, top, bottom, from ?? 0, to ?? height);

    /// <summary>The same slopes, kept above or below the lines that say them.</summary>
    private IReadOnlyList<Leveller> Kept { get; init; } = [];

    /// <summary>The rows of a page that does not lie flat.</summary>
    private BentRows? Bent { get; init; }

    /// <summary>The slopes by which the lines of a row lie level. On a preprinted form values are printed a little lower than their labels, and a line that holds both leans though the page does not.</summary>
    public static Leveller Of(IReadOnlyList<Baseline> lines, int height)
    {
        var width = lines.Count == 0 ? 1 : lines.Max(b => b.X1);
        var all = Of(lines.Where(b => b.X1 - b.X0 > Math.Max(60, width / 12)), width, height);
        var level = all.InRow(lines);
        foreach (var other in new[] { Of(lines.Where(b => !b.IsLabelled && b.X1 - b.X0 > b.Height * 5 / 2), width, height), Fitted(lines, width, Math.Max(1, height)), new Leveller(width, Math.Max(1, height), 0, 0) })
        {
            if (other.InRow(lines) is var more && more > (level * 5 / 2) + Chance)
                (all, level) = (other, more);
        }
        // Short lines say little about how they lean, and carried out to the page's edges that grows.
        if (all.Kept.Select(kept => (Leveller: kept, Rows: kept.InRow(lines))).Where(kept => kept.Rows > (level * 2) + Chance).OrderByDescending(kept => kept.Rows).FirstOrDefault() is { Leveller: { } best } kept)
            (all, level) = kept;
        if (BentRows.Of(lines, width, Math.Max(1, height)) is not { } rough || !all.IsLeft(rough, lines))
            return all;
        return new[] { rough, rough.Refined(lines) }.Select(rows => new Leveller(width, 1, 0, 0) { Bent = rows }).Select(bent => (Leveller: bent, Rows: bent.InRow(lines)))
            .Where(bent => bent.Rows > (level * 5 / 4) + Chance).OrderByDescending(bent => bent.Rows).Select(bent => bent.Leveller).FirstOrDefault() ?? all;
    }

    /// <summary>Whether rows levelled so still rise or fall by half a line and more.</summary>
    private bool IsLeft(BentRows rows, IReadOnlyList<Baseline> lines)
    {
        var off = lines.Select(b => (X: (b.X0 + b.X1) / 2, Y: (b.Y0 + b.Y1) / 2)).Select(m => rows.Level(m.X, m.Y) - Level(m.X, m.Y)).Order().ToList();
        return (off[^1] - off[0]) * 2 > lines.Select(b => b.Height).Order().ElementAt(lines.Count / 2);
    }

    private static Leveller Of(IEnumerable<Baseline> lines, int width, int height)
    {
        var slopes = lines.Select(b => (Y: (b.Y0 + b.Y1) / 2, Slope: (long)(b.Y1 - b.Y0) * Unit / (b.X1 - b.X0))).OrderBy(s => s.Y).ToList();
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
        return new Leveller(width, Math.Max(1, height), top, top + perHeight)
        {
            Kept = [.. new (long From, long To)[] { (y1, height), (0, y2), (y1, y2) }.Select(kept => new Leveller(width, Math.Max(1, height), top, top + perHeight, (int)kept.From, (int)kept.To))],
        };
    }

    /// <summary>The slopes that all lines have together, the long ones weighing most (加权最小二乘): what many short boxes round off, they still say on the whole.</summary>
    private static Leveller Fitted(IReadOnlyList<Baseline> lines, int width, int height)
    {
        List<Baseline> told = [.. lines.Where(b => b.X1 - b.X0 >= 3 * b.Height && Math.Abs(b.Y1 - b.Y0) * Leaning < b.X1 - b.X0)];
        var fitted = Fit(told);
        for (var count = 0; count != told.Count && told.Count > 0; fitted = Fit(told))
        {
            // Boxes that hold two lines, or the end of another, lean by themselves.
            count = told.Count;
            told = [.. told.Where(b => Math.Abs(b.Y1 - b.Y0 - ((fitted._top + ((fitted._bottom - fitted._top) * ((b.Y0 + b.Y1) / 2) / height)) * (b.X1 - b.X0) / Unit)) * 6 <= Math.Max(12, b.Height))];
        }
        return fitted;

        Leveller Fit(List<Baseline> boxes)
        {
            // Slope = top + (bottom - top) × y / height, least squares weighed by the square of a box's width.
            Int128 one = 0, y = 0, yy = 0, s = 0, sy = 0;
            foreach (var b in boxes)
            {
                long wide = b.X1 - b.X0, at = (b.Y0 + b.Y1) / 2, rise = b.Y1 - b.Y0;
                (one, y, yy) = (one + (wide * wide), y + (wide * wide * at), yy + (wide * wide * at * at));
                (s, sy) = (s + (wide * rise), sy + (wide * rise * at));
            }
            var spread = (one * yy) - (y * y);
            if (spread <= 0)
                return new Leveller(width, height, 0, 0);
            return new Leveller(width, height, (long)(((s * yy) - (y * sy)) * Unit / spread), (long)(((s * yy) - (y * sy) + (((one * sy) - (y * s)) * height)) * Unit / spread));
        }
    }

    /// <summary>How well lines far from each other lie in rows: how many have another beside them, times how many such pairs there are.</summary>
    private long InRow(IReadOnlyList<Baseline> lines)
    {
        var middles = new (int X, int Height)[lines.Count];
        var levels = new int[lines.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            middles[i] = ((lines[i].X0 + lines[i].X1) / 2, lines[i].Height);
            levels[i] = Level(middles[i].X, (lines[i].Y0 + lines[i].Y1) / 2);
        }
        Array.Sort(levels, middles);
        var beside = new bool[levels.Length];
        var pairs = 0L;
        for (var i = 0; i < levels.Length; i++)
        {
            for (var j = i + 1; j < levels.Length && (levels[j] - levels[i]) * 5 <= middles[i].Height; j++)
            {
                if (Math.Abs(middles[j].X - middles[i].X) * 4 < _width)
                    continue;
                beside[i] = beside[j] = true;
                pairs++;
            }
        }
        return pairs * beside.Count(b => b);
    }

    /// <summary>Where the point would lie if its row were level.</summary>
    public int Level(int x, int y)
    {
        if (Bent is not null)
            return Bent.Level(x, y);
        var slope = _top + ((_bottom - _top) * Math.Clamp(y, _from, _to) / _height);
        return y - (int)(slope * (x - (_width / 2)) / Unit);
    }

    private static long Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}

/// <summary>The middle of a line from its left to its right end.</summary>
/// <param name="IsLabelled">Holds a label and its value, which may have been printed by two machines.</param>
readonly record struct Baseline(int X0, int Y0, int X1, int Y1, int Height, bool IsLabelled);
