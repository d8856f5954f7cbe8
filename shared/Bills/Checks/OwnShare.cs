using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>自付金额 without a word of what, 个人支付 beside an account, and 个人自付 of sheets that count 自费 in: where total and funds say so it is all that the patient bears, or what of it the account left over, else the patient's share beside what is self-funded.</summary>
static class OwnShare
{
    private static readonly string[] Funds = [BasicPaid, OtherPaid, CriticalPaid, AssistancePaid, SupplementPaid];

    /// <summary>个人自付合计 may count 自费 in, also where the paper does not say how much that is.</summary>
    private static readonly int Sum = LabelTable.RankOf("个人自付合计");

    public static (List<LabelHit> Hits, IReadOnlyList<Finding> Findings) Settle(List<LabelHit> hits, IReadOnlyList<Finding> findings)
    {
        (hits, findings) = BesideAccount(hits, findings);
        var rest = findings.Any(f => f.Field == Borne) ? null : First(findings, Total) - Paid(findings);
        var countsIn = First(findings, FundPaid) is not null && First(findings, SelfFunded) > Fen.Zero;
        List<Finding> settled = [.. findings.OrderBy(f => f.Field == LabelTable.OwnShare).Select(f => IsRest(f) ? f with { Field = Borne } : f.Field == LabelTable.OwnShare ? f with { Field = SelfPay } : f)];
        return (findings.Any(f => f.Field == SelfPay && IsRest(f)) ? [.. hits.Select(h => h.Field == SelfPay ? h with { Field = Borne } : h)] : hits, settled);

        bool IsRest(Finding f) => rest is not null && f.Amounts is [var own, ..] && own.Amount == rest && (f.Field == LabelTable.OwnShare || (f.Field == SelfPay && own.Cost == 0 && (countsIn || (f.Rank == Sum && First(findings, FundPaid) is not null))));
    }

    /// <summary>个人账户支付 552.02 | 个人支付金额 1288.07, as the receipts of many provinces print it: what is left when the account has paid is paid in cash.</summary>
    private static (List<LabelHit> Hits, IReadOnlyList<Finding> Findings) BesideAccount(List<LabelHit> hits, IReadOnlyList<Finding> findings)
    {
        if (hits.Any(h => h.Field == CashPaid) || First(findings, AccountPaid) is not { } account || account <= Fen.Zero || First(findings, Total) - Paid(findings) - account is not { } left)
            return (hits, findings);
        HashSet<string> fields = [.. findings.Where(f => f.Field is Borne or LabelTable.OwnShare && f.Amounts is [var own, ..] && own.Amount == left && MayBeCash(f.Field)).Select(f => f.Field)];
        return fields.Count == 0 ? (hits, findings) : ([.. hits.Select(h => fields.Contains(h.Field) ? h with { Field = CashPaid } : h)], [.. findings.Select(f => fields.Contains(f.Field) ? f with { Field = CashPaid } : f)]);

        bool MayBeCash(string field) => hits.Where(h => h.Field == field).All(h => DoubtfulLabels.Is(h.Text));
    }

    private static Fen Paid(IReadOnlyList<Finding> findings) =>
        First(findings, FundPaid) ?? Funds.Aggregate(Fen.Zero, (sum, field) => sum + (First(findings, field) ?? Fen.Zero));

    private static Fen? First(IReadOnlyList<Finding> findings, string field) => findings.FirstOrDefault(f => f.Field == field && f.Amounts is { Count: > 0 })?.Amounts![0].Amount;
}
