using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>What the charter does to one approval when money is low (资金不足的处理).</summary>
/// <param name="Amount">What can be approved now; nothing where the claim has to wait.</param>
/// <param name="Sentence">Why it is not the full amount; null where it is.</param>
public sealed record LowMoneyAnswer(Fen Amount, string? Sentence);

/// <summary>Applies <see cref="LowMoney"/>, as its words in <see cref="CharterWords"/> say. Money is low where less of it can be promised than the charter's share of the year's: what was carried forward and what came in. What came in for later years counts in neither.</summary>
public static class LowMoneyRule
{
    /// <param name="full">The aid by plan and charter.</param>
    /// <param name="group">Bound gifts for the illness count as money for it.</param>
    /// <param name="ahead">Aids of claims that came in before and are ready to be approved; they are kept money for where claims wait in a queue.</param>
    public static LowMoneyAnswer Of(Fen full, Charter charter, Books books, DiseaseGroup group, int year, Fen ahead = default)
    {
        // What earlier years left is carried forward whether or not somebody has closed them yet: the new year begins on the first of January.
        var yearly = books.Balances.Of
            .Where(slot => slot.Key.Account == Account.Surplus || (slot.Key.Account.Nature() == Nature.Income && slot.Key.Year <= year) || (slot.Key.Account.Nature() == Nature.Expense && slot.Key.Year < year))
            .Aggregate(Fen.Zero, (sum, slot) => sum - slot.Value) - books.Ahead.Beyond(year);
        var fee = new FeeTerms(charter.FeeShare, Rounding.HalfUpFen);
        var line = charter.LowMoney.Below.Of(yearly.OrZero, Rounding.DownFen);
        var left = books.AvailableFor(group, fee, year).OrZero;
        var kept = charter.LowMoney.Action == LowMoneyAction.Queue ? ahead + fee.On(ahead) : Fen.Zero;
        if (line <= Fen.Zero || left - kept >= line)
            return new LowMoneyAnswer(full, null);
        var state = kept > Fen.Zero
            ? $"先收到的申请要留出 {kept.ToGroupedString()} 元，留出以后能动用的只剩 {(left - kept).OrZero.ToGroupedString()} 元，不到全年的 {charter.LowMoney.Below}"
            : $"账上能动用的资金只剩 {left.ToGroupedString()} 元，不到全年的 {charter.LowMoney.Below}";
        if (books.Ahead.Beyond(year) is { Value: > 0 } early)
            state += $"（预交的以后年度的 {early.ToGroupedString()} 元不算）";
        switch (charter.LowMoney.Action)
        {
            case LowMoneyAction.Queue:
                return new LowMoneyAnswer(Fen.Zero, $"{state}。按章程，补助按申请先后排队，等有了资金再审核。");
            case LowMoneyAction.Stop:
                return new LowMoneyAnswer(Fen.Zero, $"{state}。按章程，暂停补助，请召开会议决定怎么办。");
            default:
                var share = charter.LowMoney.Share ?? new BasisPoints((int)((Int128)left.Value * 100 / line.Value) * 100);
                var reduced = share.Of(full, charter.Rounding is Rounding.HalfUpYuan or Rounding.DownYuan ? Rounding.DownYuan : Rounding.DownFen);
                return reduced > Fen.Zero
                    ? new LowMoneyAnswer(reduced, $"{state}。按章程，补助按 {share} 发放，补 {reduced.ToGroupedString()} 元。")
                    : new LowMoneyAnswer(Fen.Zero, $"{state}。按章程减少以后没有可补的钱，等有了资金再审核。");
        }
    }
}
