using Microsoft.Playwright;
using Shouwang.Browser.Tests;
using Shouwang.Functions.Tests.Support;

[assembly: AssemblyFixture(typeof(Azurite))]
[assembly: AssemblyFixture(typeof(Browser))]

namespace Shouwang.Browser.Tests;

/// <summary>One Chromium for all tests; every test gets a phone of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? _playwright;
    IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    /// <summary>A small phone, touched with a finger.</summary>
    public Task<IBrowserContext> PhoneAsync(bool scripts = true) => _browser!.NewContextAsync(new()
    {
        ViewportSize = new() { Width = 360, Height = 740 },
        DeviceScaleFactor = 2,
        HasTouch = true,
        IsMobile = true,
        Locale = "zh-CN",
        JavaScriptEnabled = scripts,
    });

    /// <summary>Keeps what the screen shows where people can look at it.</summary>
    public static async Task KeepAsync(IPage page, string name)
    {
        var folder = Repository.Path("TestResults/screens");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
