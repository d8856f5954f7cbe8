using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Several payers beside the basic fund on one paper (大额互助, 退休补充, 公务员补助), as 北京 and others print them: what they paid together is what a paper's sums may ask for.</summary>
static class Supplements
{
    /// <summary>The findings, with their sum as one more reading where several different ones paid something.</summary>
    public static IReadOnlyList<Finding> With(IReadOnlyList<Finding> findings, IReadOnlyList<LabelHit> hits)
    {
        List<Finding> paid = [.. findings.Where(f => f.Field == FieldName.SupplementPaid && f.Amounts is [(_, 0), ..] && f.Where is not null).DistinctBy(f => f.Where)];
        // One who is named twice paid once.
        var named = hits.Where(h => h.Field == FieldName.SupplementPaid && h.Wrong == 0).Select(h => h.Text).ToList();
        if (paid.Count(f => f.Amounts![0].Amount != Fen.Zero) < 2 || named.Count != paid.Count || named.Distinct().Count() < named.Count)
            return findings;
        var sum = paid.Aggregate(Fen.Zero, (all, f) => all + f.Amounts![0].Amount);
        return [.. findings, paid[0] with { Value = sum.ToString(), Amounts = [(sum, 0)], Confidence = paid.Min(f => f.Confidence), LabelWrong = paid.Max(f => f.LabelWrong), MostSure = DoubtfulLabels.MostSure }];
    }
}
