using System.Collections.Immutable;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>Works out every layer of one stay (核算). Pure: the same snapshot and facts give the same result for ever.</summary>
public static class Adjudicator
{
    /// <summary>All layers, with trace.</summary>
    public static AdjudicationResult Adjudicate(PolicySnapshot snapshot, AdmissionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(facts);
        facts = PersonOnTheDay.Of(snapshot, facts);
        var plan = snapshot.Plan;
        var c = CaseReader.Read(plan, facts, out var assumed);
        var actual = Actual(plan, facts);
        var amounts = Unknowns.Settle(plan, c, actual, out var entries);
        var steps = new StepWriter(snapshot, c);
        var needs = new NeedWriter(snapshot, facts);
        var layers = new List<LayerResult>(plan.Layers.Length);
        for (var i = 0; i < plan.Layers.Length; i++)
        {
            var layer = plan.Layers[i];
            var amount = amounts[i];
            if (layer.Optional && amount.Outcome == Outcome.NotCovered && !amount.OnPaper && !(c.Applied?[i] >= 0))
                continue;
            var result = new LayerResult(
                layer.Layer,
                amount.Outcome,
                new Fen(amount.Amount),
                amount.Deductible < 0 ? null : new Fen(amount.Deductible),
                amount.Recomputed < 0 ? null : new Fen(amount.Recomputed),
                steps.Write(layer, entries, i, amount),
                needs.Of(layer, amounts, i))
            {
                Verified = snapshot.LayersVerified.GetValueOrDefault(layer.Key, snapshot.Verified),
                OnPaper = amount.OnPaper,
            };
            Merge(layers, result);
        }
        var supposed = assumed & Assumptions.ThatMatter(plan, c, actual, amounts, assumed);
        var paid = layers.Aggregate(Fen.Zero, (sum, l) => sum + l.Amount);
        return new AdjudicationResult(
            [.. layers],
            Left(facts.Stay.Total - paid, c),
            [.. Needs(layers, supposed), .. PersonOnTheDay.Missing(snapshot, facts)],
            Findings.Of(facts, layers),
            snapshot.Hash,
            snapshot.Verified)
        {
            Counterfactual = Counterfactual.Of(plan, c),
            Gaps = snapshot.Gaps,
            Granted = [.. plan.Layers.Where((l, i) => l.TimesAYear < int.MaxValue && amounts[i].Amount > 0).Select(l => l.Key)],
        };
    }

    /// <summary>Relief on application is given on what was applied for, and that may be more than this bill.</summary>
    private static Fen Left(Fen left, in Case c) => c.Applied is null ? left : left.OrZero;

    private static ImmutableArray<Need> Needs(List<LayerResult> layers, Facts supposed) =>
        supposed == Facts.None && layers.TrueForAll(l => l.Needs.IsEmpty) ? []
        : [.. layers.SelectMany(l => l.Needs).Concat(NeedWriter.Assumed(supposed)).DistinctBy(n => n.Name)];

    /// <summary>The papers speak of layers; the first benefit of a layer takes what they say, the others nothing.</summary>
    private static long[] Actual(Plan plan, AdmissionFacts facts)
    {
        var actual = new long[plan.Layers.Length];
        if (facts.ActuallyPaid.IsEmpty)
        {
            Array.Fill(actual, -1);
            return actual;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var complete = SheetIsComplete(facts);
        for (var i = 0; i < actual.Length; i++)
        {
            var layer = plan.Layers[i].Layer;
            actual[i] = facts.ActuallyPaid.TryGetValue(layer, out var paid) ? seen.Add(layer) ? paid.Value : 0
                : complete && !AfterTheSheet(layer) ? 0
                : -1;
        }
        return actual;
    }

    /// <summary>Where what was paid and what was borne make up the whole bill, a layer the sheet does not list paid nothing.</summary>
    private static bool SheetIsComplete(AdmissionFacts facts) =>
        facts.Stay.Borne is { } borne && facts.ActuallyPaid.Count > 0
        && facts.ActuallyPaid.Where(p => !AfterTheSheet(p.Key)).Aggregate(borne, (sum, p) => sum + p.Value) == facts.Stay.Total;

    private static bool AfterTheSheet(string layer) => layer is "mutual-aid" or "charity";

    /// <summary>Benefits of one layer are shown as one.</summary>
    private static void Merge(List<LayerResult> layers, LayerResult next)
    {
        var at = layers.FindIndex(l => l.Layer == next.Layer);
        if (at < 0)
        {
            layers.Add(next);
            return;
        }
        var first = layers[at];
        var leading = first.Outcome is Outcome.NotCovered or Outcome.BelowDeductible ? next : first;
        layers[at] = leading with
        {
            Amount = first.Amount + next.Amount,
            Recomputed = first.Recomputed is { } a && next.Recomputed is { } b ? a + b : null,
            Steps = [.. first.Steps, .. next.Steps],
            Needs = [.. first.Needs, .. next.Needs],
            OnPaper = first.OnPaper,
        };
    }
}
