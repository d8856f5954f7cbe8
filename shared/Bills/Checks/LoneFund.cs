using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>One word for what the insurance paid (单列基金支付), and none of its parts: the basic one, as far as this paper says.</summary>
static class LoneFund
{
    private const int MostSure = 9_000;

    private static readonly string[] Parts = [BasicPaid, CriticalPaid, AssistancePaid, SupplementPaid];

    public static void Read(Dictionary<string, FieldReading> fields, Dictionary<string, Fen> amounts, IReadOnlyList<LabelHit> hits)
    {
        if (!fields.TryGetValue(FundPaid, out var fund) || !hits.Any(h => h.Field == FundPaid && DoubtfulLabels.IsOneFund(h.Text)) || hits.Any(h => Parts.Contains(h.Field)))
            return;
        var other = amounts.GetValueOrDefault(OtherPaid);
        // 其他支付 beside it: part of it, or a part of the total by itself. Which, only the total can say.
        if (hits.Any(h => h.Field == OtherPaid) && (!amounts.ContainsKey(OtherPaid) || (other != Fen.Zero && !Adds(amounts, other))))
            return;
        fields[BasicPaid] = fund with { Confidence = new BasisPoints(Math.Min(MostSure, fund.Confidence.Value)), Source = FieldSource.Derived, ProvedBy = null };
        if (other != Fen.Zero)
        {
            amounts[BasicPaid] = amounts[FundPaid];
            amounts.Remove(FundPaid);
            fields.Remove(FundPaid);
        }
    }

    private static bool Adds(Dictionary<string, Fen> amounts, Fen other) =>
        amounts.TryGetValue(Total, out var total) && amounts.TryGetValue(CashPaid, out var cash) && total == amounts[FundPaid] + other + cash + amounts.GetValueOrDefault(AccountPaid);
}
