using Microsoft.Playwright;
using Shouwang.Browser.Tests;
using Shouwang.Functions.Tests.Support;

[assembly: AssemblyFixture(typeof(Azurite))]
[assembly: AssemblyFixture(typeof(Browser))]

namespace Shouwang.Browser.Tests;

/// <summary>One Chromium for all tests; every test gets a phone or a desk of its own.</summary>
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

    /// <summary>The office's computer, worked by keyboard as well as by mouse.</summary>
    public Task<IBrowserContext> DeskAsync() => _browser!.NewContextAsync(new()
    {
        ViewportSize = new() { Width = 1280, Height = 900 },
        Locale = "zh-CN",
        ReducedMotion = ReducedMotion.Reduce,
    });

    /// <summary>Keeps what the screen shows where people can look at it.</summary>
    /// <param name="whole">The page from top to bottom.</param>
    public static async Task KeepAsync(IPage page, string name, bool whole = false)
    {
        var folder = Repository.Path("TestResults/screens");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
