using System.Text.Json;
using Microsoft.Playwright;
using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Photo;

/// <summary>Takes pictures of papers with Debian's Chromium.</summary>
sealed class Camera : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private Camera(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, _page) = (playwright, browser, page);

    public static async Task<Camera> Open()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--force-color-profile=srgb", "--font-render-hinting=none"] });
        return new Camera(playwright, browser, await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1800, Height = 1200 } }));
    }

    /// <summary>Lays the paper before the camera.</summary>
    /// <param name="quarterTurns">How often the whole picture is turned clockwise by 90°.</param>
    public async Task Lay(string body, int width, Pose pose, Dice dice, int quarterTurns = 0)
    {
        await _page.SetContentAsync(Scene.Html(body, width, pose, dice, quarterTurns));
        await _page.EvaluateAsync("() => document.fonts.ready");
    }

    /// <summary>A JPEG of the paper.</summary>
    /// <inheritdoc cref="Lay"/>
    public async Task<byte[]> Photograph(string body, int width, Pose pose, Dice dice, int quarterTurns = 0)
    {
        await Lay(body, width, pose, dice, quarterTurns);
        var box = await _page.EvaluateAsync<double[]>("() => { const r = document.querySelector('.scene').getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; }");
        return await _page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = pose.JpegQuality, FullPage = true, Clip = new() { X = (float)box[0], Y = (float)box[1], Width = (float)Math.Floor(box[2]), Height = (float)Math.Floor(box[3]) } });
    }

    /// <summary>The lines of text of the paper laid down last, with the place of every character, as a recogniser without faults would give them.</summary>
    public async Task<JsonElement> Lines() => await _page.EvaluateAsync<JsonElement>(
        """
        () => {
          const scene = document.querySelector('.scene').getBoundingClientRect(), lines = [];
          const walk = document.createTreeWalker(document.querySelector('.paper'), NodeFilter.SHOW_TEXT);
          let run = null;
          const close = () => { if (run && run.text.trim()) lines.push(run); run = null; };
          for (let n; (n = walk.nextNode());) {
            if (n.parentElement.closest('svg,script')) continue;
            for (let i = 0; i < n.data.length; i++) {
              const r = document.createRange(); r.setStart(n, i); r.setEnd(n, i + 1);
              const b = r.getClientRects()[0];
              if (!b || b.width < 0.5 || /\s/.test(n.data[i])) continue;
              if (run && (Math.abs(b.top - run.top) > b.height * 0.5 || b.left - run.right > b.height * 0.6 || b.left < run.right - 2)) close();
              run ??= { text: '', chars: [], top: b.top, right: 0 };
              run.text += n.data[i]; run.right = b.right; run.top = b.top;
              run.chars.push([b.left - scene.left, b.top - scene.top, b.right - scene.left, b.bottom - scene.top].map(Math.round));
            }
          }
          close();
          return { width: Math.round(scene.width), height: Math.round(scene.height), lines: lines.map(l => ({ text: l.text, chars: l.chars })) };
        }
        """);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
