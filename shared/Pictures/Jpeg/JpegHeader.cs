using System.Buffers.Binary;

namespace Shouwang.Shared.Pictures.Jpeg;

/// <summary>One colour of a JPEG picture.</summary>
/// <param name="Across">Its blocks along one row of a group.</param>
/// <param name="Down">Its blocks along one column of a group.</param>
/// <param name="Steps">Which table of steps its frequencies were divided by.</param>
readonly record struct JpegColour(byte Id, int Across, int Down, int Steps);

/// <summary>What a JPEG file says of its picture before the first scan (帧头).</summary>
sealed record JpegFrame(bool Progressive, int Width, int Height, JpegColour[] Colours)
{
    public int MostAcross { get; } = Colours.Max(c => c.Across);

    public int MostDown { get; } = Colours.Max(c => c.Down);

    /// <summary>Groups of blocks along a row.</summary>
    public int GroupsAcross => (Width + (8 * MostAcross) - 1) / (8 * MostAcross);

    public int GroupsDown => (Height + (8 * MostDown) - 1) / (8 * MostDown);

    /// <summary>From a frame segment; null for kinds that are not looked into.</summary>
    public static JpegFrame? Of(byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker > 0xC2 || segment.Length < 6 || segment[0] != 8 || segment[5] is not (1 or 3) || segment.Length < 6 + (3 * segment[5]))
            return null;
        var colours = new JpegColour[segment[5]];
        for (var i = 0; i < colours.Length; i++)
        {
            var at = segment[(6 + (3 * i))..];
            colours[i] = new(at[0], at[1] >> 4, at[1] & 15, at[2]);
            if (colours[i] is not { Across: >= 1 and <= 4, Down: >= 1 and <= 4, Steps: <= 3 })
                return null;
        }
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
        return width == 0 || height == 0 ? null : new JpegFrame(marker == 0xC2, width, height, colours);
    }
}
