namespace Shouwang.Shared.Bills.Page;

/// <summary>Turns places of the picture so that text runs from left to right: by quarter turns, and by what the page still leans.</summary>
readonly record struct Upright(int QuarterTurns, int Width, int Height)
{
    private const int Unit = 100_000;

    /// <summary>A page that leans less is only levelled: two machines that print on one form make lines lean a little where the page does not.</summary>
    private const int Least = 12_000;

    /// <summary>How far text falls from left to right once the quarter turns are taken back, in 100,000ths of its way; none where that is little.</summary>
    public long Lean { get; private init; }

    /// <summary>How high the page is so turned.</summary>
    public int TurnedHeight => Down + (int)(Math.Abs(Lean) * Across / Unit);

    private int Across => QuarterTurns % 2 == 0 ? Width : Height;

    private int Down => QuarterTurns % 2 == 0 ? Height : Width;

    public static Upright Of(RecognisedPage page)
    {
        long dx = 0, dy = 0;
        foreach (var line in page.Lines)
        {
            dx += line.Where.X1 - line.Where.X0;
            dy += line.Where.Y1 - line.Where.Y0;
        }
        var turns = Math.Abs(dx) >= Math.Abs(dy) ? (dx >= 0 ? 0 : 2) : (dy > 0 ? 1 : 3);
        var turned = new Upright(turns, page.Width, page.Height);
        var lean = turned.LeanOf(page);
        return Math.Abs(lean) < Least ? turned : turned with { Lean = lean };
    }

    /// <summary>The median of the lines' own slopes.</summary>
    private long LeanOf(RecognisedPage page)
    {
        var slopes = new List<long>();
        foreach (var line in page.Lines)
        {
            var ((x0, y0), (x1, y1), (_, y3)) = (Map(line.Where.X0, line.Where.Y0), Map(line.Where.X1, line.Where.Y1), Map(line.Where.X3, line.Where.Y3));
            if (x1 - x0 > Math.Abs(y3 - y0) * 5 / 2)
                slopes.Add((long)(y1 - y0) * Unit / (x1 - x0));
        }
        slopes.Sort();
        return slopes.Count == 0 ? 0 : slopes[slopes.Count / 2];
    }

    public (int X, int Y) Map(int x, int y)
    {
        var (u, v) = QuarterTurns switch
        {
            0 => (x, y),
            1 => (y, Width - x),
            2 => (Width - x, Height - y),
            _ => (Height - y, x),
        };
        // Turned and, by a few hundredths, enlarged; moved so that no place of the page is below nought.
        return Lean == 0 ? (u, v) : (u + (int)(((Lean * v) + Math.Max(0, -Lean * Down)) / Unit), v + (int)(((-Lean * u) + Math.Max(0, Lean * Across)) / Unit));
    }

    /// <summary>The part of a line between two thousandths of its length, in the picture's own pixels.</summary>
    public static Quad Part(Quad line, int from, int to)
    {
        static int At(int a, int b, int share) => a + (int)((long)(b - a) * share / 1000);
        return new Quad(
            At(line.X0, line.X1, from), At(line.Y0, line.Y1, from), At(line.X0, line.X1, to), At(line.Y0, line.Y1, to),
            At(line.X3, line.X2, to), At(line.Y3, line.Y2, to), At(line.X3, line.X2, from), At(line.Y3, line.Y2, from));
    }
}
