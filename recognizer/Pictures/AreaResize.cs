using System.Runtime.Intrinsics;

namespace Shouwang.Recognizer.Pictures;

/// <summary>Shrinks a whole picture into a model's input, each new pixel the average of the area it stands for.</summary>
static class AreaResize
{
    /// <summary>Planes blue, green, red; each value is (v / 255 − mean) / deviation of its plane.</summary>
    public static void ToPlanes(Picture picture, int width, int height, Span<float> means, Span<float> deviations, float[] planes)
    {
        var offset = Vector128.Create(0, means[0], means[1], means[2]);
        var factor = Vector128.Create(0, 1 / deviations[0], 1 / deviations[1], 1 / deviations[2]);
        var (sx, sy) = ((float)picture.Width / width, (float)picture.Height / height);
        var plane = width * height;
        Parallel.For(0, height, () => new Vector128<float>[picture.Width], (y, _, sums) =>
        {
            SumRows(picture, y * sy, (y + 1) * sy, sums);
            var scale = Vector128.Create(1 / (255f * sx * sy));
            for (var x = 0; x < width; x++)
            {
                var colour = ((Between(sums, x * sx, (x + 1) * sx) * scale) - offset) * factor;
                var to = (y * width) + x;
                planes[to] = colour[1];
                planes[to + plane] = colour[2];
                planes[to + (2 * plane)] = colour[3];
            }
            return sums;
        }, _ => { });
    }

    static void SumRows(Picture picture, float from, float to, Vector128<float>[] sums)
    {
        Array.Clear(sums);
        for (var y = (int)from; y < to && y < picture.Height; y++)
        {
            var share = Vector128.Create(Math.Min(to, y + 1) - Math.Max(from, y));
            var row = picture.Row(y);
            for (var x = 0; x < row.Length; x++)
                sums[x] += Sampling.Lanes(row[x]) * share;
        }
    }

    static Vector128<float> Between(Vector128<float>[] sums, float from, float to)
    {
        var total = Vector128<float>.Zero;
        for (var x = (int)from; x < to && x < sums.Length; x++)
            total += sums[x] * Vector128.Create(Math.Min(to, x + 1) - Math.Max(from, x));
        return total;
    }
}
