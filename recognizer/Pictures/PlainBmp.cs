using System.Buffers.Binary;

namespace Shouwang.Recognizer.Pictures;

/// <summary>BMP files with more in them than Leptonica knows (a longer header, masks, a colour profile behind the pixels) → the same pixels behind a plain header (简单 BMP).</summary>
static class PlainBmp
{
    const int FileHeader = 14;
    const int PlainHeader = 40;
    const int Packed = 0;
    const int Masked = 3;

    /// <summary>The masks that mean blue, green, red, and something that is not looked at: what 32 bits without masks mean.</summary>
    static readonly uint[] s_usualMasks = [0x00FF0000, 0x0000FF00, 0x000000FF];

    /// <summary>The file as it is where its pixels mean something else than a plain header can say, or are not all there.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeader + PlainHeader)
            return file;
        var (pixels, header) = (BinaryPrimitives.ReadUInt32LittleEndian(file[10..]), BinaryPrimitives.ReadUInt32LittleEndian(file[14..]));
        var (bits, compression) = (BinaryPrimitives.ReadUInt16LittleEndian(file[28..]), BinaryPrimitives.ReadUInt32LittleEndian(file[30..]));
        var (width, height) = (BinaryPrimitives.ReadInt32LittleEndian(file[18..]), BinaryPrimitives.ReadInt32LittleEndian(file[22..]));
        var size = ((Math.Abs((long)width) * bits) + 31) / 32 * 4 * Math.Abs((long)height);
        if (header is < PlainHeader or > 1024 || pixels + size > file.Length || !IsPlain(file, bits, compression))
            return file;
        var start = FileHeader + (int)header;
        var palette = bits > 8 ? [] : file[Math.Min(start, (int)pixels)..(int)pixels];
        var rows = file.Slice((int)pixels, (int)size);
        if (bits == 32) // Leptonica takes red for blue there
        {
            rows = WithoutFourth(rows, Math.Abs(width));
            bits = 24;
        }
        byte[] plain = [.. file[..(FileHeader + PlainHeader)], .. palette[..Math.Min(palette.Length, 4 << bits)], .. rows];
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(2), plain.Length);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(10), plain.Length - rows.Length);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(14), PlainHeader);
        BinaryPrimitives.WriteUInt16LittleEndian(plain.AsSpan(28), (ushort)bits);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(30), Packed);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(34), rows.Length);
        return plain;
    }

    /// <summary>Blue, green and red of each pixel; rows end on a multiple of four.</summary>
    static byte[] WithoutFourth(ReadOnlySpan<byte> rows, int width)
    {
        var (height, wide) = (rows.Length / (4 * width), ((3 * width) + 3) / 4 * 4);
        var without = new byte[wide * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                rows.Slice(4 * ((y * width) + x), 3).CopyTo(without.AsSpan((y * wide) + (3 * x)));
        }
        return without;
    }

    static bool IsPlain(ReadOnlySpan<byte> file, int bits, uint compression)
    {
        if (compression == Packed)
            return true;
        if (compression != Masked || bits != 32 || file.Length < FileHeader + PlainHeader + 12)
            return false;
        for (var colour = 0; colour < s_usualMasks.Length; colour++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file[(FileHeader + PlainHeader + (4 * colour))..]) != s_usualMasks[colour])
                return false;
        }
        return true;
    }
}
