namespace Shouwang.Shared.Pictures;

/// <summary>Lines of letters in an ink map: how high they are, and which run into an edge of the photo.</summary>
static class LetterLines
{
    private const int Strip = 48;
    private const int Lowest = 4;
    private const int Highest = 70;
    private const int LeastDensity = 12; // of 100 pixels of a line, inked
    private const int MostDensity = 85; // more is a rule of a table
    private const int BehindDensity = 8; // of 100 pixels behind what touches a side: lines of letters go on there, the shadow of the paper's edge does not
    private const int PaperAtEdge = 70; // of 100 parts of the paper's brightness elsewhere

    /// <summary>Median height of the lines' pieces, looked at in upright strips; 0 where there are hardly any.</summary>
    public static int Height(InkMap ink)
    {
        var heights = new int[Highest + 1];
        var counts = new int[ink.Height];
        var total = 0;
        for (var left = 0; left + Strip <= ink.Width; left += Strip)
        {
            for (var y = 0; y < ink.Height; y++)
                counts[y] = Inked(ink.Row(y).Slice(left, Strip));
            foreach (var (start, end) in Runs(counts, least: 2))
            {
                var density = Sum(counts, start, end) * 100 / ((end - start) * Strip);
                if (end - start is < Lowest or > Highest || density is < LeastDensity or > MostDensity)
                    continue;
                heights[end - start]++;
                total++;
            }
        }
        if (total < 12)
            return 0;
        var (height, seen) = (0, 0);
        while (seen <= total / 2)
            seen += heights[height++];
        return height - 1;
    }

    /// <summary>How many lines run into each edge, where the paper itself goes on to that edge.</summary>
    public static (int Left, int Right, int Top, int Bottom) Cut(InkMap ink, int height, int paper)
    {
        if (height == 0)
            return default;
        var depth = Math.Max(3, height / 3);
        var (piece, longest, behind) = (Math.Max(2, height / 4), height * 2, Math.Min(depth + (height * 2), ink.Width));
        return (
            Touching(ink.Height, along => Column(ink, 1, depth, along, paper), height * 2 / 5, longest, depth - 1).Count(run => GoesOn(ink, run, depth, behind)),
            Touching(ink.Height, along => Column(ink, ink.Width - depth, ink.Width - 1, along, paper), height * 2 / 5, longest, depth - 1).Count(run => GoesOn(ink, run, ink.Width - behind, ink.Width - depth)),
            Touching(ink.Width, along => Row(ink, 1, depth, along, paper), piece, longest, depth - 1).Count(),
            Touching(ink.Width, along => Row(ink, ink.Height - depth, ink.Height - 1, along, paper), piece, longest, depth - 1).Count());
    }

    private static bool GoesOn(InkMap ink, (int Start, int End) run, int from, int to)
    {
        var inked = 0;
        for (var y = run.Start; y < run.End; y++)
            inked += Inked(ink.Row(y)[from..to]);
        return inked * 100 >= (run.End - run.Start) * (to - from) * BehindDensity;
    }

    /// <summary>Runs of ink as long as a letter, and shorter ones that are inked all the way: rules of a table.</summary>
    private static IEnumerable<(int Start, int End)> Touching(int length, Func<int, int> inked, int shortest, int longest, int depth)
    {
        var counts = new int[length];
        for (var along = 0; along < length; along++)
            counts[along] = inked(along);
        return Runs(counts, least: 1).Where(run => run.End - run.Start <= longest && (run.End - run.Start >= shortest || Enumerable.Range(run.Start, run.End - run.Start).Any(at => counts[at] == depth)));
    }

    private static int Column(InkMap ink, int from, int to, int y, int paper)
    {
        if (ink.Around((from + to) / 2, y) * 100 < paper * PaperAtEdge)
            return 0;
        return Inked(ink.Row(y)[from..to]);
    }

    private static int Row(InkMap ink, int from, int to, int x, int paper)
    {
        if (ink.Around(x, (from + to) / 2) * 100 < paper * PaperAtEdge)
            return 0;
        var count = 0;
        for (var y = from; y < to; y++)
            count += ink.IsInk(x, y) ? 1 : 0;
        return count;
    }

    private static int Inked(ReadOnlySpan<bool> row)
    {
        var count = 0;
        foreach (var inked in row)
            count += inked ? 1 : 0;
        return count;
    }

    private static int Sum(int[] counts, int start, int end)
    {
        var sum = 0;
        for (var i = start; i < end; i++)
            sum += counts[i];
        return sum;
    }

    private static IEnumerable<(int Start, int End)> Runs(int[] counts, int least)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < least)
                continue;
            var start = i;
            while (i < counts.Length && counts[i] >= least)
                i++;
            yield return (start, i);
        }
    }
}
