using System.Buffers.Binary;
using System.Text;

namespace Shouwang.Bench.Road;

/// <summary>The sample's three photos (三张照片), each time with other bytes: what was read once is not read again.</summary>
static class Photos
{
    const int StartOfImage = 2;

    public static IReadOnlyList<(string Name, byte[] Bytes)> Of(string folder, int run) =>
        [.. Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), WithComment(File.ReadAllBytes(file), $"run {run}")))];

    /// <summary>The same picture with a JPEG comment right after its first marker.</summary>
    static byte[] WithComment(ReadOnlySpan<byte> picture, string comment)
    {
        var text = Encoding.ASCII.GetBytes(comment);
        byte[] segment = [0xFF, 0xFE, 0, 0, .. text];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(text.Length + 2));
        return [.. picture[..StartOfImage], .. segment, .. picture[StartOfImage..]];
    }
}
