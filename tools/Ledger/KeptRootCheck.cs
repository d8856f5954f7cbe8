using Shouwang.Shared.MutualAid.Board;

namespace Shouwang.Tools.Ledger;

/// <summary>Holds a ledger against publications that somebody kept (对照留存的公示).</summary>
internal static class KeptRootCheck
{
    /// <summary>What does not agree, a line each. Of what lies between the last root that agrees and the first that does not, something was changed.</summary>
    /// <exception cref="ArgumentException">The key cannot be read.</exception>
    public static IReadOnlyList<string> Faults(string village, IReadOnlyList<ReadOnlyMemory<byte>> entries, IEnumerable<KeptRoot> kept, string? pem)
    {
        var (faults, leaves, agreed) = (new List<string>(), entries.Select(entry => MerkleTree.Leaf(entry.Span)).ToArray(), 0);
        foreach (var root in kept.OrderBy(root => root.Entries))
        {
            if (pem is not null && !root.IsSignedBy(pem))
                faults.Add($"root {root.Entries}  signature-wrong  留存的公示（{root.Entries} 笔）签名不对：留存的文件被改动过，或者公钥不是这一把。");
            else if (root.Village != village)
                faults.Add($"root {root.Entries}  other-village  留存的公示是别的村（{root.Village}）的。");
            else if (root.IsUnder(leaves) is not { } same)
                faults.Add($"root {root.Entries}  root-longer  公示时有 {root.Entries} 笔，现在只有 {leaves.Length} 笔：末尾的账被删掉了。");
            else if (!same)
                faults.Add($"root {root.Entries}  root-differs  第 {agreed + 1} 到 {root.Entries} 笔里有账和公示时不一样：账本从那里起被重写过。");
            else
                agreed = root.Entries;
        }

        return faults;
    }
}
