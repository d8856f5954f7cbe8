using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Plans;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Associations;

public sealed class AssociationTests(Azurite azurite)
{
    static JsonObject Step(string step, string date, params (string Name, JsonNode Value)[] facts)
    {
        var body = new JsonObject { ["step"] = step, ["date"] = date };
        foreach (var (name, value) in facts)
            body[name] = value;
        return body;
    }

    static JsonObject Votes(int eligible, int present, int yes, int no, int abstained) =>
        new() { ["eligible"] = eligible, ["present"] = present, ["for"] = yes, ["against"] = no, ["abstained"] = abstained };

    static async Task<string> ScanAsync(HttpClient client, string address)
    {
        using var content = new ByteArrayContent([.. "%PDF-1.7 "u8, .. Encoding.UTF8.GetBytes(Guid.NewGuid().ToString())]);
        using var kept = await client.PostAsync(new Uri($"{address}/scans", UriKind.Relative), content);
        ((int)kept.StatusCode).ShouldBe(201);
        return JsonNode.Parse(await kept.Content.ReadAsStringAsync())!["scan"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_plan_comes_into_force_by_its_steps_and_no_other_way()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        const string Village = "320281770001";
        var address = $"/api/villages/{Village}/association";
        // Whatever people write is only ever text on the page.
        (await administrator.PutJsonAsync($"/api/villages/{Village}", new JsonObject { ["name"] = "守望村<script>alert(1)</script>", ["officer"] = new JsonObject { ["name"] = "吴\"示例", ["phone"] = "0510-1" } })).Status.ShouldBe(200);
        using var officer = await system.NewStaffAsync(Village, "wang", "officer");
        using var checker = await system.NewStaffAsync(Village, "zhao", "checker");
        (await officer.PostJsonAsync($"/api/villages/{Village}/plans", new JsonObject { ["roster"] = MakePlanTests.Roster(2), ["budgetPerHead"] = "120.00", ["from"] = "2026-01-01" })).Status.ShouldBe(201);

        (await officer.PostJsonAsync($"{address}/steps", Step("letter", "2025-12-01", ("count", 300)))).Code.ShouldBe("step-order");
        (await officer.PostJsonAsync($"{address}/steps", Step("proposal", "2025-12-01"))).Code.ShouldBe("subject-missing");
        (await officer.PostJsonAsync($"{address}/steps", Step("proposal", "2025-12-01", ("plan", "2026-9")))).Code.ShouldBe("plan-unknown");
        (await officer.PostJsonAsync($"{address}/steps", Step("proposal", "2199-12-01", ("plan", "2026-1")))).Code.ShouldBe("step-in-future");
        var proposed = await officer.PostJsonAsync($"{address}/steps", Step("proposal", "2025-12-01", ("plan", "2026-1"), ("charter", new JsonObject { ["claimDays"] = 90 }), ("text", "<b>提议</b>")));
        proposed.Status.ShouldBe(201, proposed.Body.ToJsonString());
        proposed.Body["next"]!["step"]!.GetValue<string>().ShouldBe("consultation");
        // What of the charter would change is on record, and on the paper that asks the villagers.
        var change = proposed.Body["steps"]![0]!["subject"]!["changes"]!.AsArray().ShouldHaveSingleItem()!;
        (change["before"]!.GetValue<string>(), change["after"]!.GetValue<string>()).ShouldBe(("出院后 180 天内申请，过期不再受理。", "出院后 90 天内申请，过期不再受理。"));
        (await officer.GetStringAsync(new Uri($"{address}/documents/consultation", UriKind.Relative))).ShouldContain("<td>出院后 180 天内申请，过期不再受理。</td><td>出院后 90 天内申请，过期不再受理。</td>");
        (await officer.PostJsonAsync($"{address}/steps", Step("consultation", "2025-11-30", ("count", 5)))).Code.ShouldBe("step-before-last");
        (await officer.PostJsonAsync($"{address}/steps", Step("consultation", "2025-12-05"))).Code.ShouldBe("count-missing");
        (await officer.PostJsonAsync($"{address}/steps", Step("consultation", "2025-12-05", ("count", 5)))).Status.ShouldBe(201);
        (await officer.PostJsonAsync($"{address}/steps", Step("letter", "2025-12-08", ("count", 300)))).Status.ShouldBe(201);
        (await officer.PostJsonAsync($"{address}/steps", Step("assembly", "2025-12-20", ("place", "村委会会议室")))).Status.ShouldBe(201);
        // Nothing is public before it is adopted.
        using var anybody = system.CreateClient();
        (await anybody.GetJsonAsync($"{address}/adopted/resolution")).Code.ShouldBe("document-unknown");

        var scan = await ScanAsync(officer, address);
        (await officer.PostJsonAsync($"{address}/steps", Step("resolution", "2025-12-20", ("votes", Votes(30, 31, 31, 0, 0)), ("scan", scan)))).Code.ShouldBe("present-above-eligible");
        (await officer.PostJsonAsync($"{address}/steps", Step("resolution", "2025-12-20", ("votes", Votes(30, 20, 18, 1, 0)), ("scan", scan)))).Code.ShouldBe("votes-do-not-add-up");
        (await officer.PostJsonAsync($"{address}/steps", Step("resolution", "2025-12-20", ("votes", Votes(30, 19, 19, 0, 0)), ("scan", scan)))).Code.ShouldBe("quorum-missed");
        (await officer.PostJsonAsync($"{address}/steps", Step("resolution", "2025-12-20", ("votes", Votes(30, 20, 18, 1, 1))))).Code.ShouldBe("scan-missing");
        (await officer.PostJsonAsync($"{address}/steps", Step("resolution", "2025-12-20", ("votes", Votes(30, 20, 18, 1, 1)), ("scan", new string('a', 64))))).Code.ShouldBe("scan-missing");
        (await checker.PostJsonAsync($"/api/villages/{Village}/plans/2026-1/publish")).Code.ShouldBe("resolution-missing");
        var telling = await officer.PostJsonAsync($"{address}/steps", Step("resolution", "2025-12-20", ("votes", Votes(30, 20, 18, 1, 1)), ("scan", scan), ("text", "有疑问打 13900000000")));
        (telling.Code, telling.Body["field"]!.GetValue<string>()).ShouldBe(("personal-data", "text"));
        // Two officers press the button at once: it is recorded once.
        var resolution = Step("resolution", "2025-12-20", ("votes", Votes(30, 20, 18, 1, 1)), ("scan", scan), ("text", "会议同意从明年起执行。"));
        var both = await Task.WhenAll(officer.PostJsonAsync($"{address}/steps", resolution), checker.PostJsonAsync($"{address}/steps", resolution.DeepClone()));
        both.Select(answer => answer.Code ?? "recorded").Order().ShouldBe(["recorded", "step-order"]);

        // A draft that was changed after its resolution, past every rule, is not published; put back, it is.
        var rows = new TableServiceClient(azurite.ConnectionString).GetTableClient("Villages");
        var row = (await rows.GetEntityIfExistsAsync(Village, "draft|0001", default)).Value!;
        var resolved = row.GetString("Json")!;
        async Task PutAsync(string json) => await rows.UpsertEntityAsync(new TableEntity(Village, "draft|0001") { { "Json", json } }, TableUpdateMode.Merge);
        await PutAsync(System.Text.RegularExpressions.Regex.Replace(resolved, "(\"I21\":\"?)[0-9.]+", "${1}99999.00"));
        (await checker.PostJsonAsync($"/api/villages/{Village}/plans/2026-1/publish")).Code.ShouldBe("plan-changed");
        await PutAsync(resolved);

        var published = await checker.PostJsonAsync($"/api/villages/{Village}/plans/2026-1/publish");
        published.Status.ShouldBe(200, published.Body.ToJsonString());
        published.Body["plan"]!["resolution"]!.GetValue<string>().ShouldContain("赞成 18 票");
        published.Body["charter"]!["claimDays"]!.GetValue<int>().ShouldBe(90);
        (await checker.PostJsonAsync($"/api/villages/{Village}/plans/2026-1/publish")).Body["plans"]!.AsArray().Count.ShouldBe(1);
        // What was resolved is not edited any more.
        (await administrator.PutJsonAsync($"/api/villages/{Village}", new JsonObject { ["name"] = "守望村", ["officer"] = new JsonObject { ["name"] = "吴", ["phone"] = "1" }, ["charter"] = new JsonObject { ["claimDays"] = 5 } })).Code.ShouldBe("charter-resolved");

        foreach (var (document, holds) in new[] { ("proposal", "2025年12月1日"), ("consultation", "征求意见"), ("letter", "3,000.00 元"), ("assembly", "村委会会议室"), ("resolution", "赞成 18 票，反对 1 票"), ("charter", "出院后 90 天内申请"), ("plan", "I21 急性心肌梗死") })
        {
            var page = await officer.GetStringAsync(new Uri($"{address}/documents/{document}", UriKind.Relative));
            page.ShouldContain(holds);
            page.ShouldContain("@media print");
            page.ShouldNotContain("<script");
            page.ShouldNotContain("<b>");
        }

        (await officer.GetJsonAsync($"{address}/documents/spell")).Code.ShouldBe("document-unknown");
        // Of what was adopted everybody reads three documents, and none of the others; a number that an older record holds is masked.
        foreach (var (document, holds) in new[] { ("resolution", "会议同意从明年起执行。"), ("charter", "出院后 90 天内申请"), ("plan", "I21 急性心肌梗死") })
            (await anybody.GetStringAsync(new Uri($"{address}/adopted/{document}", UriKind.Relative))).ShouldContain(holds);
        foreach (var document in new[] { "proposal", "consultation", "letter", "assembly", "spell" })
            (await anybody.GetJsonAsync($"{address}/adopted/{document}")).Code.ShouldBe("document-unknown");
        (await anybody.GetJsonAsync("/api/villages/320281999999/association/adopted/charter")).Code.ShouldBe("village-unknown");
        (await anybody.GetAsync(new Uri($"{address}/scans/{scan}", UriKind.Relative))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        var recorded = (await rows.GetEntityIfExistsAsync(Village, "step|0005", default)).Value!;
        await rows.UpsertEntityAsync(new TableEntity(Village, "step|0005") { { "Json", recorded.GetString("Json")!.Replace("会议同意从明年起执行。", "有疑问打 13900000000", StringComparison.Ordinal) } }, TableUpdateMode.Merge);
        var masked = await anybody.GetStringAsync(new Uri($"{address}/adopted/resolution", UriKind.Relative));
        masked.ShouldContain("有疑问打 ***********");
        masked.ShouldNotContain("13900000000");
        (await officer.GetAsync(new Uri($"{address}/scans/{scan}", UriKind.Relative))).Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
    }

    /// <summary>A plan carries the line it was worked out with: villagers must not adopt a charter beside it that says another.</summary>
    [Fact]
    public async Task A_plan_and_a_charter_that_contradict_each_other_are_not_proposed_and_until_the_next_plan_it_is_said_which_holds()
    {
        await using var system = await TestSystem.StartAsync(azurite, services => services.AddSingleton<TimeProvider>(MovedClock.On(new DateOnly(2026, 7, 1))));
        var village = await system.NewVillageAsync();
        var address = $"/api/villages/{village}/association";
        using var officer = await system.NewStaffAsync(village, "wang", "officer");
        (await officer.PostJsonAsync($"/api/villages/{village}/plans", new JsonObject { ["roster"] = MakePlanTests.Roster(), ["budgetPerHead"] = "120.00", ["version"] = "新方案" })).Status.ShouldBe(201);
        async Task<JsonReply> ProposeAsync(params (string, JsonNode)[] subject) => await officer.PostJsonAsync($"{address}/steps", Step("proposal", "2025-12-01", subject));
        foreach (var charter in new[] { new JsonObject { ["entryLine"] = "2000.00" }, new JsonObject { ["yearlyCap"] = null } })
            (await ProposeAsync(("plan", "新方案"), ("charter", charter))).Code.ShouldBe("plan-by-other-charter");
        (await officer.GetJsonAsync(address)).Body["stillByPlan"].ShouldBeNull();

        (await ProposeAsync(("charter", new JsonObject { ["entryLine"] = "2000.00", ["objectionDays"] = 0 }))).Status.ShouldBe(201);
        foreach (var step in new[] { Step("consultation", "2025-12-02", ("count", 0)), Step("letter", "2025-12-03", ("count", 200)), Step("assembly", "2025-12-04"), Step("resolution", "2025-12-05", ("votes", Votes(30, 30, 30, 0, 0)), ("scan", await ScanAsync(officer, address))) })
            (await officer.PostJsonAsync($"{address}/steps", step)).Status.ShouldBe(201);
        // The draft was worked out before: alone it does not fit the charter any more either.
        (await ProposeAsync(("plan", "新方案"))).Code.ShouldBe("plan-by-other-charter");
        var known = (await officer.GetJsonAsync(address)).Body;
        known["stillByPlan"]!.GetValue<string>().ShouldBe("现在的方案 2026-1 管到2026年12月31日，照它通过时定的：起补线 3,000.00 元。章程新定的数从下一个方案起用。");
        (string, string) Item(string key) => known["charterItems"]!.AsArray().Where(item => item!["key"]!.GetValue<string>() == key).Select(item => (item!["certainty"]!.GetValue<string>(), item["text"]!.GetValue<string>())).Single();
        Item("entryLine").ShouldBe(("chosen", "一次住院总费用满 2,000.00 元，才可以申请补助。"));
        Item("objectionDays").ShouldBe(("chosen", "每笔补助都公示，不另外规定公示几天才发放。"));
        Item("feeShare").Item1.ShouldBe("published");
        using var anybody = system.CreateClient();
        (await anybody.GetStringAsync(new Uri($"/board/{village}", UriKind.Relative))).ShouldContain("照它通过时定的：起补线 3,000.00 元");
    }

    [Fact]
    public async Task A_resolution_that_falls_short_leaves_the_plan_a_draft_that_may_be_proposed_again()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        var address = $"/api/villages/{village}/association";
        using var officer = await system.NewStaffAsync(village, "wang", "officer");
        using var administrator = system.Administrator();
        (await officer.PostJsonAsync($"/api/villages/{village}/plans", new JsonObject { ["roster"] = MakePlanTests.Roster(), ["budgetPerHead"] = "120.00", ["version"] = "新方案", ["from"] = "2026-01-01" })).Status.ShouldBe(201);
        var scan = await ScanAsync(officer, address);
        foreach (var step in new[] { Step("proposal", "2025-12-01", ("plan", "新方案")), Step("consultation", "2025-12-02", ("count", 0)), Step("letter", "2025-12-03", ("count", 200)), Step("assembly", "2025-12-04"), Step("assembly", "2025-12-05"), Step("resolution", "2025-12-05", ("votes", Votes(30, 30, 15, 15, 0)), ("scan", scan)) })
            (await officer.PostJsonAsync($"{address}/steps", step)).Status.ShouldBe(201);
        (await officer.GetJsonAsync($"/api/villages/{village}/plans/新方案")).Body["state"]!.GetValue<string>().ShouldBe("rejected");
        (await administrator.PostJsonAsync($"/api/villages/{village}/plans/新方案/publish")).Code.ShouldBe("resolution-missing");
        var again = await officer.PostJsonAsync($"{address}/steps", Step("proposal", "2025-12-10", ("plan", "新方案")));
        (again.Status, again.Body["round"]!.GetValue<int>()).ShouldBe((201, 2));

        // It is withdrawn, with who and why; of two who withdraw at once one does.
        (await officer.PostJsonAsync($"{address}/steps", Step("withdrawal", "2025-12-11"))).Code.ShouldBe("withdrawal-reason-missing");
        var withdrawal = Step("withdrawal", "2025-12-11", ("text", "先再听听意见"));
        var both = await Task.WhenAll(officer.PostJsonAsync($"{address}/steps", withdrawal), officer.PostJsonAsync($"{address}/steps", withdrawal.DeepClone()));
        both.Select(answer => answer.Code ?? "recorded").Order().ShouldBe(["recorded", "step-order"]);
        var ended = (await officer.GetJsonAsync(address)).Body;
        (ended["underWay"]!.GetValue<bool>(), ended["next"]!["step"]!.GetValue<string>()).ShouldBe((false, "proposal"));
        var last = ended["steps"]!.AsArray()[^1]!;
        (last["step"]!.GetValue<string>(), last["text"]!.GetValue<string>(), last["by"]!.GetValue<string>().Length > 0).ShouldBe(("withdrawal", "先再听听意见", true));
        (await officer.PostJsonAsync($"{address}/steps", Step("proposal", "2025-12-12", ("plan", "新方案")))).Body["round"]!.GetValue<int>().ShouldBe(3);
    }
}
