using System.Collections.Immutable;
using System.Text.Json;
using Azure;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Villages;

/// <summary>A village association (村互助会) with its charter and every plan it published.</summary>
/// <param name="Plans">In the order they were published; none is ever taken away.</param>
/// <param name="Counts">How many rows of each kind the village has.</param>
/// <param name="ETag">Version of the village as it was read; every write to it is refused when it is no longer the latest.</param>
internal sealed record Village(VillageCard Card, ImmutableArray<PlanVersion> Plans, VillageCounts Counts, ETag ETag)
{
    public string Code => Card.Code;
    public string Name => Card.Name;
    public string Place => Card.Place;
    public Officer Officer => Card.Officer;
    public Charter Charter => Card.Charter;

    /// <summary>The version in force on the day of discharge: of those that cover it, the one that begins last; of several, the one published last.</summary>
    public PlanVersion? VersionOn(DateOnly day) => Plans.Where(version => version.Covers(day)).MaxBy(version => (version.Plan.From, version.Number));

    /// <summary>The version in force, else the next one, else the last one: what an answer about the plan speaks of.</summary>
    public PlanVersion? VersionAround(DateOnly day) =>
        VersionOn(day)
        ?? Plans.Where(version => !version.Replaced && version.Plan.From > day).MinBy(version => (version.Plan.From, -version.Number))
        ?? Plans.Where(version => !version.Replaced).MaxBy(version => (version.Plan.To, version.Number));

    /// <summary>What to know of the charter while the plan in force goes by other figures; null where there is nothing.</summary>
    public string? StillByPlan(DateOnly today) =>
        VersionOn(today)?.Plan is { } plan ? CharterWords.StillByPlan(Charter, plan.Version, plan.To, plan.EntryLine, plan.YearlyCap) : null;

    /// <summary>The plan over the whole catalogue, where one is in force on the day.</summary>
    public VillagePlan? PlanOn(DateOnly day) => VersionOn(day)?.Plan.Over(Code, DiseaseCatalogue.Default.Entries);

    /// <param name="today">Decides which version is shown as the plan.</param>
    public void Write(Utf8JsonWriter writer, DateOnly today)
    {
        writer.WriteStartObject();
        Card.WriteMembers(writer);
        if (PlaceRules.Missing(Place, today) is { } missing)
            writer.WriteString("rulesMissing", missing);
        if (VersionAround(today) is { } around)
        {
            writer.WritePropertyName("plan");
            around.Plan.Write(writer);
            PlanJson.WriteAlike(writer, around.Plan.Alike);
        }

        writer.WriteStartArray("plans");
        foreach (var version in Plans)
            version.WriteSummary(writer, VersionOn(today) == version);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

/// <summary>How many rows of each kind a village has, so that the next one's number is known and two writers cannot take the same.</summary>
internal sealed record VillageCounts(int Plans, int Drafts, int Steps, int Charters);
