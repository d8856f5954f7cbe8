using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Calls;
using Shouwang.Functions.Sweep;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Conversations;

/// <summary>Officers and volunteers in the chat, and the list of those who want a person.</summary>
public sealed class PeopleOfTheVillageTests(Azurite azurite)
{
    [Fact]
    public async Task An_officer_ties_his_conversation_once_hears_of_calls_and_answers_them()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        var village = await app.NewVillageAsync();
        using var desk = await app.NewStaffAsync(village, "wu-1", "officer");
        var code = (await desk.PostJsonAsync($"/api/villages/{village}/staff/wu-1/link-code")).Body["code"]!.GetValue<string>();
        var officer = await ChatOnApp.OpenAsync(app, null);
        (await officer.SaysAsync("绑定 0000000000")).ShouldContain("没有认上");
        (await officer.SaysAsync($"绑定 {code}")).ShouldContain("认得您了");
        (await officer.StateAsync()).Village.ShouldBe(village);
        (await officer.SaysAsync($"绑定 {code}")).ShouldContain("没有认上");

        var villager = await ChatOnApp.OpenAsync(app, village);
        (await villager.SaysAsync("人工")).ShouldContain("已经告诉");
        (await officer.HeardAsync()).ShouldContain("有村民要找您");
        var call = (await desk.GetJsonAsync($"/api/villages/{village}/calls")).Body["calls"]!.AsArray().ShouldHaveSingleItem()!;
        call["kind"]!.GetValue<string>().ShouldBe("human");
        var path = $"/api/villages/{village}/calls/{call["id"]}";
        for (var i = 0; i < 2; i++)
            (await desk.PostJsonAsync($"{path}/answer", new JsonObject { ["words"] = "明天上午来村里。" })).Status.ShouldBe(200);
        (await villager.HeardAsync()).Split("看回话").Length.ShouldBe(3); // one push, in its words and in its menu
        (await villager.SaysAsync("看回话")).Split("明天上午来村里").Length.ShouldBe(2);
        (await desk.PostJsonAsync($"{path}/done")).Body["done"]!.GetValue<bool>().ShouldBeTrue();
        (await desk.GetJsonAsync($"/api/villages/{village}/calls")).Body["calls"]!.AsArray().ShouldBeEmpty();
        (await desk.GetJsonAsync($"/api/villages/{village}/calls?all=true")).Body["calls"]!.AsArray().Count.ShouldBe(1);

        using var other = await app.NewStaffAsync(await app.NewVillageAsync(), "wu-9", "officer");
        (await other.GetJsonAsync($"/api/villages/{village}/calls")).Status.ShouldBe(403);
        using var administrator = app.Administrator();
        await administrator.SendJsonAsync(HttpMethod.Delete, $"/api/villages/{village}/staff/wu-1");
        (await officer.SaysAsync("待办")).ShouldContain("只有村里的经办人能办");
        (await villager.SaysAsync("我还是搞不懂，叫个人来教我")).ShouldContain("已经告诉"); // a call of its own, not the first once more
        (await officer.HeardAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_nobody_was_told_of_is_told_by_the_timer_once()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        var village = await app.NewVillageAsync();
        using var desk = await app.NewStaffAsync(village, "wu-2", "officer");
        var officer = await ChatOnApp.OpenAsync(app, null);
        await officer.SaysAsync($"绑定 {(await desk.PostJsonAsync($"/api/villages/{village}/staff/wu-2/link-code")).Body["code"]}");
        var calls = app.Services.GetRequiredService<CallStore>();
        await calls.AddAsync(new Call(village, CallStore.IdOf("gone", "t", "human"), DateTimeOffset.UtcNow.AddMinutes(-5), "human", "要找人", null, "gone", Told: false), default);
        for (var i = 0; i < 2; i++)
            await app.Services.GetRequiredService<CallDesk>().SweepAsync(default);
        (await officer.HeardAsync()).Split("有村民要找您").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_volunteers_card_is_issued_tied_checked_by_anyone_and_taken_back()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        var village = await app.NewVillageAsync();
        using var desk = await app.NewStaffAsync(village, "wu-3", "officer");
        var issued = await desk.PostJsonAsync($"/api/villages/{village}/volunteers", new JsonObject { ["name"] = "李大明", ["phone"] = "13900000001" });
        issued.Status.ShouldBe(201, issued.Body.ToJsonString());
        var number = issued.Body["volunteer"]!["number"]!.GetValue<string>();
        (await desk.PostJsonAsync($"/api/villages/{village}/volunteers", new JsonObject { ["name"] = "李大明", ["phone"] = "139-0000-0001" })).Code.ShouldBe("volunteer-twice");
        using (var picture = await desk.GetAsync($"/api/villages/{village}/volunteers/{number}/qr"))
            picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");

        var volunteer = await ChatOnApp.OpenAsync(app, null);
        (await volunteer.SaysAsync(issued.Body["send"]!.GetValue<string>())).ShouldContain("代办员");
        await volunteer.SaysAsync("你好");
        await volunteer.SaysAsync("同意");
        (await volunteer.SaysAsync("替别人办")).ShouldContain("名字");
        (await volunteer.SaysAsync("陆根生")).ShouldContain("陆根生自己答应了吗");
        (await volunteer.SaysAsync("答应了")).ShouldContain("算陆根生的");

        using var anyone = app.As(null);
        var check = await anyone.GetJsonAsync($"/api/cards/{number}");
        check.Body.ToJsonString().ShouldBe(new JsonObject { ["valid"] = true, ["village"] = "江阴市示例镇守望村", ["name"] = "李*明" }.ToJsonString());
        (await anyone.GetJsonAsync($"/api/cards/{village}-ABCDE")).Status.ShouldBe(404);
        (await anyone.GetJsonAsync($"/api/villages/{village}/volunteers")).Status.ShouldBe(401);
        using var checker = await app.NewStaffAsync(village, "shen-3", "checker");
        (await checker.SendJsonAsync(HttpMethod.Delete, $"/api/villages/{village}/volunteers/{number}")).Status.ShouldBe(403);

        (await desk.SendJsonAsync(HttpMethod.Delete, $"/api/villages/{village}/volunteers/{number}")).Status.ShouldBe(204);
        (await anyone.GetJsonAsync($"/api/cards/{number}")).Body["valid"]!.GetValue<bool>().ShouldBeFalse();
        using var page = new HttpRequestMessage(HttpMethod.Get, $"/api/cards/{number}");
        page.Headers.Add("Accept", "text/html");
        using var shown = await anyone.SendAsync(page);
        (await shown.Content.ReadAsStringAsync()).ShouldContain("已经收回");
        (await volunteer.SaysAsync("替别人办")).ShouldNotContain("打给我");
        (await desk.PostJsonAsync($"/api/villages/{village}/volunteers/{number}/code")).Code.ShouldBe("card-revoked");
    }

    [Fact]
    public async Task A_card_number_is_never_written_down_and_deleting_everything_takes_the_words_of_calls_and_the_tie_along()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        var village = await app.NewVillageAsync();
        using var desk = await app.NewStaffAsync(village, "wu-4", "officer");
        var chat = await ChatOnApp.OpenAsync(app, village);
        await chat.SaysAsync($"绑定 {(await desk.PostJsonAsync($"/api/villages/{village}/staff/wu-4/link-code")).Body["code"]}");
        (await chat.SaysAsync("待办")).ShouldContain("没有等您办的");
        (await chat.SaysAsync("卡号６２２２ 0202 0000 1234 567 密码 886644")).ShouldContain("刚才那句我没有留下");
        var written = await chat.WrittenAsync();
        written.ShouldContain("（号码没有留下）");
        written.ShouldNotContain("0202");
        written.ShouldNotContain("886644");
        await chat.SaysAsync("人工");
        await chat.SaysAsync("删除我的资料");
        (await chat.SaysAsync("删除")).ShouldContain("删除");
        var call = (await desk.GetJsonAsync($"/api/villages/{village}/calls")).Body["calls"]!.AsArray().ShouldHaveSingleItem()!;
        call["words"]!.GetValue<string>().ShouldBeEmpty();
        call["answerable"]!.GetValue<bool>().ShouldBeFalse();
        (await desk.PostJsonAsync($"/api/villages/{village}/calls/{call["id"]}/answer", new JsonObject { ["words"] = "在吗" })).Code.ShouldBe("call-gone");
        (await chat.SaysAsync("待办")).ShouldNotContain("没有等您办的");
    }
}
