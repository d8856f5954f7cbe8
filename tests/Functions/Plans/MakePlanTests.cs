using System.Text.Json.Nodes;
using Shouwang.Functions.Members;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Members;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Plans;

public sealed class MakePlanTests(Azurite azurite)
{
    internal static JsonArray Roster(int scale = 1) => new(
        new[] { ("0-14", 150), ("15-44", 350), ("45-64", 300), ("65-74", 130), ("75+", 70) }
            .SelectMany(band => new[] { "男", "女" }, (band, sex) => (JsonNode)new JsonObject { ["band"] = band.Item1, ["sex"] = sex, ["count"] = band.Item2 * scale / 2 }).ToArray());

    static Shouwang.Shared.Money.Fen Amount(JsonNode body, string name) => Shouwang.Shared.Money.Fen.Parse(body[name]!.GetValue<string>());

    [Fact]
    public async Task A_roster_and_a_budget_make_a_draft_with_a_sum_for_every_disease()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        using var officer = await system.NewStaffAsync(village, "wang", "officer");
        var made = await officer.PostJsonAsync($"/api/villages/{village}/plans", new JsonObject { ["roster"] = Roster(4), ["budgetPerHead"] = "120.00", ["from"] = "2027-01-01" });
        made.Status.ShouldBe(201, made.Body.ToJsonString());
        var plan = made.Body;
        (plan["state"]!.GetValue<string>(), plan["version"]!.GetValue<string>(), plan["members"]!.GetValue<int>()).ShouldBe(("draft", "2027-1", 4000));
        (plan["serious"]!.GetValue<int>(), plan["minor"]!.GetValue<int>(), plan["diseases"]!.AsArray().Count).ShouldBe((191, 1105, 1296));
        (Amount(plan, "expectedAid") + Amount(plan, "fee") + Amount(plan, "margin")).ShouldBe(Amount(plan, "money"));
        Amount(plan, "money").ToString().ShouldBe("480000.00");
        plan["diseases"]!.AsArray().Where(d => d!["serious"]!.GetValue<bool>()).Min(d => Amount(d!, "sum"))
            .ShouldBeGreaterThan(plan["diseases"]!.AsArray().Where(d => !d!["serious"]!.GetValue<bool>()).Max(d => Amount(d!, "sum")));
        plan["assumptions"]!["assumed"]!.GetValue<int>().ShouldBeGreaterThan(plan["assumptions"]!["published"]!.GetValue<int>());
        plan["leftOut"]!.AsArray().Select(left => $"{left!["key"]} {left["spends"]}").ShouldBe(["yearly-cap less", "readmission mostly-less", "bounds bounded", "dependence unevenly"]);
        plan["basis"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldContain("没有计入个人年度封顶");
        plan["chart"]!["bars"]!.AsArray().Count.ShouldBeInRange(10, 41);

        // It is kept, the next one gets the next name, and a name is given once.
        (await officer.PostJsonAsync($"/api/villages/{village}/plans", new JsonObject { ["roster"] = Roster(), ["budget"] = "90000.00", ["from"] = "2027-01-01" })).Body["version"]!.GetValue<string>().ShouldBe("2027-2");
        (await officer.PostJsonAsync($"/api/villages/{village}/plans", new JsonObject { ["roster"] = Roster(), ["budget"] = "90000.00", ["version"] = "2027-1" })).Code.ShouldBe("version-taken");
        (await officer.PostJsonAsync($"/api/villages/{village}/plans", new JsonObject { ["roster"] = Roster(), ["budget"] = "90000.00", ["version"] = "2026-1" })).Code.ShouldBe("version-taken");
        var kept = (await officer.GetJsonAsync($"/api/villages/{village}/plans/2027-1")).Body;
        kept["diseases"]!.ToJsonString().ShouldBe(plan["diseases"]!.ToJsonString());
        kept["ruin"]!.GetValue<string>().ShouldBe(plan["ruin"]!.GetValue<string>());
        (await officer.GetJsonAsync($"/api/villages/{village}/plans")).Body["drafts"]!.AsArray().Count.ShouldBe(2);

        // Without a resolution nothing is published.
        using var checker = await system.NewStaffAsync(village, "zhao", "checker");
        (await checker.PostJsonAsync($"/api/villages/{village}/plans/2027-1/publish")).Code.ShouldBe("resolution-missing");
        (await officer.PostJsonAsync($"/api/villages/{village}/plans/2027-1/publish")).Code.ShouldBe("role-wrong");
    }

    [Fact]
    public async Task Without_a_roster_the_village_s_own_members_count_with_their_ages_and_sexes()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        string old = await system.NewVillageAsync(), young = await system.NewVillageAsync();
        async Task<JsonNode> MadeAsync(string village, JsonArray? roster)
        {
            using var administrator = system.Administrator();
            var body = new JsonObject { ["budget"] = "60000.00", ["from"] = "2027-01-01" };
            if (roster is not null)
                body["roster"] = roster;
            return (await administrator.PostJsonAsync($"/api/villages/{village}/plans", body)).Body;
        }

        // One came with no birth date, one has left, one joins later.
        var today = ChinaTime.DayOf(DateTimeOffset.UtcNow);
        await EnrolAsync(old, today.AddYears(-70), "女");
        await EnrolAsync(young, today.AddYears(-20).AddDays(1), "男");
        var members = new MemberStore(new TableServiceClient(azurite.ConnectionString).GetTableClient("Villages"));
        await members.SaveAsync(old, [Person(900, today) with { Born = null, Sex = null }, Person(901, today) with { Left = today.AddDays(-1) }, Person(902, today.AddDays(1))], default);

        var (among, few) = (await MadeAsync(old, null), await MadeAsync(young, null));
        decimal Stays(JsonNode plan) => decimal.Parse(plan["expectedStays"]!.GetValue<string>());
        static JsonObject Band(int age, string sex, int count) => new() { ["age"] = age, ["sex"] = sex, ["count"] = count };
        var first = among["members"]!.GetValue<int>();
        Stays(among).ShouldBeGreaterThan(4 * Stays(few));
        // Just what the same people give when they are written down, with the one whom every village of the tests has.
        var before = today.Year - 1959 - (today < new DateOnly(today.Year, 3, 8) ? 1 : 0);
        var unknown = new JsonObject { ["band"] = "不详", ["sex"] = "不详", ["count"] = 1 };
        (await MadeAsync(old, new JsonArray(Band(70, "女", 120), Band(before, "女", 1), unknown)))["rungs"]!.ToJsonString().ShouldBe(among["rungs"]!.ToJsonString());
        // A day before his twentieth birthday somebody is nineteen.
        (await MadeAsync(young, new JsonArray(Band(19, "男", 120), Band(before, "女", 1))))["rungs"]!.ToJsonString().ShouldBe(few["rungs"]!.ToJsonString());
        (first, few["members"]!.GetValue<int>()).ShouldBe((122, 121));

        Task EnrolAsync(string village, DateOnly born, string sex) =>
            new MemberStore(new TableServiceClient(azurite.ConnectionString).GetTableClient("Villages")).SaveAsync(village, [.. Enumerable.Range(1, 120).Select(i => Person(i, today) with { Born = born, Sex = sex })], default);

        static Member Person(int i, DateOnly joined) => new($"{i:x32}", $"示例{i}", "0000", joined, null);
    }

    [Fact]
    public async Task A_village_sets_sums_of_its_own_from_a_table_and_for_every_rung()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        using var officer = await system.NewStaffAsync(village, "wang", "officer");
        var plans = $"/api/villages/{village}/plans";
        using var file = new ByteArrayContent(Workbook.Of(["病种", "补助金额"], ["尿毒症", "#15000"], ["阑尾炎", "#1999.9999999999998"], ["今天天气好", "#100"], ["霍乱", ""]));
        using var answer = await officer.PostAsync($"{plans}/sums", file);
        var read = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var sums = new JsonObject(read["sums"]!.AsArray().Where(sum => sum!["sure"]!.GetValue<bool>()).Select(sum => KeyValuePair.Create(sum!["entry"]!.GetValue<string>(), (JsonNode?)sum["sum"]!.GetValue<string>())));
        sums.ToJsonString().ShouldBe("{\"N18\":\"15000.00\",\"K35\":\"2000.00\"}");
        read["bad"]!.AsArray().Select(bad => bad!["row"]!.GetValue<int>()).ShouldContain(5);

        var made = (await officer.PostJsonAsync(plans, new JsonObject { ["roster"] = Roster(4), ["budgetPerHead"] = "120.00", ["from"] = "2027-01-01", ["sums"] = sums.DeepClone() })).Body;
        made["diseases"]!.AsArray().Single(disease => disease!["entry"]!.GetValue<string>() == "N18")!["sum"]!.GetValue<string>().ShouldBe("15000.00");
        made["own"]!.AsArray().Select(own => own!["name"]!.GetValue<string>()).ShouldBe(["急性阑尾炎", "慢性肾脏病和尿毒症"]);
        made["rungs"]!.AsArray().Sum(rung => rung!["diseases"]!.GetValue<int>()).ShouldBe(1294);
        // 阑尾炎 was set; 慢性阑尾炎 is another entry, with the sum of its rung.
        var alike = made["alike"]!.AsArray().Single(one => one!["entry"]!.GetValue<string>() == "K35")!;
        alike["others"]!.AsArray().Select(other => other!["entry"]!.GetValue<string>()).ShouldBe(["K36"]);
        made["basis"]!.AsArray().Select(sentence => sentence!.GetValue<string>()).ShouldContain(alike["words"]!.GetValue<string>());

        // The same eight sums, set by the village: the whole answer says so, and the documents do.
        var rungs = new JsonObject(made["rungs"]!.AsArray().Select(rung => KeyValuePair.Create($"{rung!["grade"]}", (JsonNode?)rung["sum"]!.GetValue<string>())));
        var set = (await officer.PostJsonAsync(plans, new JsonObject { ["roster"] = Roster(4), ["budgetPerHead"] = "60.00", ["from"] = "2027-01-01", ["sums"] = sums, ["rungs"] = rungs })).Body;
        (set["ownRungs"]!.GetValue<bool>(), set["expectedAid"]!.GetValue<string>()).ShouldBe((true, made["expectedAid"]!.GetValue<string>()));
        set["warnings"]![0]!.GetValue<string>().ShouldContain("资金");
        set["basis"]!.AsArray().Select(sentence => sentence!.GetValue<string>()).ShouldContain("有 2 种病补多少是村里单独定的，其余的病按档补。");
        // Whoever makes the next plan begins with them.
        var kept = (await officer.GetJsonAsync($"{plans}/2027-2")).Body;
        (kept["own"]!.AsArray().Count, kept["ownRungs"]!.GetValue<bool>()).ShouldBe((2, true));
    }

    [Fact]
    public async Task Variants_stand_side_by_side_and_what_was_counted_corrects_what_was_assumed()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var asked = new JsonObject
        {
            ["roster"] = Roster(2),
            ["variants"] = new JsonArray(
                new JsonObject { ["budgetPerHead"] = "80.00" }, new JsonObject { ["budgetPerHead"] = "160.00" },
                new JsonObject { ["budgetPerHead"] = "160.00", ["emphasis"] = "400%" }, new JsonObject { ["budgetPerHead"] = "0.01" }),
        };
        var variants = (await administrator.PostJsonAsync("/api/villages/320281880001/plans/compare", asked)).Body["variants"]!.AsArray();
        Amount(variants[1]!["rungs"]![0]!, "sum").ShouldBeGreaterThan(Amount(variants[0]!["rungs"]![0]!, "sum"));
        Amount(variants[2]!["rungs"]![7]!, "sum").ShouldBeGreaterThan(Amount(variants[1]!["rungs"]![7]!, "sum"));
        variants[3]!["problem"]!.GetValue<string>().ShouldBe("budget-too-small");

        // Twice as many fell ill as assumed: half the village's word counts, and everybody gets less.
        var counted = new JsonObject { ["minor"] = 400, ["serious"] = 40, ["months"] = 12 };
        asked["counted"] = counted;
        var corrected = (await administrator.PostJsonAsync("/api/villages/320281880001/plans/compare", asked)).Body["variants"]![1]!;
        corrected["corrections"]!["minor"]!.GetValue<string>().ShouldNotBe("100%");
        Amount(corrected["rungs"]![0]!, "sum").ShouldBeLessThan(Amount(variants[1]!["rungs"]![0]!, "sum"));
    }

    [Theory]
    [InlineData("{\"budgetPerHead\":\"0.00\"}", "budget-zero", "没有钱可以补助")]
    [InlineData("{\"budgetPerHead\":\"-1.00\"}", "amount-negative", "不能是负数")]
    [InlineData("{\"budgetPerHead\":\"20000.00\"}", "budget-absurd", "多写了零")]
    [InlineData("{\"budget\":\"90000.00\",\"sums\":{\"K99\":\"500.00\"}}", "disease-unknown", "K99")]
    [InlineData("{\"budget\":\"90000.00\",\"sums\":{\"K35\":\"很多\"}}", "amount-malformed", "两位小数")]
    [InlineData("{\"budget\":\"90000.00\",\"sums\":{\"K35\":\"2000000.00\"}}", "sum-absurd", "多写了零")]
    [InlineData("{\"budget\":\"90000.00\",\"sums\":{\"K35\":\"60000.00\"},\"roster\":[{\"age\":67,\"sex\":\"女\",\"count\":500}]}", "sum-above-cap", "改章程")]
    [InlineData("{\"budget\":\"2000.00\",\"sums\":{\"I10\":\"50000.00\"},\"roster\":[{\"age\":67,\"sex\":\"女\",\"count\":500}]}", "budget-too-small", "单独定的数改小")]
    [InlineData("{\"budget\":\"90000.00\",\"rungs\":{\"1\":\"500.00\"}}", "rungs-incomplete", "8 档都要写")]
    [InlineData("{\"budget\":\"90000.00\",\"rungs\":{\"1\":\"100.00\",\"2\":\"90.00\",\"3\":\"100.00\",\"4\":\"100.00\",\"5\":\"100.00\",\"6\":\"100.00\",\"7\":\"100.00\",\"8\":\"100.00\"}}", "rungs-reversed", "小病二档")]
    [InlineData("{\"budget\":\"90000.00\",\"rungs\":{\"1\":\"0.00\",\"2\":\"90.00\",\"3\":\"100.00\",\"4\":\"100.00\",\"5\":\"100.00\",\"6\":\"100.00\",\"7\":\"100.00\",\"8\":\"100.00\"}}", "rung-too-small", "最低一档")]
    [InlineData("{}", "budget-missing", "填一个")]
    [InlineData("{\"budget\":\"1.00\",\"budgetPerHead\":\"1.00\"}", "budget-missing", "填一个")]
    [InlineData("{\"budget\":\"100.00\",\"roster\":[]}", "roster-empty", "一个人也没有")]
    [InlineData("{\"budget\":\"100.00\",\"roster\":[{\"age\":67,\"sex\":\"男\",\"count\":0}]}", "roster-empty", "一个人也没有")]
    [InlineData("{\"budget\":\"100.00\",\"roster\":[{\"age\":167,\"sex\":\"男\"}]}", "number-out-of-range", "0 到 120")]
    [InlineData("{\"budget\":\"100.00\",\"roster\":[{\"age\":-1,\"sex\":\"男\"}]}", "number-out-of-range", "0 到 120")]
    [InlineData("{\"budget\":\"100.00\",\"roster\":[{\"age\":67,\"sex\":\"人\"}]}", "word-unknown", "男")]
    [InlineData("{\"budget\":\"100.00\",\"roster\":[{\"age\":67}]}", "sex-missing", "不详")]
    [InlineData("{\"budget\":\"100.00\",\"roster\":[{\"sex\":\"女\"}]}", "age-missing", "年龄")]
    [InlineData("{\"budget\":\"100.00\",\"roster\":[{\"band\":\"old\",\"sex\":\"女\"}]}", "band-malformed", "65-74")]
    [InlineData("{\"budget\":\"100.00\",\"roster\":[{\"age\":67,\"sex\":\"女\",\"count\":-5}]}", "number-out-of-range", "0 到")]
    [InlineData("{\"budget\":\"10.00\",\"roster\":[{\"age\":67,\"sex\":\"女\"}]}", "budget-too-small", "至少需要")]
    [InlineData("{\"budget\":\"100.00\",\"emphasis\":\"50%\",\"roster\":[{\"age\":67,\"sex\":\"女\"}]}", "emphasis-reversed", "大病不能比小病补得少")]
    [InlineData("{\"budget\":\"100.00\",\"from\":\"2027-05-01\",\"to\":\"2027-04-01\"}", "dates-reversed", "早于")]
    public async Task What_is_wrong_with_a_request_is_said(string body, string code, string says)
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var administrator = system.Administrator();
        var answer = await administrator.PostJsonAsync("/api/villages/320281880002/plans", JsonNode.Parse(body));
        (answer.Status, answer.Code).ShouldBe((400, code), answer.Body.ToJsonString());
        answer.Body["detail"]!.GetValue<string>().ShouldContain(says);
    }
}
