using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Security;
using Shouwang.Functions.Staff;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Staff;

public sealed class WhoActsTests(Azurite azurite)
{
    static JsonObject Person(string role, string phone = "13900001111") => new() { ["name"] = "王会计", ["phone"] = phone, ["role"] = role };

    [Fact]
    public async Task A_personal_key_opens_its_village_until_it_is_taken_back()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        string village = await system.NewVillageAsync(), other = await system.NewVillageAsync();
        var issued = await administrator.PutJsonAsync($"/api/villages/{village}/staff/wang", Person("officer"));
        issued.Status.ShouldBe(201);
        var key = issued.Body["key"]!.GetValue<string>();

        using var wang = system.As(key);
        var me = await wang.GetJsonAsync("/api/me");
        (me.Body["id"]!.GetValue<string>(), me.Body["role"]!.GetValue<string>(), me.Body["village"]!.GetValue<string>()).ShouldBe(("wang", "officer", village));
        // As somebody copies it off a sheet of paper.
        var secret = key.Split('.')[2];
        using var copied = system.As($"{village}.wang.{secret.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l')}");
        (await copied.GetJsonAsync("/api/me")).Status.ShouldBe(200);

        (await wang.GetJsonAsync($"/api/villages/{village}/staff")).Code.ShouldBe("role-wrong");
        (await wang.PostJsonAsync($"/api/villages/{other}/staff/wang/link-code")).Code.ShouldBe("village-other");
        (await wang.PostJsonAsync($"/api/villages/{village}/staff/li/link-code")).Code.ShouldBe("not-you");
        (await wang.GetJsonAsync("/api/no-such-thing")).Status.ShouldBe(403);

        // The list never shows a key again, nor its hash.
        var listed = (await administrator.GetJsonAsync($"/api/villages/{village}/staff")).Body.ToJsonString();
        listed.ShouldContain("wang");
        listed.ShouldNotContain("key", Case.Insensitive);

        (await administrator.SendJsonAsync(HttpMethod.Delete, $"/api/villages/{village}/staff/wang")).Status.ShouldBe(204);
        (await wang.GetJsonAsync("/api/me")).Code.ShouldBe("key-wrong");
        (await administrator.GetJsonAsync($"/api/villages/{village}/staff/wang")).Body["revoked"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_new_key_ends_the_one_before_and_one_person_gets_one_id()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var village = await system.NewVillageAsync();
        var first = (await administrator.PutJsonAsync($"/api/villages/{village}/staff/wang", Person("officer"))).Body["key"]!.GetValue<string>();
        (await administrator.PutJsonAsync($"/api/villages/{village}/staff/wang-2", Person("checker", "139-0000-1111"))).Code.ShouldBe("staff-twice");
        var second = (await administrator.PostJsonAsync($"/api/villages/{village}/staff/wang/key")).Body["key"]!.GetValue<string>();
        using var before = system.As(first);
        using var after = system.As(second);
        (await before.GetJsonAsync("/api/me")).Code.ShouldBe("key-wrong");
        (await after.GetJsonAsync("/api/me")).Status.ShouldBe(200);
        // A changed role holds at once, and changing it shows no key.
        var changed = await administrator.PutJsonAsync($"/api/villages/{village}/staff/wang", Person("checker"));
        (changed.Status, changed.Body["key"]).ShouldBe((200, null));
        (await after.GetJsonAsync("/api/me")).Body["role"]!.GetValue<string>().ShouldBe("checker");
    }

    [Fact]
    public async Task Nobody_takes_over_what_another_did_under_his_id_and_nobody_is_the_villager()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var village = await system.NewVillageAsync();
        var at = $"/api/villages/{village}/staff/wang";
        (await administrator.PutJsonAsync(at, Person("officer"))).Status.ShouldBe(201);
        JsonObject Other(string phone, string name) => new() { ["name"] = name, ["phone"] = phone, ["role"] = "checker" };
        (await administrator.PutJsonAsync(at, Other("13900002222", "汪会计"))).Code.ShouldBe("staff-other");
        (await administrator.GetJsonAsync(at)).Body["name"]!.GetValue<string>().ShouldBe("王会计");
        // A slip of the pen and a new telephone, one after the other.
        (await administrator.PutJsonAsync(at, Other("139-0000-1111", "汪会计"))).Status.ShouldBe(200);
        (await administrator.PutJsonAsync(at, Other("13900002222", "汪会计"))).Status.ShouldBe(200);
        (await administrator.SendJsonAsync(HttpMethod.Delete, at)).Status.ShouldBe(204);
        (await administrator.PutJsonAsync(at, Person("officer"))).Code.ShouldBe("staff-other");
        (await administrator.PutJsonAsync(at, Other("13900002222", "汪会计"))).Status.ShouldBe(201);

        foreach (var id in new[] { "villager", "system" })
            (await administrator.PutJsonAsync($"/api/villages/{village}/staff/{id}", Person("checker", "13900003333"))).Code.ShouldBe("staff-id");
    }

    [Fact]
    public async Task Guessing_is_stopped_and_gives_nothing_away()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        using var wang = await system.NewStaffAsync(village, "wang", "officer");
        for (var i = 0; i < WrongKeys.Slips; i++)
        {
            using var guess = system.As(PersonalKey.New(village, "wang").ToString());
            using var nobody = system.As(PersonalKey.New(village, "nobody").ToString());
            var (wrong, unknown) = (await guess.GetJsonAsync("/api/me"), await nobody.GetJsonAsync("/api/me"));
            wrong.Status.ShouldBe(403);
            unknown.Body.ToJsonString().ShouldBe(wrong.Body.ToJsonString());
        }

        using var last = system.As(PersonalKey.New(village, "wang").ToString());
        (await last.GetJsonAsync("/api/me")).Status.ShouldBe(429);
        // From elsewhere the person himself still gets in.
        wang.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7:4711");
        (await wang.GetJsonAsync("/api/me")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_link_code_works_once_for_whoever_comes_first()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var village = await system.NewVillageAsync();
        var code = (await administrator.PutJsonAsync($"/api/villages/{village}/staff/wang", Person("officer"))).Body["linkCode"]!.GetValue<string>();
        var staff = system.Services.GetRequiredService<StaffStore>();
        var typed = string.Concat(code.Select(c => (char)(c - '0' + '０'))).Insert(5, " ");
        var redeemed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => staff.RedeemLinkCodeAsync(typed, $"conversation-{i}", CancellationToken.None)));
        redeemed.Where(actor => actor is not null).ShouldHaveSingleItem()!.ShouldBe(new Actor("wang", "王会计", Role.Officer, village));
        for (var i = 0; i < WrongKeys.Slips; i++)
            (await staff.RedeemLinkCodeAsync("0000000000", "guesser", CancellationToken.None)).ShouldBeNull();
        var good = (await administrator.PostJsonAsync($"/api/villages/{village}/staff/wang/link-code")).Body["code"]!.GetValue<string>();
        (await staff.RedeemLinkCodeAsync(good, "guesser", CancellationToken.None)).ShouldBeNull();
        (await staff.RedeemLinkCodeAsync(good, "wang-himself", CancellationToken.None)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Wang", "officer", "13900001111", "staff-id")]
    [InlineData("administrator", "officer", "13900001111", "staff-id")]
    [InlineData("wang", "boss", "13900001111", "role-unknown")]
    [InlineData("wang", "officer", "<b>", "phone-malformed")]
    public async Task What_is_wrong_with_a_person_is_said(string id, string role, string phone, string code)
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var village = await system.NewVillageAsync();
        (await administrator.PutJsonAsync($"/api/villages/{village}/staff/{id}", Person(role, phone))).Code.ShouldBe(code);
    }
}
