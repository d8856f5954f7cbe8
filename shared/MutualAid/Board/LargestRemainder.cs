using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Board;

/// <summary>Dividing an amount by weights so that the parts come to the whole, to the fen (最大余数法): everybody gets his share rounded down, and the fen left over go to the largest remainders, the earlier first.</summary>
public static class LargestRemainder
{
    /// <param name="weights">None below zero. Where all are nothing, nobody gets anything and the amount must be nothing too.</param>
    public static ImmutableArray<Fen> Split(Fen amount, IReadOnlyList<Fen> weights)
    {
        if (amount < Fen.Zero || weights.Any(weight => weight < Fen.Zero))
            throw new ArgumentException("Only what is not below zero can be divided.", nameof(weights));
        var whole = weights.Aggregate((Int128)0, (sum, weight) => sum + weight.Value);
        if (whole == 0)
            return amount == Fen.Zero ? [.. weights.Select(_ => Fen.Zero)] : throw new ArgumentException("There is nobody to give the amount to.", nameof(weights));
        var shares = weights.Select(weight => (Int128)amount.Value * weight.Value).ToList();
        var parts = shares.Select(share => (long)(share / whole)).ToArray();
        var left = amount.Value - parts.Sum();
        foreach (var at in Enumerable.Range(0, parts.Length).OrderByDescending(i => shares[i] % whole).ThenBy(i => i).Take((int)left))
            parts[at]++;
        return [.. parts.Select(part => new Fen(part))];
    }
}
