using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication;

/// <summary>The formula of the paying step with its figures put in (算式): "(12345.67 − 650.00) × 75%".</summary>
internal static class PayFormula
{
    public static string Write(LayerPlan layer, in Entry e)
    {
        var now = Sum(layer, e, e.A);
        return e.C > 0 ? $"({now}) − ({Sum(layer, e, e.C)})" : now;
    }

    private static string Sum(LayerPlan layer, in Entry e, long cost)
    {
        var bands = layer.Rate[e.Row];
        if (bands.Length == 1)
            return $"{(e.B == 0 ? StepWriter.Yuan(cost) : cost <= e.B ? "0.00" : $"({StepWriter.Yuan(cost)} − {StepWriter.Yuan(e.B)})")} × {Rate(bands[0].Rate, e)}";
        var (from, to) = layer.BandsOn == BandsOn.Cost ? (e.B, cost) : (0, cost - e.B);
        var parts = new List<string>();
        var lower = 0L;
        for (var i = 0; i < bands.Length && lower < to; i++)
        {
            var part = Math.Min(bands[i].Upper, to) - Math.Max(lower, from);
            if (part > 0)
                parts.Add($"{StepWriter.Yuan(part)} × {Rate(bands[i].Rate, e)}");
            lower = bands[i].Upper;
        }
        return parts.Count == 0 ? "0.00" : string.Join(" + ", parts);
    }

    private static string Rate(int rate, in Entry e)
    {
        var adjusted = new BasisPoints(Math.Clamp(rate + e.Add, 0, 10_000));
        return e.Times == 10_000 ? adjusted.ToString() : $"{adjusted} × {new BasisPoints(e.Times)}";
    }
}
