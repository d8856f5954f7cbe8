using Shouwang.Shared.Pictures;

namespace Shouwang.Bench.Looking;

/// <summary>Spoils a good photo in one way, on its brightness.</summary>
static class Spoil
{
    /// <summary>Each way with its name and the fault that should be told.</summary>
    public static IEnumerable<(string Name, PictureFault Fault, Func<GreyPicture, Random, GreyPicture> Do)> All =>
    [
        ("in the dark", PictureFault.TooDark, (picture, random) => Each(picture, (v, _, _) => (v * 0.2) + (random.NextDouble() * 6))),
        ("burnt out", PictureFault.TooBright, (picture, _) => Each(picture, (v, _, _) => 225 + (v * 0.16))),
        ("under a lamp", PictureFault.Glare, Glare),
        ("blurred by 5 px", PictureFault.Blurred, (picture, random) => Blurred(picture, 5, random)),
        ("blurred by 9 px", PictureFault.Blurred, (picture, random) => Blurred(picture, 9, random)),
        ("shaken sideways", PictureFault.Blurred, (picture, random) => Shaken(picture, 14)),
        ("from far away", PictureFault.TooFar, Far),
        ("cut at the left", PictureFault.CutLeft, (picture, random) => Cut(picture, left: Share(random))),
        ("cut at the right", PictureFault.CutRight, (picture, random) => Cut(picture, right: Share(random))),
        ("cut at the top", PictureFault.CutTop, (picture, random) => Cut(picture, top: Share(random))),
        ("cut at the bottom", PictureFault.CutBottom, (picture, random) => Cut(picture, bottom: Share(random))),
    ];

    static double Share(Random random) => 0.18 + (0.17 * random.NextDouble());

    static GreyPicture Each(GreyPicture picture, Func<double, int, int, double> change)
    {
        var pixels = new byte[picture.Pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Clamp(change(picture.Pixels[i], i % picture.Width, i / picture.Width), 0, 255);
        return picture with { Pixels = pixels };
    }

    static GreyPicture Glare(GreyPicture picture, Random random)
    {
        var (cx, cy) = (picture.Width * (0.3 + (0.4 * random.NextDouble())), picture.Height * (0.3 + (0.4 * random.NextDouble())));
        var radius = Math.Min(picture.Width, picture.Height) * (0.16 + (0.12 * random.NextDouble()));
        return Each(picture, (v, x, y) => (v * 0.8) + (400 * Math.Exp(-(((x - cx) * (x - cx)) + ((y - cy) * (y - cy))) / (radius * radius))));
    }

    /// <summary>Three boxes one after the other come near a bell of that deviation.</summary>
    static GreyPicture Blurred(GreyPicture picture, double deviation, Random random)
    {
        var reach = (int)Math.Round((Math.Sqrt((4 * deviation * deviation) + 1) - 1) / 2);
        var pixels = picture.Pixels.Select(p => (double)p).ToArray();
        for (var pass = 0; pass < 3; pass++)
            pixels = Box(Box(pixels, picture.Width, picture.Height, 1, reach), picture.Height, picture.Width, picture.Width, reach);
        return picture with { Pixels = [.. pixels.Select(p => (byte)Math.Clamp(p + (random.NextDouble() * 4) - 2, 0, 255))] };

        double[] Box(double[] from, int length, int others, int step, int around)
        {
            var to = new double[from.Length];
            var other = step == 1 ? picture.Width : 1;
            for (var o = 0; o < others; o++)
            {
                for (var i = 0; i < length; i++)
                {
                    double sum = 0;
                    for (var k = -around; k <= around; k++)
                        sum += from[(o * other) + (Math.Clamp(i + k, 0, length - 1) * step)];
                    to[(o * other) + (i * step)] = sum / ((2 * around) + 1);
                }
            }
            return to;
        }
    }

    static GreyPicture Shaken(GreyPicture picture, int by)
    {
        var pixels = new byte[picture.Pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (sum, x) = (0, i % picture.Width);
            for (var k = 0; k < by; k++)
                sum += picture.Pixels[i - x + Math.Min(picture.Width - 1, x + k)];
            pixels[i] = (byte)(sum / by);
        }
        return picture with { Pixels = pixels };
    }

    static GreyPicture Far(GreyPicture picture, Random random)
    {
        var factor = 3.2 + random.NextDouble();
        var pixels = new byte[picture.Pixels.Length];
        var (left, top) = (picture.Width / 3, picture.Height / 3);
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var (fx, fy) = ((int)((x - left) * factor), (int)((y - top) * factor));
                var (sum, count) = (0, 0);
                for (var j = fy; j < fy + 3; j++)
                {
                    for (var i = fx; i < fx + 3; i++)
                    {
                        if (i < 0 || j < 0 || i >= picture.Width || j >= picture.Height) continue;
                        sum += picture.Row(j)[i];
                        count++;
                    }
                }
                pixels[(y * picture.Width) + x] = count == 0 ? (byte)(110 + random.Next(8)) : (byte)(sum / count);
            }
        }
        return picture with { Pixels = pixels };
    }

    static GreyPicture Cut(GreyPicture picture, double left = 0, double right = 0, double top = 0, double bottom = 0)
    {
        var (x0, x1, y0, y1) = ((int)(picture.Width * left), (int)(picture.Width * (1 - right)), (int)(picture.Height * top), (int)(picture.Height * (1 - bottom)));
        var pixels = new byte[(x1 - x0) * (y1 - y0)];
        for (var y = y0; y < y1; y++)
            picture.Row(y)[x0..x1].CopyTo(pixels.AsSpan((y - y0) * (x1 - x0)));
        return new GreyPicture(x1 - x0, y1 - y0, pixels, picture.Shrunk);
    }
}
