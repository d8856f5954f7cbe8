namespace Shouwang.Bench.Road;

/// <summary>Measured times (实测), in milliseconds.</summary>
sealed record Figures(IReadOnlyList<double> Times)
{
    public double Median => At(0.50);

    /// <summary>The smallest time that at least this part of all did not exceed.</summary>
    public double At(double part)
    {
        var sorted = Times.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }

    /// <summary>One row: what, how often, the middle, the slow end, and the last two against what they are held to.</summary>
    public string Row(string what, string heldTo, double measure, double against) =>
        $"| {what} | {Times.Count} | {Median:0} | {At(0.95):0} | {Times.Max():0} | {heldTo} | {measure / against:0.00} |";
}
