using System.Buffers.Binary;

namespace Shouwang.Functions.Papers;

/// <summary>What can be told of a scan (TIFF) from its first directory without decoding it.</summary>
internal static class TiffFile
{
    public const string MediaType = "image/tiff";

    const int Width = 0x0100;
    const int Height = 0x0101;
    const int Short = 3;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 42, 0]) || file.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, 42]);

    /// <summary>The first page's sides; null where its directory is missing or cut off. The recogniser judges every page again.</summary>
    public static (int Width, int Height)? Dimensions(ReadOnlySpan<byte> file)
    {
        var little = file[0] == 'I';
        if (file.Length < 8)
            return null;
        long at = Number32(file[4..], little);
        if (at < 8 || at + 2 > file.Length)
            return null;
        var count = Number16(file[(int)at..], little);
        var entries = file[((int)at + 2)..];
        if (entries.Length < 12 * count)
            return null;
        var (width, height) = (0u, 0u);
        for (; count > 0; count--, entries = entries[12..])
        {
            var value = Number16(entries[2..], little) == Short ? Number16(entries[8..], little) : Number32(entries[8..], little);
            switch (Number16(entries, little))
            {
                case Width: width = value; break;
                case Height: height = value; break;
            }
        }
        return width is 0 or > 1_000_000 || height is 0 or > 1_000_000 ? null : ((int)width, (int)height);
    }

    static ushort Number16(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint Number32(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
