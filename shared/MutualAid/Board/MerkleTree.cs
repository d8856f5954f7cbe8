using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Shouwang.Shared.MutualAid.Board;

/// <summary>The hash tree over a ledger (默克尔树), as RFC 6962 builds it: a leaf is hashed after a zero byte, a node after a one byte, and the left part of a node is the largest power of two. docs/decisions/0013</summary>
public static class MerkleTree
{
    /// <summary>Root of a tree without leaves.</summary>
    public static string EmptyRoot { get; } = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>Hash of a leaf with these bytes.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> bytes) => SHA256.HashData([0, .. bytes]);

    /// <summary>Root over leaf hashes.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0)
            return SHA256.HashData([]);
        if (leaves.Length == 1)
            return leaves[0];
        var left = LeftOf(leaves.Length);
        return Node(Root(leaves[..left]), Root(leaves[left..]));
    }

    /// <summary>What joins a leaf to the root: the other halves on the way up, the lowest first.</summary>
    public static ImmutableArray<byte[]> Path(int leaf, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length <= 1)
            return [];
        var left = LeftOf(leaves.Length);
        return leaf < left
            ? Path(leaf, leaves[..left]).Add(Root(leaves[left..]))
            : Path(leaf - left, leaves[left..]).Add(Root(leaves[..left]));
    }

    /// <summary>What shows that the tree of the first leaves grew into the tree of all: nothing was changed or taken away.</summary>
    public static ImmutableArray<byte[]> Consistency(int first, ReadOnlySpan<byte[]> leaves) =>
        first <= 0 || first >= leaves.Length ? [] : Consistency(first, leaves, whole: true);

    /// <summary>Whether a leaf belongs under a root.</summary>
    public static bool IsIn(byte[] leaf, long at, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (at < 0 || at >= size)
            return false;
        long node = at, last = size - 1;
        var hash = leaf;
        foreach (var other in path)
        {
            if (last == 0)
                return false;
            if (node % 2 == 1 || node == last)
            {
                hash = Node(other, hash);
                while (node % 2 == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = Node(hash, other);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the tree with one root grew into the tree with the other (RFC 9162, 2.1.4.2).</summary>
    public static bool Grew(long first, byte[] before, long second, byte[] after, IReadOnlyList<byte[]> proof)
    {
        if (first == second)
            return proof.Count == 0 && before.AsSpan().SequenceEqual(after);
        if (first == 0)
            return proof.Count == 0;
        if (first > second || proof.Count == 0)
            return false;
        var steps = long.IsPow2(first) ? [before, .. proof] : proof.ToList();
        long node = first - 1, last = second - 1;
        while (node % 2 == 1)
            (node, last) = (node >> 1, last >> 1);
        byte[] old = steps[0], grown = steps[0];
        foreach (var step in steps.Skip(1))
        {
            if (last == 0)
                return false;
            if (node % 2 == 1 || node == last)
            {
                (old, grown) = (Node(step, old), Node(step, grown));
                while (node % 2 == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                grown = Node(grown, step);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && old.AsSpan().SequenceEqual(before) && grown.AsSpan().SequenceEqual(after);
    }

    private static ImmutableArray<byte[]> Consistency(int first, ReadOnlySpan<byte[]> leaves, bool whole)
    {
        if (first == leaves.Length)
            return whole ? [] : [Root(leaves)];
        var left = LeftOf(leaves.Length);
        return first <= left
            ? Consistency(first, leaves[..left], whole).Add(Root(leaves[left..]))
            : Consistency(first - left, leaves[left..], whole: false).Add(Root(leaves[..left]));
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>Largest power of two below the number of leaves.</summary>
    private static int LeftOf(int leaves) => 1 << (int.Log2(leaves - 1));
}
