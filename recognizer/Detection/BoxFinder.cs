using System.Numerics;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Detection;

/// <summary>Map of text probability → text boxes, the way the DB detector is meant to be read: islands above a threshold, a rectangle round each, grown back to the full height of the letters.</summary>
static class BoxFinder
{
    const float InText = 0.3f;
    const float SureEnough = 0.5f;
    const float Growth = 1.8f;
    const int SmallestIsland = 10;
    const float ShortLine = 2.5f; // length to thickness below which a line does not show its own direction

    /// <param name="scale">How many pixels of the picture one of the map stands for.</param>
    public static List<TextBox> Find(ReadOnlySpan<float> map, int width, int height, Vector2 scale)
    {
        var rims = Islands(map, width, height);
        var cores = rims.ConvertAll(MinimumRectangle.Around);
        var lean = Lean(cores);
        List<TextBox> boxes = [];
        for (var i = 0; i < cores.Count; i++)
        {
            // The smallest rectangle round a lone character may stand on its corner: it gets the direction of the long lines.
            var core = cores[i].Longer < ShortLine * cores[i].Shorter ? MinimumRectangle.Along(rims[i], lean) : cores[i];
            var bent = BentLine.Of(rims[i], core);
            if (bent is not null)
                core = bent.Value.Chord;
            if (core.Shorter < 3)
                continue;
            var score = MeanInside(map, width, height, core, bent?.Bend);
            if (score < SureEnough)
                continue;
            var full = core.Grown(core.Length * core.Thickness * Growth / (2 * (core.Length + core.Thickness))).Rightwards();
            boxes.Add(Box(full, score, scale, new Vector2(width, height)) with { Bend = bent?.Bend.Scaled((core.Across * scale).Length()) });
        }
        return boxes;
    }

    /// <summary>The direction that half of the long lines lie clockwise of.</summary>
    static Vector2 Lean(List<MinimumRectangle> cores)
    {
        var angles = cores.Where(core => core.Longer >= ShortLine * core.Shorter)
            .Select(core => core.Rightwards().Direction)
            .Select(direction => MathF.Atan2(direction.Y, direction.X))
            .Order()
            .ToList();
        return angles.Count == 0 ? Vector2.UnitX : new(MathF.Cos(angles[angles.Count / 2]), MathF.Sin(angles[angles.Count / 2]));
    }

    /// <summary>The rim of each group of neighbouring points that are in text.</summary>
    static List<List<(int X, int Y)>> Islands(ReadOnlySpan<float> map, int width, int height)
    {
        List<List<(int X, int Y)>> rims = [];
        var seen = new bool[width * height];
        var stack = new Stack<int>();
        for (var start = 0; start < map.Length; start++)
        {
            if (seen[start] || map[start] <= InText)
                continue;
            List<(int X, int Y)> rim = [];
            if (Island(map, width, height, start, seen, stack, rim) >= SmallestIsland)
                rims.Add(rim);
        }
        return rims;
    }

    /// <summary>Marks all that hangs together with the start, collects its rim, and counts it.</summary>
    static int Island(ReadOnlySpan<float> map, int width, int height, int start, bool[] seen, Stack<int> stack, List<(int X, int Y)> rim)
    {
        var count = 0;
        stack.Push(start);
        seen[start] = true;
        while (stack.TryPop(out var at))
        {
            count++;
            var (x, y) = (at % width, at / width);
            var onRim = x == 0 || y == 0 || x == width - 1 || y == height - 1;
            for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
            {
                for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                {
                    var next = (ny * width) + nx;
                    if (map[next] <= InText)
                    {
                        onRim = true;
                    }
                    else if (!seen[next])
                    {
                        seen[next] = true;
                        stack.Push(next);
                    }
                }
            }
            if (onRim)
                rim.Add((x, y));
        }
        return count;
    }

    static float MeanInside(ReadOnlySpan<float> map, int width, int height, MinimumRectangle box, Bend? bend)
    {
        var (u, v) = (box.Direction, box.Across);
        var thick = box.Thickness + (bend is null ? 0 : 2 * Math.Max(bend.Lowest, -bend.Highest));
        var reach = new Vector2(
            ((MathF.Abs(u.X) * box.Length) + (MathF.Abs(v.X) * thick)) / 2,
            ((MathF.Abs(u.Y) * box.Length) + (MathF.Abs(v.Y) * thick)) / 2);
        var (low, high) = (box.Centre - reach, box.Centre + reach);
        var (sum, count) = (0f, 0);
        for (var y = Math.Max(0, (int)low.Y); y <= Math.Min(height - 1, (int)high.Y + 1); y++)
        {
            for (var x = Math.Max(0, (int)low.X); x <= Math.Min(width - 1, (int)high.X + 1); x++)
            {
                var from = new Vector2(x, y) - box.Centre;
                var along = Vector2.Dot(from, u);
                if (MathF.Abs(along) > (box.Length / 2) + 0.01f || MathF.Abs(Vector2.Dot(from, v) - (bend?.At((along / box.Length) + 0.5f) ?? 0)) > (box.Thickness / 2) + 0.01f)
                    continue;
                sum += map[(y * width) + x];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    static TextBox Box(MinimumRectangle r, float score, Vector2 scale, Vector2 limit)
    {
        var (along, across) = (r.Direction * (r.Length / 2), r.Across * (r.Thickness / 2));
        Vector2 Corner(Vector2 offset) => Vector2.Clamp(r.Centre + offset + new Vector2(0.5f), Vector2.Zero, limit) * scale;
        return new(Corner(-along - across), Corner(along - across), Corner(along + across), Corner(across - along), score);
    }
}
