using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>The layers that look at a stay as a whole, however it was cut for settling (按整次住院计算的层次): mutual aid and charity, given once.</summary>
internal static class WholeStay
{
    public static bool Has(string layer) => layer is "mutual-aid" or "charity";

    /// <summary>Whether the place has any such layer.</summary>
    public static bool Concerns(PolicySnapshot rules) => rules.Plan.Layers.Any(l => Has(l.Layer));

    /// <summary>A part's result without what is left to the whole stay.</summary>
    public static AdjudicationResult Left(Piece piece, AdjudicationResult result) =>
        piece is { Cut: true, Costed: true } && result.Layers.Any(l => Has(l.Layer))
            ? result with
            {
                Layers = [.. result.Layers.Where(l => !Has(l.Layer))],
                PatientPays = result.PatientPays + result.Layers.Where(l => Has(l.Layer)).Aggregate(Fen.Zero, (sum, l) => sum + l.Amount),
                Needs = [.. result.Layers.Where(l => !Has(l.Layer)).SelectMany(l => l.Needs).Concat(result.Needs.Where(n => !n.Blocking)).DistinctBy(n => n.Name)],
            }
            : result;

    /// <param name="parts">The parts of the stay, settled.</param>
    public static Settled Settle(Piece piece, IReadOnlyList<Settled> parts, YearSoFar sofar)
    {
        var before = parts.SelectMany(p => p.Result.Layers).Where(l => !Has(l.Layer)).GroupBy(l => l.Layer).ToList();
        var open = before.Where(layer => layer.Any(IsOpen)).ToList();
        var facts = sofar.CompleteWhole(piece.Facts with
        {
            Stay = piece.Facts.Stay with { Borne = piece.Facts.Stay.Borne ?? Borne(parts) },
            ActuallyPaid = piece.Facts.ActuallyPaid.Where(p => Has(p.Key))
                .Concat(before.Except(open).Select(layer => KeyValuePair.Create(layer.Key, layer.Aggregate(Fen.Zero, (sum, l) => sum + l.Amount))))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
        var result = Adjudicator.Adjudicate(piece.Rules, facts);
        ImmutableArray<Need> missing = facts.Stay.Borne is null ? [.. open.SelectMany(layer => layer).SelectMany(l => l.Needs).Where(n => n.Blocking).DistinctBy(n => n.Name)] : [];
        ImmutableArray<LayerResult> layers = [.. result.Layers.Where(l => Has(l.Layer)).Select(l => YearSettlement.Open(l, missing))];
        return new Settled(facts, result with
        {
            Layers = layers,
            PatientPays = facts.Stay.Total - before.SelectMany(layer => layer).Concat(layers).Aggregate(Fen.Zero, (sum, l) => sum + l.Amount),
            Needs = [.. layers.SelectMany(l => l.Needs).DistinctBy(n => n.Name)],
            Findings = [],
            Counterfactual = null,
        });
    }

    private static bool IsOpen(LayerResult layer) => !layer.OnPaper && layer.Recomputed is null;

    private static Fen? Borne(IReadOnlyList<Settled> parts) =>
        parts.All(p => p.Facts.Stay.Borne is not null) ? parts.Aggregate(Fen.Zero, (sum, p) => sum + p.Facts.Stay.Borne!.Value) : null;
}
