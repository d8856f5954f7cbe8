using Microsoft.Playwright;
using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

/// <summary>The whole road as a villager walks it: a small phone, a finger, three photos.</summary>
public sealed class ChatPageTests(WholeSystem system)
{
    [Fact]
    public async Task On_a_small_phone_three_photos_become_the_explained_amount()
    {
        var village = await system.NewVillageAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        await using var phone = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 360, Height = 740 },
            DeviceScaleFactor = 2,
            HasTouch = true,
            IsMobile = true,
            Locale = "zh-CN",
        });
        phone.SetDefaultTimeout(120_000);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(new Uri(system.Local.Address, $"chat?village={village}").ToString());
        await Button(page, "同意").TapAsync();
        await page.GetByText("发照片").Last.WaitForAsync();

        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "拍照上传单子" }).TapAsync());
        await chooser.SetFilesAsync([.. new[] { "discharge-record", "fee-list", "settlement-sheet" }.Select(name => Tree.In("samples", "claim", name + ".jpg"))]);

        await page.GetByText("村里能补助1,200.00元").Last.WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Screen("end") });
        var card = page.Locator(".ac-adaptiveCard").Last;
        (await card.InnerTextAsync()).ShouldContain("壹仟贰佰元整");
        await page.SetViewportSizeAsync(360, 1600);
        await page.ScreenshotAsync(new() { Path = Screen("amount") });
        await page.GetByText("同样的病人人一样").First.WaitForAsync();
    }

    static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    static string Screen(string name) => Tree.In("TestResults", "screens", $"whole-road-{name}.png");
}
