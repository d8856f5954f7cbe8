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
        for (var row = 0; row < layer.CapYear.Length; row++)
        {
            if (layer.CapYear[row] >= 0)
                reads |= Paid[layer.LayerIndex];
        }
        for (var row = 0; row < layer.Repeat.Length; row++)
            reads |= Of(layer.Repeat[row].Kind);
        if (byVillage)
            reads |= Facts.Village | Facts.Member | Facts.Disease;
        var covers = layer.Covers.Reads() | (layer.Ranking.Length > 0 ? Facts.Statuses : Facts.None) | (byVillage ? Facts.Member : Facts.None);
        return layer with { Reads = reads, CoverReads = covers };
    }

    /// <summary>The fact that says what a layer, by its position, paid earlier in the year.</summary>
    public static Facts PaidBy(int layer) => Paid[layer];

    private static Facts Tables(LayerPlan layer) =>
        layer.Covers.Reads() | layer.EntryLine.Reads() | layer.SelfPayFirst.Reads() | layer.Deductible.Reads() | layer.Repeat.Reads()
        | layer.Rate.Reads() | layer.Adjust.Reads() | layer.CapStay.Reads() | layer.CapYear.Reads();

    private static Facts Of(RepeatKind kind) => kind switch
    {
        RepeatKind.MinusEach => Facts.Ordinal,
        RepeatKind.TopUp => Facts.ChainDeductible,
        RepeatKind.OncePerYear => Facts.DeductibleTaken,
        RepeatKind.Set or RepeatKind.Times or RepeatKind.Minus => Facts.None,
    };

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
