namespace Shouwang.Shared.Bills.Page;

/// <summary>Follows the rows of a page that does not lie flat (纸面弯曲): rolled, creased, with a lifted corner. Every place has the slope its neighbours show, and a point lies as high as its row does in the middle of the page.</summary>
sealed class BentRows
{
    private const int Unit = 100_000;

    private const int Columns = 24;
    private const int Bands = 12;

    /// <summary>Nodes of the grid as far as whose lines a node's slope is asked of.</summary>
    private const int Near = 4;

    /// <summary>So few lines show no bend.</summary>
    private const int Fewest = 12;

    /// <summary>Slopes at the nodes of a grid, by band and column.</summary>
    private readonly long[,] _slopes;
    private readonly int _width;
    private readonly int _height;

    private BentRows(long[,] slopes, int width, int height) => (_slopes, _width, _height) = (slopes, width, height);

    /// <summary>The rows as lines show them by their own slopes; nothing for too few lines.</summary>
    public static BentRows? Of(IReadOnlyList<Baseline> lines, int width, int height) =>
        Telling(lines) is { Count: >= Fewest } own ? new BentRows(Slopes(own, width, height), width, height) : null;

    /// <summary>More exactly: also by where the neighbours of a row stand.</summary>
    public BentRows Refined(IReadOnlyList<Baseline> lines) => new(Slopes([.. Telling(lines), .. Links(lines)], _width, _height), _width, _height);

    private static List<Baseline> Telling(IReadOnlyList<Baseline> lines) => [.. lines.Where(b => !b.IsLabelled && b.X1 - b.X0 > b.Height * 5 / 2)];

    /// <summary>How high the point's row lies in the middle of the page.</summary>
    public int Level(int x, int y)
    {
        var (step, middle) = (Math.Max(1, _width / Columns), _width / 2);
        long at = (long)y * Unit;
        while (x != middle)
        {
            var next = x < middle ? Math.Min(middle, x + step) : Math.Max(middle, x - step);
            at += Slope((x + next) / 2, (int)(at / Unit)) * (next - x);
            x = next;
        }
        return (int)(at / Unit);
    }

    /// <summary>The slope at a place, between those of the nodes around it.</summary>
    private long Slope(int x, int y)
    {
        var (u, column) = Between(x, _width, Columns);
        var (v, band) = Between(y, _height, Bands);
        var upper = (_slopes[band, column] * (Unit - u)) + (_slopes[band, column + 1] * u);
        var lower = (_slopes[band + 1, column] * (Unit - u)) + (_slopes[band + 1, column + 1] * u);
        return ((upper / Unit * (Unit - v)) + (lower / Unit * v)) / Unit;
    }

    private static (long Share, int Node) Between(int at, int whole, int parts)
    {
        var place = Math.Clamp((long)at * parts * Unit / whole, 0, ((long)parts * Unit) - 1);
        return (place % Unit, (int)(place / Unit));
    }

    /// <summary>From the middle of each line to that of the next in its row.</summary>
    private List<Baseline> Links(IReadOnlyList<Baseline> lines)
    {
        var links = new List<Baseline>();
        var placed = lines.Select(b => (Line: b, X: (b.X0 + b.X1) / 2, Y: (b.Y0 + b.Y1) / 2)).Select(p => (p.Line, p.X, p.Y, Level: Level(p.X, p.Y))).OrderBy(p => p.X).ToList();
        for (var i = 0; i < placed.Count; i++)
        {
            var from = placed[i];
            var best = -1;
            for (var j = i + 1; j < placed.Count && placed[j].X - from.X < _width / 3; j++)
            {
                if (placed[j].Line.X0 > from.Line.X1 - from.Line.Height && Math.Abs(placed[j].Level - from.Level) * 2 < Math.Min(from.Line.Height, placed[j].Line.Height) && (best < 0 || placed[j].Line.X0 < placed[best].Line.X0))
                    best = j;
            }
            if (best >= 0)
                links.Add(new Baseline(from.X, from.Y, placed[best].X, placed[best].Y, from.Line.Height, false));
        }
        return links;
    }

    private static long[,] Slopes(List<Baseline> lines, int width, int height)
    {
        var shown = lines.Where(b => b.X1 > b.X0).Select(b => (X: (b.X0 + b.X1) / 2, Y: (b.Y0 + b.Y1) / 2, Length: Math.Min(b.X1 - b.X0, width / 4), Slope: (long)(b.Y1 - b.Y0) * Unit / (b.X1 - b.X0))).ToList();
        var all = Median([.. shown.Select(s => (s.Slope, (long)s.Length))]);
        var slopes = new long[Bands + 1, Columns + 1];
        for (var band = 0; band <= Bands; band++)
        {
            for (var column = 0; column <= Columns; column++)
                slopes[band, column] = Median([(all, 1), .. shown.Select(s => (s.Slope, Weight: s.Length * Nearness(s.X, column, width, Columns) * Nearness(s.Y, band, height, Bands) / Unit)).Where(s => s.Weight > 0)]);
        }
        return Smooth(slopes);
    }

    /// <summary>1,000 at the node, 0 from <see cref="Near"/> nodes off.</summary>
    private static long Nearness(int at, int node, int whole, int parts) =>
        Math.Max(0, 1000 - (Math.Abs(((long)at * parts) - ((long)node * whole)) * 1000 / Near / whole));

    /// <summary>Each node with its neighbours to all sides.</summary>
    private static long[,] Smooth(long[,] slopes)
    {
        var smooth = new long[Bands + 1, Columns + 1];
        for (var band = 0; band <= Bands; band++)
        {
            for (var column = 0; column <= Columns; column++)
            {
                long sum = 0;
                var count = 0;
                for (var b = Math.Max(0, band - 1); b <= Math.Min(Bands, band + 1); b++)
                {
                    for (var c = Math.Max(0, column - 1); c <= Math.Min(Columns, column + 1); c++)
                    {
                        sum += slopes[b, c];
                        count++;
                    }
                }
                smooth[band, column] = sum / count;
            }
        }
        return smooth;
    }

    private static long Median(List<(long Value, long Weight)> values)
    {
        values.Sort();
        var half = values.Sum(v => v.Weight) / 2;
        foreach (var (value, weight) in values)
        {
            if ((half -= weight) < 0)
                return value;
        }
        return values.Count == 0 ? 0 : values[^1].Value;
    }
}
