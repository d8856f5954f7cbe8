using System.Text.Json;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>How a settlement hangs together with the one before it (与上一次结算的关系).</summary>
internal enum Join
{
    /// <summary>A stay of its own.</summary>
    Fresh,

    /// <summary>Moved from another hospital within the time the place allows.</summary>
    Transfer,

    /// <summary>The days alone do not tell.</summary>
    PerhapsTransfer,

    /// <summary>The same stay after the end of a settlement period.</summary>
    NewPeriod,

    /// <summary>The same stay after the turn of the year.</summary>
    NewYear,
}

/// <summary>How a place joins and cuts stays (结算规定).</summary>
/// <param name="PeriodDays">Length of a settlement period, null for none.</param>
/// <param name="Split">A stay over the turn of the year is cut there.</param>
/// <param name="TransferHours">Within how many hours a moved patient's stay goes on; null where it never does.</param>
/// <param name="NewPeriod">Whether the deductible is taken again in a new period; null where the law on file does not say.</param>
/// <param name="NewYear">The same after the turn of the year.</param>
internal sealed record SettlementRule(int? PeriodDays, bool Split, int? TransferHours, bool? NewPeriod, bool? NewYear)
{
    public static SettlementRule Of(PolicySnapshot snapshot)
    {
        var rule = snapshot.Figures.FirstOrDefault(f => f is { Path: "settlement", Missing: null })?.Value ?? default;
        return new SettlementRule(Whole(rule, "period"), Word(rule, "cross-year") == "split", Whole(rule, "transfer-within"), Again(rule, "new-period"), Again(rule, "new-year"));
    }

    /// <summary>Whether a stay goes on from the one before it, by their days and by what was said. Days cannot tell hours, so a stay that starts the day after may be either.</summary>
    public Join Joins(AdmissionFacts before, AdmissionFacts stay)
    {
        var said = stay.Stay.ContinuesPrevious;
        if (TransferHours is not { } hours || said == false)
            return Join.Fresh;
        if (stay.Admitted is not { } admitted)
            return said == true ? Join.Transfer : stay.Stay.Transfer == "none" ? Join.Fresh : Join.PerhapsTransfer;
        var days = admitted.DayNumber - before.Date.DayNumber;
        if (days < 0 || (days > 0 && (days - 1) * 24 >= hours))
            return Join.Fresh;
        var surely = (days + 1) * 24 <= hours && stay.Stay.Transfer != "none";
        return said == true || surely ? Join.Transfer : Join.PerhapsTransfer;
    }

    private static int? Whole(JsonElement rule, string name) =>
        rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static string? Word(JsonElement rule, string name) =>
        rule.ValueKind == JsonValueKind.Object && rule.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool? Again(JsonElement rule, string name) => Word(rule, name) switch { "again" => true, "once" => false, _ => null };
}
