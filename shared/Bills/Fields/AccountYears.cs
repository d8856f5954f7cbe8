using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>An account that is told by years (当年账户支付, 历年账户支付), as 上海 and 浙江 print it: both together are what the account paid, where the paper says it nowhere else.</summary>
static class AccountYears
{
    public static IReadOnlyList<Finding> Join(IReadOnlyList<Finding> findings, IReadOnlyList<LabelHit> hits)
    {
        List<Finding> years = [.. findings.Where(f => f.Field is LabelTable.AccountThisYear or LabelTable.AccountFormerYears).DistinctBy(f => f.Field)];
        List<Finding> others = [.. findings.Where(f => f.Field is not (LabelTable.AccountThisYear or LabelTable.AccountFormerYears))];
        var labelled = hits.Where(h => h.Field is LabelTable.AccountThisYear or LabelTable.AccountFormerYears).Select(h => h.Field).Distinct().Count();
        if (years.Count == 0 || years.Count < labelled || hits.Any(h => h.Field == FieldName.AccountPaid) || years.Exists(y => y.Amounts is not { Count: > 0 }))
            return others;
        var sum = years.Aggregate(Fen.Zero, (all, y) => all + y.Amounts![0].Amount);
        others.Add(years[0] with
        {
            Field = FieldName.AccountPaid,
            Value = sum.ToString(),
            Amounts = [(sum, years.Max(y => y.Amounts![0].Cost))],
            Confidence = years.Min(y => y.Confidence),
            LabelWrong = years.Max(y => y.LabelWrong),
            MostSure = DoubtfulLabels.MostSure,
        });
        return others;
    }
}
