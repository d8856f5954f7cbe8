using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>Sums that a village sets itself (村里自己定的数) instead of having them worked out from its money.</summary>
/// <param name="Ladder">The sum of every grade; null where it is worked out.</param>
/// <param name="ByDisease">Sums of single diseases, by catalogue entry code; they go before the grade's. Zero: the disease gets nothing.</param>
public sealed record OwnSums(Ladder? Ladder, ImmutableSortedDictionary<string, Fen> ByDisease)
{
    /// <summary>Everything is worked out.</summary>
    public static OwnSums None { get; } = new(null, ImmutableSortedDictionary<string, Fen>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>No sum may be larger: a slip of the pen, not a plan.</summary>
    public static Fen Most { get; } = Fen.FromYuan(1_000_000);

    public bool IsEmpty => Ladder is null && ByDisease.IsEmpty;

    /// <summary>The largest sum of all; zero where there is none.</summary>
    public Fen Highest => ByDisease.Values.Concat(Ladder?.Sums ?? []).Append(Fen.Zero).Max();

    /// <summary>Null where the disease has no sum of its own.</summary>
    public Fen? Of(string entry) => ByDisease.TryGetValue(entry, out var sum) ? sum : null;
}
