namespace Shouwang.Shared.Pictures;

/// <summary>Light thrown back by shiny paper (反光): squares burnt out to white while the paper elsewhere is not.</summary>
static class Glaring
{
    private const int Side = 16;
    private const int BurntOut = 250;
    private const int OrdinaryPaper = 228;

    /// <summary>Of 1000 squares.</summary>
    public static int Share(GreyPicture picture, int paper)
    {
        if (paper > OrdinaryPaper)
            return 0; // a screenshot or a scan is white all over
        var (burnt, all) = (0, 0);
        for (var top = 0; top + Side <= picture.Height; top += Side)
        {
            for (var left = 0; left + Side <= picture.Width; left += Side, all++)
                burnt += IsBurnt(picture, left, top) ? 1 : 0;
        }
        return all == 0 ? 0 : burnt * 1000 / all;
    }

    private static bool IsBurnt(GreyPicture picture, int left, int top)
    {
        for (var y = top; y < top + Side; y += 3)
        {
            for (var x = left; x < left + Side; x += 3)
            {
                if (picture.Row(y)[x] < BurntOut)
                    return false;
            }
        }
        return true;
    }
}
