namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>How likely a stay costs at least so much (费用分布): lognormal around the mean cost of its disease. Floating point: probabilities only.</summary>
static class CostCurve
{
    /// <summary>P(cost ≥ x), all in the same unit.</summary>
    /// <param name="spread">Coefficient of variation.</param>
    public static double AtLeast(double x, double mean, double spread)
    {
        if (x <= 0)
            return 1;
        var variance = Math.Log(1 + (spread * spread));
        return Tail((Math.Log(x / mean) + (variance / 2)) / Math.Sqrt(variance));
    }

    /// <summary>P(standard normal > z), absolute error below 1e-14 (Hart's approximation as given by West 2005).</summary>
    public static double Tail(double z)
    {
        var x = Math.Abs(z);
        if (x > 37)
            return z > 0 ? 0 : 1;
        double tail;
        var bell = Math.Exp(-x * x / 2);
        if (x < 7.07106781186547)
        {
            var above = (((((((((((3.52624965998911e-02 * x) + 0.700383064443688) * x) + 6.37396220353165) * x) + 33.912866078383) * x) + 112.079291497871) * x) + 221.213596169931) * x) + 220.206867912376;
            var below = (((((((((((((8.83883476483184e-02 * x) + 1.75566716318264) * x) + 16.064177579207) * x) + 86.7807322029461) * x) + 296.564248779674) * x) + 637.333633378831) * x) + 793.826512519948) * x) + 440.413735824752;
            tail = bell * above / below;
        }
        else
        {
            tail = bell / (x + (1 / (x + (2 / (x + (3 / (x + (4 / (x + 0.65))))))))) / 2.506628274631;
        }

        return z > 0 ? tail : 1 - tail;
    }
}
