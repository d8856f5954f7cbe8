using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>个人自付合计 of some sheets is all that the patient bears: what funds leave of the total, 自费 included.</summary>
static class OwnTotal
{
    private static readonly int Sum = LabelTable.RankOf("个人自付合计");

    public static (List<LabelHit> Hits, IReadOnlyList<Finding> Findings) Named(List<LabelHit> hits, IReadOnlyList<Finding> findings)
    {
        if (findings.Any(f => f.Field == Borne) || First(Total) is not { } total || First(FundPaid) is not { } fund)
            return (hits, findings);
        var all = findings.Where(f => f.Field == SelfPay && f.Amounts is [(var own, 0), ..] && own == total - fund && (f.Rank == Sum || First(SelfFunded) > Fen.Zero)).ToList();
        return all.Count == 0 ? (hits, findings)
            : ([.. hits.Select(h => h.Field == SelfPay && all.Exists(f => f.Rank == LabelTable.RankOf(h.Text)) ? h with { Field = Borne } : h)], [.. findings.Select(f => all.Contains(f) ? f with { Field = Borne } : f)]);

        Fen? First(string field) => findings.FirstOrDefault(f => f.Field == field && f.Amounts is [(_, 0), ..])?.Amounts![0].Amount;
    }
}
