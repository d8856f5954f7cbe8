using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Browser.Tests;

/// <summary>What every villager may see, on the real app over real storage.</summary>
public sealed class BoardPageTests(Azurite azurite, Browser browser)
{
    [Fact]
    public async Task The_board_says_everything_without_scripts_draws_it_with_them_and_prints()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        var village = await BoardVillage.NewAsync(system);
        var address = system.Page($"board/{village.Code}");

        await using var plain = await browser.PhoneAsync(scripts: false);
        var figures = await plain.NewPageAsync();
        await figures.GotoAsync(address);
        foreach (var words in new[] { "131,600.00", "10,000.00", "村集体出资", "社会捐赠", "示例镇商会", "大病 10,000.00 元", "欧阳*", "22,600.00", "23,500.00", "900.00", "消化系统疾病", "其他疾病", "急性阑尾炎", "村民代表会议通过", "总账指纹" })
            (await figures.GetByText(words).CountAsync()).ShouldBePositive(words);
        (await figures.GetByText("周桂兰").CountAsync()).ShouldBe(0);
        await figures.GetByText("查一查").ClickAsync();
        await figures.GetByLabel("得的什么病").FillAsync("阑尾炎");
        await figures.GetByRole(AriaRole.Button, new() { Name = "查一查" }).ClickAsync();
        await Assertions.Expect(figures.GetByRole(AriaRole.Row).Filter(new() { HasText = "急性阑尾炎" })).ToContainTextAsync("1,200.00");

        await using var phone = await browser.PhoneAsync();
        var page = await phone.NewPageAsync();
        var complaints = page.Complaints();
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("每月收支") }).Locator("canvas").First.WaitForAsync();
        await page.IsForEverybodyAsync("board on a phone");
        await Browser.KeepAsync(page, "board-360", whole: true);

        await using var desk = await browser.DeskAsync();
        var wide = await desk.NewPageAsync();
        await wide.GotoAsync(address);
        await wide.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("按来源") }).Locator("canvas").First.WaitForAsync();
        await wide.IsForEverybodyAsync("board on a desk");
        await Browser.KeepAsync(wide, "board-1280", whole: true);
        var print = await wide.PdfAsync(new() { PreferCSSPageSize = true, Path = Repository.Path("TestResults/screens/board.pdf") });
        print.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_holder_of_a_receipt_proves_his_entry_in_his_own_browser_and_what_was_tampered_with_does_not_match()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        var village = await BoardVillage.NewAsync(system);
        await using var phone = await browser.PhoneAsync();
        var page = await phone.NewPageAsync();
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(system.Page($"board/{village.Code}/proof"));
        await page.IsForEverybodyAsync("proof");

        // Written as people write: small letters, O for 0, spaces for hyphens.
        await CheckAsync(village.Payment.Number.ToString(), village.ReceiptCode.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o'));
        await Heading("对上了").WaitForAsync();
        (await page.Locator("#answer").InnerTextAsync()).ShouldContain("5,000.00 元");
        await page.IsForEverybodyAsync("proof, answered");
        await Browser.KeepAsync(page, "proof-360", whole: true);
        asked.ShouldNotContain(url => url.Contains(village.ReceiptCode.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

        await CheckAsync(village.Payment.Number.ToString(), village.ReceiptCode[..^1] + (village.ReceiptCode[^1] == 'A' ? 'B' : 'A'));
        await page.GetByText("没有对上").WaitForAsync();
        await CheckAsync("1", "短");
        await page.GetByText("16 个字母和数字").Last.WaitForAsync();

        await page.RouteAsync("**/board/proof?*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("5000.00", "4000.00", StringComparison.Ordinal) });
        });
        await CheckAsync(village.Payment.Number.ToString(), village.ReceiptCode);
        await Heading("对不上").WaitForAsync();
        (await page.Locator("#answer").InnerTextAsync()).ShouldContain("总账指纹，和公布的不一样");

        ILocator Heading(string words) => page.GetByRole(AriaRole.Heading, new() { Name = words, Exact = true });

        async Task CheckAsync(string entry, string code)
        {
            await page.GetByLabel("收据编号").FillAsync(entry);
            await page.GetByLabel("验证码").FillAsync(code);
            await page.GetByRole(AriaRole.Button, new() { Name = "核对" }).TapAsync();
        }
    }
}
