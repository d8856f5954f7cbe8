using System.Buffers.Binary;
using Shouwang.Bot;
using Shouwang.Shared.Pictures.Jpeg;

namespace Shouwang.Functions.Papers;

/// <summary>What can be told of a file from its bytes without decoding it: its format, its size, whether it is whole.</summary>
internal static class PictureFile
{
    /// <summary>Largest file taken in, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Longest side our own form recogniser takes, in pixels: of a screenshot that was scrolled. Azure's takes 10,000 and refuses more itself.</summary>
    public const int LongestSide = 30_000;

    /// <summary>Shortest side a form recogniser takes, in pixels.</summary>
    public const int ShortestSide = 50;

    /// <summary>Most pixels taken in: a JPEG can be decoded at reduced scale, a phone's 50-megapixel photo among them.</summary>
    public const long MostJpegPixels = 100_000_000;

    /// <summary>Most pixels of a format that has to be decoded whole.</summary>
    public const long MostOtherPixels = 30_000_000;

    /// <summary>Electronic bills come as PDF; how many pages it has, the recogniser finds out.</summary>
    public const string Pdf = "application/pdf";

    /// <summary>How far before the end of a PDF its last words may stand; some programs append more.</summary>
    const int PdfTail = 64 * 1024;

    /// <summary>The verdict; never <see cref="PictureVerdict.SentBefore"/>, which bytes alone cannot tell.</summary>
    public static PictureVerdict Look(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            return PictureVerdict.Empty;
        if (MediaType(file) is not { } type)
            return IsRecording(file) ? PictureVerdict.Recording : PictureVerdict.NotAPicture;
        if (file.Length > MostBytes)
            return PictureVerdict.TooLarge;
        if (type == Pdf)
            return file[Math.Max(0, file.Length - PdfTail)..].IndexOf("%%EOF"u8) >= 0 ? PictureVerdict.Fine : PictureVerdict.Damaged;
        var outline = type == "image/jpeg" ? JpegOutline.Of(file) : default;
        if (Dimensions(type, file, outline) is not (var width, var height) || !(type == "image/jpeg" ? outline.Ends && !outline.HasTooManyScans : IsWhole(type, file)))
            return PictureVerdict.Damaged;
        if (Math.Min(width, height) < ShortestSide)
            return PictureVerdict.TooSmall;
        var most = type == "image/jpeg" ? MostJpegPixels : MostOtherPixels;
        return Math.Max(width, height) > LongestSide || (long)width * height > most || outline.NeedsTooMuchMemory ? PictureVerdict.TooManyPixels : PictureVerdict.Fine;
    }

    /// <summary>The media type by the first bytes; null for anything that is no picture taken in.</summary>
    public static string? MediaType(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : file.StartsWith("BM"u8) && file.Length > 26 && BinaryPrimitives.ReadUInt32LittleEndian(file[2..]) is var size && size >= 26 && size <= (uint)file.Length + 3 ? "image/bmp"
        : file.StartsWith("%PDF-"u8) ? Pdf
        : HeicFile.Is(file) ? HeicFile.MediaType
        : TiffFile.Is(file) ? TiffFile.MediaType
        : null;

    /// <summary>Whether the first bytes are those of what phones record as sound or film: AMR, SILK, Ogg, MP3, AAC, WAV, AVI, WebM, MP4 and its kin.</summary>
    static bool IsRecording(ReadOnlySpan<byte> file) =>
        file.StartsWith("#!AMR"u8) || file.StartsWith("#!SILK"u8) || file.StartsWith("\u0002#!SILK"u8) || file.StartsWith("OggS"u8) || file.StartsWith("ID3"u8)
        || (file.Length > 12 && file[0] == 0xFF && file[1] is 0xFB or 0xFA or 0xF3 or 0xF2 or 0xF1 or 0xF9)
        || (file.Length > 12 && file.StartsWith("RIFF"u8) && (file[8..12].SequenceEqual("WAVE"u8) || file[8..12].SequenceEqual("AVI "u8)))
        || file.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])
        || (file.Length > 12 && file[4..8].SequenceEqual("ftyp"u8));

    static (int Width, int Height)? Dimensions(string type, ReadOnlySpan<byte> file, JpegOutline jpeg) => type switch
    {
        "image/jpeg" => Sides((uint)jpeg.Width, (uint)jpeg.Height),
        "image/png" => file.Length < 24 ? null : Sides(BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..])),
        "image/webp" => WebpDimensions(file),
        HeicFile.MediaType => HeicFile.Dimensions(file),
        TiffFile.MediaType => TiffFile.Dimensions(file),
        _ => Sides(BinaryPrimitives.ReadUInt32LittleEndian(file[18..]), BinaryPrimitives.ReadUInt32LittleEndian(file[22..]) is var h && h > int.MaxValue ? unchecked((uint)-(int)h) : h),
    };

    static (int, int)? Sides(uint width, uint height) => width is 0 or > 1_000_000 || height is 0 or > 1_000_000 ? null : ((int)width, (int)height);

    static (int, int)? WebpDimensions(ReadOnlySpan<byte> file) =>
        file.Length < 30 ? null
        : file[12..16].SequenceEqual("VP8X"u8) ? Sides((UInt24(file[24..]) + 1), (UInt24(file[27..]) + 1))
        : file[12..16].SequenceEqual("VP8 "u8) ? Sides(BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFFu, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFFu)
        : file[12..16].SequenceEqual("VP8L"u8) && BinaryPrimitives.ReadUInt32LittleEndian(file[21..]) is var bits ? Sides((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
        : null;

    static uint UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16);

    static bool IsWhole(string type, ReadOnlySpan<byte> file) => type switch
    {
        "image/png" => file.IndexOf("IEND"u8) > 0,
        HeicFile.MediaType => HeicFile.IsWhole(file),
        TiffFile.MediaType => true, // with its directory, most often at its end, it was there
        "image/webp" => BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) is var size && size <= (uint)file.Length - 8,
        _ => BinaryPrimitives.ReadUInt32LittleEndian(file[2..]) <= (uint)file.Length + 3,
    };
}
