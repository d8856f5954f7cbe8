using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>A list that prints what was charged so far (累计费用) and no total: the two are one where its own items make that sum, and only there.</summary>
static class RunningTotal
{
    private static readonly string[] SoFar = ["累计费用", "费用累计", "累计总费用", "累计金额", "累计发生费用", "住院累计费用"];

    public static (List<LabelHit> Hits, IReadOnlyList<Finding> Findings)? Find(SeenPage seen, IReadOnlyList<LabelHit> hits, IReadOnlyList<Finding> found)
    {
        if (found.Any(f => f.Field == FieldName.Total) || !hits.Any(h => SoFar.Contains(h.Text)))
            return null;
        var sum = seen.Items.Aggregate(Fen.Zero, (all, item) => all + item.Amount);
        List<LabelHit> named = [.. hits.Select(h => SoFar.Contains(h.Text) ? h with { Field = FieldName.Total } : h)];
        var findings = new FieldFinder(seen.Text, seen.Rows, named, seen.Seals).Find();
        return findings.Any(f => f.Field == FieldName.Total && f.Amounts is { } amounts && amounts.Any(a => a.Amount == sum)) ? (named, findings) : null;
    }
}
