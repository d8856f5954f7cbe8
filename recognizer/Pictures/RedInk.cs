namespace Shouwang.Recognizer.Pictures;

/// <summary>Red ink (红色印章和红字): seals that hide figures, but on pre-printed forms also the labels.</summary>
static class RedInk
{
    const int Cell = 32;

    /// <summary>Which parts of the page have red ink in them; null where there is none worth a second reading.</summary>
    public static RedParts? Find(Picture picture)
    {
        var parts = new bool[(picture.Height + Cell - 1) / Cell, (picture.Width + Cell - 1) / Cell];
        int top = int.MaxValue, bottom = -1, marked = 0;
        for (var y = 0; y < parts.GetLength(0); y++)
        {
            for (var x = 0; x < parts.GetLength(1); x++)
            {
                if (!IsMarked(picture, x * Cell, y * Cell))
                    continue;
                parts[y, x] = true;
                marked++;
                (top, bottom) = (Math.Min(top, y * Cell), Math.Max(bottom, (y + 1) * Cell));
            }
        }
        if (marked < 3)
            return null;
        // The whole width, or a line that the red touches would be cut where the red begins.
        (top, bottom) = (Math.Max(0, top - (2 * Cell)), Math.Min(picture.Height, bottom + (2 * Cell)));
        return new RedParts(parts, Cell, new Zone(0, top, picture.Width, bottom - top));
    }

    /// <summary>The same picture with red ink turned to what red light would show: nearly white.</summary>
    public static Picture Without(Picture picture)
    {
        var clean = Picture.Blank(picture.Width, picture.Height);
        Parallel.For(0, picture.Height, y =>
        {
            var from = picture.Row(y);
            var to = clean.Row(y);
            for (var x = 0; x < from.Length; x++)
            {
                var red = Picture.Red(from[x]);
                to[x] = Excess(from[x]) > 25 + (red / 16) ? Picture.Pixel(red, red, red) : from[x];
            }
        });
        return clean;
    }

    static int Excess(uint pixel) => Picture.Red(pixel) - Math.Max(Picture.Green(pixel), Picture.Blue(pixel));

    static bool IsMarked(Picture picture, int left, int top)
    {
        const int Step = 2, Enough = Cell * Cell / (Step * Step) / 50;
        var seen = 0;
        var right = Math.Min(left + Cell, picture.Width);
        for (var y = top; y < Math.Min(top + Cell, picture.Height); y += Step)
        {
            var row = picture.Row(y);
            for (var x = left; x < right; x += Step)
            {
                if (Excess(row[x]) > 40 + (Picture.Red(row[x]) / 16) && ++seen > Enough)
                    return true;
            }
        }
        return false;
    }
}

/// <summary>Where red ink is.</summary>
/// <param name="Marked">By rows and columns of squares of the page.</param>
/// <param name="Zone">The band of the page that holds it all.</param>
sealed record RedParts(bool[,] Marked, int Side, Zone Zone)
{
    /// <summary>Whether there is red ink on or right beside a place.</summary>
    public bool Touch(float left, float top, float right, float bottom)
    {
        var (x0, y0) = (Math.Max(0, (int)left / Side), Math.Max(0, (int)top / Side));
        var (x1, y1) = (Math.Min(Marked.GetLength(1) - 1, (int)right / Side), Math.Min(Marked.GetLength(0) - 1, (int)bottom / Side));
        for (var y = y0; y <= y1; y++)
        {
            for (var x = x0; x <= x1; x++)
            {
                if (Marked[y, x])
                    return true;
            }
        }
        return false;
    }
}

/// <summary>An upright rectangle of whole pixels.</summary>
readonly record struct Zone(int Left, int Top, int Width, int Height)
{
    public int Right => Left + Width;

    public int Bottom => Top + Height;
}
