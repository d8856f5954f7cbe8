using Shouwang.Shared.Adjudication.Engine;

namespace Shouwang.Bench.Adjudication;

/// <summary>R1 as one would first write it, in decimal: the measure the engine is held against.</summary>
internal static class PlainDecimal
{
    public static (decimal Basic, decimal Critical, decimal Assistance, decimal Self) Adjudicate(in Case c)
    {
        var (deductible, rate) = c.Level switch { 0 => (200m, 0.9m), 2 => (500m, 0.75m), _ => (1000m, 0.6m) };
        var status = c.Statuses switch { 0 => 0, 1 << 2 => 1, 1 << 1 => 2, _ => 3 };
        var (total, eligible, used) = (c.Total / 100m, c.InScope / 100m, c.Paid[0] / 100m);
        var basic = Math.Min(Math.Max(0, 150_000m - used), Round(Math.Max(0, eligible - deductible) * rate));
        var over = Math.Max(0, eligible - basic - (status >= 2 ? 7500m : 15_000m));
        var bonus = status >= 2 ? 0.05m : 0m;
        var critical = Round((Math.Min(over, 50_000m) * (0.6m + bonus))
            + (Math.Clamp(over - 50_000m, 0, 50_000m) * (0.65m + bonus))
            + (Math.Max(over - 100_000m, 0) * (0.7m + bonus)));
        if (status < 2)
            critical = Math.Min(critical, 400_000m);
        var left = eligible - basic - critical;
        var assistance = status == 0 ? 0m : Math.Min(50_000m, Round(Math.Max(0, left - (status == 1 ? 3000m : 0m)) * (status switch { 1 => 0.6m, 2 => 0.7m, _ => 1m })));
        return (basic, critical, assistance, total - basic - critical - assistance);
    }

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
