using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Tests.Conversations;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Tests.Bills;

namespace Shouwang.Functions.Tests.Papers;

/// <summary>One record over two photos, from the queue of papers to the amount.</summary>
public sealed class HalvesTests(Azurite azurite)
{
    static readonly RecognisedPage s_head = Drawn.Page("江阴市示例人民医院", "出院记录", "姓名：周桂兰  性别：女  住院号：00230446  入院日期：2026-09-08  出院日期：2026-09-17");
    static readonly RecognisedPage s_foot = Drawn.Page("出院诊断：1.急性阑尾炎 2.高血压病2级", "诊疗经过：急诊行腹腔镜下阑尾切除术", "出院医嘱：注意休息", "医师签名：吴示例");
    static readonly RecognisedPage s_list = Drawn.Page("江阴市示例人民医院", "住院费用清单", "姓名：周桂兰  住院号：00230446", "项目名称            单价    数量  金额", "住院诊察费          160.00   9    1440.00", "注射用头孢曲松钠    119.30   18   2147.40", "费用总计：3587.40");
    static readonly RecognisedPage s_sheet = Drawn.Page("江阴市基本医疗保险住院费用结算单", "姓名：周桂兰  医院名称：江阴市示例人民医院  结算单号：320281X0007", "医疗费总额：3587.40  起付标准：300.00", "统筹基金支付：1800.00  大病保险支付：0.00  个人账户支付：0.00  个人现金支付：1787.40");
    static readonly RecognisedPage s_notice = Drawn.Page("守望生活超市", "大米5kg  1  32.90", "鸡蛋30枚  1  26.80", "合计：59.70");

    [Fact]
    public async Task The_head_that_is_nothing_alone_waits_for_the_foot_and_both_are_the_record_of_one_claim()
    {
        await using var app = await StartAsync();
        var village = await app.NewVillageAsync();
        var chat = await ChatOnApp.OpenAsync(app, village);

        var (head, told) = await SendAndReadAsync(app, chat, village, s_head);
        told.ShouldContain("要是一张纸只拍了一部分，请把剩下的也拍来");
        told.ShouldNotContain("没有收");
        (await SendAndReadAsync(app, chat, village, s_notice)).Told.ShouldContain("没有收进去");
        var (foot, joined) = await SendAndReadAsync(app, chat, village, s_foot);
        joined.ShouldContain("看清了：这是出院记录");
        joined.ShouldContain("跟您拍的另外半张合起来看");
        joined.ShouldContain("还差住院费用清单、医保结算单");
        joined.ShouldNotContain("没有拍全");
        await SendAndReadAsync(app, chat, village, s_list);
        (await SendAndReadAsync(app, chat, village, s_sheet)).Told.ShouldContain("村里能补助1,200.00元");

        var claim = await ClaimOfAsync(app, chat, village);
        (claim.Person, claim.Discharged, claim.Diagnosis).ShouldBe(("周桂兰", "2026-09-17", "急性阑尾炎；高血压病2级"));
        claim.Papers.Select(paper => (paper.Hash, paper.Kind)).Where(paper => paper.Hash == head || paper.Hash == foot).ShouldAllBe(paper => paper.Kind == "discharge-record");
        claim.Papers.Count.ShouldBe(4);
        using var officer = await app.NewStaffAsync(village, "maker", "officer");
        var seen = (await officer.GetJsonAsync($"/api/villages/{village}/claims/{claim.Id}/papers/{head}/reading")).Body["reading"]!;
        (seen["kind"]!.GetValue<string>(), seen["fields"]!["name"]!["value"]!.GetValue<string>()).ShouldBe(("discharge-record", "周桂兰"));
        seen["fields"]!["name"]!["where"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_two_halves_sent_together_nothing_is_said_of_the_one_before_the_other_is_read()
    {
        await using var app = await StartAsync();
        var village = await app.NewVillageAsync();
        var chat = await ChatOnApp.OpenAsync(app, village);
        var hashes = await chat.SendsAsync(KnownPages.Photo(s_head), KnownPages.Photo(s_foot));
        await chat.HeardAsync();
        await ReadAsync(app, chat, village, hashes[0]);
        (await chat.HeardAsync()).ShouldBeEmpty();
        await ReadAsync(app, chat, village, hashes[1]);
        var told = await chat.HeardAsync();
        told.ShouldContain("姓名：周桂兰");
        told.ShouldNotContain("认不出");
        told.ShouldNotContain("没有拍全");
    }

    [Fact]
    public async Task A_half_that_says_too_little_is_asked_for_the_rest_and_the_whole_sheet_taken_again_replaces_it()
    {
        await using var app = await StartAsync();
        var village = await app.NewVillageAsync();
        var chat = await ChatOnApp.OpenAsync(app, village);
        (await SendAndReadAsync(app, chat, village, s_foot)).Told.ShouldContain("出院记录没有拍全，没看到姓名、出院日期。请把没拍到的那半张");
        await SendAndReadAsync(app, chat, village, s_list);
        var stuck = (await SendAndReadAsync(app, chat, village, s_sheet)).Told;
        stuck.ShouldContain("没看到出院日期");
        stuck.ShouldNotContain("同一个人");
        stuck.ShouldNotContain("正在算");
        var whole = s_head with { Height = s_head.Height + s_foot.Height, Lines = [.. s_head.Lines, .. s_foot.Lines.Select(line => line with { Where = Lower(line.Where, s_head.Height) })] };
        (await SendAndReadAsync(app, chat, village, whole)).Told.ShouldContain("村里能补助1,200.00元");
    }

    static Quad Lower(Quad where, int by) => new(where.X0, where.Y0 + by, where.X1, where.Y1 + by, where.X2, where.Y2 + by, where.X3, where.Y3 + by);

    Task<TestSystem> StartAsync() => TestSystem.StartAsync(azurite, services => services.AddSingleton<IRecognition, KnownPages>());

    static async Task<(string Hash, string Told)> SendAndReadAsync(TestSystem app, ChatOnApp chat, string village, RecognisedPage page)
    {
        var hash = (await chat.SendsAsync(KnownPages.Photo(page)))[0];
        await ReadAsync(app, chat, village, hash);
        return (hash, await chat.HeardAsync());
    }

    /// <summary>As the host hands over a message of the queue.</summary>
    static async Task ReadAsync(TestSystem app, ChatOnApp chat, string village, string hash)
    {
        var folder = FolderStore.IdOf(chat.Id, (await chat.StateAsync()).Folder);
        await app.Services.GetRequiredService<PaperReader>().HandleAsync(new(System.Text.Encoding.UTF8.GetString(new PaperMessage(village, folder, hash, 0).Utf8()), 1), default);
    }

    static async Task<Claim> ClaimOfAsync(TestSystem app, ChatOnApp chat, string village)
    {
        var folders = await app.Services.GetRequiredService<FolderStore>().OfAsync(village, chat.Id, default);
        return (await app.Services.GetRequiredService<ClaimStore>().FindAsync(village, folders.Select(folder => folder.Claim).OfType<string>().Single(), default))!;
    }
}
