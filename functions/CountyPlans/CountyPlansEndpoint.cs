using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Plans;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.CountyPlans;

/// <summary>Plans for all villages of a county at once, so that the county sees what a budget would do; nothing is kept.</summary>
internal static class CountyPlansEndpoint
{
    const int MostVillages = 2000;

    public static void MapCountyPlans(this IEndpointRouteBuilder app) => app.MapPost("/api/plans/county", PostAsync);

    static async Task<IResult> PostAsync(HttpRequest http, VillageStore villages, VillageDesk desk, IHeadcounts headcounts, IClaimHistory history, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http, stop);
        var whole = PlanRequest.Read(body, new DateOnly(desk.Today.Year + 1, 1, 1));
        var cases = body.Has("villages")
            ? body.Objects("villages").Take(MostVillages + 1).Select(row => Given(row, whole)).ToList()
            : await StoredAsync(whole, villages, headcounts, history, desk.Today, stop);
        if (cases.Count is 0 or > MostVillages)
            throw body.Fault("villages", "village-count", $"要有 1 到 {MostVillages} 个村；没有登记村庄的，请在 villages 里写明");
        var corrections = Corrections(cases);
        var plans = new List<(CountyVillage Village, GeneratedPlan? Plan, Problem? Problem)>();
        foreach (var (village, correction) in cases.Zip(corrections))
        {
            stop.ThrowIfCancellationRequested();
            plans.Add(Make(village, whole, correction));
        }

        return JsonText.Answer(writer => Write(writer, plans, corrections));
    }

    static CountyVillage Given(JsonInput row, PlanRequest whole) => new(
        row.OptionalText("village", 12) ?? "", row.OptionalText("name", 60) ?? "", row.Has("roster") ? RosterInput.Read(row) : whole.Roster ?? throw row.Fault("roster", "roster-missing", "要写明各年龄的人数"),
        Charter.Default, row.Has("counted") ? Counted.Read(row.Object("counted")) : null, row.OptionalAmount("budgetPerHead"));

    static async Task<List<CountyVillage>> StoredAsync(PlanRequest whole, VillageStore villages, IHeadcounts headcounts, IClaimHistory history, DateOnly today, CancellationToken stop)
    {
        var cases = new List<CountyVillage>();
        foreach (var card in await villages.AllAsync(stop))
        {
            var village = await villages.FindAsync(card.Code, stop);
            cases.Add(new CountyVillage(card.Code, card.Name, whole.Roster ?? await headcounts.OfAsync(card.Code, today, stop), card.Charter, village is null ? null : await history.OfAsync(village, today, stop), null));
        }

        return cases;
    }

    /// <summary>What the villages counted corrects what is expected of each: its own count as far as the villages really differ, else the county's.</summary>
    static List<(BasisPoints Minor, BasisPoints Serious)> Corrections(List<CountyVillage> cases)
    {
        var expected = cases.Select(village => PlanMaker.Expected(village.Roster, village.Charter)).ToList();
        var minor = Credibility.Corrections([.. cases.Zip(expected, (village, year) => Of(village, year.Minor, village.Counted?.Minor))]);
        var serious = Credibility.Corrections([.. cases.Zip(expected, (village, year) => Of(village, year.Serious, village.Counted?.Serious))]);
        return [.. minor.Zip(serious)];

        static Experience Of(CountyVillage village, StayCount year, int? aids) => new(new StayCount(year.Millionths * (village.Counted?.Months ?? 0) / 12), aids ?? 0);
    }

    static (CountyVillage, GeneratedPlan?, Problem?) Make(CountyVillage village, PlanRequest whole, (BasisPoints, BasisPoints) corrections)
    {
        try
        {
            if (village.Roster.Count == 0)
                throw RosterInput.Empty();
            var request = village.BudgetPerHead is { } own ? whole with { BudgetPerHead = own, Budget = null } : whole;
            return (village, PlanMaker.Make(village.Roster, request.Terms(village.Charter, village.Roster.Sum(people => people.Count), PlanMaker.Generator.Statistics.Emphasis), corrections), null);
        }
        catch (ProblemException problem)
        {
            // One village that cannot have a plan keeps no other from having one.
            return (village, null, problem.Problem);
        }
    }

    static void Write(Utf8JsonWriter writer, List<(CountyVillage Village, GeneratedPlan? Plan, Problem? Problem)> plans, List<(BasisPoints Minor, BasisPoints Serious)> corrections)
    {
        var made = plans.Where(row => row.Plan is not null).Select(row => row.Plan!).ToList();
        writer.WriteStartObject();
        writer.WriteNumber("villages", plans.Count);
        writer.WriteNumber("withoutPlan", plans.Count - made.Count);
        writer.WriteNumber("members", made.Sum(plan => plan.Members));
        writer.WriteString("money", made.Aggregate(Fen.Zero, (sum, plan) => sum + plan.Terms.Money).ToString());
        writer.WriteString("expectedAid", made.Aggregate(Fen.Zero, (sum, plan) => sum + plan.ExpectedAid).ToString());
        writer.WriteString("notice", "住院率、病种比例、次均费用大多是系统假设，不是官方统计。");
        writer.WriteStartArray("plans");
        foreach (var ((village, plan, problem), correction) in plans.Zip(corrections))
        {
            writer.WriteStartObject();
            writer.WriteString("village", village.Code);
            writer.WriteString("name", village.Name);
            if (plan is not null)
            {
                writer.WriteNumber("members", plan.Members);
                writer.WriteString("money", plan.Terms.Money.ToString());
                writer.WriteString("expectedAid", plan.ExpectedAid.ToString());
                writer.WriteString("expectedStays", plan.Stays.ToString());
                writer.WriteString("meanAid", plan.MeanAid.ToString());
                writer.WriteString("margin", plan.Margin.ToString());
                writer.WriteString("ruin", plan.Ruin.ToString());
                writer.WriteString("correctionMinor", correction.Minor.ToString());
                writer.WriteString("correctionSerious", correction.Serious.ToString());
                PlanJson.Strings(writer, "sums", plan.Rungs.Select(rung => rung.Sum.ToString()));
            }
            else
            {
                writer.WriteString("problem", problem!.Code);
                writer.WriteString("detail", problem.Detail);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    sealed record CountyVillage(string Code, string Name, IReadOnlyList<Headcount> Roster, Charter Charter, Counted? Counted, Fen? BudgetPerHead);
}
