using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>自付金额 without a word of whose or of what: all that the funds leave over, where total and funds say so, else the patient's share beside what is self-funded.</summary>
static class OwnShare
{
    private static readonly string[] Funds = [BasicPaid, OtherPaid, CriticalPaid, AssistancePaid, SupplementPaid];

    public static IReadOnlyList<Finding> Settle(IReadOnlyList<Finding> findings)
    {
        if (findings.FirstOrDefault(f => f.Field == LabelTable.OwnShare) is not { } own)
            return findings;
        var rest = Amount(Total) - (Amount(FundPaid) ?? Funds.Aggregate(Fen.Zero, (sum, field) => sum + (Amount(field) ?? Fen.Zero)));
        var field = rest is not null && rest == own.Amounts?[0].Amount && !findings.Any(f => f.Field == Borne) ? Borne : SelfPay;
        return [.. findings.Where(f => f.Field != LabelTable.OwnShare), .. findings.Any(f => f.Field == field) ? Array.Empty<Finding>() : [own with { Field = field }]];

        Fen? Amount(string named) => findings.FirstOrDefault(f => f.Field == named && f.Amounts is { Count: > 0 })?.Amounts![0].Amount;
    }
}
