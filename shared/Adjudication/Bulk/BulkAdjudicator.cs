using System.Collections.Immutable;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication.Bulk;

/// <summary>Adjudicates a county (批量核算): streamed, on all cores, by the same chain of layers as a single stay, without trace.</summary>
public sealed class BulkAdjudicator
{
    private readonly Plan plan;

    public BulkAdjudicator(PolicySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        plan = snapshot.Plan;
        Benefits = [.. plan.Layers.Select(l => l.Key)];
        Layers = [.. plan.Layers.Select(l => l.Layer)];
    }

    /// <summary>The benefits, in the order of the amounts.</summary>
    public ImmutableArray<string> Benefits { get; }

    /// <summary>The layer of each benefit.</summary>
    public ImmutableArray<string> Layers { get; }

    /// <summary>Turns facts into numbers once, for any number of runs.</summary>
    public PreparedStay Prepare(AdmissionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new PreparedStay(CaseReader.Read(plan, facts, out _));
    }

    /// <summary>One stay.</summary>
    public BulkResult Adjudicate(in PreparedStay stay)
    {
        Span<LayerAmount> layers = stackalloc LayerAmount[plan.Layers.Length];
        var none = default(NoTrace);
        var c = stay.Numbers;
        Chain.Run(plan, c, [], layers, ref none);
        var amounts = new long[layers.Length];
        var left = c.Total;
        var complete = true;
        for (var i = 0; i < layers.Length; i++)
        {
            amounts[i] = layers[i].Amount;
            left -= layers[i].Amount;
            complete &= !layers[i].Unsettled;
        }
        return new BulkResult(amounts, c.Applied is null ? left : Math.Max(left, 0), complete);
    }

    /// <summary>A stream of chunks in, a stream of chunks out, in order; at most a few chunks are held at a time.</summary>
    public IEnumerable<BulkResult[]> Adjudicate(IEnumerable<PreparedStay[]> chunks) =>
        chunks.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(AdjudicateChunk);

    private BulkResult[] AdjudicateChunk(PreparedStay[] chunk)
    {
        var results = new BulkResult[chunk.Length];
        for (var i = 0; i < chunk.Length; i++)
            results[i] = Adjudicate(chunk[i]);
        return results;
    }
}
