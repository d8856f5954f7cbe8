using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Shouwang.Recognizer.Tests.Pictures;

/// <summary>Picture files made by hand, byte by byte.</summary>
static class PictureFiles
{
    /// <summary>A grey PNG; the pixels of a large one pack into next to nothing.</summary>
    public static byte[] Png(int width, int height, byte shade = 200)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var row = new byte[width + 1];
            row.AsSpan(1).Fill(shade);
            for (var y = 0; y < height; y++)
                zlib.Write(row);
        }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    /// <summary>The same JPEG with an EXIF block that tells an orientation.</summary>
    public static byte[] WithOrientation(byte[] jpeg, int orientation, bool little)
    {
        byte[] tiff = little
            ? [.. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0]
            : [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(segment.Length + 2), .. segment, .. jpeg.AsSpan(2)];
    }

    /// <summary>The same JPEG with other sides written into its header.</summary>
    public static byte[] Claiming(byte[] jpeg, int width, int height)
    {
        var changed = (byte[])jpeg.Clone();
        var frame = changed.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        if (frame < 0)
            frame = changed.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC2]);
        BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(frame + 7), (ushort)width);
        return changed;
    }

    static byte[] Chunk(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        byte[] content = [.. kind, .. data];
        var chunk = new byte[content.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        content.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 4), Crc32.HashToUInt32(content));
        return chunk;
    }
}
