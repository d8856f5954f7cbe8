using System.Buffers.Binary;
using System.IO.Compression;

namespace Shouwang.Shared.Pictures;

/// <summary>The brightness of a PNG picture, made small while its rows are unpacked: a screenshot or a scan.</summary>
static class PngGrey
{
    private const int MostPixels = 12_000_000;

    /// <summary>Null for kinds that are not looked into here (interlaced, very large), and for files that make no sense.</summary>
    public static GreyPicture? Decode(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length < 33 || !bytes[12..16].SequenceEqual("IHDR"u8))
            return null;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        var (depth, colour, interlaced) = (bytes[24], bytes[25], bytes[28] != 0);
        var samples = colour switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => 0 };
        if (samples == 0 || interlaced || depth is not (1 or 2 or 4 or 8 or 16) || (samples > 1 && depth < 8) || width is 0 or > 20_000 || height is 0 or > 20_000 || (long)width * height > MostPixels)
            return null;
        try
        {
            var (packed, palette) = Chunks(bytes);
            using var rows = new ZLibStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
            return Shrink(rows, new Kind((int)width, (int)height, depth, samples, colour == 3 ? palette : null));
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private sealed record Kind(int Width, int Height, int Depth, int Samples, byte[]? Palette)
    {
        public int RowBytes => ((Width * Depth * Samples) + 7) / 8;

        public int PixelBytes => Math.Max(1, Depth * Samples / 8);

        public int Grey(ReadOnlySpan<byte> row, int x)
        {
            if (Depth < 8)
            {
                var value = (row[x * Depth / 8] >> (8 - Depth - (x * Depth % 8))) & ((1 << Depth) - 1);
                return Palette is null ? value * 255 / ((1 << Depth) - 1) : OfPalette(value);
            }
            var at = row[(x * PixelBytes)..];
            var wide = Depth / 8;
            return Palette is not null ? OfPalette(at[0]) : Samples < 3 ? at[0] : (at[0] + (2 * at[wide]) + at[2 * wide]) / 4;
        }

        private int OfPalette(int index) => (Palette![3 * index] + (2 * Palette[(3 * index) + 1]) + Palette[(3 * index) + 2]) / 4;
    }

    private static (byte[] Packed, byte[] Palette) Chunks(ReadOnlySpan<byte> file)
    {
        using var packed = new MemoryStream();
        byte[] palette = [];
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(file[at..]));
            var type = file.Slice(at + 4, 4);
            if (type.SequenceEqual("IDAT"u8))
                packed.Write(file.Slice(at + 8, length));
            else if (type.SequenceEqual("PLTE"u8))
                palette = file.Slice(at + 8, length).ToArray();
            at = checked(at + 12 + length);
        }
        return (packed.ToArray(), palette);
    }

    private static GreyPicture Shrink(Stream rows, Kind kind)
    {
        var by = Math.Max(1, Math.Max(kind.Width, kind.Height) / GreyPicture.LookedAt);
        var (width, height) = (kind.Width / by, kind.Height / by);
        if (width == 0 || height == 0)
            throw new InvalidDataException("Too narrow to be looked at.");
        var (row, above, sums, pixels) = (new byte[kind.RowBytes], new byte[kind.RowBytes], new int[width], new byte[width * height]);
        for (var y = 0; y < height * by; y++)
        {
            Unfilter(rows, kind.PixelBytes, row, above);
            for (var x = 0; x < width * by; x++)
                sums[x / by] += kind.Grey(row, x);
            (row, above) = (above, row);
            if (y % by < by - 1)
                continue;
            for (var x = 0; x < width; x++)
                pixels[(y / by * width) + x] = (byte)(sums[x] / (by * by));
            Array.Clear(sums);
        }
        return new GreyPicture(width, height, pixels, 8 * by);
    }

    private static void Unfilter(Stream rows, int step, byte[] row, byte[] above)
    {
        var filter = rows.ReadByte();
        rows.ReadExactly(row);
        for (var i = 0; filter > 0 && i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0, corner = i >= step ? above[i - step] : 0;
            row[i] = unchecked((byte)(row[i] + filter switch { 1 => left, 2 => above[i], 3 => (left + above[i]) / 2, _ => Nearest(left, above[i], corner) }));
        }
    }

    private static int Nearest(int left, int above, int corner)
    {
        var (a, b, c) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}
