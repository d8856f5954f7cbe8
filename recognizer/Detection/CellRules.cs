using System.Numerics;
using System.Runtime.Intrinsics;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Detection;

/// <summary>Upright rules of a printed table (表格竖线) inside text boxes: the detector takes close neighbours for one line, and a rule is then read as a 1. Boxes are split at them.</summary>
static class CellRules
{
    const int Rows = 24;
    const float Beyond = 0.45f; // how far above and below the box a rule must go on, in heights of the box; strokes of letters do not
    const float Dark = 14; // of 255, darker than both sides
    const float NarrowestPart = 0.35f; // in heights of the box
    const int Aside = 3; // columns looked at on either side of the box, for rules at its ends
    const int MissingRows = 2;
    const int FirstTextRow = (int)(Rows * (Beyond + 0.15f) / (1 + (2 * Beyond)));

    static readonly float[] Leans = [0, -0.04f, 0.04f, -0.08f, 0.08f];

    public static List<TextBox> Split(Picture picture, IReadOnlyList<TextBox> boxes)
    {
        var parts = new List<TextBox>[boxes.Count];
        Parallel.For(0, boxes.Count, i => parts[i] = Split(picture, boxes[i]));
        return [.. parts.SelectMany(part => part)];
    }

    static List<TextBox> Split(Picture picture, TextBox box)
    {
        var columns = (int)(Rows * box.Width / (box.Height * (1 + (2 * Beyond)))) + 1;
        if (box.Height < 8 || columns < 8)
            return [box];
        var cuts = Cuts(Brightness(picture, box, columns), columns + (2 * Aside))
            .Select(cut => (Left: Math.Clamp(cut.Left - Aside, 0, columns), Right: Math.Clamp(cut.Right - Aside, 0, columns)))
            .ToList();
        List<TextBox> parts = [];
        var from = 0f;
        foreach (var (left, right) in cuts.Append((Left: columns, Right: columns)))
        {
            var part = box.Part(from, Math.Max(from, (float)left / columns));
            if (part.Width >= NarrowestPart * box.Height)
                parts.Add(part);
            from = (float)right / columns;
        }
        return parts;
    }

    /// <summary>First column of each rule, and the first column after it.</summary>
    static List<(int Left, int Right)> Cuts(float[] brightness, int columns)
    {
        List<(int, int)> cuts = [];
        for (var x = 0; x < columns; x++)
        {
            if (!Leans.Any(lean => IsRule(brightness, columns, x, lean)))
                continue;
            if (cuts.Count > 0 && x - cuts[^1].Item2 <= 1)
                cuts[^1] = (cuts[^1].Item1, x + 1);
            else
                cuts.Add((x, x + 1));
        }
        // A broad dark stroke is no rule.
        cuts.RemoveAll(cut => cut.Item2 - cut.Item1 > 4);
        return cuts;
    }

    static bool IsRule(float[] brightness, int columns, int at, float lean)
    {
        var missing = 0;
        for (var y = 0; y < Rows; y++)
        {
            var x = at + (int)MathF.Round((y - (Rows / 2f)) * lean);
            var here = Get(brightness, columns, x, y);
            // A rule is thin: there is paper again two columns to either side, which a crease in the paper does not give.
            // Beside the text itself a letter may stand close, so there one side is enough.
            var (left, right) = (Get(brightness, columns, x - 2, y), Get(brightness, columns, x + 2, y));
            var beside = y is < FirstTextRow or >= Rows - FirstTextRow ? Math.Min(left, right) : Math.Max(left, right);
            if (beside - here < Dark && ++missing > MissingRows)
                return false;
        }
        return true;
    }

    static float Get(float[] brightness, int columns, int x, int y) => brightness[(y * columns) + Math.Clamp(x, 0, columns - 1)];

    static float[] Brightness(Picture picture, TextBox box, int columns)
    {
        var (up, down) = ((box.TopLeft - box.BottomLeft) * Beyond, (box.BottomLeft - box.TopLeft) * Beyond);
        var (topLeft, topRight) = (box.TopLeft + up, box.TopRight + up);
        var (bottomLeft, bottomRight) = (box.BottomLeft + down, box.BottomRight + down);
        var wide = columns + (2 * Aside);
        var values = new float[Rows * wide];
        var below = Vector2.Normalize(box.BottomLeft - box.TopLeft);
        for (var y = 0; y < Rows; y++)
        {
            var v = (y + 0.5f) / Rows;
            var (start, end) = (Vector2.Lerp(topLeft, bottomLeft, v), Vector2.Lerp(topRight, bottomRight, v));
            for (var x = 0; x < wide; x++)
            {
                // Rules are one or two pixels wide: look at three places and keep the darkest, or sampling would step over them.
                var darkest = 255f;
                for (var part = 0; part < 3; part++)
                {
                    var place = (x - Aside + ((part + 0.5f) / 3)) / columns;
                    var point = Vector2.Lerp(start, end, place) + (below * (box.Bend?.At(place) ?? 0));
                    var colour = Sampling.At(picture, point.X - 0.5f, point.Y - 0.5f);
                    darkest = Math.Min(darkest, Vector128.Dot(colour, Vector128.Create(0, 0.25f, 0.5f, 0.25f)));
                }
                values[(y * wide) + x] = darkest;
            }
        }
        return values;
    }
}
