using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>On which side of its column a head stands (表头靠左、数字靠右): heads printed at the left of wide columns whose figures stand at the right lie nearer to the figures of the column before. What price times quantity proves in more rows is how the table is printed.</summary>
static class HeadSides
{
    /// <summary>So many rows have to prove more one way than the other.</summary>
    private const int Fewest = 3;

    /// <summary>So many rows below the heads are looked at.</summary>
    private const int Looked = 40;

    /// <param name="below">The rows under the heads, up to the next.</param>
    /// <returns>Where each column begins and ends.</returns>
    public static (int X0, int X1)[] Edges(IReadOnlyList<Column> columns, List<TextRow> below, int height)
    {
        var heads = TableReader.Edges(columns);
        if (!Array.TrueForAll([ColumnKind.Name, ColumnKind.Price, ColumnKind.Quantity, ColumnKind.Amount], kind => columns.Any(c => c.Kind == kind)))
            return heads;
        below = [.. below.Take(Looked)];
        var right = below.SelectMany(r => r.Runs).Select(r => r.X1).DefaultIfEmpty(0).Max();
        var whole = heads.Select((edge, i) => (edge.X0, Math.Max(edge.X1, i + 1 < heads.Length ? heads[i + 1].X0 - (height / 2) : right))).ToArray();
        var (asPrinted, apart) = (Proofs(heads), Proofs(whole));
        return apart >= Fewest && apart > asPrinted ? whole : heads;

        int Proofs((int X0, int X1)[] edges) => GuessedHeads.Proofs(columns, [.. edges], below, null).Proved;
    }
}
