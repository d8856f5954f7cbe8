using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>What besides papers, roster and plan decides a claim (章程和往来).</summary>
public sealed record ClaimTerms
{
    public Charter Charter { get; init; } = Charter.Default;

    /// <summary>The day the claim came in; null: in time.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>As confirmed by a person; see <see cref="Claims.Cause"/>.</summary>
    public string? Cause { get; init; }

    /// <summary>ICD-9-CM-3 categories of the operations as a person confirmed them; null to take what the papers say.</summary>
    public IReadOnlyList<string>? Operations { get; init; }

    /// <summary>The same member's other claims in this village.</summary>
    public ImmutableArray<EarlierClaim> Earlier { get; init; } = [];

    /// <summary>Where the settlement sheet was used already, in words that name no person; null where it was not.</summary>
    public string? SheetUsed { get; init; }
}

/// <summary>Another claim of the same member (同一会员的其他申请).</summary>
/// <param name="Awarded">Approved and not taken back.</param>
public sealed record EarlierClaim(string Id, DateOnly? Admitted, DateOnly Discharged, string Hospital, string? Disease, Fen Total, Fen Borne, Fen Awarded)
{
    /// <summary>What basic insurance and the other layers paid, by layer.</summary>
    public ImmutableSortedDictionary<string, Fen> Paid { get; init; } = ImmutableSortedDictionary<string, Fen>.Empty;

    /// <summary>The operations it was worked out by, by ICD-9-CM-3 category.</summary>
    public ImmutableArray<string> Operations { get; init; } = [];

    /// <summary>Whether one stay begins where the other ended: moved to another hospital, or cut in two by the turn of the year (同一次住院).</summary>
    internal bool Touches(DateOnly? admitted, DateOnly discharged) =>
        admitted is { } from && ((from >= Discharged && from.DayNumber - Discharged.DayNumber <= 1) || (Admitted is { } mine && mine >= discharged && mine.DayNumber - discharged.DayNumber <= 1));

    /// <summary>Whether the two count as one admission for one illness.</summary>
    internal bool Merges(DateOnly? admitted, DateOnly discharged, string? disease, Readmission rule)
    {
        if (disease is null || Disease != disease)
            return false;
        if (Touches(admitted, discharged))
            return true;
        if (!rule.Merged || rule.Days == 0)
            return false;
        var days = admitted is { } from && from >= Discharged ? from.DayNumber - Discharged.DayNumber
            : Admitted is { } mine && mine >= discharged ? mine.DayNumber - discharged.DayNumber
            : (int?)null;
        return days <= rule.Days;
    }

    /// <summary>Whether one person would have been in two hospitals at once.</summary>
    internal bool Overlaps(DateOnly? admitted, DateOnly discharged) => admitted < Discharged && Admitted < discharged;
}

/// <summary>A step by which the charter changed what the plan alone would give (章程调整).</summary>
/// <param name="Rule">Stable: "readmission".</param>
/// <param name="Sentence">For the person, in everyday Chinese.</param>
/// <param name="Amount">The aid after the step.</param>
public sealed record AidStep(string Rule, string Sentence, Fen Amount);
