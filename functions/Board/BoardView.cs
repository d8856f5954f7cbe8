using System.Collections.Immutable;
using System.Globalization;
using Shouwang.Shared.MutualAid.Board;

namespace Shouwang.Functions.Board;

/// <summary>A village's ledger as the board needs it: the figures, and the leaf of every entry.</summary>
internal sealed record BoardView(string Village, BoardFigures Figures, ImmutableList<byte[]> Leaves)
{
    public static BoardView Of(string village) => new(village, BoardFigures.Of(village), []);

    /// <summary>Entries that the view counts.</summary>
    public int Entries => Leaves.Count;

    /// <summary>Root of the tree of the first entries, in hex.</summary>
    public string Root(int entries) => Convert.ToHexStringLower(MerkleTree.Root(LeavesOf(entries)));

    /// <summary>Leaves of the tree of the first entries.</summary>
    public byte[][] LeavesOf(int entries) => [.. Leaves.Take(entries)];

    /// <summary>What is signed: which ledger, how many entries, their root, and when the last of them was made.</summary>
    public string Statement(int entries, DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture, $"{{\"village\":\"{Village}\",\"entries\":{entries},\"root\":\"{Root(entries)}\",\"at\":\"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\"}}");
}
