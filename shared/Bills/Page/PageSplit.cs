namespace Shouwang.Shared.Bills.Page;

/// <summary>Where a picture could hold two papers (一照两单): cuts through its widest stripes without text, upright and level, each giving two pages.</summary>
static class PageSplit
{
    private const int FewestLines = 5;
    private const int NarrowestShare = 40; // a stripe is at least one part in so many of the picture's side
    private const int MostCuts = 3; // tried in each direction

    /// <summary>The most promising cuts first. Whether one is right only the readings of its parts can tell.</summary>
    public static IEnumerable<(RecognisedPage First, RecognisedPage Second)> Of(RecognisedPage page)
    {
        if (page.Lines.Count < 2 * FewestLines)
            return [];
        var upright = Stripes(page, q => (q.Left, q.Right), page.Width).Select(at => Cut(page, q => q.Left + q.Right < 2 * at));
        var level = Stripes(page, q => (q.Top, q.Bottom), page.Height).Select(at => Cut(page, q => q.Top + q.Bottom < 2 * at));
        return upright.Concat(level).Where(parts => Math.Min(parts.First.Lines.Count, parts.Second.Lines.Count) >= FewestLines);
    }

    /// <summary>The middles of the widest stripes that no line enters.</summary>
    private static IEnumerable<int> Stripes(RecognisedPage page, Func<Quad, (int From, int To)> extent, int side)
    {
        var (end, stripes) = (0, new List<(int Width, int Middle)>());
        foreach (var (from, to) in page.Lines.Select(line => extent(line.Where)).OrderBy(e => e.From))
        {
            if (end > 0 && from > end)
                stripes.Add((from - end, (from + end) / 2));
            end = Math.Max(end, to);
        }
        return stripes.Where(s => s.Width * NarrowestShare >= side).OrderByDescending(s => s.Width).Take(MostCuts).Select(s => s.Middle);
    }

    private static (RecognisedPage First, RecognisedPage Second) Cut(RecognisedPage page, Func<Quad, bool> isFirst) => (Part(page, isFirst), Part(page, q => !isFirst(q)));

    private static RecognisedPage Part(RecognisedPage page, Func<Quad, bool> isIn) => page with
    {
        Lines = [.. page.Lines.Where(line => isIn(line.Where))],
        Tables = [.. page.Tables.Where(table => table.Cells.Count > 0 && table.Cells.All(cell => isIn(cell.Where)))],
    };
}
