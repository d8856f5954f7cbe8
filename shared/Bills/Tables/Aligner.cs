namespace Shouwang.Shared.Bills.Tables;

/// <summary>Puts the cells of a row under columns, in order, at the least cost.</summary>
static class Aligner
{
    private const int Never = 1_000_000;

    /// <param name="cost">Cost of cell i under column j.</param>
    /// <param name="again">Cost of a further cell under the same column, or a prohibitive one.</param>
    /// <param name="skip">Cost of leaving column j empty.</param>
    /// <param name="drop">Cost of putting cell i under no column: a piece of a seal.</param>
    /// <returns>The column of each cell, −1 for none.</returns>
    public static int[] Align(int cells, int columns, Func<int, int, int> cost, Func<int, int> again, Func<int, int> skip, Func<int, int>? drop = null)
    {
        // best[i, j]: first i cells placed, the last of them under column j − 1.
        var best = new int[cells + 1, columns + 1];
        var from = new int[cells + 1, columns + 1];
        var dropped = new bool[cells + 1, columns + 1];
        for (var i = 0; i <= cells; i++)
        {
            for (var j = 0; j <= columns; j++)
                best[i, j] = i == 0 && j == 0 ? 0 : Never;
        }
        for (var i = 1; i <= cells; i++)
        {
            if (drop is not null && best[i - 1, 0] < Never)
                (best[i, 0], dropped[i, 0]) = (best[i - 1, 0] + drop(i - 1), true);
            for (var j = 1; j <= columns; j++)
            {
                var own = cost(i - 1, j - 1);
                if (i > 1 && best[i - 1, j] + own + again(j - 1) < best[i, j])
                    (best[i, j], from[i, j]) = (best[i - 1, j] + own + again(j - 1), j);
                var skipped = 0;
                for (var k = j - 1; k >= 0; k--)
                {
                    if (best[i - 1, k] + own + skipped < best[i, j] && (k > 0 || i == 1 || best[i - 1, 0] < Never))
                        (best[i, j], from[i, j]) = (best[i - 1, k] + own + skipped, k);
                    if (k > 0)
                        skipped += skip(k - 1);
                }
                if (drop is not null && best[i - 1, j] + drop(i - 1) < best[i, j])
                    (best[i, j], from[i, j], dropped[i, j]) = (best[i - 1, j] + drop(i - 1), j, true);
            }
        }
        var end = Enumerable.Range(1, columns).MinBy(j => best[cells, j] + Enumerable.Range(j, columns - j).Sum(skip));
        var result = new int[cells];
        for (var i = cells; i > 0; i--)
        {
            result[i - 1] = dropped[i, end] ? -1 : end - 1;
            end = from[i, end];
        }
        return result;
    }
}
