namespace Shouwang.Shared.Bills.Page;

/// <summary>Turns places of the picture by quarter turns so that text runs from left to right.</summary>
readonly record struct Upright(int QuarterTurns, int Width, int Height)
{
    public static Upright Of(RecognisedPage page)
    {
        long dx = 0, dy = 0;
        foreach (var line in page.Lines)
        {
            dx += line.Where.X1 - line.Where.X0;
            dy += line.Where.Y1 - line.Where.Y0;
        }
        var turns = Math.Abs(dx) >= Math.Abs(dy) ? (dx >= 0 ? 0 : 2) : (dy > 0 ? 1 : 3);
        return new Upright(turns, page.Width, page.Height);
    }

    public (int X, int Y) Map(int x, int y) => QuarterTurns switch
    {
        0 => (x, y),
        1 => (y, Width - x),
        2 => (Width - x, Height - y),
        _ => (Height - y, x),
    };

    /// <summary>The part of a line between two thousandths of its length, in the picture's own pixels.</summary>
    public static Quad Part(Quad line, int from, int to)
    {
        static int At(int a, int b, int share) => a + (int)((long)(b - a) * share / 1000);
        return new Quad(
            At(line.X0, line.X1, from), At(line.Y0, line.Y1, from), At(line.X0, line.X1, to), At(line.Y0, line.Y1, to),
            At(line.X3, line.X2, to), At(line.Y3, line.Y2, to), At(line.X3, line.X2, from), At(line.Y3, line.Y2, from));
    }
}
