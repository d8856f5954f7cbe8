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
    public static CountingStatuses CountingFor(PolicySnapshot snapshot, ImmutableArray<StatusSpan> spans, DateOnly admitted, DateOnly discharged)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var rule = snapshot.Figures.FirstOrDefault(f => f is { Path: "settlement", Missing: null })?.Value ?? default;
        var latest = Says(rule, "status-gained", "next-stay") ? admitted : discharged;
        var earliest = Says(rule, "status-lost", "next-stay") ? admitted : discharged;
        var kept = spans.Where(s => s.To is not { } end || end >= earliest).ToList();
        return new CountingStatuses(
            [.. kept.Where(s => s.From <= latest).Select(s => s.Name)],
            [.. kept.Where(s => s.From > latest && s.From <= discharged.AddMonths(LookBack(rule)) && LooksBack(rule, s.Name)).Select(s => s.Name)]);
    }

    private static int LookBack(JsonElement rule) =>
        rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("look-back", out var months) ? months.GetInt32() : 0;

    private static bool LooksBack(JsonElement rule, string status) =>
        rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("look-back", out _)
        && (!rule.TryGetProperty("look-back-statuses", out var named) || named.EnumerateArray().Any(n => n.GetString() == status));

    private static bool Says(JsonElement rule, string name, string word) =>
        rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty(name, out var said) && said.GetString() == word;
}

/// <summary>Which statuses count for a stay (计入的身份).</summary>
/// <param name="Now">For every layer.</param>
/// <param name="Later">Recognised within some months after the stay: for the layers the place names alone.</param>
public sealed record CountingStatuses(ImmutableSortedSet<string> Now, ImmutableSortedSet<string> Later);
