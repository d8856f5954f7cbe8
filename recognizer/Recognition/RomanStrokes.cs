namespace Shouwang.Recognizer.Recognition;

/// <summary>Counts the upright strokes of a Roman numeral (罗马数字的竖画) in the picture of its line, where they stand apart clearly.</summary>
static class RomanStrokes
{
    const int Most = 3;
    const float Finest = 2.5f; // pixels of the photo from stroke to stroke

    // The strokes between the bars at their ends, of the line's height.
    const float Upper = 0.3f;
    const float Middle = 0.5f;
    const float Lower = 0.7f;
    const float Shift = 0.08f; // that a stroke moves from its upper to its lower half: those of other characters slant or end
    const float Margin = 0.08f; // where no stroke of a character is, but a rule of the table

    const float Faint = 0.1f; // of full brightness, that the clearest stroke stands out from both its sides
    const float Clear = 0.34f; // of the clearest, that every stroke stands out
    const float Ripple = 0.14f; // what stands out more than this and is not clear leaves it open

    // Of the width of a Chinese character.
    const float Furthest = 0.5f; // from stroke to stroke
    const float Broadest = 0.25f; // one stroke: a broader one may be two out of focus
    const float Narrowest = 0.5f; // of a numeral of one stroke and the blank on its sides, what the photo must show of two

    const float Uneven = 1.4f;

    /// <summary>How many there are, and the column of their middle; null where the picture does not say.</summary>
    /// <param name="left">The first column that may belong to the numeral.</param>
    /// <param name="right">The last one, before the next character.</param>
    /// <param name="em">Columns that a Chinese character takes.</param>
    /// <param name="scale">Pixels of the photo in one column.</param>
    public static (int Strokes, float Middle)? Count(LineLight line, int left, int right, float em, float scale)
    {
        (left, right) = (Math.Max(0, left), Math.Min(line.Width - 1, right));
        if (right - left < em / 5 || Strokes(line, left, right, (Upper, Middle), em) is not { } upper || Strokes(line, left, right, (Middle, Lower), em) is not { } lower)
            return null;
        if (upper.Count != lower.Count || upper.Count > Most || upper.Zip(lower).Any(pair => Math.Abs(pair.First - pair.Second) > Shift * line.Height))
            return null;
        if (upper.Count == Most && !IsEven(upper[1] - upper[0], upper[2] - upper[1]))
            return null;
        var apart = upper.Count == 1 ? Narrowest * em / 2 : (float)(upper[^1] - upper[0]) / (upper.Count - 1);
        if (apart * scale < Finest || (upper.Count == 1 && (IsBroad(line, left, right, upper[0], em) || IsRule(line, left, right, upper[0]))))
            return null;
        return (upper.Count, (upper[0] + upper[^1]) / 2f);
    }

    static bool IsEven(int first, int second) => Math.Max(first, second) <= Uneven * Math.Min(first, second);

    /// <summary>The columns in which strokes stand in one half of their height.</summary>
    static List<int>? Strokes(LineLight line, int left, int right, (float From, float To) rows, float em)
    {
        var dark = Dark(line, left, right, rows.From, rows.To);
        List<(int At, float Out)> tops = [];
        for (var i = 1; i < dark.Length - 1; i++)
        {
            if (dark[i] > dark[i - 1] && dark[i] >= dark[i + 1])
                tops.Add((i, StandsOut(dark, i)));
        }
        var most = tops.Select(top => top.Out).DefaultIfEmpty().Max();
        if (most < Faint)
            return null;
        var clear = tops.FindAll(top => top.Out >= Clear * most).ConvertAll(top => top.At);
        if (tops.Exists(top => top.Out > Ripple * most && top.Out < Clear * most && clear.Exists(stroke => Math.Abs(stroke - top.At) <= Furthest * em)))
            return null;
        // A bracket or a rule of the table before the numeral.
        while (clear.Count > 1 && (clear[1] - clear[0] > Furthest * em || (clear.Count > 2 && clear[1] - clear[0] > Uneven * (clear[2] - clear[1]))))
            clear.RemoveAt(0);
        return clear.ConvertAll(at => at + left);
    }

    /// <summary>How far a column is darker than the lightest between it and the next darker one, on the side where that is less.</summary>
    static float StandsOut(float[] dark, int at)
    {
        var (before, after) = (dark[at], dark[at]);
        for (var i = at - 1; i >= 0 && dark[i] <= dark[at]; i--)
            before = Math.Min(before, dark[i]);
        for (var i = at + 1; i < dark.Length && dark[i] <= dark[at]; i++)
            after = Math.Min(after, dark[i]);
        return dark[at] - Math.Max(before, after);
    }

    static bool IsBroad(LineLight line, int left, int right, int stroke, float em)
    {
        var dark = Dark(line, left, right, Upper, Lower);
        var half = (dark.Min() + dark[stroke - left]) / 2;
        var (first, last) = (stroke - left, stroke - left);
        while (first > 0 && dark[first - 1] > half)
            first--;
        while (last < dark.Length - 1 && dark[last + 1] > half)
            last++;
        return last - first + 1 > Broadest * em;
    }

    /// <summary>A rule goes on above and below the text.</summary>
    static bool IsRule(LineLight line, int left, int right, int stroke)
    {
        var least = Out(Upper, Lower) / 2;
        return Out(0, Margin) > least && Out(1 - Margin, 1) > least;

        float Out(float from, float to)
        {
            var dark = Dark(line, left, right, from, to);
            return dark[stroke - left] - dark.Min();
        }
    }

    /// <summary>How dark each column is between two heights.</summary>
    static float[] Dark(LineLight line, int left, int right, float from, float to)
    {
        var dark = new float[right - left + 1];
        for (var x = left; x <= right; x++)
            dark[x - left] = 1 - line.Mean(x, from, to);
        return dark;
    }
}
