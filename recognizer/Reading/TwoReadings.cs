using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Reading;

/// <summary>Two readings of one page, with red ink and without it, brought together: seals stop hiding figures, and labels printed in red are not lost.</summary>
static class TwoReadings
{
    // A character less probable than this speaks against its reading; one more speaks for it.
    const float Neutral = 0.6f;

    // How much surer the reading without red must be: taking colour out can only lose ink.
    const float Handicap = 0.05f;

    const float Untouched = 0.97f;
    const float AsSure = 0.02f;
    const float NearlyAll = 0.8f;

    /// <summary>Of each group of lines that cover one another, whichever reading is the surer.</summary>
    public static List<ReadLine> Merge(IReadOnlyList<ReadLine> asItIs, IReadOnlyList<ReadLine> withoutRed)
    {
        ReadLine[] all = [.. asItIs, .. withoutRed];
        var groups = new DisjointSets(all.Length);
        for (var i = 0; i < asItIs.Count; i++)
        {
            for (var j = asItIs.Count; j < all.Length; j++)
            {
                if (Cover(all[i], all[j]))
                    groups.Join(i, j);
            }
        }
        List<ReadLine> merged = [];
        foreach (var group in Enumerable.Range(0, all.Length).GroupBy(groups.Find))
        {
            var first = group.Where(i => i < asItIs.Count).Select(i => all[i]).ToList();
            var second = group.Where(i => i >= asItIs.Count).Select(i => all[i]).ToList();
            merged.AddRange(Weight(first) >= Weight(second) - Handicap && !IsCleaner(first, second) ? first : second);
        }
        return merged;
    }

    /// <summary>Whether red ink lay on what was first read: it was read in pieces or with characters of a seal, and without red nearly as much is read, as surely.</summary>
    static bool IsCleaner(List<ReadLine> first, List<ReadLine> second)
    {
        if (first.Count == 0 || second.Count == 0 || (first.Count <= second.Count && Score(first) >= Untouched))
            return false;
        return Score(second) >= Score(first) - AsSure && second.Sum(line => line.Characters.Count) >= NearlyAll * first.Sum(line => line.Characters.Count);
    }

    static float Score(List<ReadLine> lines) => lines.SelectMany(line => line.Characters).Average(c => c.Probability);

    static float Weight(List<ReadLine> lines) => lines.Sum(line => line.Characters.Sum(c => c.Probability - Neutral));

    static bool Cover(ReadLine a, ReadLine b)
    {
        var width = Math.Min(a.Box.Right, b.Box.Right) - Math.Max(a.Box.Left, b.Box.Left);
        var height = Math.Min(a.Box.Bottom, b.Box.Bottom) - Math.Max(a.Box.Top, b.Box.Top);
        return width > 0 && height > 0 && width * height > 0.5f * Math.Min(Area(a), Area(b));
    }

    static float Area(ReadLine line) => (line.Box.Right - line.Box.Left) * (line.Box.Bottom - line.Box.Top);
}
