namespace Shouwang.Recognizer.Pictures;

/// <summary>How a line of text that does not run straight bends (行的弯曲), on paper that is rolled or has a lifted corner.</summary>
/// <param name="Below">How far its middle lies below the straight way from its left to its right end, in pixels, at places equally far from each other.</param>
sealed record Bend(IReadOnlyList<float> Below)
{
    const int Places = 9;

    public float Lowest => Math.Max(0, Below.Max());

    public float Highest => Math.Min(0, Below.Min());

    /// <summary>The bend of what <paramref name="below"/> tells for places from 0 to 1.</summary>
    public static Bend Of(Func<float, float> below)
    {
        var (left, right) = (below(0), below(1));
        return new([.. Enumerable.Range(0, Places).Select(i => (float)i / (Places - 1)).Select(place => below(place) - float.Lerp(left, right, place))]);
    }

    /// <param name="place">Along the line, 0 to 1; beyond its ends it goes on straight.</param>
    public float At(float place)
    {
        var at = Math.Clamp(place, 0, 1) * (Below.Count - 1);
        var node = Math.Min((int)at, Below.Count - 2);
        return float.Lerp(Below[node], Below[node + 1], at - node);
    }

    /// <summary>The bend of the part between two places.</summary>
    public Bend Part(float from, float to) => Of(place => At(float.Lerp(from, to, place)));

    public Bend Scaled(float by) => new([.. Below.Select(below => below * by)]);
}
