using System.Text;
using System.Text.Json.Nodes;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Payments;

public sealed class PaymentListTests(Azurite azurite)
{
    [Fact]
    public async Task Several_claims_go_to_the_bank_on_one_list_and_none_of_them_can_be_paid_twice()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var at = $"/api/villages/{village.Code}/payment-lists";
        string[] claims = [await PublishedAsync(village, 1), await PublishedAsync(village, 2), await PublishedAsync(village, 3)];
        var payable = (await village.Zhao.GetJsonAsync(at)).Body["payable"]!.AsArray();
        payable.Select(one => (one!["claim"]!.GetValue<string>(), one["person"]!.GetValue<string>(), one["tail"]!.GetValue<string>(), one["ready"]!.GetValue<bool>()))
            .ShouldBe(claims.Select(claim => (claim, "周桂兰", "0082", true)), ignoreOrder: true);
        // Li approved them: whoever approved hands out no money, by list either.
        (await village.Li.GetJsonAsync(at)).Body["payable"]!.AsArray().ShouldAllBe(one => !one!["ready"]!.GetValue<bool>());
        (await village.Li.PostJsonAsync(at, Wanted("k", claims))).Code.ShouldBe("same-person");

        // Lost answers, two windows: one list.
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => village.Zhao.PostJsonAsync(at, Wanted("k", claims))));
        made.Select(answer => answer.Status).Order().ShouldBe([200, 200, 201]);
        made.Select(answer => answer.Body["list"]!.GetValue<string>()).Distinct().ShouldBe([Number(1)]);
        (made[0].Body["total"]!.GetValue<string>(), made[0].Body["inWords"]!.GetValue<string>()).ShouldBe(("3600.00", "叁仟陆佰元整"));
        (await village.Wang.PostJsonAsync(at, Wanted("other", claims[0]))).Code.ShouldBe("listed");

        // While the bank has it, a claim is neither paid by itself nor changed, and waits for nobody at the desk.
        (await village.MoveAsync(village.Wang, claims[0], "paid", ("inCash", true))).Code.ShouldBe("listed");
        (await village.Wang.PostJsonAsync(village.Path(claims[0], "/reopen"), new JsonObject { ["words"] = "看错了" })).Code.ShouldBe("listed");
        (await village.Wang.GetJsonAsync($"/api/villages/{village.Code}/claims?mine=true")).Body["count"]!.GetValue<int>().ShouldBe(0);

        // The bank paid two; the third's account was wrong. Told twice, it is written down once.
        var said = new JsonObject
        {
            ["paid"] = new JsonArray(new JsonObject { ["claim"] = claims[0] }, new JsonObject { ["claim"] = claims[1] }),
            ["back"] = new JsonArray(new JsonObject { ["claim"] = claims[2], ["words"] = "账号不对，退回来了" }),
        };
        (await village.Li.PostJsonAsync($"{at}/{Number(1)}/outcome", new JsonObject { ["paid"] = new JsonArray(new JsonObject { ["claim"] = claims[0] }) })).Body["lines"]![0]!["detail"]!.GetValue<string>().ShouldContain("您审核的");
        for (var time = 0; time < 2; time++)
        {
            var lines = (await village.Wang.PostJsonAsync($"{at}/{Number(1)}/outcome", said.DeepClone().AsObject())).Body["lines"]!.AsArray();
            lines.ShouldAllBe(line => line!["detail"] == null);
            lines.Select(line => (line!["state"]!.GetValue<string>(), line["by"]!.GetValue<string>(), line["words"]?.GetValue<string>())).ShouldBe([("paid", "工作人员wang", null), ("paid", "工作人员wang", null), ("back", "工作人员wang", "账号不对，退回来了")]);
        }

        // What came back goes on the next list or is paid by itself; what was paid can go on none.
        (await village.Wang.PostJsonAsync(at, Wanted("again", claims[0]))).Code.ShouldBe("list-not-now");
        (await village.Wang.PostJsonAsync(at, Wanted("again", claims[2]))).Body["list"]!.GetValue<string>().ShouldBe(Number(2));
        (await village.Wang.PostJsonAsync($"{at}/{Number(1)}/outcome", new JsonObject { ["paid"] = new JsonArray(new JsonObject { ["claim"] = claims[2] }) })).Body["lines"]![2]!["detail"]!.GetValue<string>().ShouldContain("代发清单 " + Number(2));
        (await village.Zhao.PostJsonAsync($"{at}/{Number(2)}/outcome", new JsonObject { ["paid"] = new JsonArray(new JsonObject { ["claim"] = claims[2] }) })).Body["lines"]![0]!["state"]!.GetValue<string>().ShouldBe("paid");
        (await village.AidEntriesAsync()).Count(entry => entry == "aid-paid aid 0.00 bank -1200.00").ShouldBe(3);
        (await village.Wang.GetJsonAsync(at)).Body["lists"]!.AsArray().Select(list => $"{list!["list"]} {list["waiting"]}").ShouldBe([$"{Number(2)} 0", $"{Number(1)} 0"]);
        // The first list stays as it was handed over.
        (await village.Wang.GetJsonAsync($"{at}/{Number(1)}")).Body["lines"]!.AsArray().Select(line => line!["state"]!.GetValue<string>()).ShouldBe(["paid", "paid", "back"]);
        (await village.Wang.GetJsonAsync($"{at}/{Number(3)}")).Code.ShouldBe("list-unknown");
    }

    [Fact]
    public async Task Of_two_who_pay_one_claim_at_once_by_list_and_by_itself_one_does()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        for (var month = 1; month <= 6; month++)
        {
            var claim = await PublishedAsync(village, month);
            var answers = await Task.WhenAll(
                village.Zhao.PostJsonAsync($"/api/villages/{village.Code}/payment-lists", Wanted($"k{month}", claim)),
                village.MoveAsync(village.Wang, claim, "paid"));
            answers.Count(answer => answer.Status < 300).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_list_is_not_made_over_the_money_or_over_an_objection_or_a_changed_amount()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system, "3700.00");
        var at = $"/api/villages/{village.Code}/payment-lists";
        string[] claims = [await PublishedAsync(village, 1), await PublishedAsync(village, 2), await PublishedAsync(village, 3)];
        (await village.Zhao.PostJsonAsync(at, new JsonObject { ["claims"] = new JsonArray(new JsonObject { ["claim"] = claims[0], ["amount"] = "1300.00" }) })).Code.ShouldBe("amount-changed");
        (await village.Wang.PostJsonAsync(village.Path(claims[1], "/objection"), new JsonObject { ["words"] = "邻居说他没住院" })).Status.ShouldBe(200);
        var objected = await village.Zhao.PostJsonAsync(at, Wanted("a", claims));
        objected.Code.ShouldBe("objection-unsettled");
        objected.Body["detail"]!.GetValue<string>().ShouldStartWith("周桂兰：");
        // All or none: the others stand on no list.
        (await village.Zhao.GetJsonAsync(at)).Body["lists"]!.AsArray().ShouldBeEmpty();

        (await village.Zhao.PostJsonAsync(at, Wanted("b", claims[0], claims[2]))).Status.ShouldBe(201);
        // 3,700 are in the bank, and 2,400 of them are on their way.
        await village.Ledger.PostAsync(village.Code, ContributionPostings.Withdrawal("p1", Shared.Money.Fen.Parse("200.00"), new DateOnly(2026, 3, 20)), default);
        var call = (await village.Zhao.GetJsonAsync($"/api/villages/{village.Code}/calls")).Body["calls"]![0]!["id"]!.GetValue<string>();
        (await village.Zhao.PostJsonAsync($"/api/villages/{village.Code}/calls/{call}/done", new JsonObject { ["words"] = "查过了，住过院" })).Status.ShouldBe(200);
        (await village.Zhao.PostJsonAsync(at, Wanted("c", claims[1]))).Code.ShouldBe("funds-short");
    }

    [Fact]
    public async Task The_list_is_a_workbook_to_sign_and_rows_for_the_bank_and_holds_no_illness()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var at = $"/api/villages/{village.Code}/payment-lists";
        string[] claims = [await PublishedAsync(village, 1), await PublishedAsync(village, 2)];
        (await village.Zhao.PostJsonAsync(at, Wanted("k", claims))).Status.ShouldBe(201);

        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        try
        {
            await File.WriteAllBytesAsync(file, await village.Zhao.GetByteArrayAsync($"{at}/{Number(1)}/file?format=xlsx"));
            var rows = JsonNode.Parse(await Node.RunAsync("Functions/Payments/read-workbook.mjs", file))!.AsArray();
            rows[0]![0]!.GetValue<string>().ShouldEndWith("医疗互助补助代发清单");
            rows[2]!.AsArray().Select(head => head!.GetValue<string>()).ShouldBe(["序号", "姓名", "身份证后四位", "开户银行", "账号", "金额（元）", "用途", "备注"]);
            rows[3]!.ToJsonString().ShouldBe(new JsonArray(1, "周桂兰", "0082", null, null, 1200, $"住院互助补助 {claims[0][..8]}", null).ToJsonString());
            (rows[5]![1]!.GetValue<string>(), rows[5]![2]!.GetValue<string>(), rows[5]![5]!.GetValue<decimal>()).ShouldBe(("合计", "2 笔", 2400m));
            rows[6]![0]!.GetValue<string>().ShouldBe("合计大写：贰仟肆佰元整");
            rows.ToJsonString().ShouldNotContain("阑尾");
        }
        finally
        {
            File.Delete(file);
        }

        var csv = Encoding.UTF8.GetString(await village.Zhao.GetByteArrayAsync($"{at}/{Number(1)}/file?format=csv"));
        csv.ShouldBe($"\uFEFF姓名,账号,开户银行,金额,用途\r\n\"周桂兰\",,,1200.00,\"住院互助补助 {claims[0][..8]}\"\r\n\"周桂兰\",,,1200.00,\"住院互助补助 {claims[1][..8]}\"\r\n");
    }

    [Fact]
    public async Task A_row_of_the_bank_that_holds_a_whole_list_confirms_all_that_was_paid_by_it()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var at = $"/api/villages/{village.Code}";
        string[] claims = [await PublishedAsync(village, 1), await PublishedAsync(village, 2)];
        (await village.Zhao.PostJsonAsync($"{at}/payment-lists", Wanted("k", claims))).Status.ShouldBe(201);
        (await village.Zhao.PostJsonAsync($"{at}/payment-lists/{Number(1)}/outcome", new JsonObject { ["paid"] = new JsonArray([.. claims.Select(claim => new JsonObject { ["claim"] = claim })]) })).Status.ShouldBe(200);
        var open = (await village.Zhao.GetJsonAsync($"{at}/bank/open")).Body;
        var day = open["entries"]![0]!["date"]!.GetValue<string>();

        var statement = $"交易日期,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,流水号\n{day},2400.00,,97600.00,代发业务过渡户,,批量代发,F1\n";
        using var content = new StringContent(statement, Encoding.UTF8, "text/csv");
        using var sent = await village.Wang.PostAsync($"{at}/bank/statement", content);
        ((int)sent.StatusCode).ShouldBe(200);
        var row = (await village.Zhao.GetJsonAsync($"{at}/bank/open")).Body["rows"]!.AsArray().ShouldHaveSingleItem()!;
        var list = row["lists"]!.AsArray().ShouldHaveSingleItem()!;
        (list["list"]!.GetValue<string>(), list["entries"]!.AsArray().Count, row["candidates"]!.AsArray().Count).ShouldBe((Number(1), 2, 0));
        for (var time = 0; time < 2; time++)
            (await village.Zhao.PostJsonAsync($"{at}/bank/rows/{row["row"]}/confirm", new JsonObject { ["list"] = Number(1) })).Status.ShouldBe(time == 0 ? 204 : 409);
        open = (await village.Zhao.GetJsonAsync($"{at}/bank/open")).Body;
        open["rows"]!.AsArray().ShouldBeEmpty();
        open["entries"]!.AsArray().ShouldBeEmpty();

        // Wrong after all: row and entries are open again.
        var entry = open["confirmed"]![0]!["entries"]![1]!.GetValue<long>();
        (await village.Zhao.PostJsonAsync($"{at}/bank/rows/{row["row"]}/part", new JsonObject { ["entry"] = entry })).Status.ShouldBe(204);
        (await village.Zhao.GetJsonAsync($"{at}/bank/open")).Body["entries"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_list_that_the_bank_took_whole_what_came_back_and_what_it_paid_twice_is_held_against_it_and_nothing_by_itself()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var at = $"/api/villages/{village.Code}";
        string[] claims = [await PublishedAsync(village, 1), await PublishedAsync(village, 2), await PublishedAsync(village, 3)];
        (await village.Zhao.PostJsonAsync($"{at}/payment-lists", Wanted("k", claims))).Status.ShouldBe(201);
        (await village.Zhao.PostJsonAsync($"{at}/payment-lists/{Number(1)}/outcome", new JsonObject
        {
            ["paid"] = new JsonArray(new JsonObject { ["claim"] = claims[0] }),
            ["back"] = new JsonArray(new JsonObject { ["claim"] = claims[1], ["words"] = "账号不对" }, new JsonObject { ["claim"] = claims[2], ["words"] = "账号不对" }),
        })).Status.ShouldBe(200);
        var day = (await OpenAsync())["entries"]!.AsArray().ShouldHaveSingleItem()!["date"]!.GetValue<string>();

        // 3,600 went out as one row, two of 1,200 came back; the one that was paid went out a second time and came back too.
        using var content = new StringContent(
            $"交易日期,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,流水号\n{day},3600.00,,96400.00,代发业务过渡户,,批量代发,F1\n{day},1200.00,,95200.00,周桂兰,6217002870009991111,补助,F2\n"
            + $"{day},,1200.00,96400.00,周桂兰,6217002870009991111,退汇,F3\n{day},,1200.00,97600.00,周桂兰,6217002870009991111,退汇,F4\n{day},,1200.00,98800.00,周桂兰,6217002870009991111,重复退回,F5\n", Encoding.UTF8, "text/csv");
        using var sent = await village.Wang.PostAsync($"{at}/bank/statement", content);
        JsonNode.Parse(await sent.Content.ReadAsStringAsync())!["confirmed"]!.GetValue<int>().ShouldBe(0);

        var rows = (await OpenAsync())["rows"]!.AsArray();
        var whole = rows.Single(row => row!["amount"]!.GetValue<string>() == "-3600.00")!;
        var list = whole["lists"]!.AsArray().ShouldHaveSingleItem()!;
        var returned = list["returned"]!.AsArray();
        (list["list"]!.GetValue<string>(), list["entries"]!.AsArray().Count, returned.Count, whole["opposite"]!.AsArray().Count).ShouldBe((Number(1), 1, 2, 0));
        var confirm = $"{at}/bank/rows/{whole["row"]}/confirm";
        (await village.Zhao.PostJsonAsync(confirm, new JsonObject { ["list"] = Number(1) })).Code.ShouldBe("amount-differs");
        (await village.Zhao.PostJsonAsync(confirm, new JsonObject { ["list"] = Number(1), ["with"] = With(returned) })).Status.ShouldBe(204);

        var twice = (await OpenAsync())["rows"]!.AsArray().Single(row => row!["amount"]!.GetValue<string>() == "-1200.00")!;
        twice["candidates"]!.AsArray().ShouldBeEmpty();
        var opposite = twice["opposite"]!.AsArray();
        opposite.ShouldHaveSingleItem();
        confirm = $"{at}/bank/rows/{twice["row"]}/confirm";
        (await village.Zhao.PostJsonAsync(confirm, new JsonObject { ["with"] = With(returned) })).Code.ShouldBe("amount-differs");
        for (var time = 0; time < 2; time++)
            (await village.Zhao.PostJsonAsync(confirm, new JsonObject { ["with"] = With(opposite) })).Status.ShouldBe(204);
        var after = await OpenAsync();
        (after["rows"]!.AsArray().Count, after["entries"]!.AsArray().Count, after["confirmed"]!.AsArray().Count).ShouldBe((0, 0, 5));

        // Wrong after all: the rows are open again, from whichever of them it is said.
        for (var time = 0; time < 2; time++)
            (await village.Zhao.PostJsonAsync($"{at}/bank/rows/{opposite[0]!["row"]}/part", new JsonObject())).Status.ShouldBe(204);
        (await OpenAsync())["rows"]!.AsArray().Count.ShouldBe(2);
        (await village.Zhao.PostJsonAsync($"{at}/bank/rows/{returned[0]!["row"]}/part", new JsonObject())).Code.ShouldBe("confirmed-otherwise");
        (await village.Zhao.PostJsonAsync($"{at}/bank/rows/{returned[0]!["row"]}/part", new JsonObject { ["entry"] = list["entries"]![0]!["entry"]!.GetValue<long>() })).Status.ShouldBe(204);
        after = await OpenAsync();
        (after["rows"]!.AsArray().Count, after["entries"]!.AsArray().Count).ShouldBe((5, 1));

        async Task<JsonNode> OpenAsync() => (await village.Zhao.GetJsonAsync($"{at}/bank/open")).Body;
        static JsonArray With(JsonArray rows) => new([.. rows.Select(row => new JsonObject { ["row"] = row!["row"]!.GetValue<string>() })]);
    }

    /// <summary>A claim of that month, approved by Li, on which no objection waits.</summary>
    static async Task<string> PublishedAsync(ClaimVillage village, int month)
    {
        var claim = await village.CheckedAsync(village.Stay(admitted: $"2026-0{month}-02", discharged: $"2026-0{month}-09"));
        await village.DoneAsync(village.Li, claim, "approved");
        await village.DoneAsync(village.Zhao, claim, "published");
        return claim;
    }

    /// <summary>Of this year.</summary>
    static string Number(int place) => $"{DateTime.UtcNow.AddHours(8).Year}-{place}";

    static JsonObject Wanted(string key, params string[] claims) => new()
    {
        ["key"] = key,
        ["claims"] = new JsonArray([.. claims.Select(claim => new JsonObject { ["claim"] = claim, ["amount"] = "1200.00" })]),
    };
}
