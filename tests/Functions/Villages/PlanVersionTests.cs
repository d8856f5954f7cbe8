using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Tests.Support;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Tests.Villages;

public sealed class PlanVersionTests(Azurite azurite)
{
    static JsonObject Sample() => JsonNode.Parse(File.ReadAllText(Repository.Path("samples/village.json")))!.AsObject();

    static JsonObject WithPlan(Action<JsonNode> change)
    {
        var body = Sample();
        change(body["plan"]!);
        return body;
    }

    static JsonObject Facts(string number) => new()
    {
        ["person"] = new JsonObject { ["name"] = "周桂兰", ["idNumber"] = "329901195903080082" },
        ["hospital"] = "江阴市示例医院",
        ["admitted"] = "2026-03-01",
        ["discharged"] = "2026-03-08",
        ["diagnosis"] = "急性阑尾炎",
        ["total"] = "9000.00",
        ["basicPaid"] = "4500.00",
        ["cashPaid"] = "4500.00",
        ["settlementNumber"] = number,
    };

    [Fact]
    public async Task A_plan_with_claims_on_it_keeps_its_name_and_a_change_is_a_new_version()
    {
        // Published in January; in November the forecast counts whole months that are over.
        var clock = MovedClock.On(new DateOnly(2026, 1, 2));
        await using var system = await TestSystem.StartAsync(azurite, services => services.AddSingleton<TimeProvider>(clock));
        using var administrator = system.Administrator();
        var village = await system.NewVillageAsync();
        var address = $"/api/villages/{village}";
        clock.Ahead += TimeSpan.FromDays(322);

        // Nobody has claimed: a slip may still be put right, and the same body again changes nothing.
        (await administrator.PutJsonAsync(address, WithPlan(plan => plan["otherMinor"] = "700.00"))).Status.ShouldBe(200);
        (await administrator.PutJsonAsync(address, Sample())).Status.ShouldBe(200);
        var plans = (await administrator.PutJsonAsync(address, Sample())).Body["plans"]!.AsArray();
        plans.Select(plan => plan!["replaced"]!.GetValue<bool>()).ShouldBe([true, true, false]);

        var claim = await administrator.PostJsonAsync($"{address}/claims", Facts("S-1"));
        claim.Status.ShouldBe(201, claim.Body.ToJsonString());
        var refused = await administrator.PutJsonAsync(address, WithPlan(plan => plan["otherMinor"] = "700.00"));
        (refused.Status, refused.Code).ShouldBe((409, "plan-in-use"));
        refused.Body["detail"]!.GetValue<string>().ShouldContain("换一个版本名");
        (await administrator.PutJsonAsync(address, Sample())).Status.ShouldBe(200);

        // From July on another version holds; what ended before July is worked out by the old one.
        var changed = await administrator.PutJsonAsync(address, WithPlan(plan => (plan["version"], plan["from"], plan["otherMinor"]) = ("2026-2", "2026-07-01", "400.00")));
        changed.Status.ShouldBe(200);
        var found = (await system.Services.GetRequiredService<VillageStore>().FindAsync(village, CancellationToken.None))!;
        found.VersionOn(new DateOnly(2026, 6, 30))!.Plan.Version.ShouldBe("2026-1");
        found.VersionOn(new DateOnly(2026, 7, 1))!.Plan.Version.ShouldBe("2026-2");
        found.VersionOn(new DateOnly(2027, 1, 1)).ShouldBeNull();
        found.PlanOn(new DateOnly(2026, 7, 1))!.Sums["A09"].ToString().ShouldBe("400.00");

        // From September on it pays by operation too; what the text leaves open an officer says.
        JsonObject Operating(string operation, string lead) => WithPlan(plan =>
            (plan["version"], plan["from"], plan["operations"], plan["operationLead"]) = ("2026-3", "2026-09-01", new JsonObject { [operation] = "2000.00" }, lead));
        (await administrator.PutJsonAsync(address, Operating("99.99", "higher"))).Code.ShouldBe("operation-unknown");
        (await administrator.PutJsonAsync(address, Operating("47.09", "both"))).Status.ShouldBe(400);
        (await administrator.PutJsonAsync(address, Operating("47.09", "higher"))).Status.ShouldBe(200);
        (await administrator.GetJsonAsync($"{address}/plans/2026-3")).Body["operations"]!["47.09"]!.GetValue<string>().ShouldBe("2000.00");
        var operated = Facts("S-2");
        (operated["admitted"], operated["discharged"], operated["diagnosis"]) = ("2026-09-02", "2026-09-09", "急性阑尾炎，阑尾切除术后");
        var entered = (await administrator.PostJsonAsync($"{address}/claims", operated)).Body;
        entered["operations"]![0]!.ToJsonString().ShouldContain("\"sure\":false");
        var one = $"{address}/claims/{entered["id"]!.GetValue<string>()}";
        await administrator.PutJsonAsync($"{one}/disease", new JsonObject { ["entry"] = "K35" });
        (await administrator.PutJsonAsync($"{one}/operations", new JsonObject { ["operations"] = new JsonArray("00.00") })).Code.ShouldBe("operation-unknown");
        (await administrator.PutJsonAsync($"{one}/operations", new JsonObject())).Code.ShouldBe("missing");
        var confirmed = (await administrator.PutJsonAsync($"{one}/operations", new JsonObject { ["operations"] = new JsonArray("47.09") })).Body;
        confirmed["amount"]!.GetValue<string>().ShouldBe("2000.00");
        confirmed["adjudication"]!.ToJsonString().ShouldContain("fixed-by-operation");
        confirmed["why"]!.ToJsonString().ShouldNotBe(entered["why"]!.ToJsonString());
        (await administrator.GetJsonAsync($"{one}/events")).Body["events"]!.AsArray()[^1]!["changes"]![0]!["after"]!.GetValue<string>().ShouldBe("阑尾切除术");
        (await administrator.GetJsonAsync($"{one}/record")).Body.ToJsonString().ShouldContain("\"operations\":[\"47.09\"]");
        (await administrator.GetJsonAsync($"{address}/fund")).Body["advice"]!.AsArray()[^1]!.GetValue<string>().ShouldContain("最近 10 个月的实际计入：有 1 次住院按手术补，和按病种补一共差 800.00 元");
        (await administrator.PutJsonAsync($"{one}/operations", new JsonObject { ["operations"] = new JsonArray() })).Body["amount"]!.GetValue<string>().ShouldBe("1200.00");

        // One disease with a sum of its own: whoever reads the board knows it by the money.
        var own = await administrator.PutJsonAsync(address, WithPlan(plan => (plan["version"], plan["from"], plan["sums"]) = ("2026-4", "2026-11-01", new JsonObject { ["B20"] = "7777.00" })));
        own.Status.ShouldBe(200, own.Body.ToJsonString());
        (await administrator.GetJsonAsync($"{address}/plans/2026-4")).Body["telling"]!.ToJsonString().ShouldBe("[\"B20\"]");
    }

    [Fact]
    public async Task Of_many_who_use_and_change_a_plan_at_once_each_sees_one_plan()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var village = await system.NewVillageAsync();
        var store = system.Services.GetRequiredService<VillageStore>();
        var day = new DateOnly(2026, 3, 8);
        var changes = Enumerable.Range(0, 6).Select(i => administrator.PutJsonAsync($"/api/villages/{village}", WithPlan(plan => plan["otherMinor"] = $"{i + 1}00.00"))).ToList();
        var uses = Enumerable.Range(0, 6).Select(_ => store.PinnedAsync(village, day, CancellationToken.None)).ToList();
        var pinned = await Task.WhenAll(uses);
        foreach (var answer in await Task.WhenAll(changes))
            (answer.Status is 200 || answer.Code is "plan-in-use" or "village-busy").ShouldBeTrue(answer.Body.ToJsonString());
        var last = (await store.FindAsync(village, CancellationToken.None))!;
        // Whatever plan a claim was told to use is the plan of that name for ever.
        foreach (var seen in pinned)
            last.VersionOn(day)!.Plan.Utf8().ShouldBe(seen!.VersionOn(day)!.Plan.Utf8());
        last.Plans.Count(version => !version.Replaced).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_by_somebody_who_saw_an_older_version_is_refused()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var village = await system.NewVillageAsync();
        using var seen = await administrator.GetAsync(new Uri($"/api/villages/{village}", UriKind.Relative));
        var tag = seen.Headers.ETag!.ToString();
        (await administrator.PutJsonAsync($"/api/villages/{village}", WithPlan(plan => plan["otherMinor"] = "700.00"))).Status.ShouldBe(200);
        using var late = new HttpRequestMessage(HttpMethod.Put, $"/api/villages/{village}") { Content = new StringContent(Sample().ToJsonString()) };
        late.Headers.TryAddWithoutValidation("If-Match", tag);
        using var answer = await administrator.SendAsync(late);
        ((int)answer.StatusCode).ShouldBe(412);
    }

    [Fact]
    public async Task A_village_without_a_plan_has_a_charter_of_defaults_and_takes_its_own()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var body = Sample();
        body.Remove("plan");
        body.Remove("members");
        body["charter"] = new JsonObject { ["entryLine"] = "2000.00", ["exclusions"] = new JsonArray("traffic", "abroad"), ["yearlyCap"] = null, ["feeShare"] = "1.5%", ["quorum"] = "2/3" };
        var put = await administrator.PutJsonAsync("/api/villages/320281990001", body);
        put.Status.ShouldBe(200, put.Body.ToJsonString());
        var charter = put.Body["charter"]!;
        charter["entryLine"]!.GetValue<string>().ShouldBe("2000.00");
        charter["yearlyCap"].ShouldBeNull();
        charter["feeShare"]!.GetValue<string>().ShouldBe("1.5%");
        charter["claimDays"]!.GetValue<int>().ShouldBe(180);
        put.Body["plan"].ShouldBeNull();

        // What the next body does not say stays.
        body["charter"] = new JsonObject { ["objectionDays"] = 5 };
        var again = (await administrator.PutJsonAsync("/api/villages/320281990001", body)).Body["charter"]!;
        (again["entryLine"]!.GetValue<string>(), again["objectionDays"]!.GetValue<int>(), again["yearlyCap"]).ShouldBe(("2000.00", 5, null));
        again["exclusions"]!.AsArray().Select(e => e!.GetValue<string>()).ShouldBe(["traffic", "abroad"]);
    }

    [Theory]
    [InlineData("feeShare", "\"2\"", "share-malformed")]
    [InlineData("feeShare", "\"99%\"", "share-out-of-range")]
    [InlineData("claimDays", "0", "number-out-of-range")]
    [InlineData("claimDays", "\"7\"", "number-expected")]
    [InlineData("quorum", "\"3/2\"", "fraction-malformed")]
    [InlineData("exclusions", "[\"dragons\"]", "word-unknown")]
    [InlineData("rounding", "\"up\"", "word-unknown")]
    public async Task What_is_wrong_in_a_charter_is_said(string name, string value, string code)
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var body = Sample();
        body["charter"] = new JsonObject { [name] = JsonNode.Parse(value) };
        var answer = await administrator.PutJsonAsync("/api/villages/320281990002", body);
        (answer.Status, answer.Code).ShouldBe((400, code));
    }
}
