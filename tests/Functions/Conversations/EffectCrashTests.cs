using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Calls;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Volunteers;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Conversations;

/// <summary>What a turn has done outside the conversation, with the app killed at every request it makes to storage (before one and after one are every second each): done once, told once, nothing lost.</summary>
public sealed class EffectCrashTests(Azurite azurite)
{
    [Theory]
    [InlineData(Cut.BeforeTheRequest)]
    [InlineData(Cut.AfterTheRequest)]
    public async Task Killed_while_an_officer_is_tied_approves_and_unties_each_happens_once(Cut cut)
    {
        await using var healthy = await TestSystem.StartAsync(azurite);
        using var wire = new KillSwitch();
        await using var dying = await DyingAsync(wire);
        using var village = await ClaimVillage.NewAsync(healthy, "10000000.00", Charter);
        for (var (at, lived) = (1, false); !lived; at += 2)
        {
            var claim = await village.CheckedAsync(village.Stay(settlement: $"{village.Code}9{at:D6}", admitted: Day(at, 1), discharged: Day(at, 3)));
            var chat = await ChatOnApp.OpenAsync(healthy, null);
            var code = (await village.Li.PostJsonAsync($"/api/villages/{village.Code}/staff/li/link-code")).Body["code"]!.GetValue<string>();
            lived = await DieAsync(wire, cut, at, dying, healthy, chat, $"绑定 {code}");
            (await chat.HeardAsync()).Split("认得您了").Length.ShouldBe(2, $"tied, killed {cut} at {at}");

            await chat.SaysAsync("待办");
            await chat.SaysAsync("批准1");
            lived &= await DieAsync(wire, cut, at, dying, healthy, chat, "对");
            (await chat.HeardAsync()).Split("批准办好了").Length.ShouldBe(2, $"approved, killed {cut} at {at}");
            await healthy.Services.GetRequiredService<MoveFinisher>().SweepAsync(default);
            (await healthy.Services.GetRequiredService<ClaimStore>().FindAsync(village.Code, claim, default))!.State.ShouldBe("approved");
            (await village.AidEntriesAsync()).Count(entry => entry.StartsWith("aid-", StringComparison.Ordinal)).ShouldBe(at, $"killed {cut} at {at}"); // two of each claim before

            await village.DoneAsync(village.Zhao, claim, "published");
            await village.DoneAsync(village.Zhao, claim, "paid");

            lived &= await DieAsync(wire, cut, at, dying, healthy, chat, "解除绑定");
            (await chat.HeardAsync()).ShouldContain("不再当经办人", customMessage: $"untied, killed {cut} at {at}");
            (await healthy.Services.GetRequiredService<TieStore>().FindAsync(village.Code, chat.Id, default)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(Cut.BeforeTheRequest)]
    [InlineData(Cut.AfterTheRequest)]
    public async Task Killed_while_a_person_objects_withdraws_and_deletes_each_happens_once(Cut cut)
    {
        await using var healthy = await TestSystem.StartAsync(azurite);
        using var wire = new KillSwitch();
        await using var dying = await DyingAsync(wire);
        using var village = await ClaimVillage.NewAsync(healthy, "0.00", Charter);
        var claim = await village.CheckedAsync();
        var (folders, papers, calls) = (healthy.Services.GetRequiredService<FolderStore>(), healthy.Services.GetRequiredService<PaperStore>(), healthy.Services.GetRequiredService<CallStore>());
        for (var (at, lived) = (1, false); !lived; at += 2)
        {
            var chat = await ChatOnApp.OpenAsync(healthy, village.Code);
            var (rests, open) = (FolderStore.IdOf(chat.Id, 1), FolderStore.IdOf(chat.Id, 2));
            await folders.SetClaimAsync(village.Code, rests, claim, default);
            await papers.AddAsync(new Paper(village.Code, rests, new string('a', 64), "original-a", chat.Id, DateTimeOffset.UtcNow, PaperState.Read), default);
            await papers.AddAsync(new Paper(village.Code, open, new string('b', 64), "original-b", chat.Id, DateTimeOffset.UtcNow, PaperState.Waiting), default);

            await chat.SaysAsync("不同意这个数");
            lived = await DieAsync(wire, cut, at, dying, healthy, chat, "我交了五年会费");
            (await chat.HeardAsync()).Split("已经交给").Length.ShouldBe(2, $"objected, killed {cut} at {at}");
            (await calls.InVillageAsync(village.Code, default)).Count(call => call.Conversation == chat.Id && call.Kind == "objection").ShouldBe(1, $"killed {cut} at {at}");

            await chat.SaysAsync("撤回同意");
            lived &= await DieAsync(wire, cut, at, dying, healthy, chat, "撤回");
            (await chat.HeardAsync()).Split("已经撤回").Length.ShouldBe(2, $"withdrew, killed {cut} at {at}");
            (await chat.StateAsync()).ConsentedAt.ShouldBeNull();

            await chat.SaysAsync("删除我的资料");
            lived &= await DieAsync(wire, cut, at, dying, healthy, chat, "删除");
            (await chat.HeardAsync()).Split("正在删除").Length.ShouldBe(2, $"deleted, killed {cut} at {at}");
            (await papers.OfConversationAsync(village.Code, chat.Id, default)).ShouldHaveSingleItem($"killed {cut} at {at}").Folder.ShouldBe(rests);
            (await folders.OfAsync(village.Code, chat.Id, default)).ShouldBeEmpty();
            (await calls.InVillageAsync(village.Code, default)).ShouldNotContain(call => call.Conversation == chat.Id);
        }
    }

    [Theory]
    [InlineData(Cut.BeforeTheRequest)]
    [InlineData(Cut.AfterTheRequest)]
    public async Task Killed_while_a_volunteer_is_tied_or_a_person_appeals_each_happens_once(Cut cut)
    {
        await using var healthy = await TestSystem.StartAsync(azurite);
        using var wire = new KillSwitch();
        await using var dying = await DyingAsync(wire);
        using var village = await ClaimVillage.NewAsync(healthy, "10000000.00", Charter);
        for (var (at, lived) = (1, false); !lived; at += 2)
        {
            var issued = await village.Wang.PostJsonAsync($"/api/villages/{village.Code}/volunteers", new JsonObject { ["name"] = "李大明", ["phone"] = $"139{at:D8}" });
            var volunteer = await ChatOnApp.OpenAsync(healthy, null);
            lived = await DieAsync(wire, cut, at, dying, healthy, volunteer, issued.Body["send"]!.GetValue<string>());
            (await volunteer.HeardAsync()).Split("认得您了").Length.ShouldBe(2, $"tied, killed {cut} at {at}");

            var card = issued.Body["volunteer"]!["number"]!.GetValue<string>();
            lived &= await RevokeAsync(wire, cut, at, dying, healthy, village, card);
            (await healthy.Services.GetRequiredService<VolunteerStore>().FindAsync(village.Code, card, default))!.Revoked.ShouldNotBeNull($"revoked, killed {cut} at {at}");
            (await healthy.Services.GetRequiredService<Tying>().VolunteerAsync(village.Code, volunteer.Id, default)).ShouldBeNull($"revoked, killed {cut} at {at}");

            var claim = await village.CheckedAsync(village.Stay(settlement: $"{village.Code}8{at:D6}", admitted: Day(at, 1), discharged: Day(at, 3)));
            var chat = await ChatOnApp.OpenAsync(healthy, village.Code);
            await healthy.Services.GetRequiredService<FolderStore>().SetClaimAsync(village.Code, FolderStore.IdOf(chat.Id, 1), claim, default);
            await village.DoneAsync(village.Wang, claim, "refused", ("reasons", new JsonArray(49)), ("words", "材料是别人的"));
            await chat.HeardAsync();
            await chat.SaysAsync("申诉");
            lived &= await DieAsync(wire, cut, at, dying, healthy, chat, "单子是我的");
            (await chat.HeardAsync()).Split("已经替您申诉").Length.ShouldBe(2, $"appealed, killed {cut} at {at}");
            (await healthy.Services.GetRequiredService<ClaimStore>().FindAsync(village.Code, claim, default))!.State.ShouldBe("received");
        }
    }

    [Theory]
    [InlineData(Cut.BeforeTheRequest)]
    [InlineData(Cut.AfterTheRequest)]
    public async Task Killed_while_a_photo_is_taken_it_is_said_to_be_received_and_never_to_have_been_sent_before(Cut cut)
    {
        await using var healthy = await TestSystem.StartAsync(azurite);
        using var wire = new KillSwitch();
        await using var dying = await DyingAsync(wire);
        using var village = await ClaimVillage.NewAsync(healthy, "0.00", Charter);
        var papers = healthy.Services.GetRequiredService<PaperStore>();
        var at = 0;
        for (var lived = false; !lived;)
        {
            at++;
            var hash = new string((char)('a' + at % 6), 64);
            var chat = await ChatOnApp.OpenAsync(healthy, village.Code);
            await healthy.Services.GetRequiredService<UploadStore>().AddAsync(chat.Id, hash, "original-" + hash, default);
            lived = await DieAsync(wire, cut, at, dying, healthy, chat, new Said(new Activity { Type = "message" }, [new Picture(hash, "photo.jpg", PictureVerdict.Fine)]));
            var heard = await chat.HeardAsync();
            heard.Split("收到，正在看").Length.ShouldBe(2, $"killed {cut} at {at}: {heard}");
            heard.ShouldNotContain("发过", customMessage: $"killed {cut} at {at}");
            (await papers.OfConversationAsync(village.Code, chat.Id, default)).ShouldHaveSingleItem($"killed {cut} at {at}");

            await (await healthy.Services.GetRequiredService<ConversationIntake>().TakeInAsync(chat.Id, new Said(new Activity { Type = "message" }, [new Picture(hash, "photo.jpg", PictureVerdict.Fine)]), "again", asks: true)).Answered;
            (await chat.HeardAsync()).ShouldContain("发过", customMessage: $"sent again, killed {cut} at {at}");
        }

        at.ShouldBeGreaterThan(8);
    }

    /// <summary>The app dies while the officer takes a card back at the desk; the officer presses the button once more.</summary>
    /// <returns>Whether the app lived through it.</returns>
    static async Task<bool> RevokeAsync(KillSwitch wire, Cut cut, int at, TestSystem dying, TestSystem healthy, ClaimVillage village, string card)
    {
        var path = $"/api/villages/{village.Code}/volunteers/{card}";
        using var desk = dying.As(village.Wang.DefaultRequestHeaders.Authorization!.Parameter);
        wire.Arm(at, cut);
        try
        {
            await desk.SendJsonAsync(HttpMethod.Delete, path);
        }
        catch (Exception)
        {
            // The answer never came.
        }

        var killed = wire.Disarm();
        var before = (await healthy.Services.GetRequiredService<VolunteerStore>().FindAsync(village.Code, card, default))!.Revoked;
        (await village.Wang.SendJsonAsync(HttpMethod.Delete, path)).Status.ShouldBe(204);
        if (before is not null)
            (await healthy.Services.GetRequiredService<VolunteerStore>().FindAsync(village.Code, card, default))!.Revoked.ShouldBe(before); // when it was taken back does not change
        return !killed;
    }

    static JsonObject Charter => new() { ["objectionDays"] = 0, ["claimDays"] = 3650, ["readmission"] = new JsonObject { ["days"] = 0 } };

    Task<TestSystem> DyingAsync(KillSwitch wire) => TestSystem.StartAsync(azurite, services => services
        .AddSingleton(new TableServiceClient(azurite.ConnectionString, new TableClientOptions { Transport = new HttpClientTransport(wire), Retry = { MaxRetries = 0 } }))
        .AddSingleton(new QueueServiceClient(azurite.ConnectionString, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64, Transport = new HttpClientTransport(wire), Retry = { MaxRetries = 0 } })));

    static string Day(int n, int day) => new DateOnly(2026, 1, day).AddDays(n * 4).ToString("yyyy-MM-dd");

    /// <summary>The app dies; the person sends once more what was not acknowledged, and somebody else takes what waits.</summary>
    /// <returns>Whether the app lived through it.</returns>
    static Task<bool> DieAsync(KillSwitch wire, Cut cut, int at, TestSystem dying, TestSystem healthy, ChatOnApp chat, string words) =>
        DieAsync(wire, cut, at, dying, healthy, chat, Said.Of(new Activity { Type = "message", Text = words }));

    static async Task<bool> DieAsync(KillSwitch wire, Cut cut, int at, TestSystem dying, TestSystem healthy, ChatOnApp chat, Said said)
    {
        var id = Guid.NewGuid().ToString("N");
        wire.Arm(at, cut);
        try
        {
            await (await dying.Services.GetRequiredService<ConversationIntake>().TakeInAsync(chat.Id, said, id, asks: true)).Answered;
        }
        catch (Exception)
        {
            // The acknowledgement never came.
        }

        await dying.Services.GetRequiredService<ConversationWork>().SettleAsync(default);
        var killed = wire.Disarm();
        await (await healthy.Services.GetRequiredService<ConversationIntake>().TakeInAsync(chat.Id, said, id, asks: true)).Answered;
        return !killed;
    }
}
