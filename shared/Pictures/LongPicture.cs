namespace Shouwang.Shared.Pictures;

/// <summary>A screenshot that was scrolled (长截图): longer for its width than any sheet or screen. Brought down whole, nothing on it could be read; it is as legible as a sheet of its width.</summary>
public static class LongPicture
{
    /// <summary>The longer side that an ordinary picture is looked at with, in pixels.</summary>
    public const int LookedAt = 1280;

    // Of a sheet that is looked at with 1280 pixels.
    private const int SheetWidth = 900;

    /// <summary>More than 2.4 times as high as wide.</summary>
    public static bool Is(int width, int height) => height * 10L > width * 24L;

    /// <summary>So many pixels are looked at for so many of the picture; more for small pictures.</summary>
    public static (int Looked, int Of) Scale(int width, int height) => Is(width, height) ? (SheetWidth, width) : (LookedAt, Math.Max(width, height));
}
