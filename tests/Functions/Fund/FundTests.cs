using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouwang.Functions.Fund;
using Shouwang.Functions.Plans;
using Shouwang.Functions.Tests.Plans;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Tests.Fund;

public sealed class FundTests(Azurite azurite)
{
    /// <summary>100,000 yuan in January and 8,000 of aid in the middle of every month.</summary>
    sealed class Steady : IFundMovements, IHeadcounts
    {
        public Task<(Fen Carried, IReadOnlyList<FundMovement> Movements)> OfAsync(string village, DateOnly from, CancellationToken stop) =>
            Task.FromResult<(Fen, IReadOnlyList<FundMovement>)>((Fen.FromYuan(2000),
                [new(new DateOnly(2026, 1, 5), Fen.FromYuan(100_000), Fen.Zero), .. Enumerable.Range(1, 12).Select(month => new FundMovement(new DateOnly(2026, month, 15), Fen.Zero, Fen.FromYuan(8000)))]));

        Task<IReadOnlyList<Headcount>> IHeadcounts.OfAsync(string village, DateOnly day, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<Headcount>>([new(new AgeSpan(20, 80), Sex.Unknown, 600)]);
    }

    [Fact]
    public async Task The_fund_says_what_is_left_how_fast_it_goes_and_what_may_come()
    {
        var steady = new Steady();
        await using var system = await TestSystem.StartAsync(azurite, services => services.Replace(ServiceDescriptor.Singleton<IFundMovements>(steady)).Replace(ServiceDescriptor.Singleton<IHeadcounts>(steady)));
        var village = await system.NewVillageAsync();
        using var officer = await system.NewStaffAsync(village, "wang", "officer");
        var october = (await officer.GetJsonAsync($"/api/villages/{village}/fund?on=2026-10-31")).Body;
        (october["money"]!.GetValue<string>(), october["aid"]!.GetValue<string>(), october["fee"]!.GetValue<string>(), october["left"]!.GetValue<string>()).ShouldBe(("102000.00", "80000.00", "1600.00", "20400.00"));
        // 81,600 in 304 days.
        (october["burnPerMonth"]!.GetValue<string>(), october["monthsLeft"]!.GetValue<string>(), october["low"]!.GetValue<bool>()).ShouldBe(("8052.63", "2.5", false));
        var months = october["chart"]!["months"]!.AsArray();
        months.Count.ShouldBe(12);
        months[8]!["aid"]!.GetValue<string>().ShouldBe("72000.00");
        months[9]!["low"].ShouldBeNull();
        var last = months[11]!;
        (Fen.Parse(last["low"]!.GetValue<string>()) < Fen.Parse(last["middle"]!.GetValue<string>()) && Fen.Parse(last["middle"]!.GetValue<string>()) < Fen.Parse(last["high"]!.GetValue<string>())).ShouldBeTrue();
        // The sample's sums are far above what 600 people can bear: it is said, with what a new plan would be made of.
        october["advice"]!.ToJsonString().Length.ShouldBeGreaterThan(10);
        october["rebudget"]!["from"]!.GetValue<string>().ShouldBe("2026-12-01");

        var december = (await officer.GetJsonAsync($"/api/villages/{village}/fund?on=2026-12-31")).Body;
        (december["left"]!.GetValue<string>(), december["ruin"]!.GetValue<string>(), december["low"]!.GetValue<bool>(), december["rebudget"]).ShouldBe(("4080.00", "0.00%", true, null));
        (await officer.GetJsonAsync($"/api/villages/{village}/fund?on=2031-01-01")).Code.ShouldBe("plan-unknown");
        (await officer.GetJsonAsync($"/api/villages/{village}/fund?on=tomorrow")).Code.ShouldBe("date-malformed");
    }

    [Fact]
    public async Task The_books_say_what_came_in_and_what_was_carried_over()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        using var officer = await system.NewStaffAsync(village, "wang", "officer");
        var answer = (await officer.GetJsonAsync($"/api/villages/{village}/fund?on=2026-06-30")).Body;
        (answer["money"]!.GetValue<string>(), answer["left"]!.GetValue<string>()).ShouldBe(("0.00", "0.00"));
        var store = system.Services.GetRequiredService<Shouwang.Functions.Ledger.LedgerStore>();
        await store.PostAsync(village, Shouwang.Shared.MutualAid.Ledger.Posting.Of("c-1", new DateOnly(2025, 12, 1), Shouwang.Shared.MutualAid.Ledger.PostingKind.Opening, new(), [Shouwang.Shared.MutualAid.Ledger.Line.Debit(Shouwang.Shared.MutualAid.Ledger.Account.Bank, Fen.FromYuan(500)), Shouwang.Shared.MutualAid.Ledger.Line.Credit(Shouwang.Shared.MutualAid.Ledger.Account.Surplus, Fen.FromYuan(500))]), CancellationToken.None);
        (await officer.GetJsonAsync($"/api/villages/{village}/fund?on=2026-06-30")).Body["left"]!.GetValue<string>().ShouldBe("500.00");
    }

    [Fact]
    public async Task A_county_sees_the_plans_of_all_villages_at_once()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var villages = new JsonArray([.. Enumerable.Range(0, 5).Select(i => (JsonNode)new JsonObject
        {
            ["village"] = $"32028166000{i}",
            ["name"] = $"第{i}村",
            ["roster"] = MakePlanTests.Roster(i + 1),
            ["counted"] = new JsonObject { ["minor"] = 300 * (i + 1), ["serious"] = 20, ["months"] = 12 },
        }), new JsonObject { ["name"] = "一个人的村", ["roster"] = new JsonArray(new JsonObject { ["age"] = 70, ["sex"] = "女" }), ["budgetPerHead"] = "1.00" }]);
        var county = await administrator.PostJsonAsync("/api/plans/county", new JsonObject { ["budgetPerHead"] = "120.00", ["villages"] = villages });
        county.Status.ShouldBe(200, county.Body.ToJsonString());
        (county.Body["villages"]!.GetValue<int>(), county.Body["withoutPlan"]!.GetValue<int>(), county.Body["members"]!.GetValue<int>()).ShouldBe((6, 1, 15_000));
        var plans = county.Body["plans"]!.AsArray();
        plans[5]!["problem"]!.GetValue<string>().ShouldBe("budget-too-small");
        plans.Take(5).ShouldAllBe(plan => plan!["sums"]!.AsArray().Count == 8 && plan["correctionMinor"]!.GetValue<string>() != "100%");
    }
}
