using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Conversations;

/// <summary>What an illness is worth, asked in chat and answered from the village's own plan as it was put over HTTP.</summary>
public sealed class IllnessLookupTests(Azurite azurite)
{
    [Fact]
    public async Task A_villager_hears_the_sum_of_the_own_village_and_of_the_plan_in_force()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var (named, other) = (await system.NewVillageAsync(), await system.NewVillageAsync());
        await system.ChangeVillageAsync(other, village => village["plan"]!["sums"]!["K35"] = "1850.00");
        var (chat, neighbour) = (await ChatOnApp.OpenAsync(system, named), await ChatOnApp.OpenAsync(system, other));

        (await chat.SaysAsync("急性阑尾炎能补多少")).ShouldContain("方案补1,200.00元");
        (await neighbour.SaysAsync("急性阑尾炎能补多少")).ShouldContain("方案补1,850.00元");
        // Serious and in no line of its own.
        (await chat.SaysAsync("胃癌能补多少")).ShouldContain("方案补6,000.00元");

        await system.ChangeVillageAsync(named, village => (village["plan"]!["version"], village["plan"]!["sums"]!["K35"]) = ("2026-2", "1300.00"));
        (await chat.SaysAsync("急性阑尾炎能补多少")).ShouldContain("方案补1,300.00元");
    }

    [Fact]
    public async Task Without_a_plan_nothing_is_promised_and_a_plan_that_has_ended_is_said_to_have()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        // Other numbers than those that other tests count up.
        var (none, ended) = ("320282900001", "320282900002");
        await system.ChangeVillageAsync(none, village => village.AsObject().Remove("plan"));
        await system.ChangeVillageAsync(ended, village => (village["plan"]!["from"], village["plan"]!["to"]) = ("2020-01-01", "2020-12-31"));
        (await (await ChatOnApp.OpenAsync(system, none)).SaysAsync("急性阑尾炎能补多少")).ShouldNotContain("方案补");
        (await (await ChatOnApp.OpenAsync(system, ended)).SaysAsync("急性阑尾炎能补多少")).ShouldContain("这个方案到2020年12月31日出院的为止");
    }
}
