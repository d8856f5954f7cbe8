using System.Collections.Concurrent;
using System.Numerics;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>The fast Fourier transform of a power-of-two length (快速傅里叶变换), in place. Floating point: probabilities only.</summary>
static class Fourier
{
    /// <summary>Roots of unity by length; every village of a county asks for the same few.</summary>
    static readonly ConcurrentDictionary<int, Complex[]> Known = new();

    /// <param name="values">Real and imaginary parts; the length is a power of two.</param>
    public static void Transform(Complex[] values, bool back)
    {
        var length = values.Length;
        var shift = sizeof(uint) * 8 - BitOperations.Log2((uint)length);
        for (var i = 0; i < length; i++)
        {
            var mirrored = (int)(Reverse((uint)i) >> shift);
            if (mirrored > i)
                (values[i], values[mirrored]) = (values[mirrored], values[i]);
        }

        var roots = Known.GetOrAdd(length, Roots);
        for (var half = 1; half < length; half *= 2)
        {
            var step = length / half / 2;
            for (var start = 0; start < length; start += half * 2)
            {
                for (int k = 0, root = 0; k < half; k++, root += step)
                {
                    var (low, high) = (values[start + k], values[start + k + half] * roots[root]);
                    values[start + k] = low + high;
                    values[start + k + half] = low - high;
                }
            }
        }

        if (!back)
            return;
        // Backwards is forwards with all but the first in reverse.
        Array.Reverse(values, 1, length - 1);
        for (var i = 0; i < length; i++)
            values[i] /= length;
    }

    static Complex[] Roots(int length)
    {
        var roots = new Complex[Math.Max(1, length / 2)];
        for (var k = 0; k < roots.Length; k++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * k / length);
            roots[k] = new Complex(cosine, -sine);
        }

        return roots;
    }

    static uint Reverse(uint bits)
    {
        bits = ((bits >> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
        bits = ((bits >> 2) & 0x33333333) | ((bits & 0x33333333) << 2);
        bits = ((bits >> 4) & 0x0F0F0F0F) | ((bits & 0x0F0F0F0F) << 4);
        bits = ((bits >> 8) & 0x00FF00FF) | ((bits & 0x00FF00FF) << 8);
        return (bits >> 16) | (bits << 16);
    }
}
