using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>自付金额 without a word of what, and 个人自付 of sheets that count 自费 in: where total and funds say so it is all that the patient bears, else the patient's share beside what is self-funded.</summary>
static class OwnShare
{
    private static readonly string[] Funds = [BasicPaid, OtherPaid, CriticalPaid, AssistancePaid, SupplementPaid];

    /// <summary>个人自付合计 may count 自费 in, also where the paper does not say how much that is.</summary>
    private static readonly int Sum = LabelTable.RankOf("个人自付合计");

    public static (List<LabelHit> Hits, IReadOnlyList<Finding> Findings) Settle(List<LabelHit> hits, IReadOnlyList<Finding> findings)
    {
        var rest = findings.Any(f => f.Field == Borne) ? null : First(Total) - (First(FundPaid) ?? Funds.Aggregate(Fen.Zero, (sum, field) => sum + (First(field) ?? Fen.Zero)));
        var countsIn = First(FundPaid) is not null && First(SelfFunded) > Fen.Zero;
        List<Finding> settled = [.. findings.OrderBy(f => f.Field == LabelTable.OwnShare).Select(f => IsRest(f) ? f with { Field = Borne } : f.Field == LabelTable.OwnShare ? f with { Field = SelfPay } : f)];
        return (findings.Any(f => f.Field == SelfPay && IsRest(f)) ? [.. hits.Select(h => h.Field == SelfPay ? h with { Field = Borne } : h)] : hits, settled);

        bool IsRest(Finding f) => rest is not null && f.Amounts is [var own, ..] && own.Amount == rest && (f.Field == LabelTable.OwnShare || (f.Field == SelfPay && own.Cost == 0 && (countsIn || (f.Rank == Sum && First(FundPaid) is not null))));

        Fen? First(string field) => findings.FirstOrDefault(f => f.Field == field && f.Amounts is { Count: > 0 })?.Amounts![0].Amount;
    }
}
