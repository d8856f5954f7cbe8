using System.Text.Json;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>What a gap in, or loyalty to, insurance does to the benefits (参保等待期与激励).</summary>
public static class Enrolment
{
    /// <summary>Months without benefits after joining late or again; null where the place has no rule on file.</summary>
    /// <param name="yearsMissed">Years without insurance in a row, 0 for one who only missed the enrolment window.</param>
    /// <param name="yearsMadeUp">Of these, years whose contribution was paid afterwards.</param>
    public static int? WaitingMonths(PolicySnapshot snapshot, int yearsMissed, int yearsMadeUp)
    {
        if (Rule(snapshot, "waiting") is not { } rule)
            return null;
        var further = Math.Max(yearsMissed - 1, 0) * Whole(rule, "each-further-year");
        var months = Whole(rule, "fixed") + Math.Max(further - (yearsMadeUp * Whole(rule, "each-year-made-up")), 0);
        return yearsMissed >= Whole(rule, "long-gap") && rule.TryGetProperty("least-after-long-gap", out var least) ? Math.Max(months, least.GetInt32()) : months;
    }

    /// <summary>By how much the cap of critical-illness insurance rises for years of insurance in a row and for years without a claim; null where the yearly amounts are not on file.</summary>
    public static Fen? CapIncrease(PolicySnapshot snapshot, int yearsInARow, int yearsWithoutClaim, Fen cap)
    {
        if (Rule(snapshot, "reward") is not { } rule || Reward.Read(rule) is not { } reward)
            return null;
        return new Fen(reward.AtMostOf(cap.Value, reward.Earned(yearsInARow, yearsWithoutClaim)));
    }

    private static JsonElement? Rule(PolicySnapshot snapshot, string path)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Figures.FirstOrDefault(f => f.Path == path && f.Missing is null)?.Value;
    }

    private static int Whole(JsonElement rule, string name) =>
        rule.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 0;
}
