using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication.Bulk;

/// <summary>One line of a what-if answer (政策调整影响): one layer for one status.</summary>
/// <param name="Status">The status's name, "ordinary" for a person with none.</param>
/// <param name="Before">What the layer paid in all, in fen.</param>
/// <param name="After">What it would pay.</param>
/// <param name="Gain">How many stays would get more from it.</param>
/// <param name="Lose">How many would get less.</param>
public sealed record WhatIfRow(string Layer, string Status, long Stays, long Before, long After, long Gain, long Lose);

/// <summary>Holds two sets of rules against each other over many stays: who gains, who loses.</summary>
public static class WhatIf
{
    /// <summary>Per layer and per status, by the places' order of layers and the vocabulary's order of statuses.</summary>
    /// <param name="after">The same place with figures changed; it must have the same benefits.</param>
    public static IReadOnlyList<WhatIfRow> Compare(PolicySnapshot before, PolicySnapshot after, IEnumerable<PreparedStay[]> chunks)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, changed) = (before.Plan, after.Plan);
        if (!old.Layers.Select(l => l.Key).SequenceEqual(changed.Layers.Select(l => l.Key)))
            throw new ArgumentException("Both sets of rules must have the same benefits in the same order.", nameof(after));
        var statuses = old.Statuses.Length + 1;
        var sums = chunks.AsParallel()
            .Select(chunk => Count(old, changed, chunk, statuses))
            .Aggregate(new Sum[old.Layers.Length * statuses], (all, part) => [.. all.Zip(part, (a, b) => a + b)]);
        return
        [
            .. from layer in Enumerable.Range(0, old.Layers.Length)
               from status in Enumerable.Range(0, statuses)
               let sum = sums[(layer * statuses) + status]
               where sum.Stays > 0
               select new WhatIfRow(
                   old.Layers[layer].Key,
                   status == statuses - 1 ? "ordinary" : old.Statuses[status].Name,
                   sum.Stays,
                   sum.Before,
                   sum.After,
                   sum.Gain,
                   sum.Lose),
        ];
    }

    private static Sum[] Count(Plan old, Plan changed, PreparedStay[] chunk, int statuses)
    {
        var sums = new Sum[old.Layers.Length * statuses];
        Span<LayerAmount> before = stackalloc LayerAmount[old.Layers.Length];
        Span<LayerAmount> after = stackalloc LayerAmount[old.Layers.Length];
        var none = default(NoTrace);
        foreach (var stay in chunk)
        {
            var c = stay.Numbers;
            Chain.Run(old, c, [], before, ref none);
            Chain.Run(changed, c, [], after, ref none);
            var status = c.Statuses == 0 ? statuses - 1 : System.Numerics.BitOperations.TrailingZeroCount(c.Statuses);
            for (var layer = 0; layer < before.Length; layer++)
                sums[(layer * statuses) + status] += Sum.Of(before[layer].Amount, after[layer].Amount);
        }
        return sums;
    }

    private readonly record struct Sum(long Stays, long Before, long After, long Gain, long Lose)
    {
        public static Sum Of(long before, long after) => new(1, before, after, after > before ? 1 : 0, after < before ? 1 : 0);

        public static Sum operator +(Sum a, Sum b) =>
            new(a.Stays + b.Stays, a.Before + b.Before, a.After + b.After, a.Gain + b.Gain, a.Lose + b.Lose);
    }
}
