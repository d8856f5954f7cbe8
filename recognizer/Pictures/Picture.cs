namespace Shouwang.Recognizer.Pictures;

/// <summary>A decoded picture (图像): one word a pixel, 0xRRGGBB00, rows from the top.</summary>
sealed class Picture
{
    public Picture(int width, int height, uint[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (pixels.LongLength != (long)width * height)
            throw new ArgumentException($"{width} x {height} pixels were expected, not {pixels.LongLength}.", nameof(pixels));
        (Width, Height, Pixels) = (width, height, pixels);
    }

    public int Width { get; }

    public int Height { get; }

    public uint[] Pixels { get; }

    /// <summary>A picture whose pixels are yet to be written.</summary>
    public static Picture Blank(int width, int height) => new(width, height, GC.AllocateUninitializedArray<uint>(checked(width * height)));

    public static uint Pixel(int red, int green, int blue) => ((uint)red << 24) | ((uint)green << 16) | ((uint)blue << 8);

    public static int Red(uint pixel) => (int)(pixel >> 24);

    public static int Green(uint pixel) => (int)((pixel >> 16) & 0xFF);

    public static int Blue(uint pixel) => (int)((pixel >> 8) & 0xFF);

    public Span<uint> Row(int y) => Pixels.AsSpan(y * Width, Width);

    /// <summary>A copy of one rectangle, which must lie inside.</summary>
    public Picture Cut(int left, int top, int width, int height)
    {
        var cut = Blank(width, height);
        for (var y = 0; y < height; y++)
            Row(top + y).Slice(left, width).CopyTo(cut.Row(y));
        return cut;
    }

    /// <summary>A copy with another picture laid over one place, which must lie inside.</summary>
    public Picture With(Picture over, int left, int top)
    {
        var copy = new Picture(Width, Height, (uint[])Pixels.Clone());
        for (var y = 0; y < over.Height; y++)
            over.Row(y).CopyTo(copy.Row(top + y)[left..]);
        return copy;
    }
}
