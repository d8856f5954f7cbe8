using System.Numerics;
using Shouwang.Recognizer.Detection;

namespace Shouwang.Recognizer.Tables;

/// <summary>Straightens places on a page photographed aslant: lines become level by the slope field, and columns upright by the lean that packs the boxes into the least width.</summary>
/// <param name="Lean">How far a column moves to the right for each pixel down, in the middle of the page.</param>
/// <param name="LeanPerX">Change of the lean for each pixel to the right.</param>
readonly record struct PageShape(SlopeField Slope, float Lean, float LeanPerX)
{
    /// <summary>Tries leans until the shadows the boxes throw on the horizontal axis cover the least of it.</summary>
    public static PageShape Of(SlopeField slope, IReadOnlyList<TextBox> boxes)
    {
        if (boxes.Count == 0)
            return new(slope, 0, 0);
        var (best, least) = (new PageShape(slope, 0, 0), float.MaxValue);
        var width = Math.Max(1, boxes.Max(box => box.Right) - boxes.Min(box => box.Left));
        for (var lean = -0.16f; lean <= 0.161f; lean += 0.01f)
        {
            for (var fan = -0.24f; fan <= 0.241f; fan += 0.03f)
            {
                var shape = new PageShape(slope, lean, fan / width);
                // Of equal ones the straighter is the likelier.
                var covered = Covered(boxes.Select(shape.Across)) * (1 + (0.05f * (MathF.Abs(lean) + MathF.Abs(fan))));
                if (covered < least)
                    (best, least) = (shape, covered);
            }
        }
        return best;
    }

    /// <summary>The place once the page is straightened.</summary>
    public Vector2 Straight(Vector2 place)
    {
        var level = Slope.Level(place);
        var down = level - Slope.Origin.Y;
        return new(place.X - (down * (Lean + (LeanPerX * (place.X - Slope.Origin.X)))), level);
    }

    /// <summary>The place on the page that straightens to this one.</summary>
    public Vector2 OnPage(Vector2 straight)
    {
        var down = straight.Y - Slope.Origin.Y;
        var right = (straight.X - Slope.Origin.X + (down * Lean)) / (1 - (down * LeanPerX));
        var place = new Vector2(Slope.Origin.X + right, straight.Y);
        for (var i = 0; i < 4; i++) // the level is nearly linear in y: a few steps meet it
            place.Y += straight.Y - Slope.Level(place);
        return place;
    }

    /// <summary>Left and right end of a box once straightened.</summary>
    public Extent Across(TextBox box) => new(
        Straight((box.TopLeft + box.BottomLeft) / 2).X,
        Straight((box.TopRight + box.BottomRight) / 2).X);

    static float Covered(IEnumerable<Extent> extents)
    {
        var (total, end) = (0f, float.MinValue);
        foreach (var extent in extents.OrderBy(e => e.From))
        {
            total += Math.Max(0, extent.To - Math.Max(end, extent.From));
            end = Math.Max(end, extent.To);
        }
        return total;
    }
}

/// <summary>A stretch along one axis.</summary>
readonly record struct Extent(float From, float To)
{
    public float Length => To - From;

    public float Overlap(Extent other) => Math.Min(To, other.To) - Math.Max(From, other.From);
}
