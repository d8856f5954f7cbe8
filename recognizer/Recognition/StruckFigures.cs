using System.Text;

namespace Shouwang.Recognizer.Recognition;

/// <summary>
/// Figures with a stroke through them (划掉的数字). A struck amount is read as if nothing had happened, and what was written above it by hand hardly is;
/// so the figures are given as doubtful, and a person looks.
/// </summary>
static class StruckFigures
{
    /// <summary>Few enough that no sum makes an amount of them sure, many enough that the line is still shown.</summary>
    public const float Doubtful = 0.6f;

    const int Fewest = 4;
    const float Covered = 0.97f; // of printed figures side by side at least every sixth column is paper
    const float Ink = 0.4f; // how dark a stroke is, of the way from paper to the darkest print

    const int Thick = 6; // rows on either side that the stroke itself may take
    const float Alone = 0.05f;
    const float BothSides = 0.15f;

    /// <param name="planes">The line cut upright: three planes of <paramref name="stride"/> x <paramref name="height"/>.</param>
    public static List<ReadCharacter> Doubt(List<ReadCharacter> characters, ReadOnlySpan<float> planes, int width, int height, int stride)
    {
        for (var from = 0; from < characters.Count; from++)
        {
            var to = from;
            while (to < characters.Count && IsFigure(characters[to].Value))
                to++;
            if (to - from >= Fewest && IsCrossed(planes, (int)(characters[from].Position * width), (int)(characters[to - 1].Position * width), height, stride))
            {
                for (var i = from; i < to; i++)
                    characters[i] = characters[i] with { Probability = Math.Min(Doubtful, characters[i].Probability) };
            }
            from = Math.Max(from, to);
        }
        return characters;
    }

    static bool IsFigure(Rune value) => value.Value is (>= '0' and <= '9') or '.' or ',';

    /// <summary>Whether one straight stroke, level or slanting, runs from the first figure to the last without leaving the ink.</summary>
    static bool IsCrossed(ReadOnlySpan<float> planes, int left, int right, int height, int stride)
    {
        right = Math.Min(right, stride - 1);
        if (right - left < height)
            return false;
        var dark = Dark(planes, left, right, height, stride);
        var columns = right - left + 1;
        var most = (int)((1 - Covered) * columns);
        for (var start = height / 5; start <= height * 4 / 5; start += 2)
        {
            for (var end = Math.Max(height / 5, start - (height / 3)); end <= Math.Min(height * 4 / 5, start + (height / 3)); end += 2)
            {
                if (Misses(dark, columns, height, start, end, most) <= most && IsStroke(dark, columns, height, start, end))
                    return true;
            }
        }
        return false;
    }

    static int Misses(bool[] dark, int columns, int height, int start, int end, int most)
    {
        var misses = 0;
        for (var x = 0; x < columns && misses <= most; x++)
        {
            var y = start + ((end - start) * x / columns);
            var at = (y * columns) + x;
            if (!dark[at] && !dark[at - columns] && !dark[at + columns])
                misses++;
        }
        return misses;
    }

    /// <summary>Told from a rule under the figures by the ink on both sides of it, and from figures run together out of focus by columns with nothing but the stroke.</summary>
    static bool IsStroke(bool[] dark, int columns, int height, int start, int end)
    {
        var (above, below, alone) = (0, 0, 0);
        for (var x = 0; x < columns; x++)
        {
            var stroke = start + ((end - start) * x / columns);
            var beside = 0;
            for (var y = height / 10; y < height * 9 / 10; y++)
            {
                if (Math.Abs(y - stroke) <= Thick || !dark[(y * columns) + x])
                    continue;
                beside++;
                above += y < stroke ? 1 : 0;
                below += y > stroke ? 1 : 0;
            }
            alone += beside == 0 ? 1 : 0;
        }
        return alone >= Alone * columns && Math.Min(above, below) >= BothSides * (above + below);
    }

    static bool[] Dark(ReadOnlySpan<float> planes, int left, int right, int height, int stride)
    {
        var light = LineLight.Part(planes, left, right, height, stride);
        var sorted = (float[])light.Clone();
        Array.Sort(sorted);
        var (paper, print) = (sorted[sorted.Length * 3 / 4], sorted[sorted.Length / 50]);
        var limit = paper - (Ink * (paper - print));
        return Array.ConvertAll(light, value => value < limit);
    }
}
