using System.Buffers.Binary;

namespace Shouwang.Shared.Pictures;

/// <summary>Finds the orientation a camera wrote into a JPEG file (EXIF tag 0x0112).</summary>
public static class ExifOrientation
{
    const ushort OrientationTag = 0x0112;
    const byte StartOfScan = 0xDA;
    const byte App1 = 0xE1;

    /// <summary>The orientation told, or as stored where none is told or the block makes no sense.</summary>
    public static Orientation Of(ReadOnlySpan<byte> jpeg)
    {
        if (!jpeg.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
            return Orientation.AsStored;
        var rest = jpeg[2..];
        while (rest.Length >= 4 && rest[0] == 0xFF && rest[1] != StartOfScan)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || length + 2 > rest.Length)
                break;
            var segment = rest.Slice(4, length - 2);
            if (rest[1] == App1 && segment.StartsWith("Exif\0\0"u8))
                return OfTiff(segment[6..]);
            rest = rest[(length + 2)..];
        }
        return Orientation.AsStored;
    }

    static Orientation OfTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return Orientation.AsStored;
        var little = tiff.StartsWith("II"u8);
        var directory = Number32(tiff[4..], little);
        if (directory < 8 || directory + 2 > tiff.Length)
            return Orientation.AsStored;
        var entries = tiff[((int)directory + 2)..];
        var count = Number16(tiff[(int)directory..], little);
        for (; count > 0 && entries.Length >= 12; count--, entries = entries[12..])
        {
            if (Number16(entries, little) != OrientationTag)
                continue;
            var value = Number16(entries[8..], little);
            return value is >= 1 and <= 8 ? (Orientation)value : Orientation.AsStored;
        }
        return Orientation.AsStored;
    }

    static ushort Number16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint Number32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
