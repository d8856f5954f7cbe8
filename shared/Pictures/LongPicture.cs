namespace Shouwang.Shared.Pictures;

/// <summary>A screenshot that was scrolled (长截图): longer for its width than any sheet or screen. Brought down whole, nothing on it could be read; it is as legible as a sheet of its width.</summary>
public static class LongPicture
{
    /// <summary>The longer side that an ordinary picture is looked at with, in pixels.</summary>
    public const int LookedAt = 1280;

    private const float Long = 2.4f;

    // Of a sheet that is looked at with 1280 pixels.
    private const float SheetWidth = 900;

    public static bool Is(int width, int height) => height > Long * width;

    /// <summary>Pixels that are looked at for one of the picture; above 1 for small pictures.</summary>
    public static float Scale(int width, int height) => Is(width, height) ? SheetWidth / width : (float)LookedAt / Math.Max(width, height);
}
