using Shouwang.Shared.Pictures;
using Shouwang.Shared.Pictures.Jpeg;

namespace Shouwang.Recognizer.Pictures;

/// <summary>A decoded picture, and the sides of the picture as sent (turned as EXIF tells) where it was decoded smaller.</summary>
sealed record DecodedPicture(Picture Picture, int SentWidth, int SentHeight);

/// <summary>What the header of a file told.</summary>
/// <param name="Reduction">Both sides are divided by this while decoding: 1, or 2, 4, 8 for large JPEGs.</param>
sealed record PictureHeader(PictureFormat Format, int Width, int Height, int Reduction, Orientation Orientation);

/// <summary>Files → pictures: the header is judged first, so that no file makes us decode more than we can hold.</summary>
static class PictureDecoder
{
    public const int ShortestSide = 50;

    /// <summary>Of a screenshot that was scrolled; in Azure it is 10,000.</summary>
    public const int LongestSide = 30_000;

    /// <summary>What is decoded at most. JPEGs above it are decoded at half, a quarter or an eighth of their size; other formats cannot be and are refused.</summary>
    public const int MostPixels = 25_000_000;

    /// <exception cref="PictureRefusedException">Not a picture that is read here.</exception>
    public static PictureHeader Inspect(ReadOnlySpan<byte> file)
    {
        var format = PictureFormats.Of(file);
        if (format == PictureFormat.Pdf && PdfPages.IsReadHere)
            return new PictureHeader(format, 0, 0, 1, Orientation.AsStored);
        if (format == PictureFormat.Unknown)
            throw new PictureRefusedException(PictureRefusal.NotReadable, "The file is corrupted or its format is not supported. JPEG, PNG, BMP, TIFF, WebP, HEIC and PDF are read.");
        if (!format.IsRead())
            throw new PictureRefusedException(PictureRefusal.FormatNotRead, $"{format} files are not read here. Send a JPEG or PNG picture of each page.");
        if (format.Sides(file) is not var (width, height))
            throw new PictureRefusedException(PictureRefusal.NotReadable, $"The file is corrupted: its {format} header makes no sense.");
        var pixels = Bounded(format, width, height);
        if (format == PictureFormat.Jpeg && file.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) < 0)
            throw CutShort();
        if (format == PictureFormat.Jpeg)
            Bounded(JpegOutline.Of(file));
        var reduction = 1;
        while (pixels / (reduction * reduction) > MostPixels)
            reduction *= 2;
        return new PictureHeader(format, width, height, reduction, format == PictureFormat.Jpeg ? ExifOrientation.Of(file) : Orientation.AsStored);
    }

    /// <summary>How many pixels a picture of these sides has.</summary>
    /// <exception cref="PictureRefusedException">They make no sense, or are more than is safe to decode.</exception>
    internal static long Bounded(PictureFormat format, int width, int height)
    {
        if (width <= 0 || height <= 0)
            throw new PictureRefusedException(PictureRefusal.NotReadable, $"The file is corrupted: its {format} header makes no sense.");
        if (Math.Min(width, height) < ShortestSide || Math.Max(width, height) > LongestSide)
            throw new PictureRefusedException(PictureRefusal.Dimensions, $"The picture is {width} x {height} pixels; each side must have {ShortestSide} to {LongestSide}.");
        var pixels = (long)width * height;
        var most = format == PictureFormat.Heif ? HeifPicture.MostPixels : MostPixels;
        return format == PictureFormat.Jpeg || pixels <= most ? pixels
            : throw new PictureRefusedException(PictureRefusal.Dimensions, $"The picture has {pixels} pixels; {most} are read at most in a {format} file. Send it as JPEG or smaller.");
    }

    static void Bounded(JpegOutline jpeg)
    {
        if (jpeg.HasTooManyScans)
            throw new PictureRefusedException(PictureRefusal.NotReadable, $"The JPEG file has {jpeg.Scans} scans; {JpegOutline.MostScans} are read at most.");
        if (jpeg.NeedsTooMuchMemory)
            throw new PictureRefusedException(PictureRefusal.Dimensions, $"The progressive JPEG picture is {jpeg.Width} x {jpeg.Height} pixels; {JpegOutline.MostProgressivePixels} are read at most. Send it as an ordinary JPEG or smaller.");
    }

    /// <summary>Decodes and turns the picture as its EXIF block tells.</summary>
    /// <param name="known">How it must be turned, where that is known better.</param>
    /// <exception cref="PictureRefusedException">The file is damaged.</exception>
    public static DecodedPicture Decode(ReadOnlySpan<byte> file, Orientation? known = null)
    {
        var header = Inspect(file);
        header = header with { Orientation = known ?? header.Orientation };
        var upright = header.Orientation.Apply(Pixels(file, header));
        return header.Orientation.SwapsSides()
            ? new DecodedPicture(upright, header.Height, header.Width)
            : new DecodedPicture(upright, header.Width, header.Height);
    }

    static unsafe Picture Pixels(ReadOnlySpan<byte> file, PictureHeader header)
    {
        nint native;
        if (header.Format == PictureFormat.Bmp)
            file = PlainBmp.Of(file);
        fixed (byte* data = file)
        {
            var complaints = 0;
            native = header.Format == PictureFormat.Jpeg
                ? Leptonica.ReadJpeg(data, (nuint)file.Length, header.Reduction, out complaints)
                : Leptonica.Read(data, (nuint)file.Length);
            if (native != 0 && complaints > 0 && !EndsProperly(file))
            {
                Leptonica.Free(native);
                throw CutShort();
            }
        }
        return Taken(native, header.Format);
    }

    /// <summary>The pixels out of Leptonica's hands.</summary>
    internal static Picture Taken(nint native, PictureFormat format)
    {
        if (native == 0 || (native = Leptonica.To32Bits(native)) == 0)
            throw new PictureRefusedException(PictureRefusal.NotReadable, $"The {format} file is corrupted and could not be decoded.");
        try
        {
            var picture = Picture.Blank(Leptonica.Width(native), Leptonica.Height(native));
            for (var y = 0; y < picture.Height; y++)
                Leptonica.Row(native, y, picture.Width).CopyTo(picture.Row(y));
            return picture;
        }
        finally
        {
            Leptonica.Free(native);
        }
    }

    // Some phones append data of their own after the end-of-image marker, so the marker may lie well before the last byte,
    // but an embedded thumbnail brings one of its own near the start.
    static bool EndsProperly(ReadOnlySpan<byte> jpeg) =>
        jpeg.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) > jpeg.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);

    static PictureRefusedException CutShort() => new(PictureRefusal.NotReadable, "The JPEG file is cut short. Send it again.");
}
