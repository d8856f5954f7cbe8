namespace Shouwang.Shared.Bills.Page;

/// <summary>Which of a row of heads each cell below belongs to (表头归属): the one behind which it begins and before the next, however the cells are set.</summary>
static class UnderHeads
{
    /// <summary>The head of each cell; null where two cells fall under one head, or one before the first.</summary>
    public static int[]? Of(IReadOnlyList<Snippet> cells, IReadOnlyList<Snippet> heads)
    {
        int[] under = [.. cells.Select(cell => heads.TakeWhile(head => head.X0 <= cell.Middle).Count() - 1)];
        return under.All(at => at >= 0) && under.Distinct().Count() == under.Length ? under : null;
    }

    /// <summary>From where to where the column of one head may reach: to its neighbours.</summary>
    public static (int Left, int Right) Column(IReadOnlyList<Snippet> heads, int x0, int x1) =>
        (heads.Where(h => h.X1 <= x0).Select(h => h.X1).DefaultIfEmpty(int.MinValue / 2).Max(), heads.Where(h => h.X0 >= x1).Select(h => h.X0).DefaultIfEmpty(int.MaxValue).Min());
}
