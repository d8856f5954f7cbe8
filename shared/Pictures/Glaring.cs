namespace Shouwang.Shared.Pictures;

/// <summary>Light thrown back by shiny paper (反光): squares burnt out to white while the paper elsewhere is not.</summary>
static class Glaring
{
    private const int Side = 16;
    private const int BurntOut = 250;
    private const int OrdinaryPaper = 218;

    /// <summary>Of 1000 squares, those that are burnt out together with the four beside them: specks do not count.</summary>
    public static int Share(GreyPicture picture, int paper)
    {
        var (across, down) = (picture.Width / Side, picture.Height / Side);
        if (paper > OrdinaryPaper || across < 3 || down < 3)
            return 0; // a screenshot or a scan is white all over
        var burnt = new bool[across * down];
        for (var i = 0; i < burnt.Length; i++)
            burnt[i] = IsBurnt(picture, i % across * Side, i / across * Side);
        var count = 0;
        for (var y = 1; y < down - 1; y++)
        {
            for (var x = 1; x < across - 1; x++)
            {
                var at = (y * across) + x;
                count += burnt[at] && burnt[at - 1] && burnt[at + 1] && burnt[at - across] && burnt[at + across] ? 1 : 0;
            }
        }
        return count * 1000 / burnt.Length;
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
