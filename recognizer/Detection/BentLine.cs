using System.Numerics;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Detection;

/// <summary>An island of text as a strip (弯曲文本条): a rectangle from its left to its right end as thick as the strip is, and how it bends between them.</summary>
readonly record struct BentLine(MinimumRectangle Chord, Bend Bend)
{
    const float Thicker = 1.4f; // a rectangle so many times as thick as the strip within it is not filled by it
    const float LongEnough = 6; // thicknesses of the strip
    const float Even = 1.35f; // of the strip's thickness, that most of its columns are no thicker
    const float MostColumns = 0.85f;
    const float Steepest = 0.7f;
    const int Stretches = 8;

    /// <summary>Nothing where the rectangle round the island is filled by it, or where the island is no strip.</summary>
    public static BentLine? Of(List<(int X, int Y)> rim, MinimumRectangle around)
    {
        var core = around.Rightwards();
        var columns = (int)core.Length + 1;
        if (columns < 2 * Stretches)
            return null;
        var (top, bottom) = (Enumerable.Repeat(float.MaxValue, columns).ToArray(), Enumerable.Repeat(float.MinValue, columns).ToArray());
        foreach (var (x, y) in rim)
        {
            var from = new Vector2(x, y) - core.Centre;
            var column = Math.Clamp((int)(Vector2.Dot(from, core.Direction) + (core.Length / 2)), 0, columns - 1);
            var across = Vector2.Dot(from, core.Across);
            (top[column], bottom[column]) = (Math.Min(top[column], across), Math.Max(bottom[column], across));
        }
        List<(float At, float Middle, float Thickness)> filled = [.. Enumerable.Range(0, columns).Where(c => bottom[c] >= top[c]).Select(c => (c + 0.5f, (top[c] + bottom[c]) / 2, bottom[c] - top[c] + 1))];
        var thickness = filled.Select(f => f.Thickness).Order().ElementAt(filled.Count / 2);
        if (core.Thickness + 1 < Thicker * thickness || core.Length < LongEnough * thickness || filled.Count(f => f.Thickness <= Even * thickness) < MostColumns * filled.Count || Leaps(filled, thickness))
            return null;
        var middles = Middles(filled, columns);
        // As other boxes, the strip is grown to the full height of its letters afterwards; its ends go on as they run.
        var (left, right) = (Ends(middles, 0, 1), Ends(middles, ^1, ^2));
        var (start, end) = (core.Centre - (core.Direction * (core.Length / 2)) + (core.Across * left), core.Centre + (core.Direction * (core.Length / 2)) + (core.Across * right));
        var along = end - start;
        return new(new((start + end) / 2, Vector2.Normalize(along), along.Length(), thickness), Bend.Of(place => At(middles, place, left, right)));
    }

    /// <summary>Whether the strip is two that touch: over its own thickness its middle moves further than a line bends.</summary>
    static bool Leaps(List<(float At, float Middle, float Thickness)> filled, float thickness)
    {
        var apart = Math.Max(1, (int)thickness);
        return filled.Zip(filled.Skip(apart)).Count(next => MathF.Abs(next.Second.Middle - next.First.Middle) > Steepest * thickness) * 2 >= apart;
    }

    /// <summary>The median of the middles of each stretch; the neighbour's where one is empty.</summary>
    static float[] Middles(List<(float At, float Middle, float Thickness)> filled, int columns)
    {
        var middles = new float[Stretches];
        for (var i = 0; i < Stretches; i++)
        {
            var own = filled.Where(f => (int)(f.At * Stretches / columns) == i).Select(f => f.Middle).Order().ToList();
            middles[i] = own.Count > 0 ? own[own.Count / 2] : i > 0 ? middles[i - 1] : filled[0].Middle;
        }
        return middles;
    }

    /// <summary>Where the line ends that goes on from one stretch's middle as it came from the next.</summary>
    static float Ends(float[] middles, Index last, Index before) => middles[last] + ((middles[last] - middles[before]) / 2);

    static float At(float[] middles, float place, float left, float right)
    {
        var at = (place * Stretches) - 0.5f;
        return at <= 0 ? float.Lerp(left, middles[0], (at + 0.5f) * 2)
            : at >= Stretches - 1 ? float.Lerp(middles[^1], right, (at - (Stretches - 1)) * 2)
            : float.Lerp(middles[(int)at], middles[(int)at + 1], at - (int)at);
    }
}
