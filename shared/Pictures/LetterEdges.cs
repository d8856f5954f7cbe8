namespace Shouwang.Shared.Pictures;

/// <summary>The edges in one small square of a photo: its lightest and darkest, and the steepest steps over two pixels to the side and downwards.</summary>
/// <param name="RangeAcross">The greatest difference within one row; small where there is nothing but a level rule.</param>
/// <param name="RangeDown">The greatest difference within one column.</param>
readonly record struct LetterEdges(int Lightest, int Darkest, int StepAcross, int StepDown, int RangeAcross, int RangeDown)
{
    public int Contrast => Lightest - Darkest;

    /// <summary>Of 100 parts of the contrast; null where there is nothing to see in this direction.</summary>
    public int? SteepnessAcross => Share(StepAcross, RangeAcross);

    /// <inheritdoc cref="SteepnessAcross"/>
    public int? SteepnessDown => Share(StepDown, RangeDown);

    private int? Share(int step, int range) => range * 10 < Contrast * 6 ? null : Math.Min(100, step * 100 / Math.Max(1, Contrast));

    /// <summary>Pixels are taken in pairs across the direction looked in, so that grain counts less.</summary>
    public static LetterEdges Of(GreyPicture picture, int left, int top, int side)
    {
        int lightest = 0, darkest = 510, across = 0, down = 0, rangeAcross = 0, rangeDown = 0;
        Span<int> lowest = stackalloc int[side];
        Span<int> highest = stackalloc int[side];
        lowest.Fill(510);
        highest.Clear();
        for (var y = top; y < top + side - 2; y++)
        {
            var row = picture.Row(y).Slice(left, side);
            var below = picture.Row(y + 1).Slice(left, side);
            var twoBelow = picture.Row(y + 2).Slice(left, side);
            var (low, high) = (510, 0);
            for (var x = 0; x < side - 2; x++)
            {
                var upright = row[x] + below[x];
                var level = row[x] + row[x + 1];
                (low, high) = (Math.Min(low, upright), Math.Max(high, upright));
                (lowest[x], highest[x]) = (Math.Min(lowest[x], level), Math.Max(highest[x], level));
                across = Math.Max(across, Math.Abs(upright - row[x + 2] - below[x + 2]));
                down = Math.Max(down, Math.Abs(level - twoBelow[x] - twoBelow[x + 1]));
            }
            (lightest, darkest, rangeAcross) = (Math.Max(lightest, high), Math.Min(darkest, low), Math.Max(rangeAcross, high - low));
        }
        for (var x = 0; x < side - 2; x++)
            rangeDown = Math.Max(rangeDown, highest[x] - lowest[x]);
        return new(lightest / 2, darkest / 2, across / 2, down / 2, rangeAcross / 2, rangeDown / 2);
    }
}
