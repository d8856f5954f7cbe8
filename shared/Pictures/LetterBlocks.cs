namespace Shouwang.Shared.Pictures;

/// <summary>The small squares of a photo that hold something like letters, and what they have in common.</summary>
/// <param name="Paper">Median of their lightest.</param>
/// <param name="Contrast">Median difference between their lightest and their darkest.</param>
/// <param name="Steepness">Median of their steepest steps over two pixels, of 100 parts of the contrast there, in the softer direction.</param>
readonly record struct LetterBlocks(int Count, int Paper, int Contrast, int Steepness)
{
    /// <summary>With fewer there is nothing to judge by.</summary>
    public const int Few = 20;

    private const int Side = 24;
    private const int LeastInk = Side * Side / 25;
    private const int MostInk = Side * Side * 6 / 10;

    public static LetterBlocks Of(GreyPicture picture, InkMap ink)
    {
        List<int> papers = [], contrasts = [], across = [], down = [];
        for (var top = 0; top + Side <= picture.Height; top += Side)
        {
            for (var left = 0; left + Side <= picture.Width; left += Side)
            {
                if (Inked(ink, left, top) is < LeastInk or > MostInk)
                    continue;
                var square = LetterEdges.Of(picture, left, top, Side);
                papers.Add(square.Lightest);
                contrasts.Add(square.Contrast);
                if (square.SteepnessAcross is { } sideways)
                    across.Add(sideways);
                if (square.SteepnessDown is { } upright)
                    down.Add(upright);
            }
        }
        // A shaken photo is sharp along the way it was shaken: the softer direction counts.
        return new(papers.Count, Median(papers), Median(contrasts), Math.Min(across.Count < Few ? 100 : Median(across), down.Count < Few ? 100 : Median(down)));
    }

    private static int Inked(InkMap ink, int left, int top)
    {
        var count = 0;
        for (var y = top; y < top + Side; y++)
        {
            foreach (var inked in ink.Row(y).Slice(left, Side))
                count += inked ? 1 : 0;
        }
        return count;
    }

    private static int Median(List<int> values)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[values.Count / 2];
    }
}
