namespace Shouwang.Shared.Pictures;

/// <summary>A picture's brightness alone (灰度图), one byte a pixel, rows from the top, as it is stored in its file.</summary>
/// <param name="Shrunk">How many pixels of the file's picture stand behind one of these, along a side, in eighths: 8 for the whole picture, 64 for an eighth of it.</param>
public sealed record GreyPicture(int Width, int Height, byte[] Pixels, int Shrunk = 8)
{
    /// <summary>Whole pictures are looked at with a longer side from this to twice this.</summary>
    public const int LookedAt = 1000;

    public ReadOnlySpan<byte> Row(int y) => Pixels.AsSpan(y * Width, Width);

    /// <summary>From the bytes of a file; null for formats and kinds that are not looked into here.</summary>
    public static GreyPicture? From(ReadOnlyMemory<byte> file) =>
        file.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg.JpegGrey.Decode(file.Span)
        : file.Span.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? PngGrey.Decode(file)
        : null;
}
