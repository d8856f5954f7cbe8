namespace Shouwang.Recognizer.Detection;

/// <summary>The convex hull of points on a grid (凸包), by Andrew's monotone chain.</summary>
static class ConvexHull
{
    /// <summary>Corners in order, without points on straight edges. Sorts the list it is given.</summary>
    public static List<(int X, int Y)> Of(List<(int X, int Y)> points)
    {
        points.Sort();
        List<(int X, int Y)> hull = [];
        Chain(points, hull, 0);
        points.Reverse();
        Chain(points, hull, hull.Count);
        return hull.Count == 0 ? [points[0]] : hull;
    }

    static void Chain(List<(int X, int Y)> points, List<(int X, int Y)> hull, int start)
    {
        foreach (var point in points)
        {
            while (hull.Count > start + 1 && Turn(hull[^2], hull[^1], point) <= 0)
                hull.RemoveAt(hull.Count - 1);
            if (hull.Count == start || hull[^1] != point)
                hull.Add(point);
        }
        hull.RemoveAt(hull.Count - 1); // it begins the other chain
    }

    static long Turn((int X, int Y) origin, (int X, int Y) a, (int X, int Y) b) =>
        ((long)(a.X - origin.X) * (b.Y - origin.Y)) - ((long)(a.Y - origin.Y) * (b.X - origin.X));
}
