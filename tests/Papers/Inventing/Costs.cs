using Shouwang.Shared.Money;

namespace Shouwang.Papers.Inventing;

/// <summary>Who paid what of a stay.</summary>
sealed record Costs(Fen Total, Fen SelfFunded, Fen SelfPayFirst, Fen OverLimit, Fen Deductible, Fen BasicPaid, Fen CriticalPaid, Fen AssistancePaid, Fen AccountPaid)
{
    public Fen InScope => Total - SelfFunded - SelfPayFirst - OverLimit;

    public Fen OtherPaid => CriticalPaid + AssistancePaid;

    public Fen FundPaid => BasicPaid + OtherPaid;

    public Fen Borne => Total - FundPaid;

    public Fen CashPaid => Borne - AccountPaid;

    public Fen SelfPay => Borne - SelfFunded;

    /// <summary>What the patient pays of the cost in scope, deductible included (自付一).</summary>
    public Fen SelfPayInScope => Borne - SelfFunded - SelfPayFirst - OverLimit;

    public static Costs Of(Dice dice, IReadOnlyList<FeeItem> items)
    {
        var total = Stay.Sum(items.Select(i => i.Amount));
        var selfFunded = Stay.Sum(items.Select(i => i.SelfFunded));
        var first = Stay.Sum(items.Select(i => i.SelfPayFirst));
        var over = dice.Chance(30) ? new Fen(dice.Between(100, 20000)) : Fen.Zero;
        over = Fen.Min(over, (total - selfFunded - first).OrZero);
        var inScope = total - selfFunded - first - over;
        var deductible = Fen.Min(Fen.FromYuan(dice.Of([200, 300, 400, 500, 650, 800, 1000])), inScope);
        var rate = BasisPoints.FromPercent(dice.Of([50, 55, 60, 65, 70, 75, 80, 85]));
        var basic = rate.Of(inScope - deductible, Rounding.HalfUpFen);
        var left = inScope - basic;
        var line = Fen.FromYuan(dice.Of([3000, 6000, 12000]));
        var critical = BasisPoints.FromPercent(60).Of((left - line).OrZero, Rounding.HalfUpFen);
        var assistance = dice.Chance(25) ? BasisPoints.FromPercent(dice.Of([30, 50, 70])).Of(left - critical, Rounding.HalfUpFen) : Fen.Zero;
        var borne = total - basic - critical - assistance;
        var account = dice.Chance(40) ? Fen.Min(new Fen(dice.Between(1000, 90000)), borne) : Fen.Zero;
        return new Costs(total, selfFunded, first, over, deductible, basic, critical, assistance, account);
    }
}
