using System.Buffers.Binary;

namespace Shouwang.Recognizer.Pictures;

/// <summary>What iPhones store (HEIC), turned into a JPEG by Debian's heif-convert before it is decoded like any other.</summary>
static class HeifPicture
{
    public const int MostPixels = 30_000_000;

    public static bool IsReadHere { get; } = OutsideProgram.IsInstalled("heif-convert");

    /// <summary>The largest sides that any of the file's pictures claims (a photo may be stored in tiles); null where none does.</summary>
    public static (int Width, int Height)? Sides(ReadOnlySpan<byte> file)
    {
        (int Width, int Height)? largest = null;
        for (var rest = file; rest.IndexOf("ispe"u8) is >= 0 and var at && rest.Length >= at + 16; rest = rest[(at + 4)..])
        {
            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 12)..]));
            var sides = ((int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
            if (largest is not { } known || (long)sides.Item1 * sides.Item2 > (long)known.Width * known.Height)
                largest = sides;
        }
        return largest;
    }

    /// <exception cref="PictureRefusedException">The file is damaged.</exception>
    public static async Task<byte[]> ToJpegAsync(string path, CancellationToken stop)
    {
        var folder = Path.GetDirectoryName(path)!;
        await OutsideProgram.RunAsync("heif-convert", ["-q", "92", path, Path.Combine(folder, "picture.jpg")], _ => Failed(), stop);
        // Of several pictures in one file the first comes out as picture-1.
        return Directory.EnumerateFiles(folder, "picture*.jpg").Order(StringComparer.Ordinal).FirstOrDefault() is { } made ? await File.ReadAllBytesAsync(made, stop) : throw Failed();
    }

    static PictureRefusedException Failed() => new(PictureRefusal.NotReadable, "The HEIC file is corrupted and could not be decoded.");
}
