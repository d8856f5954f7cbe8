using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

/// <summary>What an officer sees of papers that were really photographed and really read.</summary>
public sealed class DeskPageTests(WholeSystem system)
{
    const string MarkedPixels = """
        canvas => {
          if (canvas.width === 0) return 0;
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let marked = 0;
          for (let at = 0; at < data.length; at += 4) marked += data[at] === 196 && data[at + 1] === 0 && data[at + 2] === 24 ? 1 : 0;
          return marked;
        }
        """;

    [Fact]
    public async Task The_photo_stands_beside_the_fields_and_shows_where_a_value_was_read()
    {
        using var villager = await Villager.ReadyAsync(system);
        // A photo, an iPhone's photo, and the second page of a PDF.
        var pdf = new Photo("papers.pdf", Pdf.Of(Photo.Other("shopping-receipt").Bytes, SampleClaim.FeeList.Bytes));
        await villager.SendAsync([SampleClaim.DischargeRecord, Made.Heic("settlement-sheet"), pdf]);
        await villager.HearsAsync("claim-decided");
        using var answer = await system.Http.PutAsJsonAsync(new Uri($"api/villages/{villager.Village}/staff/wu", UriKind.Relative), new JsonObject { ["name"] = "吴示例", ["phone"] = "13800000001", ["role"] = "officer" });
        var key = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["key"]!.GetValue<string>();

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "zh-CN" });
        await page.GotoAsync(new Uri(system.Local.Address, "desk").ToString());
        await page.GetByLabel("个人密钥").FillAsync(key);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "申请", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "周桂兰" }).ClickAsync();
        var canvas = page.Locator("canvas");
        (await canvas.EvaluateAsync<int>(MarkedPixels)).ShouldBe(0);
        await page.GetByLabel("总费用", new() { Exact = true }).FocusAsync();
        await page.WaitForFunctionAsync($"() => ({MarkedPixels})(document.querySelector('canvas')) > 100");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "费用清单的照片，第2页" })).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Tree.In("TestResults", "screens", "whole-road-desk.png") });
        await page.GetByRole(AriaRole.Button, new() { Name = "上一页" }).ClickAsync();
        await page.WaitForFunctionAsync($"() => document.querySelector('canvas').width > 300 && ({MarkedPixels})(document.querySelector('canvas')) === 0");
        await page.GetByLabel("基本医保支付", new() { Exact = true }).FocusAsync();
        await page.WaitForFunctionAsync($"() => ({MarkedPixels})(document.querySelector('canvas')) > 100");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "医保结算单的照片" })).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Tree.In("TestResults", "screens", "whole-road-desk-heic.png") });

        // On a phone the photo is out of sight while a field is compared: the place stands below the field.
        await page.SetViewportSizeAsync(360, 740);
        await page.GetByLabel("个人现金支付", new() { Exact = true }).FocusAsync();
        var strip = page.Locator(".field:has(#field-cashPaid) canvas");
        await Assertions.Expect(strip).ToBeInViewportAsync();
        (await strip.EvaluateAsync<int>(MarkedPixels)).ShouldBeGreaterThan(20);
        await page.ScreenshotAsync(new() { Path = Tree.In("TestResults", "screens", "whole-road-desk-strip.png") });
        await page.SetViewportSizeAsync(1280, 900);

        // A page is shown to whoever may see the paper, and to nobody else.
        var paper = $"api/villages/{villager.Village}/claims/{(await system.ClaimsAsync(villager.Village))[0]["id"]}/papers/{pdf.Hash}";
        (await system.GetAsync($"{paper}/reading"))["reading"]!["fields"]!["total"]!["page"]!.GetValue<int>().ShouldBe(2);
        (await system.Http.GetAsync(new Uri($"{paper}/pages/3", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = new HttpClient { BaseAddress = system.Local.Address };
        (await stranger.GetAsync(new Uri($"{paper}/pages/2", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var kept = new List<string>();
        await foreach (var blob in system.Originals.GetBlobsAsync())
        {
            if (blob.Name.Contains($"{pdf.Hash}.page-", StringComparison.Ordinal))
                kept.Add(blob.Name);
        }

        kept.Count.ShouldBe(2);

        // Another paper, turned and enlarged by keyboard alone.
        await page.GetByRole(AriaRole.Button, new() { Name = "出院记录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "出院记录的照片" })).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('canvas').width > 300");
        var before = await canvas.EvaluateAsync<int[]>("canvas => [canvas.width, canvas.height]");
        await page.Locator(".photo").FocusAsync();
        await page.Keyboard.PressAsync("r");
        (await canvas.EvaluateAsync<int[]>("canvas => [canvas.width, canvas.height]")).ShouldBe([before[1], before[0]]);
        await page.Keyboard.PressAsync("+");
        (await canvas.EvaluateAsync<string>("canvas => canvas.style.width")).ShouldBe("140%");

        // With Azure's recogniser nobody draws pages: the file is offered for opening, and what was read stands beside it as ever.
        await page.RouteAsync("**/papers/*/pages/*", route => route.FulfillAsync(new() { Status = 404, ContentType = "application/problem+json", Body = """{"code":"page-not-shown","detail":"这一页在这里显示不了。请打开原来的文件看。"}""" }));
        await page.ReloadAsync();
        await page.GetByText("这份文件不能在这里显示").WaitForAsync();
        (await page.GetByRole(AriaRole.Link, new() { Name = "打开文件" }).GetAttributeAsync("href"))!.ShouldStartWith("blob:");
        await page.GetByLabel("总费用", new() { Exact = true }).FocusAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "费用清单" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByText("这份文件不能在这里显示").WaitForAsync();
    }
}
