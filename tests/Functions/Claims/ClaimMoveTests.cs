using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Claims;

public sealed class ClaimMoveTests(Azurite azurite)
{
    [Fact]
    public async Task A_claim_goes_from_the_desk_to_the_money_through_three_people_and_every_step_is_on_record()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var claim = await village.EnterAsync();
        var id = claim["id"]!.GetValue<string>();
        claim["amount"]!.GetValue<string>().ShouldBe("1200.00");
        claim["progress"]!["makers"]!.AsArray().Select(maker => maker!.GetValue<string>()).ShouldBe(["wang"]);
        claim["actions"]!.AsArray().Select(action => action!["action"]!.GetValue<string>()).ShouldContain("cause");

        // Nobody has asked for the cause yet, and Wang entered it himself: it waits for an officer, then for the checkers.
        (await WaitsForAsync(village)).ShouldBe(["wang", "zhao"]);
        (await village.MoveAsync(village.Li, id, "approved")).Code.ShouldBe("cause-missing");
        (await village.Zhao.PutJsonAsync(village.Path(id, "/cause"), new JsonObject { ["cause"] = "illness" })).Status.ShouldBe(200);
        (await WaitsForAsync(village)).ShouldBe(["li", "sun"]);
        (await village.MoveAsync(village.Wang, id, "approved")).Code.ShouldBe("role-wrong");
        (await village.MoveAsync(village.Li, id, "published")).Code.ShouldBe("move-unknown");
        (await village.MoveAsync(village.Li, id, "approved", ("amount", "1300.00"))).Code.ShouldBe("amount-changed");

        var approved = await village.DoneAsync(village.Li, id, "approved", ("amount", "1200.00"));
        approved["moves"]!.AsArray().Single()!["label"]!.GetValue<string>().ShouldBe("公示");
        await village.DoneAsync(village.Li, id, "published");
        (await WaitsForAsync(village)).ShouldBe(["wang", "zhao", "sun"]);
        (await village.MoveAsync(village.Li, id, "paid")).Code.ShouldBe("same-person");
        var paid = await village.DoneAsync(village.Wang, id, "paid");
        (paid["due"]!.GetValue<string>(), paid["progress"]!["paidOut"]!.GetValue<string>()).ShouldBe(("0.00", "1200.00"));

        (await village.AidEntriesAsync()).ShouldBe(["aid-approved aid 1200.00 bank 0.00", "aid-paid aid 0.00 bank -1200.00"]);
        var events = (await village.Li.GetJsonAsync(village.Path(id, "/events"))).Body["events"]!.AsArray();
        events.Select(e => $"{e!["version"]} {e["by"]} {e["kind"]} {e["from"]}>{e["to"]}").ShouldBe([
            "1 wang received >checked", "2 zhao cause checked>checked", "3 li moved checked>approved", "4 li moved approved>published", "5 wang moved published>paid"]);
    }

    /// <summary>On whose list of what waits the village's one claim stands.</summary>
    static async Task<IReadOnlyList<string>> WaitsForAsync(ClaimVillage village)
    {
        List<string> waits = [];
        foreach (var (name, who) in new[] { ("wang", village.Wang), ("zhao", village.Zhao), ("li", village.Li), ("sun", village.Sun) })
        {
            if ((await who.GetJsonAsync($"/api/villages/{village.Code}/claims?mine=true")).Body["count"]!.GetValue<int>() == 1)
                waits.Add(name);
        }

        return waits;
    }

    [Fact]
    public async Task Of_two_checkers_who_approve_at_once_one_wins_and_a_key_asked_twice_is_once()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        for (var round = 0; round < 5; round++)
        {
            var id = await village.CheckedAsync(village.Stay(admitted: $"2026-0{round + 1}-02", discharged: $"2026-0{round + 1}-09"));
            var answers = await Task.WhenAll(
                village.MoveAsync(village.Li, id, "approved"),
                village.MoveAsync(village.Sun, id, "approved"));
            answers.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
            answers.Single(answer => answer.Status == 409).Code.ShouldBeOneOf("claim-changed", "move-unknown");

            var twice = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => village.MoveAsync(village.Zhao, id, "published", ("key", $"publish-{round}"))));
            twice.ShouldAllBe(answer => answer.Status == 200);
            (await village.Li.GetJsonAsync(village.Path(id, "/events"))).Body["events"]!.AsArray().Count(e => e!["to"]!.GetValue<string>() == "published").ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_correction_is_a_new_revision_with_its_difference_and_the_ledger_keeps_both()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var id = await village.PaidAsync();
        (await village.Wang.PutJsonAsync(village.Path(id, "/fields"), new JsonObject { ["fields"] = new JsonObject { ["total"] = "2000.00" } })).Code.ShouldBe("claim-settled");

        // The diagnosis had been misread: another disease, another sum.
        (await village.Wang.PostJsonAsync(village.Path(id, "/reopen"), new JsonObject { ["words"] = "诊断看错了" })).Body["state"]!.GetValue<string>().ShouldBe("received");
        var edited = await village.Wang.PutJsonAsync(village.Path(id, "/fields"), new JsonObject { ["fields"] = new JsonObject { ["diagnosis"] = "肺炎" } });
        (edited.Body["revision"]!.GetValue<int>(), edited.Body["amount"]!.GetValue<string>(), edited.Body["due"]!.GetValue<string>()).ShouldBe((3, "900.00", "0.00"));
        var change = (await village.Wang.GetJsonAsync(village.Path(id, "/events"))).Body["events"]!.AsArray()[^1]!["changes"]!.AsArray().Single()!;
        (change["label"]!.GetValue<string>(), change["before"]!.GetValue<string>(), change["after"]!.GetValue<string>()).ShouldBe(("出院诊断", "急性阑尾炎", "肺炎"));

        // So had the record's line of what was operated on.
        var operated = (await village.Wang.PutJsonAsync(village.Path(id, "/fields"), new JsonObject { ["fields"] = new JsonObject { ["operation"] = "腹腔镜下阑尾切除术" } })).Body;
        var operation = operated["operations"]!.AsArray().Single()!;
        (operation["code"]!.GetValue<string>(), operation["sure"]!.GetValue<bool>(), operation["source"]!.GetValue<string>(), operated["amount"]!.GetValue<string>()).ShouldBe(("47.01", true, "record", "900.00"));

        if (edited.Body["state"]!.GetValue<string>() == "received") await village.DoneAsync(village.Wang, id, "checked");
        var approved = await village.DoneAsync(village.Sun, id, "approved");
        approved["due"]!.GetValue<string>().ShouldBe("-300.00");
        (await village.DoneAsync(village.Sun, id, "published"))["moves"]!.AsArray().Single()!["label"]!.GetValue<string>().ShouldBe("记下退回的钱");
        (await village.DoneAsync(village.Zhao, id, "paid"))["due"]!.GetValue<string>().ShouldBe("0.00");
        (await village.AidEntriesAsync()).ShouldBe([
            "aid-approved aid 1200.00 bank 0.00", "aid-paid aid 0.00 bank -1200.00", "aid-corrected aid -300.00 bank 0.00", "aid-returned aid 0.00 bank 300.00"]);
    }

    [Fact]
    public async Task What_one_was_paid_too_much_and_what_another_is_owed_stand_side_by_side_on_the_board()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var over = await village.PaidAsync();
        await village.Wang.PostJsonAsync(village.Path(over, "/reopen"), new JsonObject { ["words"] = "诊断看错了" });
        await village.Wang.PutJsonAsync(village.Path(over, "/fields"), new JsonObject { ["fields"] = new JsonObject { ["diagnosis"] = "肺炎" } });
        await village.DoneAsync(village.Sun, over, "approved");
        var owed = await village.CheckedAsync(village.Stay(admitted: "2026-01-02", discharged: "2026-01-09"));
        await village.DoneAsync(village.Li, owed, "approved");

        var board = $"/api/villages/{village.Code}/board";
        var balance = (await village.Li.GetJsonAsync(board)).Body["balance"]!;
        string Figure(string name) => balance[name]!.GetValue<string>();
        // 100,000.00 less 1,200.00 paid; the fee of 2 % on it is owed.
        (Figure("money"), Figure("aidOwed"), Figure("overpaid"), Figure("feeOwed"), Figure("left")).ShouldBe(("98800.00", "1200.00", "300.00", "24.00", "97576.00"));
        var page = await village.Li.GetStringAsync($"/board/{village.Code}");
        page.ShouldContain("<dt>审核通过还没发的</dt><dd>1,200.00");
        page.ShouldContain("<dt>发多了要收回的</dt><dd>300.00");
    }

    [Fact]
    public async Task Whose_contribution_is_not_in_the_books_while_others_are_is_told_of_before_the_approval_and_approved_all_the_same()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var id = await village.CheckedAsync();
        async Task<string?> NoteAsync() =>
            (await village.Li.GetJsonAsync(village.Path(id))).Body["moves"]!.AsArray().Single(move => move!["to"]!.GetValue<string>() == "approved")!["note"]?.GetValue<string>();
        // Nobody's is recorded: the village keeps them elsewhere.
        (await NoteAsync()).ShouldBeNull();

        var ledger = system.Services.GetRequiredService<LedgerStore>();
        Posting Paid(string member, int attempt = 1) => ContributionPostings.Member(member, 2026, attempt, "王**", Fen.FromYuan(120), new DateOnly(2026, 3, 1), payer: null);
        var own = (await village.Li.GetJsonAsync(village.Path(id))).Body["member"]!.GetValue<string>();
        await ledger.PostManyAsync(village.Code, [Paid("somebody-else")], default);
        (await NoteAsync())!.ShouldContain("2026 年的会费");
        await ledger.PostManyAsync(village.Code, [Paid(own)], default);
        (await NoteAsync()).ShouldBeNull();
        var entry = (await ledger.FindAsync(village.Code, Paid(own).Key, default))!;
        await ledger.PostManyAsync(village.Code, [Reversal.Of(entry.Posting, new DateOnly(2026, 3, 2), "记错了人")], default);
        (await NoteAsync())!.ShouldContain("没有交，还是漏记了");
        (await village.DoneAsync(village.Li, id, "approved"))["state"]!.GetValue<string>().ShouldBe("approved");
    }

    [Fact]
    public async Task One_settlement_sheet_is_paid_once_in_the_county_and_the_second_village_learns_where()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var first = await ClaimVillage.NewAsync(system);
        using var second = await ClaimVillage.NewAsync(system);
        var stay = first.Stay();
        var mine = await first.CheckedAsync(stay);
        var yours = await second.CheckedAsync(stay.DeepClone().AsObject());

        await first.DoneAsync(first.Li, mine, "approved");
        var refused = await second.MoveAsync(second.Li, yours, "approved");
        refused.Code.ShouldBe("amount-changed");
        // The same person: they hear of their own claim, by its village and day. Which claim it is, the desk alone is told.
        refused.Body["detail"]!.GetValue<string>().ShouldContain("已经报过一份（江阴市示例镇守望村），一张结算单只能补一次。");
        refused.Body["detail"]!.GetValue<string>().ShouldNotContain(mine);
        var seen = (await second.Li.GetJsonAsync(second.Path(yours))).Body;
        (seen["sheetUsedIn"]!["village"]!.GetValue<string>(), seen["sheetUsedIn"]!["claim"]!.GetValue<string>()).ShouldBe((first.Code, mine));
        (seen["state"]!.GetValue<string>(), seen["amount"]!.GetValue<string>(), seen["reasonTexts"]![0]!["number"]!.GetValue<int>()).ShouldBe(("received", "0.00", 6));
        seen["findings"]!.ToJsonString().ShouldNotContain("周桂兰");
        (await second.AidEntriesAsync()).ShouldBeEmpty();

        // A third claim learns it as it comes in.
        using var third = await ClaimVillage.NewAsync(system);
        (await third.EnterAsync(stay.DeepClone().AsObject()))["reasonTexts"]![0]!["number"]!.GetValue<int>().ShouldBe(6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_sends_a_sheet_that_another_used_hears_nothing_of_whose_it_was(bool sameVillage)
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var first = await ClaimVillage.NewAsync(system);
        using var other = sameVillage ? null : await ClaimVillage.NewAsync(system);
        var stay = first.Stay();
        var mine = await first.CheckedAsync(stay);
        await first.DoneAsync(first.Li, mine, "approved");

        var village = other ?? first;
        var yours = stay.DeepClone().AsObject();
        yours["person"] = new JsonObject { ["name"] = "吕海金", ["idNumber"] = "329901195711110072" };
        (await village.Wang.PostJsonAsync($"/api/villages/{village.Code}/members", new JsonObject { ["name"] = "吕海金", ["idNumber"] = "329901195711110072", ["joined"] = "2026-01-01" })).Status.ShouldBe(201);
        var claim = await village.EnterAsync(yours);
        claim["reasonTexts"]![0]!["number"]!.GetValue<int>().ShouldBe(6);
        var said = claim["why"]!.AsArray().Select(sentence => sentence!.GetValue<string>()).Single(sentence => sentence.Contains("只能补一次", StringComparison.Ordinal));
        said.ShouldStartWith($"这张结算单已经用在{(sameVillage ? "" : "别的村")}别人的一份申请里，一张结算单只能补一次。");
        said.ShouldNotContain("周桂兰");
        said.ShouldNotContain(mine);
        said.ShouldNotContain("守望村");
        claim["sheetUsedIn"]!["claim"]!.GetValue<string>().ShouldBe(mine);
    }

    [Fact]
    public async Task The_same_cause_again_is_no_other_line_of_the_history()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var id = (await village.EnterAsync())["id"]!.GetValue<string>();
        foreach (var (staff, cause) in new[] { (village.Wang, "illness"), (village.Wang, "illness"), (village.Zhao, "illness"), (village.Zhao, "traffic") })
            (await staff.PutJsonAsync(village.Path(id, "/cause"), new JsonObject { ["cause"] = cause })).Status.ShouldBe(200);
        var events = (await village.Li.GetJsonAsync(village.Path(id, "/events"))).Body["events"]!.AsArray();
        events.Where(happened => happened!["kind"]!.GetValue<string>() == "cause").Select(happened => happened!["changes"]![0]!["after"]!.GetValue<string>()).ShouldBe(["illness", "traffic"]);
    }

    [Fact]
    public async Task A_refusal_says_its_numbered_reason_and_an_appeal_is_decided_by_somebody_else()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var claim = await village.EnterAsync(village.Stay(total: "2999.99", borne: "1000.00"));
        var id = claim["id"]!.GetValue<string>();
        var refuse = claim["moves"]!.AsArray().Single(move => move!["to"]!.GetValue<string>() == "refused")!;
        refuse["reasons"]![0]!["code"]!.GetValue<string>().ShouldBe("below-entry-line");

        (await village.MoveAsync(village.Wang, id, "refused")).Code.ShouldBe("reason-missing");
        (await village.MoveAsync(village.Wang, id, "refused", ("reasons", new JsonArray(11)))).Code.ShouldBe("words-missing");
        (await village.MoveAsync(village.Wang, id, "refused", ("reasons", new JsonArray(77)))).Code.ShouldBe("reason-unknown");
        var refused = await village.DoneAsync(village.Wang, id, "refused", ("reasons", new JsonArray(3)));
        refused["progress"]!["appealUntil"].ShouldNotBeNull();

        (await village.Zhao.PostJsonAsync(village.Path(id, "/appeal"), new JsonObject { ["words"] = "漏算了一张清单" })).Body["state"]!.GetValue<string>().ShouldBe("received");
        (await village.MoveAsync(village.Wang, id, "refused", ("reasons", new JsonArray(3)))).Code.ShouldBe("same-person");
        (await village.Zhao.PutJsonAsync(village.Path(id, "/fields"), new JsonObject { ["fields"] = new JsonObject { ["total"] = "3000.00" } })).Body["amount"]!.GetValue<string>().ShouldBe("1000.00");
        (await village.Zhao.PutJsonAsync(village.Path(id, "/cause"), new JsonObject { ["cause"] = "illness" })).Status.ShouldBe(200);
        var now = (await village.Li.GetJsonAsync(village.Path(id))).Body;
        if (now["state"]!.GetValue<string>() == "received") await village.DoneAsync(village.Zhao, id, "checked");
        await village.DoneAsync(village.Li, id, "approved");
    }

    [Fact]
    public async Task What_the_charter_excludes_is_refused_and_sent_back_claims_say_what_is_missing()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var id = (await village.EnterAsync())["id"]!.GetValue<string>();
        var traffic = await village.Wang.PutJsonAsync(village.Path(id, "/cause"), new JsonObject { ["cause"] = "traffic" });
        (traffic.Body["amount"]!.GetValue<string>(), traffic.Body["reasonTexts"]![0]!["number"]!.GetValue<int>()).ShouldBe(("0.00", 5));
        traffic.Body["why"]![0]!.GetValue<string>().ShouldBe("村里互助这次不补钱。");
        (await village.MoveAsync(village.Li, id, "approved")).Status.ShouldBe(409);
        var returned = await village.DoneAsync(village.Wang, id, "returned", ("reasons", new JsonArray(56)), ("words", "请补交警队的责任认定书"));
        returned["progress"]!["words"]!.GetValue<string>().ShouldBe("请补交警队的责任认定书");
        (await village.Wang.PutJsonAsync(village.Path(id, "/cause"), new JsonObject { ["cause"] = "bad luck" })).Code.ShouldBe("cause-unknown");
    }

    [Fact]
    public async Task What_hangs_out_for_objections_is_on_the_board_masked_until_somebody_objects()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system, charter: new JsonObject { ["objectionDays"] = 7, ["claimDays"] = 3650 });
        var id = await village.CheckedAsync();
        using var anybody = system.CreateClient();
        async Task<string> BoardAsync() => await anybody.GetStringAsync(new Uri($"/board/{village.Code}", UriKind.Relative));

        await village.DoneAsync(village.Li, id, "approved");
        (await BoardAsync()).ShouldNotContain("notices");
        var published = await village.DoneAsync(village.Zhao, id, "published");
        var board = await BoardAsync();
        board.ShouldContain("href=\"#notices\"");
        var notices = board[board.IndexOf("id=\"notices\"", StringComparison.Ordinal)..board.IndexOf("aria-labelledby=\"payments\"", StringComparison.Ordinal)];
        // A group with fewer aids than the charter's least names no illness.
        foreach (var shown in new[] { "周**", "1,200.00", "其他疾病" })
            notices.ShouldContain(shown);
        foreach (var hidden in new[] { "周桂兰", "阑尾", id })
            notices.ShouldNotContain(hidden);
        board.ShouldNotContain("周桂兰");
        (await village.MoveAsync(village.Zhao, id, "paid")).Code.ShouldBe("objections-open");
        published["progress"]!["objectionsUntil"].ShouldNotBeNull();

        // Somebody objects: it is taken up again, hangs out no more and cannot be paid.
        (await village.Zhao.PostJsonAsync(village.Path(id, "/reopen"), new JsonObject { ["words"] = "村民提出异议" })).Status.ShouldBe(200);
        (await BoardAsync()).ShouldNotContain("href=\"#notices\"");
        (await village.MoveAsync(village.Zhao, id, "paid")).Code.ShouldBe("move-unknown");
    }

    [Fact]
    public async Task An_objection_made_at_the_office_is_written_down_once_and_holds_up_the_money_until_it_is_settled()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var id = await village.CheckedAsync();
        var words = new JsonObject { ["words"] = "邻居说那几天他在家里", ["key"] = "a" };
        (await village.Wang.PostJsonAsync(village.Path(id, "/objection"), words)).Code.ShouldBe("objection-not-now");
        await village.DoneAsync(village.Li, id, "approved");
        for (var i = 0; i < 2; i++)
            (await village.Wang.PostJsonAsync(village.Path(id, "/objection"), words)).Status.ShouldBe(200);
        await village.DoneAsync(village.Zhao, id, "published");
        (await village.MoveAsync(village.Zhao, id, "paid")).Code.ShouldBe("objection-unsettled");

        var calls = $"/api/villages/{village.Code}/calls";
        var call = (await village.Zhao.GetJsonAsync(calls)).Body["calls"]!.AsArray().ShouldHaveSingleItem()!;
        (call["notedBy"]!.GetValue<string>(), call["answerable"]!.GetValue<bool>()).ShouldBe(((await village.Wang.GetJsonAsync("/api/me")).Body["name"]!.GetValue<string>(), false));
        (await village.Zhao.PostJsonAsync($"{calls}/{call["id"]}/answer", new JsonObject { ["words"] = "查过了" })).Code.ShouldBe("call-gone");
        (await village.Zhao.PostJsonAsync($"{calls}/{call["id"]}/done", new JsonObject { ["words"] = "问过医院，住院是真的" })).Status.ShouldBe(200);
        await village.DoneAsync(village.Zhao, id, "paid");
        (await village.Wang.PostJsonAsync(village.Path(id, "/objection"), words)).Status.ShouldBe(200);
        (await village.Wang.PostJsonAsync(village.Path(id, "/objection"), new JsonObject { ["words"] = "又想起来一件", ["key"] = "b" })).Code.ShouldBe("objection-not-now");
        (await village.Zhao.GetJsonAsync($"{calls}?all=true&claim={id}")).Body["calls"]!.AsArray().ShouldHaveSingleItem()!["outcome"]!.GetValue<string>().ShouldBe("问过医院，住院是真的");
    }

    [Fact]
    public async Task What_came_in_before_the_plan_of_its_day_says_so_and_is_worked_out_when_the_plan_is_there()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system, charter: new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650 });
        await system.ChangeVillageAsync(village.Code, body => body["members"]![0]!["joined"] = "2025-01-01");
        var id = (await village.EnterAsync(village.Stay(admitted: "2025-12-20", discharged: "2025-12-29")))["id"]!.GetValue<string>();
        var seen = (await village.Wang.GetJsonAsync(village.Path(id))).Body;
        seen["amount"].ShouldBeNull();
        seen["missing"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("管2025年12月29日出院的补助方案，村里还没有公布");
        seen["why"]!.ToJsonString().ShouldNotContain("医保部门");
        seen["actions"]!.AsArray().Select(action => action!["action"]!.GetValue<string>()).ShouldContain("recompute");
        (await village.Zhao.PostJsonAsync(village.Path(id, "/recompute"), new JsonObject())).Body["amount"].ShouldBeNull();

        await system.ChangeVillageAsync(village.Code, body => (body["members"]![0]!["joined"], body["plan"]!["version"], body["plan"]!["from"], body["plan"]!["to"]) = ("2025-01-01", "2025-1", "2025-01-01", "2025-12-31"));
        var worked = (await village.Zhao.PostJsonAsync(village.Path(id, "/recompute"), new JsonObject())).Body;
        (worked["amount"]!.GetValue<string>(), worked["missing"]!.AsArray().Count).ShouldBe(("1200.00", 0));
        worked["actions"]!.AsArray().Select(action => action!["action"]!.GetValue<string>()).ShouldNotContain("recompute");
        (await village.Zhao.PostJsonAsync(village.Path(id, "/recompute"), new JsonObject())).Code.ShouldBe("claim-settled");
    }

    [Fact]
    public async Task What_is_left_for_the_patient_is_told_with_what_the_charter_gives_and_not_with_the_plans_sum()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system, charter: new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650, ["readmission"] = new JsonObject { ["days"] = 15 } });
        await village.PaidAsync(village.Stay(admitted: "2026-03-01", discharged: "2026-03-09"));
        var again = await village.EnterAsync(village.Stay(admitted: "2026-03-12", discharged: "2026-03-20"));
        again["amount"]!.GetValue<string>().ShouldBe("0.00");
        again["why"]!.AsArray().Select(sentence => sentence!.GetValue<string>()).Last().ShouldBe("都算上以后，您自己付 5,018.40 元。");
        again["layers"]!.AsArray().Single(layer => layer!["name"]!.GetValue<string>() == "自己付")!["amount"]!.GetValue<string>().ShouldBe("5,018.40");
    }

    [Fact]
    public async Task Without_money_an_approval_is_taken_back_and_nothing_is_owed()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system, "1000.00");
        var id = await village.CheckedAsync();
        var answer = await village.MoveAsync(village.Li, id, "approved");
        answer.Code.ShouldBe("funds-short");
        var seen = (await village.Li.GetJsonAsync(village.Path(id))).Body;
        seen["state"]!.GetValue<string>().ShouldBe("checked");
        seen["progress"]!["award"].ShouldBeNull();
        (await village.Li.GetJsonAsync(village.Path(id, "/events"))).Body["events"]!.AsArray()[^1]!["kind"]!.GetValue<string>().ShouldBe("undone");
        (await village.AidEntriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_money_is_low_claims_wait_in_the_order_they_came_or_are_cut_as_the_charter_says()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        // Below 99,000 of 100,000 yuan money is low; an aid takes 1,224 with its fee.
        using var village = await ClaimVillage.NewAsync(system, charter: new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650, ["readmission"] = new JsonObject { ["days"] = 0 }, ["lowMoney"] = new JsonObject { ["action"] = "queue", ["below"] = "99%" } });
        var first = await village.CheckedAsync(village.Stay(admitted: "2026-01-02", discharged: "2026-01-09"));
        var second = await village.CheckedAsync(village.Stay(admitted: "2026-02-02", discharged: "2026-02-09"));

        var early = await village.MoveAsync(village.Li, second, "approved");
        (early.Status, early.Code).ShouldBe((409, "money-low"));
        early.Body["detail"]!.GetValue<string>().ShouldContain("1,224.00");
        await village.DoneAsync(village.Li, first, "approved", ("amount", "1200.00"));
        var waits = (await village.Li.GetJsonAsync(village.Path(second))).Body["moves"]!.AsArray().Single(move => move!["to"]!.GetValue<string>() == "approved")!;
        (waits["allowed"]!.GetValue<bool>(), waits["code"]!.GetValue<string>()).ShouldBe((false, "money-low"));

        using var administrator = system.Administrator();
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples/village.json")))!.AsObject();
        body.Remove("plan");
        body["charter"] = new JsonObject { ["lowMoney"] = new JsonObject { ["action"] = "stop", ["share"] = "60%" } };
        (await administrator.PutJsonAsync($"/api/villages/{village.Code}", body)).Code.ShouldBe("share-needless");
        body["charter"] = new JsonObject { ["lowMoney"] = new JsonObject { ["action"] = "reduce", ["share"] = "60%" } };
        (await administrator.PutJsonAsync($"/api/villages/{village.Code}", body)).Status.ShouldBe(200);
        var cut = (await village.Li.GetJsonAsync(village.Path(second))).Body["moves"]!.AsArray().Single(move => move!["to"]!.GetValue<string>() == "approved")!;
        (cut["allowed"]!.GetValue<bool>(), cut["amount"]!.GetValue<string>()).ShouldBe((true, "720.00"));
        cut["note"]!.GetValue<string>().ShouldContain("60%");
        await village.DoneAsync(village.Li, second, "approved", ("amount", "720.00"));
        // Everybody is told what was granted, and why it is less than the plan gives.
        var granted = (await village.Wang.GetJsonAsync(village.Path(second))).Body;
        (granted["amount"]!.GetValue<string>(), granted["granted"]!.GetValue<string>()).ShouldBe(("1200.00", "720.00"));
        granted["why"]!.AsArray().Take(2).Select(sentence => sentence!.GetValue<string>()).ShouldBe(["村里互助补您 720.00 元（柒佰贰拾元整）。", "按方案应补 1,200.00 元。批准的时候村里的钱不够，按章程少补了 480.00 元。"]);
        granted["why"]!.AsArray().Select(sentence => sentence!.GetValue<string>()).ShouldContain("都算上以后，您自己付 4,298.40 元。");
        var layers = granted["layers"]!.AsArray().ToDictionary(layer => layer!["name"]!.GetValue<string>(), layer => layer!["amount"]!.GetValue<string>());
        (layers["村里互助"], layers["自己付"]).ShouldBe(("720.00", "4,298.40"));
        (await village.Wang.GetJsonAsync(village.Path(first))).Body["granted"].ShouldBeNull();
        (await village.Ledger.BooksAsync(village.Code, default)).Balances[Account.Aid].ShouldBe(Fen.FromYuan(1920));
    }

    [Fact]
    public async Task The_list_is_filtered_and_paged_and_another_village_sees_nothing()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        using var other = await ClaimVillage.NewAsync(system);
        for (var month = 1; month <= 5; month++)
            await village.EnterAsync(village.Stay(admitted: $"2026-0{month}-01", discharged: $"2026-0{month}-20"));
        var list = $"/api/villages/{village.Code}/claims";
        var first = (await village.Li.GetJsonAsync($"{list}?size=2&from=2026-02-01")).Body;
        (first["count"]!.GetValue<int>(), first["claims"]!.AsArray().Count).ShouldBe((4, 2));
        var rest = (await village.Li.GetJsonAsync($"{list}?size=3&from=2026-02-01&after={first["next"]}")).Body;
        rest["claims"]!.AsArray().Select(claim => claim!["discharged"]!.GetValue<string>()).ShouldBe(["2026-03-20", "2026-02-20"]);
        rest["next"].ShouldBeNull();
        rest["claims"]![0]!["moves"]!.AsArray().ShouldNotBeEmpty();
        (await village.Li.PostJsonAsync($"{list}/search", new JsonObject { ["person"] = "桂兰" })).Body["count"]!.GetValue<int>().ShouldBe(5);
        (await village.Li.GetJsonAsync($"{list}?state=paid")).Body["count"]!.GetValue<int>().ShouldBe(0);
        (await village.Li.GetJsonAsync($"{list}?state=gone")).Code.ShouldBe("state-unknown");
        (await village.Li.GetJsonAsync($"{list}?mine=perhaps")).Code.ShouldBe("flag-malformed");
        (await other.Li.GetJsonAsync(list)).Code.ShouldBe("village-other");
    }
}
