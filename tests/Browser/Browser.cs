using Microsoft.Playwright;
using Shouwang.Browser.Tests;
using Shouwang.Functions.Tests.Support;

[assembly: AssemblyFixture(typeof(Azurite))]
[assembly: AssemblyFixture(typeof(Browser))]

namespace Shouwang.Browser.Tests;

/// <summary>One Chromium for all tests; every test gets a phone or a desk of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Far beyond any time a step should take: a busy machine is no fault of a page.</summary>
    const int GiveUp = 120_000;

    IPlaywright? _playwright;
    IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(GiveUp);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    /// <summary>A small phone, touched with a finger.</summary>
    public Task<IBrowserContext> PhoneAsync(bool scripts = true) => NewAsync(new()
    {
        ViewportSize = new() { Width = 360, Height = 740 },
        DeviceScaleFactor = 2,
        HasTouch = true,
        IsMobile = true,
        Locale = "zh-CN",
        JavaScriptEnabled = scripts,
    });

    /// <summary>The office's computer, worked by keyboard as well as by mouse. Its calendar shows the day of the system it works with.</summary>
    public async Task<IBrowserContext> DeskAsync()
    {
        var desk = await NewAsync(new()
        {
            ViewportSize = new() { Width = 1280, Height = 900 },
            Locale = "zh-CN",
            ReducedMotion = ReducedMotion.Reduce,
        });
        await desk.AddInitScriptAsync($$"""
            (() => {
              const Real = Date, ahead = Real.parse('{{TestSystem.Day:yyyy-MM-dd}}T02:00:00Z') - Real.now();
              globalThis.Date = class extends Real {
                constructor(...of) { if (of.length) super(...of); else super(Real.now() + ahead); }
                static now() { return Real.now() + ahead; }
              };
            })();
            """);
        return desk;
    }

    /// <summary>Keeps what the screen shows where people can look at it.</summary>
    /// <param name="whole">The page from top to bottom.</param>
    public static async Task KeepAsync(IPage page, string name, bool whole = false)
    {
        var folder = Repository.Path("TestResults/screens");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
    }

    async Task<IBrowserContext> NewAsync(BrowserNewContextOptions options)
    {
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(GiveUp);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
