using System.Buffers.Binary;

namespace Shouwang.Functions.Papers;

/// <summary>What can be told of an iPhone's photo (HEIC) from its boxes without decoding it.</summary>
internal static class HeicFile
{
    public const string MediaType = "image/heic";

    static readonly string[] s_brands = ["heic", "heix", "hevc", "mif1", "msf1", "avif"];

    public static bool Is(ReadOnlySpan<byte> file) =>
        file.Length > 12 && file[4..8].SequenceEqual("ftyp"u8) && s_brands.Contains(System.Text.Encoding.ASCII.GetString(file[8..12]));

    /// <summary>The largest sides that any of the file's pictures claims (a photo may be stored in tiles); null where none does.</summary>
    public static (int Width, int Height)? Dimensions(ReadOnlySpan<byte> file)
    {
        (int Width, int Height)? largest = null;
        for (var rest = file; rest.IndexOf("ispe"u8) is >= 0 and var at && rest.Length >= at + 16; rest = rest[(at + 4)..])
        {
            var sides = ((int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 8)..]), int.MaxValue), (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 12)..]), int.MaxValue));
            if (largest is not { } known || (long)sides.Item1 * sides.Item2 > (long)known.Width * known.Height)
                largest = sides;
        }

        return largest;
    }

    /// <summary>Whether every box ends within the file.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        long at = 0;
        while (at + 8 <= file.Length)
        {
            var box = file[(int)at..];
            long size = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (size == 1 && box.Length >= 16)
                size = BinaryPrimitives.ReadUInt64BigEndian(box[8..]) is var wide && wide <= int.MaxValue ? (long)wide : long.MaxValue;
            if (size == 0) // to the end of the file
                return true;
            if (size < 8 || size > file.Length - at)
                return false;
            at += size;
        }

        return at == file.Length;
    }
}
