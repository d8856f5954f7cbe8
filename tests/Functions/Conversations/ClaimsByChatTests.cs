using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Calls;
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
    public async Task A_claim_that_was_paid_and_is_decided_again_as_before_is_told_once_and_never_as_money()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app);
        var id = await village.PaidAsync();
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);
        var zhao = await TiedAsync(app, village, village.Zhao, "zhao");
        await villager.HeardAsync();

        (await village.Wang.PostJsonAsync(village.Path(id, "/reopen"), new JsonObject { ["words"] = "再对一遍" })).Status.ShouldBe(200);
        (await villager.HeardAsync()).ShouldContain("重新看一遍");
        await village.DoneAsync(village.Zhao, id, "checked");
        await villager.HeardAsync();
        var approved = await village.DoneAsync(village.Li, id, "approved");
        approved["due"]!.GetValue<string>().ShouldBe("0.00");
        var told = await villager.HeardAsync();
        told.ShouldContain("数没有变");
        told.ShouldNotContain("批准了");
        (await villager.SaysAsync("进度")).ShouldContain("还是1,200.00元。钱以前已经发了");
        (await villager.SaysAsync("什么时候发钱")).ShouldContain("不再发");

        var published = await village.DoneAsync(village.Li, id, "published");
        var last = published["moves"]!.AsArray().Single()!;
        (last["label"]!.GetValue<string>(), last["note"]!.GetValue<string>()).ShouldBe(("办完，不再发钱", "以前发过 1,200.00 元，数没有变，这次不用再发钱。"));
        // A list for the bank takes nothing that is paid already.
        (await village.Zhao.GetJsonAsync($"/api/villages/{village.Code}/payment-lists")).Body["payable"]!.AsArray().ShouldBeEmpty();
        await zhao.SaysAsync("待办");
        (await zhao.SaysAsync("已发1")).ShouldContain("补助0.00元");
        (await zhao.SaysAsync("对")).ShouldContain("已发办好了");
        (await villager.HeardAsync()).ShouldBeEmpty();

        (await village.AidEntriesAsync()).ShouldBe(["aid-approved aid 1200.00 bank 0.00", "aid-paid aid 0.00 bank -1200.00"]);
        var events = (await village.Li.GetJsonAsync(village.Path(id, "/events"))).Body["events"]!.AsArray();
        events.Where(e => e!["to"]!.GetValue<string>() == "paid" && e["kind"]!.GetValue<string>() == "moved").Select(e => e!["amount"]?.GetValue<string>()).ShouldBe(["1200.00", null]);
    }

    [Fact]
    public async Task What_the_villager_says_was_misread_holds_up_the_approval_until_somebody_says_what_came_of_it()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app);
        var id = await village.CheckedAsync();
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);
        var li = await TiedAsync(app, village, village.Li, "li");
        await villager.HeardAsync();

        (await villager.SaysAsync("不对")).ShouldContain("哪里不对");
        (await villager.SaysAsync("总金额不对，少了一千")).ShouldContain("没看好以前，这笔补助先不批");
        (await village.MoveAsync(village.Li, id, "approved")).Code.ShouldBe("misread-unsettled");
        await li.SaysAsync("待办");
        (await li.SaysAsync("批准1")).ShouldContain("材料读错了，还没有办完");

        var calls = $"/api/villages/{village.Code}/calls";
        var call = (await village.Wang.GetJsonAsync($"{calls}?claim={id}")).Body["calls"]!.AsArray().ShouldHaveSingleItem()!;
        call["holdsUp"]!.GetValue<bool>().ShouldBeTrue();
        var done = $"{calls}/{call["id"]}/done";
        (await village.Wang.PostJsonAsync(done, new JsonObject())).Code.ShouldBe("words-missing");
        (await village.Wang.PostJsonAsync(done, new JsonObject { ["words"] = "对照原件看过，金额没有读错" })).Status.ShouldBe(200);
        (await villager.SaysAsync("看回话")).ShouldContain("金额没有读错");
        (await village.DoneAsync(village.Li, id, "approved"))["state"]!.GetValue<string>().ShouldBe("approved");
    }

    [Fact]
    public async Task What_was_said_to_be_misread_before_the_papers_were_a_claim_holds_it_up_too_and_what_another_conversation_said_does_not()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app);
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        var calls = app.Services.GetRequiredService<CallStore>();
        Call Said(string conversation, string turn) =>
            new(village.Code, CallStore.IdOf(conversation, turn, Call.Misread), DateTimeOffset.UtcNow.AddMinutes(-5), Call.Misread, "说读错了：名字", Claim: null, conversation, Told: true);
        var said = Said(villager.Id, "before");
        await calls.AddAsync(said, default);
        await calls.AddAsync(Said("somebody-else", "before"), default);
        var id = await village.CheckedAsync();
        var other = await village.CheckedAsync(village.Stay(admitted: "2026-01-02", discharged: "2026-01-09"));
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);

        (await village.Wang.GetJsonAsync($"/api/villages/{village.Code}/calls?claim={id}")).Body["calls"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(said.Id);
        (await village.MoveAsync(village.Li, id, "approved")).Code.ShouldBe("misread-unsettled");
        (await village.MoveAsync(village.Li, other, "approved")).Status.ShouldBe(200);
        (await village.Wang.PostJsonAsync($"/api/villages/{village.Code}/calls/{said.Id}/done", new JsonObject { ["words"] = "名字改好了" })).Status.ShouldBe(200);
        (await village.MoveAsync(village.Li, id, "approved")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_objection_by_chat_holds_up_the_money_until_somebody_says_what_came_of_it()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app);
        var id = await village.CheckedAsync();
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);
        var zhao = await TiedAsync(app, village, village.Zhao, "zhao");
        await village.DoneAsync(village.Li, id, "approved");
        await village.DoneAsync(village.Zhao, id, "published");
        await villager.HeardAsync();

        (await villager.SaysAsync("少算了，自费的药没算进去，我不服")).ShouldContain("没回您以前，这笔钱先不发");
        (await villager.SaysAsync("进度")).ShouldContain("有人提了意见");
        (await village.MoveAsync(village.Zhao, id, "paid")).Code.ShouldBe("objection-unsettled");
        (await zhao.SaysAsync("待办")).ShouldContain("还没有办完，先不能发放");
        (await zhao.SaysAsync("已发1")).ShouldContain("现在不能已发");

        var call = (await village.Wang.GetJsonAsync($"/api/villages/{village.Code}/calls?claim={id}")).Body["calls"]!.AsArray().ShouldHaveSingleItem()!;
        var done = $"/api/villages/{village.Code}/calls/{call["id"]}/done";
        (await village.Wang.PostJsonAsync(done)).Code.ShouldBe("words-missing");
        (await village.MoveAsync(village.Zhao, id, "paid")).Code.ShouldBe("objection-unsettled");
        for (var i = 0; i < 2; i++)
            (await village.Wang.PostJsonAsync(done, new JsonObject { ["words"] = "自费的药按章程不算，看过原件，数没有错。" })).Body["outcome"]!.GetValue<string>().ShouldContain("数没有错");
        (await villager.SaysAsync("看回话")).Split("数没有错").Length.ShouldBe(2);
        (await villager.SaysAsync("进度")).ShouldNotContain("有人提了意见");
        await village.DoneAsync(village.Zhao, id, "paid");
    }

    [Fact]
    public async Task Of_two_who_settle_an_objection_at_once_the_first_words_stay_and_the_villager_hears_no_others()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app);
        var id = await village.CheckedAsync();
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);
        await village.DoneAsync(village.Li, id, "approved");
        await villager.SaysAsync("少算了，自费的药没算进去，我不服");
        var calls = $"/api/villages/{village.Code}/calls";
        var call = (await village.Wang.GetJsonAsync($"{calls}?claim={id}")).Body["calls"]!.AsArray().ShouldHaveSingleItem()!;
        string[] outcomes = ["数没有错，按方案算的。", "照片重新看过，没有漏算。", "自费的药章程里不算。", "等医院回话再说。"];

        var answers = await Task.WhenAll(outcomes.Select((words, n) => (n % 2 == 0 ? village.Wang : village.Zhao).PostJsonAsync($"{calls}/{call["id"]}/done", new JsonObject { ["words"] = words })));

        var first = outcomes[Array.FindIndex(answers, answer => answer.Status == 200)];
        answers.Count(answer => answer.Code == "call-settled").ShouldBe(3);
        (await village.Wang.GetJsonAsync($"{calls}?all=true&claim={id}")).Body["calls"]!.AsArray().ShouldHaveSingleItem()!["outcome"]!.GetValue<string>().ShouldBe(first);
        var heard = await villager.SaysAsync("看回话");
        outcomes.Where(heard.Contains).ShouldBe([first]);
    }

    [Fact]
    public async Task Money_that_was_paid_too_much_is_asked_back_and_its_return_is_not_told_as_a_payment()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app);
        var id = await village.PaidAsync();
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);
        var zhao = await TiedAsync(app, village, village.Zhao, "zhao");
        await villager.HeardAsync();

        (await village.Wang.PostJsonAsync(village.Path(id, "/reopen"), new JsonObject { ["words"] = "结算单看错了一行" })).Status.ShouldBe(200);
        (await villager.HeardAsync()).ShouldContain("以前发的钱先放着");
        (await village.Wang.PutJsonAsync(village.Path(id, "/fields"), new JsonObject { ["fields"] = new JsonObject { ["basicPaid"] = "12645.95", ["cashPaid"] = "600.00" } })).Status.ShouldBe(200);
        await village.DoneAsync(village.Li, id, "approved");
        await village.DoneAsync(village.Zhao, id, "published");
        (await villager.HeardAsync()).ShouldNotContain("安排发钱");
        (await villager.SaysAsync("为什么少了")).ShouldContain("应该补600.00元。以前发了1,200.00元，发多了，要退给村里600.00元");

        // Nobody pays 600 yuan once more by chat: what comes back is recorded at the desk.
        (await zhao.SaysAsync("待办")).ShouldContain("多发的600.00元要收回来");
        (await zhao.SaysAsync("已发1")).ShouldContain("现在不能");
        await village.DoneAsync(village.Zhao, id, "paid");
        var told = await villager.HeardAsync();
        told.ShouldContain("退给村里的钱收到了");
        told.ShouldNotContain("补助发了");
        (await villager.SaysAsync("进度")).ShouldContain("多发的600.00元，您已经退给村里了");
        (await village.AidEntriesAsync())[^1].ShouldStartWith("aid-returned");
    }

    [Fact]
    public async Task A_checker_approves_by_chat_what_the_charter_cuts_while_money_is_low_and_the_villager_hears_that_amount()
    {
        await using var app = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(app, charter: new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650, ["readmission"] = new JsonObject { ["days"] = 0 }, ["lowMoney"] = new JsonObject { ["action"] = "reduce", ["share"] = "50%", ["below"] = "99%" } });
        await village.DoneAsync(village.Sun, await village.CheckedAsync(village.Stay(admitted: "2026-01-02", discharged: "2026-01-09")), "approved");
        var id = await village.CheckedAsync();
        var villager = await ChatOnApp.OpenAsync(app, village.Code);
        await app.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(villager.Id, 1), id, default);
        var li = await TiedAsync(app, village, village.Li, "li");
        await villager.HeardAsync();
        (await villager.SaysAsync("村里没钱了怎么办")).ShouldContain("新批的补助只发百分之50");

        (await li.SaysAsync("待办")).ShouldContain("补助600.00元");
        (await li.SaysAsync("批准2")).ShouldContain("600.00元");
        (await li.SaysAsync("对")).ShouldContain("批准办好了");
        await villager.HeardAsync();
        (await villager.SaysAsync("进度")).ShouldContain("补助600.00元");
        var why = await villager.SaysAsync("为什么少了");
        why.ShouldContain("村里互助补您600.00元");
        why.ShouldContain("按章程少补了600.00元");
        why.ShouldNotContain("村里互助补您1,200.00元");
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
