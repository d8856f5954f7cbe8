using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>A status and the days a person had it (身份起止).</summary>
/// <param name="To">Last day, null while it lasts.</param>
public sealed record StatusSpan(string Name, DateOnly From, DateOnly? To);

/// <summary>Which statuses count for a stay during which, or soon after which, they changed (住院期间身份变动).</summary>
public static class StatusChanges
{
    /// <summary>The statuses that count, by the place's own rule; without one, those of the day of discharge.</summary>
    public static ImmutableSortedSet<string> CountingFor(PolicySnapshot snapshot, ImmutableArray<StatusSpan> spans, DateOnly admitted, DateOnly discharged)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var rule = snapshot.Figures.FirstOrDefault(f => f is { Path: "settlement", Missing: null })?.Value ?? default;
        var gained = Says(rule, "status-gained", "this-stay");
        var kept = Says(rule, "status-lost", "next-stay");
        var lookBack = rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("look-back", out var months) ? months.GetInt32() : 0;
        return [.. spans.Where(s => Counts(s)).Select(s => s.Name)];

        bool Counts(StatusSpan span)
        {
            var latest = (gained || admitted == discharged ? discharged : admitted).AddMonths(lookBack);
            var earliest = kept ? admitted : discharged;
            return span.From <= latest && (span.To is not { } end || end >= earliest);
        }
    }

    private static bool Says(JsonElement rule, string name, string word) =>
        rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty(name, out var said) && said.GetString() == word;
}
