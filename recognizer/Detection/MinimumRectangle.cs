using System.Numerics;

namespace Shouwang.Recognizer.Detection;

/// <summary>The smallest rectangle round some points (最小外接矩形): its centre, the direction of one side, and both lengths.</summary>
readonly record struct MinimumRectangle(Vector2 Centre, Vector2 Direction, float Length, float Thickness)
{
    public float Shorter => Math.Min(Length, Thickness);

    public float Longer => Math.Max(Length, Thickness);

    /// <summary>The direction of the other side, a quarter turn clockwise on the screen.</summary>
    public Vector2 Across => new(-Direction.Y, Direction.X);

    /// <summary>Lies along one edge of the convex hull, as every smallest rectangle does.</summary>
    public static MinimumRectangle Around(List<(int X, int Y)> points)
    {
        var hull = ConvexHull.Of(points);
        if (hull.Count == 1)
            return new(new(hull[0].X, hull[0].Y), Vector2.UnitX, 1, 1);
        var (best, area) = (default(MinimumRectangle), float.MaxValue);
        for (var i = 0; i < hull.Count; i++)
        {
            var next = hull[(i + 1) % hull.Count];
            var candidate = Along(hull, Vector2.Normalize(new Vector2(next.X - hull[i].X, next.Y - hull[i].Y)));
            if (candidate.Length * candidate.Thickness < area)
                (best, area) = (candidate, candidate.Length * candidate.Thickness);
        }
        return best;
    }

    /// <summary>Every side moved outwards by the same distance.</summary>
    public MinimumRectangle Grown(float by) => this with { Length = Length + (2 * by), Thickness = Thickness + (2 * by) };

    /// <summary>The same rectangle with <see cref="Direction"/> pointing mostly to the right.</summary>
    public MinimumRectangle Rightwards()
    {
        var turned = MathF.Abs(Direction.X) < MathF.Abs(Direction.Y)
            ? new MinimumRectangle(Centre, new(Direction.Y, -Direction.X), Thickness, Length)
            : this;
        return turned.Direction.X < 0 ? turned with { Direction = -turned.Direction } : turned;
    }

    /// <summary>The rectangle round the points with a side in the given direction.</summary>
    public static MinimumRectangle Along(List<(int X, int Y)> hull, Vector2 direction)
    {
        var across = new Vector2(-direction.Y, direction.X);
        float uMin = float.MaxValue, uMax = float.MinValue, vMin = float.MaxValue, vMax = float.MinValue;
        foreach (var (x, y) in hull)
        {
            var (u, v) = (Vector2.Dot(new(x, y), direction), Vector2.Dot(new(x, y), across));
            (uMin, uMax) = (Math.Min(uMin, u), Math.Max(uMax, u));
            (vMin, vMax) = (Math.Min(vMin, v), Math.Max(vMax, v));
        }
        return new((direction * ((uMin + uMax) / 2)) + (across * ((vMin + vMax) / 2)), direction, uMax - uMin, vMax - vMin);
    }
}
