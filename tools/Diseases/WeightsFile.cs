using System.IO.Compression;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary>Writes learned weights as whole points in the layout that <see cref="FragmentWeights"/> describes.</summary>
static class WeightsFile
{
    internal static byte[] Of(IReadOnlyDictionary<string, int> fragments, IReadOnlyList<(int Column, float Weight)[]> weights)
    {
        var rows = fragments
            .Select(f => (Hash: FragmentWeights.Hash(f.Key), Points: Points(weights[f.Value])))
            .Where(r => r.Points.Count > 0)
            .OrderBy(r => r.Hash)
            .DistinctBy(r => r.Hash)
            .ToList();
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain);
        writer.Write7BitEncodedInt(rows.Count);
        var hash = 0u;
        foreach (var row in rows)
        {
            writer.Write7BitEncodedInt(unchecked((int)(row.Hash - hash)));
            writer.Write7BitEncodedInt(row.Points.Count);
            var entry = 0;
            foreach (var (index, points) in row.Points)
            {
                writer.Write7BitEncodedInt(index - entry);
                writer.Write(points);
                entry = index;
            }

            hash = row.Hash;
        }

        return Packed(plain.ToArray());
    }

    static byte[] Packed(byte[] plain)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        BrotliEncoder.TryCompress(plain, packed, out var length, quality: 11, window: 24);
        return [.. BitConverter.GetBytes(plain.Length), .. packed.AsSpan(0, length)];
    }

    static List<(int Entry, sbyte Points)> Points((int Column, float Weight)[] weights) =>
    [
        .. weights.Select(w => (Entry: w.Column, Points: (sbyte)Math.Clamp(MathF.Round(w.Weight * FragmentWeights.PointsPerNat), sbyte.MinValue, sbyte.MaxValue)))
            .Where(w => w.Points != 0),
    ];
}
