using System.Numerics;
using Shouwang.Recognizer.Detection;

namespace Shouwang.Recognizer.Tables;

/// <summary>How steeply lines of text run at each place of a page (行斜率): on a photograph taken aslant it changes from place to place.</summary>
/// <param name="Origin">Where <paramref name="AtOrigin"/> holds.</param>
/// <param name="PerX">Change of slope for a pixel to the right.</param>
/// <param name="PerY">Change of slope for a pixel down.</param>
readonly record struct SlopeField(Vector2 Origin, float AtOrigin, float PerX, float PerY)
{
    const float LongEnough = 3; // widths to height from which a box's own slope means something
    const int EnoughBoxes = 8;

    /// <summary>The slope in the middle, as degrees clockwise.</summary>
    public float Degrees => MathF.Atan(AtOrigin) * 180 / MathF.PI;

    public static SlopeField Of(IEnumerable<TextBox> boxes)
    {
        var samples = boxes
            .Where(box => box.Width > LongEnough * box.Height && box.TopRight.X > box.TopLeft.X)
            .Select(box => (At: box.Centre, Slope: Slope(box), Weight: box.Width))
            .ToList();
        if (samples.Count == 0)
            return default;
        var median = samples.Select(s => s.Slope).Order().ElementAt(samples.Count / 2);
        samples.RemoveAll(s => MathF.Abs(s.Slope - median) > 0.12f);
        var total = samples.Sum(s => s.Weight);
        var origin = samples.Aggregate(Vector2.Zero, (sum, s) => sum + (s.At * s.Weight)) / total;
        var mean = samples.Sum(s => s.Slope * s.Weight) / total;
        if (samples.Count < EnoughBoxes)
            return new(origin, median, 0, 0);

        // Weighted least squares for slope = mean + a·x + b·y about the centre of weight, held back a little where boxes lie too close together to tell.
        double xx = 0, xy = 0, yy = 0, xs = 0, ys = 0, spread = 0;
        foreach (var (at, slope, weight) in samples)
        {
            var (x, y, s) = (at.X - origin.X, at.Y - origin.Y, slope - mean);
            (xx, xy, yy) = (xx + (weight * x * x), xy + (weight * x * y), yy + (weight * y * y));
            (xs, ys) = (xs + (weight * x * s), ys + (weight * y * s));
            spread += weight * ((x * x) + (y * y));
        }
        var ridge = 0.02 * spread;
        var determinant = ((xx + ridge) * (yy + ridge)) - (xy * xy);
        return determinant <= 0
            ? new(origin, mean, 0, 0)
            : new(origin, mean, (float)(((xs * (yy + ridge)) - (ys * xy)) / determinant), (float)(((ys * (xx + ridge)) - (xs * xy)) / determinant));
    }

    /// <summary>How far down a place lies once all lines are made level.</summary>
    public float Level(Vector2 place)
    {
        var (x, y) = (place.X - Origin.X, place.Y - Origin.Y);
        return place.Y - (x * (AtOrigin + (PerY * y))) - (PerX * x * x / 2);
    }

    static float Slope(TextBox box) => (box.TopRight.Y - box.TopLeft.Y) / (box.TopRight.X - box.TopLeft.X);
}
