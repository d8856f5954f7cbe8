using System.Text.Json;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>What loyalty to insurance adds to the cap of critical-illness insurance (连续参保激励). Amounts in fen.</summary>
/// <param name="After">Years in a row before the first that counts.</param>
/// <param name="AtMost">All together at most this share of the cap, in basis points.</param>
internal sealed record Reward(int After, long EachYear, long NoClaimYear, int AtMost)
{
    /// <summary>Null where the yearly amounts are not on file.</summary>
    public static Reward? Read(JsonElement rule) =>
        Number(rule, "each-year") is { } each && Number(rule, "no-claim-year") is { } idle
            ? new Reward((int)(Number(rule, "after") ?? 0), each, idle, (int)(Number(rule, "at-most") ?? 0))
            : null;

    /// <summary>Before the limit.</summary>
    public long Earned(int yearsInARow, int yearsWithoutClaim) => (Math.Max(yearsInARow - After, 0) * EachYear) + (yearsWithoutClaim * NoClaimYear);

    public long AtMostOf(long cap, long earned) => Math.Min(earned, new BasisPoints(AtMost).Of(new Fen(cap), Rounding.DownFen).Value);

    private static long? Number(JsonElement rule, string name) =>
        rule.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
