using System.Numerics;

namespace Shouwang.Recognizer.Pictures;

/// <summary>
/// Photos taken in very dim light (昏暗), whose noise hides strokes that a blur would take along with it: what little light there was is made as bright as white paper,
/// brightness is averaged over places nearby that look alike, and colour over small squares.
/// </summary>
static class DimLight
{
    const int White = 230;
    const int Dim = 115; // the paper of a photo with so little light
    const int Coarse = 10; // noise of brightness, once the paper is made white, that a blur leaves too much of
    const int MostPixels = 8_000_000;
    const int Block = 8; // pixels over which colour is averaged
    const int Search = 4; // pixels to each side in which like places are looked for
    const int Patch = 2; // pixels to each side that make a place
    const int Margin = Search + Patch;
    const float Alike = 3; // how many times the noise two places may differ by

    /// <summary>The photo as it would look in better light; null where it is bright enough, or dark with little noise.</summary>
    public static Picture? Mended(Picture picture)
    {
        var paper = Paper(picture);
        if (paper is 0 or >= Dim)
            return null;
        if (picture.Pixels.Length > MostPixels)
            picture = Halved(picture);
        var gain = (float)White / paper;
        var light = Plane.Of(picture, gain);
        var level = Level(light);
        return level < Coarse ? null : Coloured(picture, Smoothed(light, Alike * level), gain);
    }

    /// <summary>Brightness that only a twentieth of the photo exceeds.</summary>
    static int Paper(Picture picture)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var pixel in picture.Pixels)
            counts[(int)Brightness(pixel)]++;
        var (level, left) = (255, picture.Pixels.Length / 20);
        while (level > 0 && (left -= counts[level]) > 0)
            level--;
        return level;
    }

    static float Brightness(uint pixel) => (0.299f * Picture.Red(pixel)) + (0.587f * Picture.Green(pixel)) + (0.114f * Picture.Blue(pixel));

    static Picture Halved(Picture picture)
    {
        var half = Picture.Blank(picture.Width / 2, picture.Height / 2);
        Parallel.For(0, half.Height, y =>
        {
            var upper = picture.Row(2 * y);
            var lower = picture.Row((2 * y) + 1);
            var row = half.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                var (a, b, c, d) = (upper[2 * x], upper[(2 * x) + 1], lower[2 * x], lower[(2 * x) + 1]);
                row[x] = Picture.Pixel(
                    (Picture.Red(a) + Picture.Red(b) + Picture.Red(c) + Picture.Red(d) + 2) / 4,
                    (Picture.Green(a) + Picture.Green(b) + Picture.Green(c) + Picture.Green(d) + 2) / 4,
                    (Picture.Blue(a) + Picture.Blue(b) + Picture.Blue(c) + Picture.Blue(d) + 2) / 4);
            }
        });
        return half;
    }

    /// <summary>Median absolute second difference along rows, as <see cref="Noise.Level"/>.</summary>
    static float Level(Plane light)
    {
        const int Step = 3;
        List<float> differences = [];
        for (var y = 0; y < light.Height; y += Step)
        {
            var row = light.Row(y);
            for (var x = Margin + 1; x < light.Width + Margin - 1; x += Step)
                differences.Add(MathF.Abs((2 * row[x]) - row[x - 1] - row[x + 1]));
        }
        differences.Sort();
        return differences.Count == 0 ? 0 : differences[differences.Count / 2];
    }

    /// <summary>Each point becomes the average of those nearby round which it looks alike, the more alike the more they count (non-local means, 非局部均值).</summary>
    static Plane Smoothed(Plane light, float unlike)
    {
        var smooth = new Plane(light.Width, light.Height);
        var side = (2 * Patch) + 1;
        var (most, one) = (new Vector<float>(side * side * unlike * unlike), Vector<float>.One);
        var per = one / most;
        Parallel.For(0, light.Height, () => new float[3 * light.Stride], (y, _, buffer) =>
        {
            var columns = buffer.AsSpan(0, light.Stride);
            var sums = buffer.AsSpan(light.Stride, light.Stride);
            var weights = buffer.AsSpan(2 * light.Stride, light.Stride);
            light.Row(y).CopyTo(sums);
            weights.Fill(1);
            for (var down = -Search; down <= Search; down++)
            {
                for (var right = -Search; right <= Search; right++)
                {
                    if ((down, right) == (0, 0))
                        continue;
                    Differences(light, y, down, right, columns);
                    var there = light.Row(y + down);
                    for (var x = Margin; x < light.Width + Margin; x += Vector<float>.Count)
                    {
                        var difference = Vector<float>.Zero;
                        for (var aside = -Patch; aside <= Patch; aside++)
                            difference += new Vector<float>(columns[(x + aside)..]);
                        var weight = Vector.Max(Vector<float>.Zero, one - (difference * per));
                        weight *= weight;
                        (new Vector<float>(sums[x..]) + (weight * new Vector<float>(there[(x + right)..]))).CopyTo(sums[x..]);
                        (new Vector<float>(weights[x..]) + weight).CopyTo(weights[x..]);
                    }
                }
            }
            var row = smooth.Row(y);
            for (var x = Margin; x < light.Width + Margin; x++)
                row[x] = sums[x] / weights[x];
            return buffer;
        }, _ => { });
        return smooth;
    }

    /// <summary>For each column the squared differences between the points round a row and those so far down and to the right, from the patch's upper to its lower edge.</summary>
    static void Differences(Plane light, int y, int down, int right, Span<float> columns)
    {
        for (var x = Search; x < light.Width + Margin + Patch; x += Vector<float>.Count)
        {
            var sum = Vector<float>.Zero;
            for (var j = -Patch; j <= Patch; j++)
            {
                var difference = new Vector<float>(light.Row(y + j)[x..]) - new Vector<float>(light.Row(y + j + down)[(x + right)..]);
                sum += difference * difference;
            }
            sum.CopyTo(columns[x..]);
        }
    }

    /// <summary>The smoothed brightness with the photo's colours, each averaged over a small square.</summary>
    static Picture Coloured(Picture picture, Plane light, float gain)
    {
        var colours = Colours(picture);
        var mended = Picture.Blank(picture.Width, picture.Height);
        Parallel.For(0, picture.Height, y =>
        {
            var from = light.Row(y)[Margin..];
            var to = mended.Row(y);
            for (var x = 0; x < to.Length; x++)
            {
                var colour = gain * Between(colours, ((x + 0.5f) / Block) - 0.5f, ((y + 0.5f) / Block) - 0.5f);
                to[x] = Picture.Pixel(Byte(from[x] + colour.X), Byte(from[x] - (((0.299f * colour.X) + (0.114f * colour.Y)) / 0.587f)), Byte(from[x] + colour.Y));
            }
        });
        return mended;
    }

    /// <summary>How much redder and bluer than grey each square is.</summary>
    static Vector2[,] Colours(Picture picture)
    {
        var colours = new Vector2[(picture.Height + Block - 1) / Block, (picture.Width + Block - 1) / Block];
        Parallel.For(0, colours.GetLength(0), down =>
        {
            for (var across = 0; across < colours.GetLength(1); across++)
            {
                var (sum, count) = (Vector2.Zero, 0);
                for (var y = down * Block; y < Math.Min(picture.Height, (down + 1) * Block); y++)
                {
                    foreach (var pixel in picture.Row(y)[(across * Block)..Math.Min(picture.Width, (across + 1) * Block)])
                    {
                        sum += new Vector2(Picture.Red(pixel), Picture.Blue(pixel)) - new Vector2(Brightness(pixel));
                        count++;
                    }
                }
                colours[down, across] = sum / count;
            }
        });
        return colours;
    }

    static Vector2 Between(Vector2[,] colours, float x, float y)
    {
        var (most, lowest) = (colours.GetLength(1) - 1, colours.GetLength(0) - 1);
        (x, y) = (Math.Clamp(x, 0, most), Math.Clamp(y, 0, lowest));
        var (left, top) = ((int)x, (int)y);
        var (right, below) = (Math.Min(left + 1, most), Math.Min(top + 1, lowest));
        return Vector2.Lerp(Vector2.Lerp(colours[top, left], colours[top, right], x - left), Vector2.Lerp(colours[below, left], colours[below, right], x - left), y - top);
    }

    static int Byte(float value) => (int)Math.Clamp(value + 0.5f, 0, 255);

    /// <summary>Brightness with a margin all round, as wide as places are looked for, in which the edge goes on; rows are filled up for whole vectors.</summary>
    sealed class Plane(int width, int height)
    {
        readonly float[] _values = new float[(width + (2 * Margin) + Vector<float>.Count) * (height + (2 * Margin))];

        public int Width => width;

        public int Height => height;

        public int Stride => width + (2 * Margin) + Vector<float>.Count;

        /// <summary>A row of the picture with its margins; rows above and below it are those of the margin.</summary>
        public Span<float> Row(int y) => _values.AsSpan((y + Margin) * Stride, Stride);

        public static Plane Of(Picture picture, float gain)
        {
            var plane = new Plane(picture.Width, picture.Height);
            Parallel.For(-Margin, picture.Height + Margin, y =>
            {
                var from = picture.Row(Math.Clamp(y, 0, picture.Height - 1));
                var to = plane.Row(y);
                for (var x = 0; x < to.Length; x++)
                    to[x] = Math.Min(255, gain * Brightness(from[Math.Clamp(x - Margin, 0, from.Length - 1)]));
            });
            return plane;
        }
    }
}
