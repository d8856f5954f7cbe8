using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>Money that came in or was spent on a day (资金变动).</summary>
/// <param name="In">Contributions, gifts, interest, surplus brought forward.</param>
/// <param name="Aid">Aid given.</param>
public sealed record FundMovement(DateOnly Date, Fen In, Fen Aid);

/// <summary>One month of the fund for a chart (逐月资金): what was given until its end, or what may have been.</summary>
/// <param name="Aid">Given until then; null for what is to come.</param>
/// <param name="Expected">Expected until then when the plan was made.</param>
/// <param name="Low">All aid until then is less with a chance of 5 %; null for what is past.</param>
/// <param name="Middle">As likely more as less.</param>
/// <param name="High">All aid until then is more with a chance of 5 %.</param>
public sealed record FundMonth(DateOnly End, Fen? Aid, Fen? Expected, Fen? Low, Fen? Middle, Fen? High);

/// <summary>How a village's fund stands in mid-year (资金状况).</summary>
/// <param name="Money">Everything that came in, with what was carried over.</param>
/// <param name="BurnPerMonth">Aid and fee of thirty days as spent so far; null in the first month.</param>
/// <param name="TenthMonthsLeft">Tenths of months the money lasts at that rate; null where nothing is spent.</param>
/// <param name="Ruin">How likely the rest of the period takes more than is left; null where nobody knows the roster.</param>
/// <param name="IsLow">Less is left than the charter's threshold.</param>
public sealed record FundHealth(
    DateOnly On, DateOnly From, DateOnly To, Fen Money, Fen Aid, Fen Fee, Fen? BurnPerMonth, int? TenthMonthsLeft, Chance? Ruin, bool IsLow, ImmutableArray<FundMonth> Months)
{
    /// <summary>What is left; below nothing where more was given than came in.</summary>
    public Fen Left => Money - Aid - Fee;

    /// <summary>The fund on a day.</summary>
    /// <param name="movements">From the plan's first day on; those after the day are left out.</param>
    /// <param name="carried">What was there before.</param>
    public static FundHealth Of(VillagePlan plan, Charter charter, DateOnly on, Fen carried, IReadOnlyCollection<FundMovement> movements, YearForecast? forecast)
    {
        var past = movements.Where(movement => movement.Date <= on).ToList();
        var money = past.Aggregate(carried, (sum, movement) => sum + movement.In);
        var aid = past.Aggregate(Fen.Zero, (sum, movement) => sum + movement.Aid);
        var fee = charter.FeeShare.Of(aid, Rounding.HalfUpFen);
        var left = money - aid - fee;
        var (gone, rest) = (Math.Clamp(on.DayNumber - plan.From.DayNumber + 1, 0, Days(plan)), Math.Clamp(plan.To.DayNumber - on.DayNumber, 0, Days(plan)));
        Fen? burn = gone < 30 ? null : new Fen((aid + fee).Value * 30 / gone);
        return new FundHealth(
            on, plan.From, plan.To, money, aid, fee, burn,
            burn is { Value: > 0 } rate ? (int)Math.Min(999, left.OrZero.Value * 10 / rate.Value) : null,
            forecast?.Over(rest).MoreThan(left < Fen.Zero ? new Fen(-1) : PlanTerms.Of(charter, left, BasisPoints.Whole).MostAid),
            left < charter.LowMoney.Below.Of(money, Rounding.HalfUpFen),
            [.. Ends(plan).Select(end => Month(plan, end, on, past, aid, forecast))]);
    }

    static FundMonth Month(VillagePlan plan, DateOnly end, DateOnly on, List<FundMovement> past, Fen aid, YearForecast? forecast)
    {
        var expected = forecast?.Expected(end.DayNumber - plan.From.DayNumber + 1);
        if (end <= on)
            return new FundMonth(end, past.Where(movement => movement.Date <= end).Aggregate(Fen.Zero, (sum, movement) => sum + movement.Aid), expected, null, null, null);
        // Before the plan begins nothing is given by it.
        var ahead = forecast?.Over(end.DayNumber - Math.Max(on.DayNumber, plan.From.DayNumber - 1));
        return new FundMonth(end, null, expected, aid + ahead?.Quantile(new Chance(950_000)), aid + ahead?.Quantile(new Chance(500_000)), aid + ahead?.Quantile(new Chance(50_000)));
    }

    static IEnumerable<DateOnly> Ends(VillagePlan plan)
    {
        for (var first = new DateOnly(plan.From.Year, plan.From.Month, 1).AddMonths(1); first.AddDays(-1) < plan.To; first = first.AddMonths(1))
            yield return first.AddDays(-1);
        yield return plan.To;
    }

    static int Days(VillagePlan plan) => plan.To.DayNumber - plan.From.DayNumber + 1;
}
