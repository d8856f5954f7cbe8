using System.Collections.Immutable;
using Shouwang.Functions.Http;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Functions.Villages;

/// <summary>What one write makes of a village (村资料变更): its row as it becomes, and the rows that come with it.</summary>
/// <param name="Before">Null for a new village.</param>
internal sealed record VillageChange(Village? Before, VillageCard Card, VillageCounts Counts, ImmutableArray<TableTransactionAction> Rows)
{
    /// <summary>A change that changes nothing yet.</summary>
    public static VillageChange Of(Village village) => new(village, village.Card, village.Counts, []);

    /// <summary>What a body says of the village: its card, and its plan as a version of its own.</summary>
    /// <exception cref="ProblemException">A new village lies where there are no rules, the charter was adopted by resolution, or claims were worked out by another plan of that name.</exception>
    public static VillageChange Put(Village? before, string code, JsonInput body, DateOnly today, string by)
    {
        var plan = body.Has("plan") ? PlanInput.Read(body.Object("plan")) : null;
        var charter = before?.Charter
            ?? (plan is null ? Charter.Default : Charter.Default with { EntryLine = plan.EntryLine, YearlyCap = plan.YearlyCap });
        var card = VillageCard.Read(code, body, charter, before?.Card.CharterResolution);
        PlaceRules.Check(before, card, body, today);
        plan?.Over(code, DiseaseCatalogue.Default.Entries);
        var change = new VillageChange(before, card, before?.Counts ?? new VillageCounts(0, 0, 0, 0), []).WithCharter(card.Charter, null, today, by);
        return plan is null ? change : change.WithPlan(plan, today, by);
    }

    /// <summary>Adopts a charter. Without a resolution only one that no resolution adopted can be changed.</summary>
    public VillageChange WithCharter(Charter charter, string? resolution, DateOnly today, string by)
    {
        var same = Before is not null && CharterJson.Utf8(Before.Charter).AsSpan().SequenceEqual(CharterJson.Utf8(charter));
        if (same && resolution is null)
            return this;
        if (!same && resolution is null && Before?.Card.CharterResolution is not null)
            throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "charter-resolved", "章程是开会决议通过的。要改章程，请在“议事”里提出新的提议，走完议事程序。", "charter"));
        var number = Counts.Charters + 1;
        return this with
        {
            Card = Card with { Charter = charter, CharterResolution = resolution ?? Card.CharterResolution },
            Counts = Counts with { Charters = number },
            Rows = Rows.Add(VillageStore.Add(Card.Code, number, charter, resolution, today, by)),
        };
    }

    /// <summary>Publishes a plan. The same plan again changes nothing; another of the same name takes its place while no claim has used it.</summary>
    public VillageChange WithPlan(PlanInput plan, DateOnly today, string by)
    {
        var namesake = Before?.Plans.FirstOrDefault(version => version.Plan.Version == plan.Version && !version.Replaced);
        if (namesake is not null && namesake.Plan.Utf8().AsSpan().SequenceEqual(plan.Utf8()))
            return this;
        if (namesake is { Used: true })
            throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "plan-in-use", $"已经有申请按方案 {plan.Version} 核算，这个方案不能再改。要调整，请换一个版本名，写明从哪天开始。", "plan.version"));
        var number = Counts.Plans + 1;
        var added = VillageStore.Add(Card.Code, new PlanVersion(number, plan, Used: false, Replaced: false, today, by, default));
        return this with
        {
            Counts = Counts with { Plans = number },
            Rows = namesake is null ? Rows.Add(added) : Rows.AddRange(added, VillageStore.Replace(Card.Code, namesake)),
        };
    }
}
