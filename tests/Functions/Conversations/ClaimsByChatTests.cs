using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Conversations;

/// <summary>A claim moved on by chat, and everybody it concerns told of it once.</summary>
public sealed class ClaimsByChatTests(Azurite azurite)
{
    [Fact]
    public async Task Two_people_move_a_claim_by_chat_and_the_villager_hears_each_state_once()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app);
        var entered = await village.EnterAsync();
        entered["state"]!.GetValue<string>().ShouldBe("checked");
        var id = entered["id"]!.GetValue<string>();
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);
        var wang = await TiedAsync(app, village, village.Wang, "wang");
        var li = await TiedAsync(app, village, village.Li, "li");
        await villager.HeardAsync();

        // The papers left no doubt, but nobody has asked yet why she was in hospital: that is the officer's.
        (await villager.SaysAsync("进度")).ShouldContain("核对");
        (await li.SaysAsync("待办")).ShouldContain("现在没有等您办的。有1件等同事办");
        (await wang.SaysAsync("待办")).ShouldContain("周桂兰，收到，还没核对");
        (await wang.SaysAsync("核对1")).ShouldContain("交通事故");
        await wang.SaysAsync("1");
        (await wang.SaysAsync("对")).ShouldContain("核对办好了");
        (await village.Li.GetJsonAsync(village.Path(id))).Body["progress"]!["cause"]!.GetValue<string>().ShouldBe("illness");

        var list = await wang.SaysAsync("待办");
        list.ShouldContain("没有等您办的");
        list.ShouldContain("周桂兰，已核对，等审核");
        list.ShouldContain("现在可以：退回、不予补助");
        (await wang.SaysAsync("批准1")).ShouldContain("现在不能批准");
        (await villager.HeardAsync()).ShouldBeEmpty();

        await li.SaysAsync("待办");
        (await li.SaysAsync("批准1")).ShouldContain("批准：周桂兰");
        (await li.SaysAsync("对")).ShouldContain("批准办好了");
        (await villager.HeardAsync()).Split("补助批准了").Length.ShouldBe(2);

        await wang.SaysAsync("待办");
        await wang.SaysAsync("公示1");
        (await wang.SaysAsync("对")).ShouldContain("公示办好了");
        (await villager.HeardAsync()).ShouldContain("正在公示");
        await wang.SaysAsync("已发1");
        (await wang.SaysAsync("对")).ShouldContain("已发办好了");
        (await villager.HeardAsync()).ShouldContain("补助发了");

        var claim = (await app.Services.GetRequiredService<ClaimStore>().FindAsync(village.Code, id, default))!;
        await app.Services.GetRequiredService<IClaimNotices>().MovedAsync(claim, "published", "paid", default);
        (await villager.HeardAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_reason_and_the_villager_appeals_by_chat()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app);
        var id = await village.CheckedAsync();
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);
        var wang = await TiedAsync(app, village, village.Wang, "wang");
        await villager.HeardAsync();

        await wang.SaysAsync("待办");
        (await wang.SaysAsync("不予补助1")).ShouldContain("为什么不予补助");
        await wang.SaysAsync("材料是别人的");
        (await wang.SaysAsync("对")).ShouldContain("不予补助办好了");
        var told = await villager.HeardAsync();
        told.ShouldContain("没有批准");
        told.ShouldNotContain("周桂兰");
        (await villager.SaysAsync("进度")).ShouldContain("材料是别人的");

        var appeal = await villager.SaysAsync("申诉");
        appeal.ShouldContain("以前可以申诉");
        appeal.ShouldContain("把理由写一句");
        (await villager.SaysAsync("单子是我的，名字写错了一个字")).ShouldContain("已经替您申诉");
        (await village.Wang.GetJsonAsync(village.Path(id))).Body["state"]!.GetValue<string>().ShouldBe("received");

        var stranger = await ChatOnApp.OpenAsync(app, village.Code);
        (await stranger.SaysAsync("申诉")).ShouldNotContain("把理由写一句");
    }

    [Fact]
    public async Task Sent_back_twice_in_one_revision_each_time_is_told_once_however_often_the_notice_is_repeated()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app);
        var id = await village.CheckedAsync();
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);
        await villager.HeardAsync();
        var (claims, notices) = (app.Services.GetRequiredService<ClaimStore>(), app.Services.GetRequiredService<IClaimNotices>());
        var revision = (await claims.FindAsync(village.Code, id, default))!.Revision;
        foreach (var (from, words) in ((string, string)[])[("checked", "请补出院记录"), ("received", "请补结算单的第二页")])
        {
            await village.DoneAsync(village.Wang, id, "returned", ("reasons", new JsonArray(56)), ("words", words));
            (await villager.HeardAsync()).Split("退回来了").Length.ShouldBe(2);
            (await villager.SaysAsync("进度")).ShouldContain(words);
            var claim = (await claims.FindAsync(village.Code, id, default))!;
            claim.Revision.ShouldBe(revision);
            await notices.MovedAsync(claim, from, "returned", default);
            (await villager.HeardAsync()).ShouldBeEmpty();
            await village.DoneAsync(village.Wang, id, "received");
            await villager.HeardAsync();
        }
    }

    static async Task<ChatOnApp> TiedAsync(TestSystem app, ClaimVillage village, HttpClient staff, string id)
    {
        var code = (await staff.PostJsonAsync($"/api/villages/{village.Code}/staff/{id}/link-code")).Body["code"]!.GetValue<string>();
        var chat = await ChatOnApp.OpenAsync(app, null);
        (await chat.SaysAsync($"绑定 {code}")).ShouldContain("认得您了");
        return chat;
    }
}
