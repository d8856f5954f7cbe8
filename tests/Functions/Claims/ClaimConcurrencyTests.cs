using System.Text.Json.Nodes;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Claims;

public sealed class ClaimConcurrencyTests(Azurite azurite)
{
    [Fact]
    public async Task Two_hundred_approvals_and_payments_at_once_of_the_same_and_of_different_claims_are_exact()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system, charter: new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650, ["yearlyCap"] = null });
        // Forty members with a claim each: no claim stands in the way of another.
        using var administrator = system.Administrator();
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples/village.json")))!.AsObject();
        body.Remove("plan");
        body["members"] = new JsonArray([.. Enumerable.Range(0, 40).Select(n => new JsonObject { ["name"] = $"王示例{n}", ["idNumber"] = $"3299011959030{n:D4}X", ["joined"] = "2026-01-01" })]);
        (await administrator.PutJsonAsync($"/api/villages/{village.Code}", body)).Status.ShouldBe(200);
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(n =>
        {
            var stay = village.Stay(total: new Fen(1_324_595 + n).ToString());
            stay["person"] = new JsonObject { ["name"] = $"王示例{n}", ["idNumber"] = $"3299011959030{n:D4}X" };
            return village.CheckedAsync(stay);
        }));

        var approvals = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => village.MoveAsync(n % 2 == 0 ? village.Li : village.Sun, ids[n % 40], "approved")));
        approvals.Count(answer => answer.Status == 200).ShouldBe(40);
        approvals.Where(answer => answer.Status != 200).ShouldAllBe(answer => answer.Status == 409);
        foreach (var id in ids) await village.DoneAsync(village.Zhao, id, "published");
        var payments = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => village.MoveAsync(n % 2 == 0 ? village.Wang : village.Zhao, ids[n % 40], "paid")));
        payments.Count(answer => answer.Status == 200).ShouldBe(40);

        var books = await village.Ledger.BooksAsync(village.Code, default);
        books.Number.ShouldBe(81);
        books.Balances[Account.Aid].ShouldBe(Fen.FromYuan(40 * 1200));
        books.Balances[Account.AidPayable].ShouldBe(Fen.Zero);
        books.Balances[Account.Bank].ShouldBe(Fen.FromYuan(100_000 - (40 * 1200)));
    }

    [Fact]
    public async Task Approvals_at_once_for_one_member_never_go_above_the_yearly_cap()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        using var administrator = system.Administrator();
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples/village.json")))!.AsObject();
        body["charter"] = new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650 };
        body["plan"]!["yearlyCap"] = "3000.00";
        body["plan"]!["version"] = "2026-2";
        (await administrator.PutJsonAsync($"/api/villages/{village.Code}", body)).Status.ShouldBe(200);
        var ids = await Task.WhenAll(Enumerable.Range(1, 5).Select(month => village.CheckedAsync(village.Stay(admitted: $"2026-0{month}-02", discharged: $"2026-0{month}-09"))));

        // Each gives 1,200 by itself; the third gets what is left, the rest nothing.
        for (var round = 0; round < 6; round++)
        {
            await Task.WhenAll(ids.Select(id => village.MoveAsync(village.Li, id, "approved")));
            foreach (var id in ids)
            {
                var now = (await village.Li.GetJsonAsync(village.Path(id))).Body;
                if (now["state"]!.GetValue<string>() == "received" && now["amount"]!.GetValue<string>() != "0.00") await village.MoveAsync(village.Wang, id, "checked");
            }
        }

        var amounts = await Task.WhenAll(ids.Select(async id => (await village.Li.GetJsonAsync(village.Path(id))).Body));
        amounts.Where(claim => claim["state"]!.GetValue<string>() == "approved").Select(claim => claim["amount"]!.GetValue<string>()).Order().ShouldBe(["1200.00", "1200.00", "600.00"]);
        amounts.Where(claim => claim["state"]!.GetValue<string>() != "approved").ShouldAllBe(claim => claim["reasonTexts"]![0]!["number"]!.GetValue<int>() == 8);
        (await village.Ledger.BooksAsync(village.Code, default)).Balances[Account.Aid].ShouldBe(Fen.FromYuan(3000));
    }
}
