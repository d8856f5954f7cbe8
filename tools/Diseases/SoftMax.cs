using System.Numerics;

namespace Shouwang.Tools.Diseases;

/// <summary>Turns points into shares that sum to one, each point less divides by e. Written out so that every processor gets the same to the last bit.</summary>
static class SoftMax
{
    // Behind this many halvings a share is as good as nought.
    const float Least = -40;
    const int FractionBits = 23;

    // 2^x for x from 0 to 1, highest power first; right to seven digits.
    static readonly float[] PowerOfTwo = [1.8775767e-3f, 8.9893397e-3f, 5.5826318e-2f, 0.24015361f, 0.69315308f, 0.99999994f];

    /// <param name="points">As long as a multiple of the vector's width; shares when done.</param>
    /// <param name="count">How many of them are asked about; the rest become nought.</param>
    internal static void Apply(float[] points, int count, float scale)
    {
        var best = points.AsSpan(0, count).ToArray().Max();
        var halvings = new Vector<float>(scale * 1.44269504f);
        for (var i = 0; i < points.Length; i += Vector<float>.Count)
        {
            var x = Vector.Max((new Vector<float>(points, i) - new Vector<float>(best)) * halvings, new Vector<float>(Least));
            Power(Vector.Min(x, Vector<float>.Zero)).CopyTo(points, i);
        }

        Array.Clear(points, count, points.Length - count);
        var total = 0f;
        foreach (var share in points.AsSpan(0, count))
            total += share;
        for (var i = 0; i < count; i++)
            points[i] /= total;
    }

    static Vector<float> Power(Vector<float> x)
    {
        var whole = Vector.Floor(x);
        var rest = x - whole;
        var power = Vector<float>.Zero;
        foreach (var factor in PowerOfTwo)
            power = power * rest + new Vector<float>(factor);
        return Vector.AsVectorSingle(Vector.AsVectorInt32(power) + Vector.ShiftLeft(Vector.ConvertToInt32(whole), FractionBits));
    }
}
