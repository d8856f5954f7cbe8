using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Shouwang.Recognizer.Pictures;

/// <summary>Pixels as four floats: lane 1 blue, 2 green, 3 red, 0 to 255 (lane 0 is unused).</summary>
static class Sampling
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Lanes(uint pixel) =>
        Vector128.ConvertToSingle(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(pixel).AsByte())).AsInt32());

    /// <summary>The colour between pixels; points outside take the nearest edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> At(Picture picture, float x, float y)
    {
        x = Math.Clamp(x, 0f, picture.Width - 1);
        y = Math.Clamp(y, 0f, picture.Height - 1);
        var (left, top) = ((int)x, (int)y);
        var right = left + 1 < picture.Width ? 1 : 0;
        var below = top + 1 < picture.Height ? picture.Width : 0;
        ref var corner = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(picture.Pixels), (top * picture.Width) + left);
        var (fx, fy) = (Vector128.Create(x - left), Vector128.Create(y - top));
        var upper = Mix(Lanes(corner), Lanes(Unsafe.Add(ref corner, right)), fx);
        var lower = Mix(Lanes(Unsafe.Add(ref corner, below)), Lanes(Unsafe.Add(ref corner, below + right)), fx);
        return Mix(upper, lower, fy);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> Mix(Vector128<float> a, Vector128<float> b, Vector128<float> share) => a + ((b - a) * share);

    /// <summary>
    /// Cuts a slanted quadrilateral upright into three planes (blue, green, red) of <paramref name="stride"/> x <paramref name="height"/>,
    /// scaled to −1..1; columns from <paramref name="width"/> on are left alone.
    /// </summary>
    /// <param name="bend">How what stands in it bends between its left and its right side.</param>
    public static void Straighten(Picture picture, Vector2 topLeft, Vector2 topRight, Vector2 bottomRight, Vector2 bottomLeft, int width, int height, Span<float> planes, int stride, Bend? bend = null)
    {
        var plane = stride * height;
        // As many samples a pixel as the picture is finer than the cut.
        var across = Math.Clamp((int)MathF.Ceiling(Vector2.Distance(topLeft, topRight) / width), 1, 4);
        var down = Math.Clamp((int)MathF.Ceiling(Vector2.Distance(topLeft, bottomLeft) / height), 1, 4);
        var scale = Vector128.Create(2f / (255f * across * down));
        var half = new Vector2(0.5f);
        var below = bend is null ? null : Enumerable.Range(0, width * across).Select(i => Vector2.Normalize(bottomLeft - topLeft) * bend.At((i + 0.5f) / (width * across))).ToArray();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = Vector128<float>.Zero;
                for (var j = 0; j < down; j++)
                {
                    var v = (y + ((j + 0.5f) / down)) / height;
                    var (start, end) = (Vector2.Lerp(topLeft, bottomLeft, v) - half, Vector2.Lerp(topRight, bottomRight, v) - half);
                    for (var i = 0; i < across; i++)
                    {
                        var point = Vector2.Lerp(start, end, (x + ((i + 0.5f) / across)) / width);
                        if (below is not null)
                            point += below[(x * across) + i];
                        sum += At(picture, point.X, point.Y);
                    }
                }
                sum = (sum * scale) - Vector128<float>.One;
                var to = (y * stride) + x;
                planes[to] = sum[1];
                planes[to + plane] = sum[2];
                planes[to + (2 * plane)] = sum[3];
            }
        }
    }
}
