using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Tests.Papers;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Tests.Bills;
using static Shouwang.Browser.Tests.DeskSteps;

namespace Shouwang.Browser.Tests;

/// <summary>Somebody without a phone came to the office with two papers of three: they are found again, and the third is brought later.</summary>
public sealed class DeskFolderTests(Azurite azurite, Browser browser)
{
    static readonly RecognisedPage s_record = Drawn.Page("江阴市示例人民医院", "出院记录", "姓名：周桂兰  性别：女  住院号：00230446  入院日期：2026-09-08  出院日期：2026-09-17", "出院诊断：1.急性阑尾炎 2.高血压病2级", "诊疗经过：急诊行腹腔镜下阑尾切除术", "出院医嘱：注意休息", "医师签名：吴示例");
    static readonly RecognisedPage s_list = Drawn.Page("江阴市示例人民医院", "住院费用清单", "姓名：周桂兰  住院号：00230446", "项目名称            单价    数量  金额", "住院诊察费          160.00   9    1440.00", "注射用头孢曲松钠    119.30   18   2147.40", "费用总计：3587.40");
    static readonly RecognisedPage s_sheet = Drawn.Page("江阴市基本医疗保险住院费用结算单", "姓名：周桂兰  医院名称：江阴市示例人民医院  结算单号：320281X0009", "医疗费总额：3587.40  起付标准：300.00", "统筹基金支付：1800.00  大病保险支付：0.00  个人账户支付：0.00  个人现金支付：1787.40");

    [Fact]
    public async Task Papers_that_lack_one_are_found_in_the_list_and_finished_there()
    {
        await using var system = await TestSystem.ListenAsync(azurite, services => services.AddSingleton<IRecognition, KnownPages>());
        var village = await system.NewVillageAsync();
        using var maker = await system.NewStaffAsync(village, "maker", "officer");
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        var complaints = page.Complaints();
        await EnterAsync(page, system, maker);
        await TabAsync(page, "申请");
        await page.GetByRole(AriaRole.Link, new() { Name = "替人交材料" }).ClickAsync();
        await SendAsync(page, "上传", s_record, s_list);
        await page.GetByText("照片收到了").WaitForAsync();
        var folder = (await page.GetByRole(AriaRole.Link, new() { Name = "看识别到哪里了" }).GetAttributeAsync("href"))!.Split('/')[^1];
        await ReadAsync(system, village, folder, s_record, s_list);

        // The page is left; the first page and the list of claims know of it.
        await TabAsync(page, "首页");
        await page.GetByRole(AriaRole.Link, new() { Name = "替人交的材料，有 1 份还没办完" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Table, new() { Name = "替人交的、还没办完的" }).GetByRole(AriaRole.Row).Last;
        await Assertions.Expect(row).ToContainTextAsync("还差医保结算单");
        await LookAsync(page, "unfinished");
        await row.GetByRole(AriaRole.Link, new() { Name = "周桂兰" }).ClickAsync();
        await page.GetByText("还差医保结算单").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "费用清单" }).First.WaitForAsync();
        await RestAsync(page);
        await LookAsync(page, "folder");
        await SendAsync(page, "补上", s_sheet);
        await page.GetByText("正在识别").First.WaitForAsync();
        await ReadAsync(system, village, folder, s_sheet);
        await page.GetByRole(AriaRole.Button, new() { Name = "刷新" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "周桂兰的申请" }).WaitForAsync();
        await TabAsync(page, "申请");
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "替人交的、还没办完的" })).ToHaveCountAsync(0);

        // What nothing comes of is taken away.
        await page.GetByRole(AriaRole.Link, new() { Name = "替人交材料" }).ClickAsync();
        await SendAsync(page, "上传", s_list);
        await page.GetByText("照片收到了").WaitForAsync();
        folder = (await page.GetByRole(AriaRole.Link, new() { Name = "看识别到哪里了" }).GetAttributeAsync("href"))!.Split('/')[^1];
        await ReadAsync(system, village, folder, s_list);
        await page.GetByRole(AriaRole.Link, new() { Name = "看识别到哪里了" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "不办了，删掉" }).ClickAsync();
        await SayYesAsync(page, "不办了，删掉");
        await page.GetByText("删掉了").First.WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "补助申请" }).WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "替人交的、还没办完的" })).ToHaveCountAsync(0);
        complaints.ShouldBeEmpty();
    }

    static async Task SendAsync(IPage page, string button, params RecognisedPage[] pages)
    {
        await page.Locator("#photos").SetInputFilesAsync([.. pages.Select((shown, at) => new FilePayload { Name = $"{at}.jpg", MimeType = "image/jpeg", Buffer = KnownPages.Photo(shown) })]);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>As the host hands over the messages of the queue.</summary>
    static async Task ReadAsync(TestSystem system, string village, string folder, params RecognisedPage[] pages)
    {
        foreach (var page in pages)
            await system.Services.GetRequiredService<PaperReader>().HandleAsync(new(System.Text.Encoding.UTF8.GetString(new PaperMessage(village, folder, Originals.HashOf(KnownPages.Photo(page)), 0).Utf8()), 1), default);
    }
}
