using System.Buffers.Binary;

namespace Shouwang.Recognizer.Pictures;

/// <summary>What a file is, told by its first bytes (文件格式).</summary>
enum PictureFormat
{
    Unknown,
    Jpeg,
    Png,
    Bmp,
    Tiff,
    WebP,

    /// <summary>Drawn page by page, where Poppler's programs are installed.</summary>
    Pdf,

    /// <summary>What iPhones store (HEIC, HEIF, AVIF); read where heif-convert is installed.</summary>
    Heif,

    /// <summary>Known, not read here.</summary>
    Gif,
}

/// <summary>Tells formats apart without decoding anything.</summary>
static class PictureFormats
{
    public static PictureFormat Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PictureFormat.Png,
        [(byte)'B', (byte)'M', ..] when file.Length > 26 => PictureFormat.Bmp,
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => PictureFormat.Tiff,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => PictureFormat.WebP,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => PictureFormat.Gif,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => PictureFormat.Heif,
        _ => file[..Math.Min(1024, file.Length)].IndexOf("%PDF-"u8) >= 0 ? PictureFormat.Pdf : PictureFormat.Unknown,
    };

    public static bool IsRead(this PictureFormat format) =>
        format is PictureFormat.Jpeg or PictureFormat.Png or PictureFormat.Bmp or PictureFormat.Tiff or PictureFormat.WebP || (format == PictureFormat.Heif && HeifPicture.IsReadHere);

    /// <summary>Width and height from the header, before EXIF turning; null where the header makes no sense.</summary>
    public static unsafe (int Width, int Height)? Sides(this PictureFormat format, ReadOnlySpan<byte> file)
    {
        if (format == PictureFormat.Heif)
            return HeifPicture.Sides(file);
        if (format == PictureFormat.Bmp) // Leptonica would decode the whole picture to learn this
            return (BinaryPrimitives.ReadInt32LittleEndian(file[18..]), Magnitude(BinaryPrimitives.ReadInt32LittleEndian(file[22..])));
        fixed (byte* data = file)
            return Leptonica.ReadHeader(data, (nuint)file.Length, out var width, out var height) == 0 ? (width, height) : null;
    }

    static int Magnitude(int height) => height == int.MinValue ? int.MaxValue : Math.Abs(height);
}
