using System.Numerics;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Detection;

/// <summary>Where one line of text stands (文本框): a rectangle, possibly slanted, corners clockwise from the text's own top left.</summary>
/// <param name="Score">How sure the detector is that this is text, 0 to 1.</param>
readonly record struct TextBox(Vector2 TopLeft, Vector2 TopRight, Vector2 BottomRight, Vector2 BottomLeft, float Score)
{
    /// <summary>How the line bends between its ends; nothing where it runs straight.</summary>
    public Bend? Bend { get; init; }

    public float Width => Vector2.Distance(TopLeft, TopRight);

    public float Height => Vector2.Distance(TopLeft, BottomLeft);

    public Vector2 Centre => (TopLeft + TopRight + BottomRight + BottomLeft) / 4;

    public float Left => Math.Min(Math.Min(TopLeft.X, TopRight.X), Math.Min(BottomLeft.X, BottomRight.X));

    public float Right => Math.Max(Math.Max(TopLeft.X, TopRight.X), Math.Max(BottomLeft.X, BottomRight.X));

    public float Top => Math.Min(Math.Min(TopLeft.Y, TopRight.Y), Math.Min(BottomLeft.Y, BottomRight.Y)) + (Bend?.Highest ?? 0);

    public float Bottom => Math.Max(Math.Max(TopLeft.Y, TopRight.Y), Math.Max(BottomLeft.Y, BottomRight.Y)) + (Bend?.Lowest ?? 0);

    /// <summary>A rectangle that holds the whole line, however it bends.</summary>
    public TextBox Outline() => Bend is null ? this : Shifted(Bend.Highest, Bend.Highest, Bend.Lowest, Bend.Lowest);

    /// <summary>The corners renumbered for text that lies turned by so many quarter turns clockwise.</summary>
    public TextBox Facing(int quarterTurns) => (quarterTurns & 3) switch
    {
        1 => new(TopRight, BottomRight, BottomLeft, TopLeft, Score),
        2 => new(BottomRight, BottomLeft, TopLeft, TopRight, Score),
        3 => new(BottomLeft, TopLeft, TopRight, BottomRight, Score),
        _ => this,
    };

    /// <summary>The part between two places along the line, 0 to 1.</summary>
    public TextBox Part(float from, float to)
    {
        var part = new TextBox(
            Vector2.Lerp(TopLeft, TopRight, from),
            Vector2.Lerp(TopLeft, TopRight, to),
            Vector2.Lerp(BottomLeft, BottomRight, to),
            Vector2.Lerp(BottomLeft, BottomRight, from),
            Score);
        return Bend is null ? part : part.Shifted(Bend.At(from), Bend.At(to), Bend.At(to), Bend.At(from)) with { Bend = Bend.Part(from, to) };
    }

    /// <summary>The corners elsewhere; a bend stays as it is.</summary>
    public TextBox Map(Func<Vector2, Vector2> map) => this with { TopLeft = map(TopLeft), TopRight = map(TopRight), BottomRight = map(BottomRight), BottomLeft = map(BottomLeft) };

    public TextBox Moved(float x, float y)
    {
        var by = new Vector2(x, y);
        return Map(corner => corner + by);
    }

    /// <summary>Each corner moved down across the line, in pixels.</summary>
    TextBox Shifted(float topLeft, float topRight, float bottomRight, float bottomLeft)
    {
        var down = Vector2.Normalize(BottomLeft - TopLeft);
        return new(TopLeft + (down * topLeft), TopRight + (down * topRight), BottomRight + (down * bottomRight), BottomLeft + (down * bottomLeft), Score);
    }
}
