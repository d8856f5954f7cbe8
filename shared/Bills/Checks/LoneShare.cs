using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>One word for what the patient pays, that says two things at once (单列个人支付): with nothing from the account it is cash, and without a word of 自费 the share is all that is borne.</summary>
static class LoneShare
{
    private const int MostSure = 9_000;

    private static readonly string[] Funds = [BasicPaid, OtherPaid, CriticalPaid, AssistancePaid, SupplementPaid];

    public static void Read(Dictionary<string, FieldReading> fields, Dictionary<string, Fen> amounts, IReadOnlyList<LabelHit> hits)
    {
        // 个人账户支付 0.00 | 个人支付金额 1756.30.
        if (!Seen(CashPaid) && amounts.TryGetValue(AccountPaid, out var account) && account == Fen.Zero && amounts.ContainsKey(Borne) && hits.Where(h => h.Field == Borne).All(h => DoubtfulLabels.Is(h.Text)))
            Copy(Borne, CashPaid);
        // 补偿合计 2789.67 | 个人自付费用 1205.51, and both together are the total.
        if (!Seen(Borne) && !Seen(SelfFunded) && amounts.TryGetValue(SelfPay, out var own) && amounts.TryGetValue(Total, out var total) && total == own + (amounts.TryGetValue(FundPaid, out var paid) ? paid : Funds.Aggregate(Fen.Zero, (sum, f) => sum + amounts.GetValueOrDefault(f))))
            Copy(SelfPay, Borne);

        bool Seen(string field) => fields.ContainsKey(field) || hits.Any(h => h.Field == field);

        void Copy(string from, string to)
        {
            if (fields.TryGetValue(from, out var reading))
                fields[to] = reading with { Confidence = new BasisPoints(Math.Min(MostSure, reading.Confidence.Value)), Source = FieldSource.Derived, ProvedBy = null };
        }
    }
}
