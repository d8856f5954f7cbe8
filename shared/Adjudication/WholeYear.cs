using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication;

/// <summary>Several stays of one person settled one after another (全年结算): each takes the year's totals from those before it.</summary>
public static class WholeYear
{
    /// <summary>The results, in the order the stays were given. What a stay itself says of the year is kept; what it leaves out comes from the stays before it.</summary>
    /// <param name="stays">Any order; they are settled by governing date.</param>
    /// <param name="adjudicate">One stay, with the rules of its own day.</param>
    public static IReadOnlyList<AdjudicationResult> Settle(IReadOnlyList<AdmissionFacts> stays, Func<AdmissionFacts, AdjudicationResult> adjudicate)
    {
        ArgumentNullException.ThrowIfNull(stays);
        ArgumentNullException.ThrowIfNull(adjudicate);
        if (stays.Count == 1)
            return [adjudicate(stays[0])];
        var results = new AdjudicationResult[stays.Count];
        foreach (var year in Enumerable.Range(0, stays.Count).OrderBy(i => stays[i].Date).ThenBy(i => i).GroupBy(i => stays[i].Date.Year))
        {
            var sofar = new YearSoFar();
            foreach (var i in year)
            {
                var facts = sofar.Complete(stays[i]);
                results[i] = adjudicate(facts);
                sofar.Take(facts, results[i]);
            }
        }
        return results;
    }
}

/// <summary>The running totals of one person's year (年度累计).</summary>
internal sealed class YearSoFar
{
    private readonly Dictionary<string, Fen> paid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> atLevel = new(StringComparer.Ordinal);
    private int stays;
    private bool lastPaid;
    private Fen inScopeBorne;
    private Fen chain;
    private Fen deductibles;

    public AdmissionFacts Complete(AdmissionFacts facts)
    {
        // Moved within the time the place allows: one stay, whose deductible is not taken twice where the first hospital's settlement paid anything.
        var goesOn = facts.Stay.ContinuesPrevious && stays > 0;
        var ordinal = facts.Stay.OrdinalInYear ?? stays + (goesOn ? 0 : 1);
        var year = facts.YearToDate;
        return facts with
        {
            Stay = facts.Stay with { OrdinalInYear = Math.Max(ordinal, 1), DeductibleWaived = facts.Stay.DeductibleWaived || (goesOn && lastPaid), ChainDeductible = facts.Stay.ChainDeductible ?? (stays > 0 ? chain : null), OrdinalAtLevel = facts.Stay.OrdinalAtLevel ?? atLevel.GetValueOrDefault(facts.Stay.HospitalLevel ?? "") + 1 },
            YearToDate = new YearToDate
            {
                BasicPaid = year.BasicPaid ?? paid.GetValueOrDefault("basic"),
                InScopeBorne = year.InScopeBorne ?? inScopeBorne,
                CriticalPaid = year.CriticalPaid ?? paid.GetValueOrDefault("critical"),
                AssistancePaid = year.AssistancePaid ?? paid.GetValueOrDefault("assistance"),
                TopupPaid = year.TopupPaid ?? paid.GetValueOrDefault("topup"),
                MutualAidPaid = year.MutualAidPaid ?? paid.GetValueOrDefault("mutual-aid"),
                DeductibleTaken = year.DeductibleTaken ?? deductibles,
            },
        };
    }

    public void Take(AdmissionFacts facts, AdjudicationResult result)
    {
        stays = Math.Max(stays + (facts.Stay.ContinuesPrevious && stays > 0 ? 0 : 1), 1);
        var level = facts.Stay.HospitalLevel ?? "";
        atLevel[level] = atLevel.GetValueOrDefault(level) + 1;
        foreach (var layer in result.Layers)
            paid[layer.Layer] = paid.GetValueOrDefault(layer.Layer) + layer.Amount;
        var basic = result.Layers.FirstOrDefault(l => l.Layer == "basic");
        lastPaid = basic?.Amount > Fen.Zero;
        var inScope = facts.Stay.InScope ?? Fen.Zero;
        inScopeBorne += (inScope - (basic?.Amount ?? Fen.Zero)).OrZero;
        // A cost below the deductible uses up only itself: 起付线按实际承担的部分累计.
        var taken = Fen.Min(basic?.Deductible ?? Fen.Zero, inScope);
        deductibles += taken;
        chain = (facts.Stay.Transfer == "none" ? Fen.Zero : facts.Stay.ChainDeductible ?? Fen.Zero) + taken;
    }
}
