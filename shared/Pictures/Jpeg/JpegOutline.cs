using System.Buffers.Binary;

namespace Shouwang.Shared.Pictures.Jpeg;

/// <summary>What the markers of a JPEG file tell without decoding it (轮廓): sides, how many scans, whether it comes to its end.</summary>
public readonly record struct JpegOutline(int Width, int Height, bool Progressive, int Scans, bool Ends)
{
    /// <summary>Programs write a dozen scans at most. Each may cover the whole picture in a few bytes, so a small file of many would keep any decoder busy for hours.</summary>
    public const int MostScans = 100;

    /// <summary>A progressive picture is held whole, with all its colours, until its last scan.</summary>
    public const int MostProgressivePixels = 50_000_000;

    public bool HasTooManyScans => Scans > MostScans;

    public bool NeedsTooMuchMemory => Progressive && (long)Width * Height > MostProgressivePixels;

    /// <summary>Walks from marker to marker. Phones put data of their own after the end, which may look like anything and is not looked at.</summary>
    public static JpegOutline Of(ReadOnlySpan<byte> file)
    {
        var outline = default(JpegOutline);
        for (var at = 2; at + 1 < file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xD9)
                return outline with { Ends = true };
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
                continue;
            }
            if (at + 3 >= file.Length)
                return outline;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && outline.Width == 0 && at + 9 < file.Length)
                outline = outline with { Width = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), Height = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), Progressive = (marker & 3) == 2 };
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (marker == 0xDA)
            {
                outline = outline with { Scans = outline.Scans + 1 };
                at = AfterScan(file, at);
            }
        }
        return outline;
    }

    /// <summary>Where the next marker stands: within scan data 0xFF is always followed by 0x00 or a restart marker.</summary>
    private static int AfterScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length)
        {
            var next = file[at..^1].IndexOf((byte)0xFF);
            if (next < 0)
                return file.Length;
            at += next;
            if (file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return at;
            at += 2;
        }
        return file.Length;
    }
}
