using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>Which facts a benefit's rules read (规则用到的事实).</summary>
internal static class FactsRead
{
    /// <summary>The facts about earlier payments, by layer position.</summary>
    private static readonly Facts[] Paid =
        [Facts.BasicPaid, Facts.CriticalPaid, Facts.AssistancePaid, Facts.OtherPaid, Facts.OtherPaid, Facts.MutualAidPaid, Facts.OtherPaid];

    public static LayerPlan Complete(LayerPlan layer, bool byVillage)
    {
        if (layer.Missing is not null)
            return layer;
        var reads = Tables(layer) | Terms(layer.Cost);
        if (layer.Ranking.Length > 0)
            reads |= Facts.Statuses;
        if (layer.Yearly)
            reads |= layer.LessPaid.Aggregate(Facts.InScopeBorne, (facts, position) => facts | Paid[position]);
        if (layer.CapYear.Any(r => r.Amount >= 0))
            reads |= Paid[layer.LayerIndex];
        reads |= layer.Repeat.Aggregate(Facts.None, (facts, row) => facts | row.Kind switch
        {
            RepeatKind.MinusEach => Facts.Ordinal,
            RepeatKind.TopUp => Facts.ChainDeductible,
            RepeatKind.OncePerYear => Facts.DeductibleTaken,
            RepeatKind.Set or RepeatKind.Times or RepeatKind.Minus => Facts.None,
        });
        if (byVillage)
            reads |= Facts.Village | Facts.Member | Facts.Disease;
        return layer with { Reads = reads };
    }

    /// <summary>The fact that says what a layer paid earlier in the year.</summary>
    public static Facts PaidBy(string layer) => Paid[Vocabulary.Layers.IndexOf(layer)];

    private static Facts Tables(LayerPlan layer) =>
        All(layer.Covers, r => r.When) | All(layer.EntryLine, r => r.When) | All(layer.SelfPayFirst, r => r.When)
        | All(layer.Deductible, r => r.When) | All(layer.Repeat, r => r.When) | All(layer.Rate, r => r.When)
        | All(layer.Adjust, r => r.When) | All(layer.CapStay, r => r.When) | All(layer.CapYear, r => r.When);

    private static Facts All<T>(T[] rows, Func<T, When> when) => rows.Aggregate(Facts.None, (facts, row) => facts | when(row).Reads);

    private static Facts Terms(CostTerms terms)
    {
        var facts = Facts.None;
        if (terms.Has(CostTerms.InScope))
            facts |= Facts.InScope;
        if (terms.Has(CostTerms.SelfPayFirst))
            facts |= Facts.SelfPayFirst;
        if (terms.Has(CostTerms.OverLimit))
            facts |= Facts.OverLimit;
        if (terms.Has(CostTerms.SelfFunded))
            facts |= Facts.SelfFunded;
        return facts;
    }
}
