using System.Numerics;

namespace Shouwang.Recognizer.Detection;

/// <summary>Where one line of text stands (文本框): a rectangle, possibly slanted, corners clockwise from the text's own top left.</summary>
/// <param name="Score">How sure the detector is that this is text, 0 to 1.</param>
readonly record struct TextBox(Vector2 TopLeft, Vector2 TopRight, Vector2 BottomRight, Vector2 BottomLeft, float Score)
{
    public float Width => Vector2.Distance(TopLeft, TopRight);

    public float Height => Vector2.Distance(TopLeft, BottomLeft);

    public Vector2 Centre => (TopLeft + TopRight + BottomRight + BottomLeft) / 4;

    public float Left => Math.Min(Math.Min(TopLeft.X, TopRight.X), Math.Min(BottomLeft.X, BottomRight.X));

    public float Right => Math.Max(Math.Max(TopLeft.X, TopRight.X), Math.Max(BottomLeft.X, BottomRight.X));

    public float Top => Math.Min(Math.Min(TopLeft.Y, TopRight.Y), Math.Min(BottomLeft.Y, BottomRight.Y));

    public float Bottom => Math.Max(Math.Max(TopLeft.Y, TopRight.Y), Math.Max(BottomLeft.Y, BottomRight.Y));

    /// <summary>The corners renumbered for text that lies turned by so many quarter turns clockwise.</summary>
    public TextBox Facing(int quarterTurns) => (quarterTurns & 3) switch
    {
        1 => new(TopRight, BottomRight, BottomLeft, TopLeft, Score),
        2 => new(BottomRight, BottomLeft, TopLeft, TopRight, Score),
        3 => new(BottomLeft, TopLeft, TopRight, BottomRight, Score),
        _ => this,
    };

    /// <summary>The part between two places along the line, 0 to 1.</summary>
    public TextBox Part(float from, float to) => new(
        Vector2.Lerp(TopLeft, TopRight, from),
        Vector2.Lerp(TopLeft, TopRight, to),
        Vector2.Lerp(BottomLeft, BottomRight, to),
        Vector2.Lerp(BottomLeft, BottomRight, from),
        Score);

    public TextBox Map(Func<Vector2, Vector2> map) => new(map(TopLeft), map(TopRight), map(BottomRight), map(BottomLeft), Score);

    public TextBox Moved(float x, float y)
    {
        var by = new Vector2(x, y);
        return new(TopLeft + by, TopRight + by, BottomRight + by, BottomLeft + by, Score);
    }
}
