using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Browser.Tests;

public sealed class ChatPageTests(Azurite azurite, Browser browser)
{
    static readonly string[] s_photos = [.. ((string[])["discharge-record", "fee-list", "settlement-sheet"]).Select(name => Repository.Path($"samples/claim/{name}.jpg"))];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_villager_agrees_sends_three_photos_and_sees_the_amount(bool streaming)
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road(), streaming);
        await using var phone = await browser.PhoneAsync();
        var page = await phone.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Page.GetLeftPart(UriPartial.Authority)) && !request.Url.StartsWith("blob:") && !request.Url.StartsWith("data:")) complaints.Add(request.Url); };
        await page.GotoAsync(site.Page.ToString());
        await Button(page, "同意").WaitForAsync();
        await Browser.KeepAsync(page, $"1-welcome{(streaming ? "" : "-polling")}");
        await Button(page, "同意").TapAsync();
        await page.GetByText("发照片").Last.WaitForAsync();

        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "拍照上传单子" }).TapAsync());
        chooser.IsMultiple.ShouldBeTrue();
        await chooser.SetFilesAsync(s_photos);
        await page.GetByText("1,200.00").Last.WaitForAsync();
        await Browser.KeepAsync(page, $"2-amount{(streaming ? "" : "-polling")}");

        var findings = await page.RunAxe();
        findings.Violations.ShouldBeEmpty(string.Join('\n', findings.Violations.Select(it => $"{it.Id}: {it.Help} {string.Join(' ', it.Nodes.Select(node => node.Html))}")));
        complaints.ShouldBeEmpty();
    }

    /// <summary>The visible one: Web Chat repeats buttons for screen readers.</summary>
    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
