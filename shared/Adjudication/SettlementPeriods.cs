using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>One part of a long stay that is settled on its own (结算期), both days included.</summary>
/// <param name="NewYear">It starts because the year did.</param>
public readonly record struct SettlementPeriod(DateOnly From, DateOnly To, bool NewYear);

/// <summary>Cuts a long stay as the place settles it: after so many days, and at the turn of the year.</summary>
public static class SettlementPeriods
{
    /// <summary>The parts, in order; one where the place cuts nothing. The cost of each must come from the hospital.</summary>
    public static ImmutableArray<SettlementPeriod> Of(PolicySnapshot snapshot, DateOnly admitted, DateOnly discharged)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentOutOfRangeException.ThrowIfLessThan(discharged, admitted);
        var rule = snapshot.Figures.FirstOrDefault(f => f is { Path: "settlement", Missing: null })?.Value ?? default;
        var days = rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("period", out var period) ? period.GetInt32() : int.MaxValue;
        var split = rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty("cross-year", out var cross) && cross.GetString() == "split";
        var parts = ImmutableArray.CreateBuilder<SettlementPeriod>();
        var (start, counted, newYear) = (admitted, admitted, false);
        while (start <= discharged)
        {
            var end = days <= discharged.DayNumber - counted.DayNumber ? counted.AddDays(days - 1) : discharged;
            var atYearEnd = split && end.Year > start.Year;
            if (atYearEnd)
                end = new DateOnly(start.Year, 12, 31);
            parts.Add(new SettlementPeriod(start, end, newYear));
            start = end.AddDays(1);
            newYear = atYearEnd;
            if (!atYearEnd)
                counted = start;
        }
        return parts.ToImmutable();
    }
}
