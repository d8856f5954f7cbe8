using System.Collections.Immutable;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>Where a ledger is not as it was written, and what is wrong there (账目异常).</summary>
/// <param name="Number">Number of the entry; one more than the last for the head.</param>
/// <param name="Code">Stable, for programs: "content-changed", "hash-changed", "unreadable", "out-of-order", "not-linked", "other-village", "head-differs", "key-differs".</param>
/// <param name="Detail">Chinese, for people.</param>
public sealed record ChainFault(long Number, string Code, string Detail);

/// <summary>Walks a ledger entry by entry and says where it was tampered with (逐笔校验). Every byte of an entry is under its hash, and every hash is in the entry that follows.</summary>
public sealed record ChainCheck
{
    private ChainCheck()
    {
    }

    /// <summary>The books as the entries seen so far make them; right only while there are no faults.</summary>
    public required Books Books { get; init; }

    /// <summary>Entries seen.</summary>
    public long Seen { get; private init; }

    /// <summary>What was found so far.</summary>
    public ImmutableArray<ChainFault> Faults { get; private init; } = [];

    /// <summary>The hash that was worked out from the last entry's bytes, and the one that lay beside it.</summary>
    private (string Computed, string Stored) Last { get; init; } = (Entry.NoHash, Entry.NoHash);

    /// <summary>Before the first entry.</summary>
    public static ChainCheck Of(string village) => new() { Books = Books.Empty(village) };

    /// <summary>With one more entry.</summary>
    /// <param name="canonical">The entry's bytes as they lie there.</param>
    /// <param name="stored">The hash that lies beside them.</param>
    public ChainCheck With(ReadOnlyMemory<byte> canonical, string stored)
    {
        var number = Seen + 1;
        var entry = EntryForm.Read(canonical);
        var faults = Faults;
        if (entry is null)
        {
            faults = Settle(faults, previous: null).Add(new ChainFault(number, "unreadable", $"第 {number} 笔的内容被改动过，已经不成样子。"));
        }
        else
        {
            faults = Settle(faults, entry.Previous);
            if (Last.Computed != entry.Previous && Last.Stored != entry.Previous)
                faults = faults.Add(new ChainFault(number, "not-linked", $"第 {number} 笔没有接在第 {number - 1} 笔后面：这两笔之间有改动、插入或缺少。"));
            if (entry.Number != number)
                faults = faults.Add(new ChainFault(number, "out-of-order", $"这里应该是第 {number} 笔，却是第 {entry.Number} 笔：有账目缺少、插入或调换。"));
            if (entry.Village != Books.Village)
                faults = faults.Add(new ChainFault(number, "other-village", $"第 {number} 笔是别的村的账。"));
        }

        return this with { Seen = number, Faults = faults, Last = (Entry.HashOf(canonical.Span), stored), Books = Counted(entry, faults, stored) };
    }

    /// <summary>At the end, held against the head.</summary>
    public ChainCheck End(long number, string hash)
    {
        var faults = Settle(Faults, hash);
        if (number != Seen || (Last.Computed != hash && Last.Stored != hash))
            faults = faults.Add(new ChainFault(Seen + 1, "head-differs", $"账本末尾记的是第 {number} 笔，和实际的 {Seen} 笔对不上：末尾有改动或缺少。"));
        return this with { Faults = faults };
    }

    /// <summary>With faults that were found beside the chain, in the order of the entries.</summary>
    public ChainCheck Also(IEnumerable<ChainFault> faults) => this with { Faults = [.. Faults.Concat(faults).OrderBy(fault => fault.Number)] };

    /// <summary>The books are only reckoned while nothing is wrong: what comes after a fault cannot be trusted.</summary>
    private Books Counted(Entry? entry, ImmutableArray<ChainFault> faults, string stored)
    {
        try
        {
            return entry is null || faults.Length > 0 ? Books : Books.With(entry, stored);
        }
        catch (LedgerRefusedException)
        {
            return Books;
        }
    }

    /// <summary>Where the last entry's two hashes differ, what follows tells which of them was changed.</summary>
    private ImmutableArray<ChainFault> Settle(ImmutableArray<ChainFault> faults, string? previous) =>
        Last.Computed == Last.Stored ? faults
        : previous == Last.Computed ? faults.Add(new ChainFault(Seen, "hash-changed", $"第 {Seen} 笔旁边记的校验值被改动过，内容没有变。"))
        : faults is [.., { Code: "unreadable" } before] && before.Number == Seen ? faults
        : faults.Add(new ChainFault(Seen, "content-changed", $"第 {Seen} 笔的内容被改动过。"));
}
