using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary>Writes learned weights as whole points, the strong ones only, in the layout that <see cref="FragmentWeights"/> describes.</summary>
static class WeightsFile
{
    internal static byte[] Of(IReadOnlyDictionary<string, int> fragments, IReadOnlyList<float[]> weights)
    {
        var rows = fragments
            .Select(f => (Hash: FragmentWeights.Hash(f.Key), Points: Points(weights[f.Value])))
            .Where(r => r.Points.Count > 0)
            .OrderBy(r => r.Hash)
            .DistinctBy(r => r.Hash)
            .ToList();
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(rows.Count);
        rows.ForEach(r => writer.Write(r.Hash));
        rows.ForEach(r => writer.Write((byte)r.Points.Count));
        foreach (var (entry, points) in rows.SelectMany(r => r.Points))
        {
            writer.Write((ushort)entry);
            writer.Write(points);
        }

        return file.ToArray();
    }

    static List<(int Entry, sbyte Points)> Points(float[] weights) =>
    [
        .. weights.Select((w, entry) => (Entry: entry, Points: (sbyte)Math.Clamp(MathF.Round(w * FragmentWeights.PointsPerNat), sbyte.MinValue, sbyte.MaxValue)))
            .Where(w => w.Points != 0)
            .OrderByDescending(w => Math.Abs(w.Points))
            .Take(byte.MaxValue),
    ];
}
