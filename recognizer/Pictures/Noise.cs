using System.Numerics;

namespace Shouwang.Recognizer.Pictures;

/// <summary>Sensor noise (噪点): how much there is, and a blur that takes it down before text is read.</summary>
static class Noise
{
    /// <summary>From here on a blur helps more than it harms.</summary>
    public const int WorthBlurring = 2;

    /// <summary>Median absolute second difference of green along rows; about 1.5 times the standard deviation of the noise.</summary>
    public static int Level(Picture picture)
    {
        const int Margin = 8, Step = 3;
        Span<int> counts = stackalloc int[512];
        counts.Clear();
        var total = 0;
        for (var y = Margin; y < picture.Height - Margin; y += Step)
        {
            var row = picture.Row(y);
            for (var x = Margin; x < row.Length - Margin; x += Step)
            {
                counts[Math.Abs((2 * Picture.Green(row[x])) - Picture.Green(row[x - 1]) - Picture.Green(row[x + 1]))]++;
                total++;
            }
        }
        var level = 0;
        for (var seen = counts[0]; level < counts.Length - 1 && seen < total / 2; seen += counts[level])
            level++;
        return level;
    }

    /// <summary>A 3 x 3 binomial blur, twice.</summary>
    public static Picture Blur(Picture picture)
    {
        var (from, to) = (picture, Picture.Blank(picture.Width, picture.Height));
        OneBlur(from, to);
        var again = Picture.Blank(picture.Width, picture.Height);
        OneBlur(to, again);
        return again;
    }

    static void OneBlur(Picture from, Picture to)
    {
        const int Band = 64;
        Parallel.For(0, (from.Height + Band - 1) / Band, band =>
        {
            var sum = new uint[from.Width];
            var last = Math.Min(from.Height, (band + 1) * Band);
            for (var y = band * Band; y < last; y++)
            {
                Quarter(from.Row(Math.Max(0, y - 1)), from.Row(y), from.Row(Math.Min(from.Height - 1, y + 1)), sum);
                var row = to.Row(y);
                row[0] = sum[0];
                row[^1] = sum[^1];
                if (row.Length > 2)
                    Quarter(sum.AsSpan(0, row.Length - 2), sum.AsSpan(1, row.Length - 2), sum.AsSpan(2), row[1..^1]);
            }
        });
    }

    /// <summary>(a + 2b + c + 2) / 4 for each of the four bytes of each word, two bytes at a time.</summary>
    static void Quarter(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, ReadOnlySpan<uint> c, Span<uint> result)
    {
        const uint Low = 0x00FF00FF, Half = 0x00020002;
        var i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var low = new Vector<uint>(Low);
            var half = new Vector<uint>(Half);
            for (; i <= result.Length - Vector<uint>.Count; i += Vector<uint>.Count)
            {
                var (va, vb, vc) = (new Vector<uint>(a[i..]), new Vector<uint>(b[i..]), new Vector<uint>(c[i..]));
                var even = (((va & low) + ((vb & low) * 2) + (vc & low) + half) >>> 2) & low;
                var odd = ((((va >>> 8) & low) + (((vb >>> 8) & low) * 2) + ((vc >>> 8) & low) + half) >>> 2) & low;
                (even | (odd << 8)).CopyTo(result[i..]);
            }
        }
        for (; i < result.Length; i++)
        {
            var even = (((a[i] & Low) + ((b[i] & Low) * 2) + (c[i] & Low) + Half) >> 2) & Low;
            var odd = ((((a[i] >> 8) & Low) + (((b[i] >> 8) & Low) * 2) + ((c[i] >> 8) & Low) + Half) >> 2) & Low;
            result[i] = even | (odd << 8);
        }
    }
}
