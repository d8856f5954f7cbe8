namespace Shouwang.Recognizer.Pictures;

/// <summary>Red ink (红色印章和红字): seals that hide figures, but on pre-printed forms also the labels.</summary>
static class RedInk
{
    const int Cell = 32;

    /// <summary>The smallest rectangle that holds every cell of the page with red ink in it; null where there is none worth a second reading.</summary>
    public static Zone? Find(Picture picture)
    {
        int left = int.MaxValue, top = int.MaxValue, right = -1, bottom = -1, marked = 0;
        for (var cy = 0; cy < picture.Height; cy += Cell)
        {
            for (var cx = 0; cx < picture.Width; cx += Cell)
            {
                if (!IsMarked(picture, cx, cy))
                    continue;
                marked++;
                (left, top) = (Math.Min(left, cx), Math.Min(top, cy));
                (right, bottom) = (Math.Max(right, cx + Cell), Math.Max(bottom, cy + Cell));
            }
        }
        return marked < 3 ? null : new Zone(left, top, Math.Min(right, picture.Width) - left, Math.Min(bottom, picture.Height) - top);
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

/// <summary>An upright rectangle of whole pixels.</summary>
readonly record struct Zone(int Left, int Top, int Width, int Height)
{
    public int Right => Left + Width;

    public int Bottom => Top + Height;
}
