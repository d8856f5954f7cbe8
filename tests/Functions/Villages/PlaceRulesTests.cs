using System.Text.Json.Nodes;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Villages;

/// <summary>A village where no rules are on file is never taken without a word.</summary>
public sealed class PlaceRulesTests(Azurite azurite)
{
    [Fact]
    public async Task A_new_village_without_rules_is_refused_until_it_is_meant_and_the_county_goes_on_seeing_it()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        // 990000 is no place anywhere.
        const string Code = "990099000001";
        var refused = await administrator.PutJsonAsync($"/api/villages/{Code}", Body());
        (refused.Status, refused.Code).ShouldBe((409, "place-without-rules"));
        refused.Body["field"]!.GetValue<string>().ShouldBe("withoutRules");
        (await administrator.GetJsonAsync($"/api/villages/{Code}")).Status.ShouldBe(404);

        var meant = await administrator.PutJsonAsync($"/api/villages/{Code}", Body(("withoutRules", true)));
        meant.Status.ShouldBe(200, meant.Body.ToJsonString());
        meant.Body["rulesMissing"]!.GetValue<string>().ShouldContain("一笔也算不出来");
        // Once it is there, its officer can be changed without being asked again.
        (await administrator.PutJsonAsync($"/api/villages/{Code}", Body())).Status.ShouldBe(200);
        var county = (await administrator.GetJsonAsync("/api/county/board")).Body["villages"]!.AsArray().Single(village => village!["village"]!.GetValue<string>() == Code)!;
        county["rulesMissing"]!.GetValue<string>().ShouldContain("990099");
    }

    [Fact]
    public async Task A_village_that_goes_by_the_rules_of_another_place_has_rules()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var put = await administrator.PutJsonAsync("/api/villages/990099000002", Body(("place", "320281")));
        put.Status.ShouldBe(200, put.Body.ToJsonString());
        put.Body["rulesMissing"].ShouldBeNull();
    }

    static JsonObject Body(params (string Name, JsonNode Value)[] more)
    {
        var body = new JsonObject { ["name"] = "样例村", ["officer"] = new JsonObject { ["name"] = "吴示例", ["phone"] = "0510-00000000" } };
        foreach (var (name, value) in more)
            body[name] = value;
        return body;
    }
}
