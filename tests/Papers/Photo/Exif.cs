namespace Shouwang.Papers.Photo;

/// <summary>Writes the orientation mark a phone leaves in a JPEG.</summary>
static class Exif
{
    /// <param name="orientation">6: turn the pixels 90° clockwise to see them upright; 3: 180°; 8: 270°.</param>
    public static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] segment =
        [
            0xFF, 0xE1, 0x00, 0x22, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
            (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. segment, .. jpeg[2..]];
    }
}
