using System.Buffers.Binary;

namespace Shouwang.Shared.Pictures.Jpeg;

/// <summary>The brightness of a JPEG picture, made small while it is decoded: enough to see whether a photo will do, in a fraction of the time and memory of the whole.</summary>
sealed class JpegGrey
{
    /// <summary>Progressive files must be held as a whole until their last scan: two bytes a pixel.</summary>
    private const int MostProgressivePixels = 25_000_000;
    private const int MostPixels = 110_000_000;

    private readonly int[][] _steps = [new int[64], new int[64], new int[64], new int[64]];
    private readonly HuffmanTable?[] _first = new HuffmanTable?[4];
    private readonly HuffmanTable?[] _others = new HuffmanTable?[4];
    private int _restart;
    private JpegFrame? _frame;
    private BrightnessBlocks? _blocks;

    /// <summary>Null for kinds that are not looked into here, and for files that make no sense.</summary>
    public static GreyPicture? Decode(ReadOnlySpan<byte> file)
    {
        try
        {
            return JpegOutline.Of(file).HasTooManyScans ? null : new JpegGrey().Read(file);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private GreyPicture? Read(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker == 0xD9)
                break;
            var segment = file.Slice(at + 4, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) - 2);
            at += 4 + segment.Length;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (_frame is not null || (_frame = JpegFrame.Of(marker, segment)) is null || (long)_frame.Width * _frame.Height > (_frame.Progressive ? MostProgressivePixels : MostPixels))
                    return null;
                _blocks = new BrightnessBlocks(_frame);
            }
            else if (marker == 0xDA)
            {
                if (_frame is null)
                    return null;
                at = JpegScan.Of(segment, _frame, _first, _others).Read(file, at, _restart, _blocks!, _steps);
            }
            else
            {
                Take(marker, segment);
            }
        }
        return _blocks?.Picture(_steps);
    }

    private void Take(byte marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case 0xDB:
                for (var table = segment; table.Length > 0;)
                {
                    var wide = table[0] >> 4 != 0;
                    for (var i = 0; i < 64; i++)
                        _steps[table[0] & 3][i] = wide ? BinaryPrimitives.ReadUInt16BigEndian(table[(1 + (2 * i))..]) : table[1 + i];
                    table = table[(wide ? 129 : 65)..];
                }
                break;
            case 0xC4:
                for (var table = segment; table.Length > 0;)
                {
                    var counts = table.Slice(1, 16);
                    var total = 0;
                    foreach (var count in counts)
                        total += count;
                    (table[0] >> 4 == 0 ? _first : _others)[table[0] & 3] = new HuffmanTable(counts, table.Slice(17, total));
                    table = table[(17 + total)..];
                }
                break;
            case 0xDD:
                _restart = BinaryPrimitives.ReadUInt16BigEndian(segment);
                break;
        }
    }
}
