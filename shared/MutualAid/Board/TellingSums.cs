using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Board;

/// <summary>Sums of a plan that tell an illness (看钱数就知道是什么病): the plan is public and the board shows what was paid, so an illness the board does not name is known all the same where hardly another one has its sum.</summary>
public static class TellingSums
{
    /// <summary>So many illnesses with the same sum hide each other.</summary>
    public const int Alike = 5;

    /// <summary>Codes of the diseases whose sum fewer than <see cref="Alike"/> diseases of the plan share, in order.</summary>
    /// <param name="sums">Fixed sum by catalogue entry code, over the whole catalogue.</param>
    public static ImmutableArray<string> Of(IReadOnlyDictionary<string, Fen> sums) =>
        [.. sums.GroupBy(sum => sum.Value).Where(same => same.Count() < Alike).SelectMany(same => same.Select(sum => sum.Key)).Order(StringComparer.Ordinal)];
}
