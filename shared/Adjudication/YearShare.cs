using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication;

/// <summary>What one settlement uses up of the year (占用的年度额度). What it leaves open is unknown; it never counts as nothing.</summary>
internal static class YearShare
{
    public static YearToDate Of(AdmissionFacts facts, AdjudicationResult result)
    {
        var basic = Paid(result, "basic");
        return new YearToDate
        {
            BasicPaid = basic,
            InScopeBorne = basic is { } paid && facts.Stay.InScope is { } inScope ? (inScope - paid).OrZero : null,
            CriticalPaid = Paid(result, "critical"),
            AssistancePaid = Paid(result, "assistance"),
            TopupPaid = Paid(result, "topup"),
            MutualAidPaid = Paid(result, "mutual-aid"),
            DeductibleTaken = Deductible(facts, result),
            Given = result.Granted.ToImmutableSortedDictionary(b => b, _ => 1, StringComparer.Ordinal),
        };
    }

    public static YearToDate Sum(YearToDate before, YearToDate used) => new()
    {
        BasicPaid = before.BasicPaid + used.BasicPaid,
        InScopeBorne = before.InScopeBorne + used.InScopeBorne,
        CriticalPaid = before.CriticalPaid + used.CriticalPaid,
        AssistancePaid = before.AssistancePaid + used.AssistancePaid,
        TopupPaid = before.TopupPaid + used.TopupPaid,
        MutualAidPaid = before.MutualAidPaid + used.MutualAidPaid,
        DeductibleTaken = before.DeductibleTaken + used.DeductibleTaken,
        Given = used.Given.Aggregate(before.Given, (all, one) => all.SetItem(one.Key, all.GetValueOrDefault(one.Key) + one.Value)),
    };

    /// <summary>What a layer paid, null where that is open.</summary>
    public static Fen? Paid(AdjudicationResult result, string layer) =>
        result.Layers.FirstOrDefault(l => l.Layer == layer) is not { } found ? Fen.Zero
        : found.OnPaper || found.Recomputed is not null ? found.Amount
        : null;

    /// <summary>A cost below the deductible uses up only itself: 起付线按实际承担的部分累计.</summary>
    private static Fen? Deductible(AdmissionFacts facts, AdjudicationResult result) =>
        Paid(result, "basic") is null ? null
        : result.Layers.FirstOrDefault(l => l.Layer == "basic")?.Deductible is not { } deductible ? Fen.Zero
        : facts.Stay.InScope is { } cost ? Fen.Min(deductible, cost) : null;
}
