using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Pictures;

/// <summary>Turns whole pictures.</summary>
static class Turning
{
    public static bool SwapsSides(this Orientation orientation) => orientation >= Orientation.Transposed;

    /// <summary>The orientation that stands for so many quarter turns clockwise.</summary>
    public static Orientation FromQuarterTurns(int clockwise) => (clockwise & 3) switch
    {
        1 => Orientation.QuarterTurn,
        2 => Orientation.HalfTurn,
        3 => Orientation.ThreeQuarterTurn,
        _ => Orientation.AsStored,
    };

    public static Picture Apply(this Orientation orientation, Picture picture)
    {
        if (orientation == Orientation.AsStored)
            return picture;
        int w = picture.Width, h = picture.Height;
        var turned = orientation.SwapsSides() ? Picture.Blank(h, w) : Picture.Blank(w, h);
        // Where the pixel for the new (0, 0) lies, and how far to go in the old picture for one step right and one step down in the new one.
        var (start, right, down) = orientation switch
        {
            Orientation.Mirrored => (w - 1, -1, w),
            Orientation.HalfTurn => ((w * h) - 1, -1, -w),
            Orientation.MirroredHalfTurn => (w * (h - 1), 1, -w),
            Orientation.Transposed => (0, w, 1),
            Orientation.QuarterTurn => (w * (h - 1), -w, 1),
            Orientation.Transversed => ((w * h) - 1, -w, -1),
            Orientation.ThreeQuarterTurn => (w - 1, w, -1),
            _ => (0, 1, w),
        };
        const int Band = 16; // rows at once, so that columns of the old picture are read by whole cache lines
        Parallel.For(0, (turned.Height + Band - 1) / Band, band =>
        {
            var last = Math.Min(turned.Height, (band + 1) * Band);
            for (var x = 0; x < turned.Width; x++)
            {
                for (var y = band * Band; y < last; y++)
                    turned.Pixels[(y * turned.Width) + x] = picture.Pixels[start + (x * right) + (y * down)];
            }
        });
        return turned;
    }
}
