namespace Shouwang.Shared.Pictures;

/// <summary>Light thrown back by shiny paper (反光): squares burnt out to white while the paper elsewhere is not.</summary>
static class Glaring
{
    private const int Side = 16;
    private const int BurntOut = 250;
    private const int OrdinaryPaper = 218;
    private const int SidesOnPaper = 2; // on which there are letters
    private const int LeastInk = Side * Side / 12;
    private const int MostInk = Side * Side * 6 / 10;

    /// <summary>Of 1000 squares, those that are burnt out together with the four beside them: specks do not count, nor what is bright beside the paper, a window behind it.</summary>
    public static int Share(GreyPicture picture, InkMap ink, int paper)
    {
        var (across, down) = (picture.Width / Side, picture.Height / Side);
        if (paper > OrdinaryPaper || across < 3 || down < 3)
            return 0; // a screenshot or a scan is white all over
        var burnt = new bool[across * down];
        for (var i = 0; i < burnt.Length; i++)
            burnt[i] = IsBurnt(picture, i % across * Side, i / across * Side);
        var (rows, columns) = Letters(ink, across, down);
        var count = 0;
        for (var y = 1; y < down - 1; y++)
        {
            for (var x = 1; x < across - 1; x++)
            {
                var at = (y * across) + x;
                var sides = (rows[y].First < x ? 1 : 0) + (rows[y].Last > x ? 1 : 0) + (columns[x].First < y ? 1 : 0) + (columns[x].Last > y ? 1 : 0);
                count += sides >= SidesOnPaper && burnt[at] && burnt[at - 1] && burnt[at + 1] && burnt[at - across] && burnt[at + across] ? 1 : 0;
            }
        }
        return count * 1000 / burnt.Length;
    }

    /// <summary>The first and the last square with something like letters in each row and in each column of squares.</summary>
    private static ((int First, int Last)[] Rows, (int First, int Last)[] Columns) Letters(InkMap ink, int across, int down)
    {
        var (rows, columns) = (new (int First, int Last)[down], new (int First, int Last)[across]);
        Array.Fill(rows, (int.MaxValue, -1));
        Array.Fill(columns, (int.MaxValue, -1));
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++)
            {
                if (!HasLetters(ink, x * Side, y * Side))
                    continue;
                rows[y] = (Math.Min(rows[y].First, x), x);
                columns[x] = (Math.Min(columns[x].First, y), y);
            }
        }
        return (rows, columns);
    }

    private static bool HasLetters(InkMap ink, int left, int top)
    {
        var count = 0;
        for (var y = top; y < top + Side; y++)
        {
            foreach (var inked in ink.Row(y).Slice(left, Side))
                count += inked ? 1 : 0;
        }
        return count is >= LeastInk and <= MostInk;
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
