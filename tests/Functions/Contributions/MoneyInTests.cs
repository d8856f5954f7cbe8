using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Members;
using Shouwang.Functions.Tests.Support;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Contributions;

public sealed class MoneyInTests(Azurite azurite)
{
    [Fact]
    public async Task A_household_pays_once_a_year_and_a_slip_is_taken_back_by_somebody_else()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        var at = $"/api/villages/{village}";
        await MembersAsync(system, village, 3);
        using var officer = await system.NewStaffAsync(village, "w1", "officer");
        using var checker = await system.NewStaffAsync(village, "w2", "checker");
        JsonObject Household(string amount) => new() { ["year"] = 2026, ["date"] = "2026-03-01", ["people"] = new JsonArray(Person(1, amount), Person(2, "120.00")) };

        var first = await officer.PostJsonAsync($"{at}/contributions", Household("120.00"));
        var again = await officer.PostJsonAsync($"{at}/contributions", Household("120.00"));
        var other = await officer.PostJsonAsync($"{at}/contributions", Household("150.00"));

        (first.Status, again.Status, other.Code).ShouldBe((201, 200, "posted-otherwise"));
        // The second was refused after the first had passed: the first is not entered either.
        var third = await officer.PostJsonAsync($"{at}/contributions", new JsonObject { ["year"] = 2026, ["date"] = "2026-03-01", ["people"] = new JsonArray(Person(3, "120.00"), Person(2, "1.00")) });
        (third.Status, third.Code, third.Body["field"]!.GetValue<string>()).ShouldBe((409, "posted-otherwise", "people[1]"));
        third.Body["detail"]!.GetValue<string>().ShouldStartWith("第 2 个人（村**）：这笔账已经记过");
        (await checker.GetJsonAsync($"{at}/ledger")).Body["entries"]!.GetValue<long>().ShouldBe(2);
        again.Body["receipts"]![0]!["code"]!.GetValue<string>().ShouldBe(first.Body["receipts"]![0]!["code"]!.GetValue<string>());
        first.Body["receipts"]![0]!["inWords"]!.GetValue<string>().ShouldBe("壹佰贰拾元整");
        var list = (await checker.GetJsonAsync($"{at}/contributions?year=2026")).Body;
        list["paid"]!.GetValue<int>().ShouldBe(2);

        var entry = first.Body["receipts"]![0]!["entry"]!.GetValue<long>();
        var body = new JsonObject { ["reason"] = "金额记错" };
        (await officer.PostJsonAsync($"{at}/ledger/entries/{entry}/reversal", body.DeepClone())).Status.ShouldBe(403);
        (await checker.PostJsonAsync($"{at}/ledger/entries/{entry}/reversal", body.DeepClone())).Status.ShouldBe(201);
        (await checker.PostJsonAsync($"{at}/ledger/entries/{entry}/reversal", body.DeepClone())).Status.ShouldBe(200);
        (await officer.PostJsonAsync($"{at}/contributions", Household("150.00"))).Status.ShouldBe(201);
        (await checker.GetJsonAsync($"{at}/ledger")).Body["money"]!.GetValue<string>().ShouldBe("270.00");
        (await checker.GetJsonAsync($"{at}/ledger/verify")).Body["intact"]!.GetValue<bool>().ShouldBeTrue();
        (await checker.PostJsonAsync($"{at}/contributions", Household("150.00"))).Status.ShouldBe(403);
        (await officer.PostJsonAsync($"{at}/contributions", new JsonObject { ["year"] = 2026, ["people"] = new JsonArray(Person(99, "120.00")) })).Code.ShouldBe("member-unknown");
        (await officer.PostJsonAsync($"{at}/contributions", new JsonObject { ["year"] = 2026, ["people"] = new JsonArray(Person(3, "-120.00")) })).Code.ShouldBe("amount-negative");
    }

    [Fact]
    public async Task A_list_with_every_tenth_row_broken_enters_the_others_once_however_often_it_is_sent()
    {
        const int count = 1000;
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        var at = $"/api/villages/{village}";
        await MembersAsync(system, village, count);
        using var administrator = system.Administrator();
        // As a spreadsheet in China saves it.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gbk = Encoding.GetEncoding("GBK").GetBytes(Villagers.List(count));

        var first = await SendAsync(administrator, $"{at}/contributions/import?year=2026", gbk);
        var again = await SendAsync(administrator, $"{at}/contributions/import?year=2026", gbk);
        var workbook = await SendAsync(administrator, $"{at}/contributions/import?year=2026", Workbook.Of(["某某村出资名单"], ["姓名", "身份证号", "金额", "日期"], ["村民1", Villagers.Number(1), "#120", "#46082"]));

        (int, int, int) Sums(JsonNode answer) => (answer["rows"]!.GetValue<int>(), answer["entered"]!.GetValue<int>(), answer["before"]!.GetValue<int>());
        Sums(first).ShouldBe((count, count * 9 / 10, 0));
        Sums(again).ShouldBe((count, 0, count * 9 / 10));
        Sums(workbook).ShouldBe((1, 0, 1), workbook.ToJsonString());
        first["bad"]!.AsArray().Select(bad => bad!["row"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, count / 10).Select(tenth => (tenth * 10) + 2));
        first["bad"]!.AsArray().Select(bad => bad!["code"]!.GetValue<string>()).Distinct().Order().ShouldBe(["amount-malformed", "id-number-eaten", "member-unknown", "name-missing"]);
        first["bad"]![0]!["detail"]!.GetValue<string>().ShouldStartWith("第 12 行：");
        (await administrator.GetJsonAsync($"{at}/ledger")).Body["money"]!.GetValue<string>().ShouldBe($"{count * 9 / 10 * 120}.00");
    }

    [Fact]
    public async Task A_bank_statement_confirms_what_is_sure_leaves_the_rest_to_a_person_and_may_be_sent_twice()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        var at = $"/api/villages/{village}";
        var ledger = system.Services.GetRequiredService<LedgerStore>();
        var day = new DateOnly(2026, 3, 1);
        var claim = new AidCase(new string('c', 32), 1, DiseaseGroup.Of("K35", false), MaskedName.Of("周桂兰"), "2026-1");
        await ledger.PostAsync(village, ContributionPostings.Collective("v-1", 2026, Fen.FromYuan(20_000), day, "和平村村民委员会"), default);
        await ledger.PostAsync(village, AidPostings.Approved(claim, Fen.Parse("1208.50"), day), default);
        var paid = await ledger.PostAsync(village, AidPostings.Paid(claim, Fen.Parse("1208.50"), day, FeeTerms.Usual), default);
        // Two of the same amount, and the bank names nobody: nothing is sure.
        foreach (var gift in new[] { "g-1", "g-2" })
            await ledger.PostAsync(village, ContributionPostings.Gift(gift, "", Fen.FromYuan(500), day, "热心村民", null), default);
        const string Statement = """
            江阴农商银行账户明细,,,,,,,
            账号：6217002870000012345,,,,,,,
            交易日期,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,流水号
            20260301,,"20,000.00","20,000.00",和平村村民委员会,3205016170360000888,转入,1
            2026-03-02 10:11:12,"1,208.50",,"18,791.50",周桂兰,6217002870009991111,补助 6217002870009991111,2
            20260303,,500.00,"19,291.50",,,现金存入,3
            20260303,,xx,,,,,4
            合计,1208.50,20500.00,,,,,
            """;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var officer = await system.NewStaffAsync(village, "w1", "officer");

        var first = await SendAsync(officer, $"{at}/bank/statement", Encoding.GetEncoding("GBK").GetBytes(Statement));
        var again = await SendAsync(officer, $"{at}/bank/statement", Encoding.UTF8.GetBytes('\ufeff' + Statement));

        // The same as an office program saves it: days and amounts are numbers there.
        var workbook = await SendAsync(officer, $"{at}/bank/statement", Workbook.Of(
            ["交易日期", "借方发生额", "贷方发生额", "余额", "对方户名", "对方账号", "摘要", "流水号"],
            ["#46082", "", "#20000", "#20000", "和平村村民委员会", "3205016170360000888", "转入", "#1"],
            ["#46083.42444444444", "#1208.5", "", "#18791.500000000002", "周桂兰", "6217002870009991111", "补助", "#2"]));

        (workbook["rows"]!.GetValue<int>(), workbook["new"]!.GetValue<int>(), workbook["bad"]!.AsArray().Count).ShouldBe((2, 0, 0));
        (first["rows"]!.GetValue<int>(), first["new"]!.GetValue<int>(), first["confirmed"]!.GetValue<int>()).ShouldBe((3, 3, 2));
        first["bad"]!.AsArray().ShouldHaveSingleItem()!["row"]!.GetValue<int>().ShouldBe(7);
        (again["new"]!.GetValue<int>(), again["confirmed"]!.GetValue<int>()).ShouldBe((0, 0));
        var open = (await officer.GetJsonAsync($"{at}/bank/open")).Body;
        var row = open["rows"]!.AsArray().ShouldHaveSingleItem()!;
        row["candidates"]!.AsArray().Count.ShouldBe(2);
        open["entries"]!.AsArray().Select(entry => entry!["entry"]!.GetValue<long>()).ShouldBe([4, 5]);
        open.ToJsonString().ShouldNotContain("6217002870009991111");

        var confirm = $"{at}/bank/rows/{row["row"]}/confirm";
        (await officer.PostJsonAsync(confirm, new JsonObject { ["entry"] = paid.Number })).Code.ShouldBe("amount-differs");
        (await officer.PostJsonAsync(confirm, new JsonObject { ["entry"] = 4 })).Status.ShouldBe(204);
        (await officer.PostJsonAsync(confirm, new JsonObject { ["entry"] = 4 })).Status.ShouldBe(204);
        (await officer.PostJsonAsync(confirm, new JsonObject { ["entry"] = 5 })).Code.ShouldBe("confirmed-otherwise");
        (await officer.GetJsonAsync($"{at}/bank/open")).Body["rows"]!.AsArray().ShouldBeEmpty();

        // It was the other gift: taken apart, both are open again, and another person may say so too.
        var part = $"{at}/bank/rows/{row["row"]}/part";
        (await officer.PostJsonAsync(part, new JsonObject { ["entry"] = 5 })).Code.ShouldBe("confirmed-otherwise");
        (await officer.PostJsonAsync(part, new JsonObject { ["entry"] = 4 })).Status.ShouldBe(204);
        (await officer.PostJsonAsync(part, new JsonObject { ["entry"] = 4 })).Status.ShouldBe(204);
        (await officer.GetJsonAsync($"{at}/bank/open")).Body["entries"]!.AsArray().Select(entry => entry!["entry"]!.GetValue<long>()).ShouldBe([4, 5]);
        (await officer.PostJsonAsync(confirm, new JsonObject { ["entry"] = 5 })).Status.ShouldBe(204);

        // What was matched by itself and taken apart by a person is not matched by itself again, sent as often as it may be.
        var aid = (await officer.GetJsonAsync($"{at}/bank/open")).Body["confirmed"]!.AsArray().Single(one => one!["entries"]!.AsArray().Single()!.GetValue<long>() == paid.Number)!;
        (await officer.PostJsonAsync($"{at}/bank/rows/{aid["row"]}/part", new JsonObject { ["entry"] = paid.Number })).Status.ShouldBe(204);
        (await SendAsync(officer, $"{at}/bank/statement", Encoding.UTF8.GetBytes(Statement)))["confirmed"]!.GetValue<int>().ShouldBe(0);
        (await officer.PostJsonAsync($"{at}/bank/rows/{aid["row"]}/confirm", new JsonObject { ["entry"] = paid.Number })).Status.ShouldBe(204);
        (await officer.GetJsonAsync($"{at}/bank/open")).Body["entries"]!.AsArray().Select(entry => entry!["entry"]!.GetValue<long>()).ShouldBe([4]);
    }

    [Fact]
    public async Task Nothing_is_taken_for_a_year_that_begins_after_somebody_died_or_moved_away_from_a_list_neither()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        var at = $"/api/villages/{village}";
        await MembersAsync(system, village, 2);
        using var officer = await system.NewStaffAsync(village, "w1", "officer");
        var gone = (await officer.PostJsonAsync($"{at}/members/search", new JsonObject { ["name"] = "村民1" })).Body["members"]![0]!["id"]!.GetValue<string>();
        (await officer.PostJsonAsync($"{at}/members/{gone}/leave", new JsonObject { ["last"] = "2026-02-20", ["why"] = "died" })).Status.ShouldBe(200);

        var household = new JsonObject { ["year"] = 2027, ["date"] = "2026-03-01", ["people"] = new JsonArray(Person(1, "120.00"), Person(2, "120.00")) };
        var refused = await officer.PostJsonAsync($"{at}/contributions", household);
        (refused.Status, refused.Code).ShouldBe((409, "member-left"));
        refused.Body["detail"]!.GetValue<string>().ShouldStartWith("村**：名册上2026年2月20日已经离开");
        var list = await SendAsync(officer, $"{at}/contributions/import?year=2027", Encoding.UTF8.GetBytes($"姓名,身份证号,金额,日期\n村民1,{Villagers.Number(1)},120,2026-03-01\n村民2,{Villagers.Number(2)},120,2026-03-01\n"));
        list["entered"]!.GetValue<int>().ShouldBe(1);
        list["bad"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("member-left");
        // The year in which it happened is his own still.
        (await officer.PostJsonAsync($"{at}/contributions", new JsonObject { ["year"] = 2026, ["date"] = "2026-03-01", ["people"] = new JsonArray(Person(1, "120.00")) })).Status.ShouldBe(201);
    }

    static JsonObject Person(int n, string amount) => new() { ["idNumber"] = Villagers.Number(n), ["amount"] = amount };

    Task MembersAsync(TestSystem system, string village, int count) =>
        Villagers.WriteAsync(new TableServiceClient(azurite.ConnectionString).GetTableClient(VillageStore.Table), system.Services.GetRequiredService<Keys>(), village, count);

    static async Task<JsonNode> SendAsync(HttpClient client, string path, byte[] csv)
    {
        using var content = new ByteArrayContent(csv);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await client.PostAsync(path, content);
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(200, text);
        return JsonNode.Parse(text)!;
    }
}
