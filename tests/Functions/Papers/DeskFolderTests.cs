using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Tests.Bills;

namespace Shouwang.Functions.Tests.Papers;

/// <summary>Papers that staff hand in for somebody and that are not all there: found again by whoever comes next, finished, given up, or forgotten.</summary>
public sealed class DeskFolderTests(Azurite azurite)
{
    static readonly RecognisedPage s_record = Drawn.Page("江阴市示例人民医院", "出院记录", "姓名：周桂兰  性别：女  住院号：00230446  入院日期：2026-09-08  出院日期：2026-09-17", "出院诊断：1.急性阑尾炎 2.高血压病2级", "诊疗经过：急诊行腹腔镜下阑尾切除术", "出院医嘱：注意休息", "医师签名：吴示例");
    static readonly RecognisedPage s_list = Drawn.Page("江阴市示例人民医院", "住院费用清单", "姓名：周桂兰  住院号：00230446", "项目名称            单价    数量  金额", "住院诊察费          160.00   9    1440.00", "注射用头孢曲松钠    119.30   18   2147.40", "费用总计：3587.40");
    static readonly RecognisedPage s_sheet = Sheet("周桂兰");
    static readonly RecognisedPage s_others = Sheet("陆阿根");

    static RecognisedPage Sheet(string name) => Drawn.Page("江阴市基本医疗保险住院费用结算单", $"姓名：{name}  医院名称：江阴市示例人民医院  结算单号：320281X0007", "医疗费总额：3587.40  起付标准：300.00", "统筹基金支付：1800.00  大病保险支付：0.00  个人账户支付：0.00  个人现金支付：1787.40");

    [Fact]
    public async Task What_lacks_a_paper_stands_in_the_list_and_is_finished_by_somebody_else_later()
    {
        await using var app = await StartAsync();
        var village = await app.NewVillageAsync();
        using var wang = await app.NewStaffAsync(village, "wang", "officer");
        using var li = await app.NewStaffAsync(village, "li", "checker");
        var at = $"/api/villages/{village}/claims";
        var folder = await UploadAsync(app, wang, village, at, s_record, s_list);
        var listed = (await li.GetJsonAsync($"{at}/unfinished")).Body["folders"]!.AsArray().ShouldHaveSingleItem()!;
        (listed["folder"]!.GetValue<string>(), listed["person"]!.GetValue<string>(), listed["by"]!.GetValue<string>(), listed["state"]!.GetValue<string>(), listed["papers"]!.GetValue<int>())
            .ShouldBe((folder, "周桂兰", "工作人员wang", "incomplete", 2));
        listed["missing"]!.AsArray().Select(kind => kind!.GetValue<string>()).ShouldBe(["医保结算单"]);
        // The photos can be looked at meanwhile, by staff of the village alone.
        var photo = $"{at}/{folder}/papers/{Originals.HashOf(KnownPages.Photo(s_list))}";
        (await li.GetJsonAsync($"{photo}/reading")).Body["reading"]!["kind"]!.GetValue<string>().ShouldBe("fee-list");
        ((int)(await li.GetAsync($"{photo}/pages/1")).StatusCode).ShouldBe(200);
        using var stranger = await app.NewStaffAsync(await app.NewVillageAsync(), "stranger", "officer");
        ((int)(await stranger.GetAsync($"{photo}/pages/1")).StatusCode).ShouldBe(403);

        // Another person's sheet first: it is taken out again, then comes the right one.
        await UploadAsync(app, li, village, $"{at}/{folder}/papers", s_others);
        (await wang.GetJsonAsync($"{at}/{folder}")).Body["conflicts"]!.AsArray().ShouldNotBeEmpty();
        var wrong = Originals.HashOf(KnownPages.Photo(s_others));
        (await wang.PostJsonAsync($"{at}/{folder}/papers/{wrong}/remove", new JsonObject())).Status.ShouldBe(204);
        (await wang.PostJsonAsync($"{at}/{folder}/papers/{wrong}/remove", new JsonObject())).Code.ShouldBe("paper-unknown");
        await UploadAsync(app, li, village, $"{at}/{folder}/papers", s_sheet);
        (await wang.GetJsonAsync($"{at}/unfinished")).Body["folders"]!.AsArray().ShouldBeEmpty();
        var claim = (await wang.GetJsonAsync($"{at}/{folder}")).Body;
        claim["person"]!.GetValue<string>().ShouldBe("周桂兰");
        // Whoever brought one of its papers cannot approve it.
        claim["progress"]!["makers"]!.AsArray().Select(maker => maker!.GetValue<string>()).ShouldBe(["wang", "li"]);
        (await wang.PostJsonAsync($"{at}/{folder}/drop", new JsonObject())).Code.ShouldBe("claim-made");
        (await wang.PostJsonAsync($"{at}/{folder}/keep", new JsonObject())).Code.ShouldBe("claim-made");
    }

    [Fact]
    public async Task Papers_that_disagree_only_because_something_was_misread_become_a_claim_by_a_person_s_word()
    {
        await using var app = await StartAsync();
        var village = await app.NewVillageAsync();
        using var wang = await app.NewStaffAsync(village, "wang", "officer");
        var at = $"/api/villages/{village}/claims";
        var folder = await UploadAsync(app, wang, village, at, s_record, s_list, s_others);
        var open = (await wang.GetJsonAsync($"{at}/{folder}")).Body;
        (open["state"]!.GetValue<string>(), open["mayKeep"]!.GetValue<bool>()).ShouldBe(("incomplete", true));
        (await wang.PostJsonAsync($"{at}/{folder}/keep", new JsonObject())).Status.ShouldBe(204);
        var claim = (await wang.GetJsonAsync($"{at}/{folder}")).Body;
        // It waits for a person who compares, with what disagreed before his eyes.
        claim["state"]!.GetValue<string>().ShouldBe("received");
        claim["conflicts"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_nothing_came_of_is_forgotten_with_its_photos_unless_a_claim_rests_on_them()
    {
        var clock = new MovedClock();
        await using var app = await TestSystem.StartAsync(azurite, services => services.AddSingleton<IRecognition, KnownPages>().AddSingleton<TimeProvider>(clock));
        var village = await app.NewVillageAsync();
        using var wang = await app.NewStaffAsync(village, "wang", "officer");
        var at = $"/api/villages/{village}/claims";
        async Task<bool> IsThereAsync(RecognisedPage page) =>
            await app.Services.GetRequiredService<Originals>().IsThereAsync(Originals.PathOf(Originals.HashOf(KnownPages.Photo(page)), clock.GetUtcNow() - clock.Ahead), default);

        // Another test may have the others' photos too.
        var others = Sheet("钱小妹");
        // Given up at once.
        var first = await UploadAsync(app, wang, village, at, others);
        (await wang.PostJsonAsync($"{at}/{first}/drop", new JsonObject())).Status.ShouldBe(204);
        (await IsThereAsync(others)).ShouldBeFalse();
        (await wang.PostJsonAsync($"{at}/{first}/drop", new JsonObject())).Code.ShouldBe("folder-unknown");

        // All three uploaded anew where one had been missing: one claim, and nothing is left lying.
        await UploadAsync(app, wang, village, at, s_record, s_list);
        await UploadAsync(app, wang, village, at, s_record, s_list, s_sheet);
        (await wang.GetJsonAsync($"{at}/unfinished")).Body["folders"]!.AsArray().ShouldBeEmpty();
        (await IsThereAsync(s_record)).ShouldBeTrue();

        // Nobody came back to it for thirty days.
        await UploadAsync(app, wang, village, at, s_list, others);
        var sweep = app.Services.GetRequiredService<FolderSweep>();
        clock.Ahead = TimeSpan.FromDays(29);
        await sweep.RunAsync(default);
        (await wang.GetJsonAsync($"{at}/unfinished")).Body["folders"]!.AsArray().Count.ShouldBe(1);
        clock.Ahead = TimeSpan.FromDays(31);
        await sweep.RunAsync(default);
        (await wang.GetJsonAsync($"{at}/unfinished")).Body["folders"]!.AsArray().ShouldBeEmpty();
        ((await IsThereAsync(others)), (await IsThereAsync(s_list))).ShouldBe((false, true));
    }

    Task<TestSystem> StartAsync() => TestSystem.StartAsync(azurite, services => services.AddSingleton<IRecognition, KnownPages>());

    /// <summary>Uploads photos and reads them, as the host hands over the messages of the queue.</summary>
    static async Task<string> UploadAsync(TestSystem app, HttpClient who, string village, string path, params RecognisedPage[] pages)
    {
        using var form = new MultipartFormDataContent();
        foreach (var page in pages)
            form.Add(new ByteArrayContent(KnownPages.Photo(page)), "photos", "photo.jpg");
        using var answer = await who.PostAsync(path, form);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        ((int)answer.StatusCode).ShouldBe(202, body.ToJsonString());
        var folder = body["claim"]!.GetValue<string>();
        foreach (var page in pages)
            await app.Services.GetRequiredService<PaperReader>().HandleAsync(new(System.Text.Encoding.UTF8.GetString(new PaperMessage(village, folder, Originals.HashOf(KnownPages.Photo(page)), 0).Utf8()), 1), default);
        return folder;
    }
}
