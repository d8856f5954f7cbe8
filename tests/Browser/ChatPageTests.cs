using System.Text.Json;
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
        await Seen(page.Locator(".webchat__bubble").Last);
        await Browser.KeepAsync(page, $"1-welcome{(streaming ? "" : "-polling")}");
        await Button(page, "同意").TapAsync();
        await page.GetByText("发照片").Last.WaitForAsync();

        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "拍照上传单子" }).TapAsync());
        chooser.IsMultiple.ShouldBeTrue();
        await chooser.SetFilesAsync(s_photos);
        // The amount comes first, and stays first however long the answer is: the person rolls on to the rest.
        await Answer(page).GetByText("都对吗").WaitForAsync();
        await StandsAsync(page);
        await Seen(Answer(page).Last.GetByText("村里能补助1,200.00元"));
        await Browser.KeepAsync(page, $"2-amount{(streaming ? "" : "-polling")}");
        await Answer(page).GetByText("都对吗").ScrollIntoViewIfNeededAsync();
        await Browser.KeepAsync(page, $"2-amount-end{(streaming ? "" : "-polling")}");

        var findings = await page.RunAxe();
        findings.Violations.ShouldBeEmpty(string.Join('\n', findings.Violations.Select(it => $"{it.Id}: {it.Help} {string.Join(' ', it.Nodes.Select(node => node.Html))}")));
        complaints.ShouldBeEmpty();
        // The same photos once more: the browser must not keep silent about them. A photo has a name only until the server tells of it, a picture from then on.
        var pictures = page.Locator(".webchat__bubble--from-user img");
        await Assertions.Expect(pictures).ToHaveCountAsync(s_photos.Length);
        chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "拍照上传单子" }).TapAsync());
        await chooser.SetFilesAsync(s_photos);
        await Assertions.Expect(pictures).ToHaveCountAsync(2 * s_photos.Length);
    }

    [Fact]
    public async Task Letters_set_half_as_large_again_leave_everything_on_the_screen()
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync();
        var page = await phone.NewPageAsync();
        // A phone of 360 px as its browser counts it then.
        await page.SetViewportSizeAsync(240, 493);
        await page.GotoAsync(site.Page.ToString());
        await Button(page, "同意").WaitForAsync();
        (await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, input, h1, .webchat__bubble')].filter(it => it.checkVisibility() && !it.closest('[aria-hidden=true], [class*=live-region]') && it.getBoundingClientRect().width > 1 && it.getBoundingClientRect().right > 241).map(it => it.outerHTML.slice(0, 120))
            """)).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(241);
        await Browser.KeepAsync(page, "1-welcome-large");
        await Button(page, "同意").TapAsync();
        await page.GetByText("发照片").Last.WaitForAsync();
    }

    [Fact]
    public async Task Photos_from_before_agreeing_are_sent_once_more_by_the_page()
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync();
        var page = await phone.NewPageAsync();
        await page.GotoAsync(site.Page.ToString());
        await Button(page, "同意").WaitForAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "拍照上传单子" }).TapAsync());
        await chooser.SetFilesAsync(s_photos);
        await page.GetByText("您同意以后我接着收").Last.WaitForAsync();
        await Button(page, "同意").TapAsync();
        await Answer(page).GetByText("都对吗").WaitForAsync();
        await Assertions.Expect(page.Locator(".webchat__bubble").Filter(new() { HasText = "收到3张，正在看" })).ToHaveCountAsync(1);
        await Browser.KeepAsync(page, "photos-before-agreeing");
    }

    [Fact]
    public async Task Somebody_else_on_the_same_phone_begins_anew()
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync();
        var page = await phone.NewPageAsync();
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GotoAsync(site.Page.ToString());
        await Button(page, "同意").TapAsync();
        await page.GetByText("发照片").Last.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "换个人用" }).TapAsync();
        await Button(page, "同意").WaitForAsync();
    }

    [Fact]
    public async Task Everything_to_tap_is_large_enough_and_every_word_large_enough_to_read()
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync();
        var page = await phone.NewPageAsync();
        await page.GotoAsync(site.Page.ToString());
        await Button(page, "同意").WaitForAsync();
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, input, textarea')].filter(it => it.checkVisibility() && !it.closest('[class*=live-region]') && it.getBoundingClientRect().width > 2 && it.getBoundingClientRect().height < 44).map(it => it.outerHTML.slice(0, 120))
            """);
        small.ShouldBeEmpty();
        var tiny = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.webchat__bubble *, .webchat__activity-status, .webchat__activity-status *, header *, footer *')].filter(it => it.childElementCount === 0 && it.textContent.trim() && it.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !it.closest('[class*=keyboard-help]') && parseFloat(getComputedStyle(it).fontSize) < 18).map(it => it.outerHTML.slice(0, 120))
            """);
        tiny.ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_scripts_the_page_says_where_to_go()
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync(scripts: false);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(site.Page.ToString());
        await page.GetByText("村委会").WaitForAsync();
        await Browser.KeepAsync(page, "5-no-script");
    }

    [Fact]
    public async Task The_beginning_of_every_answer_stays_in_view()
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync();
        var page = await phone.NewPageAsync();
        await page.GotoAsync(site.Page.ToString());
        await Button(page, "同意").TapAsync();
        await Answer(page).GetByText("发照片").Last.WaitForAsync();
        await StandsAsync(page);
        foreach (var (at, (said, begins)) in new[] { ("要哪些材料", "要三样纸"), ("怎么报销", ""), ("能补多少钱", ""), ("帮助", "") }.Index())
        {
            await page.Locator("[data-id=webchat-sendbox-input]").FillAsync(said);
            await page.Locator("[data-id=webchat-sendbox-input]").PressAsync("Enter");
            // What was answered stands below what was said, however many bubbles came before.
            await page.WaitForFunctionAsync($"([said, begins]) => ({AnswerTo})(said)?.textContent.includes(begins)", new[] { said, begins });
            await StandsAsync(page);
            (await page.EvaluateAsync<bool>($$"""
                said => {
                  const view = document.querySelector('.webchat__basic-transcript__scrollable').getBoundingClientRect(), box = ({{AnswerTo}})(said).getBoundingClientRect();
                  return box.top >= view.top - 1 && box.top < view.bottom - 48;
                }
                """, said)).ShouldBeTrue(said);
            await Browser.KeepAsync(page, $"6-answer-{at}");
        }
    }

    /// <summary>The first bubble after the one in which that was said.</summary>
    const string AnswerTo = """
        said => {
          const all = [...document.querySelectorAll('.webchat__bubble')];
          return all[all.findLastIndex(it => it.matches('.webchat__bubble--from-user') && it.textContent.includes(said)) + 1 || all.length];
        }
        """;

    static ILocator Answer(IPage page) => page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)");

    /// <summary>The transcript has come to rest: over half a second's pictures it stood still, and nothing was added.</summary>
    static Task<JsonElement?> StandsAsync(IPage page) => page.EvaluateAsync("""
        async () => {
          const it = document.querySelector('.webchat__basic-transcript__scrollable');
          const now = () => `${it.scrollTop} ${it.scrollHeight} ${it.querySelectorAll('.webchat__bubble').length}`;
          for (let still = 0, before = ''; still < 30; before = now()) {
            await new Promise(requestAnimationFrame);
            still = now() === before ? still + 1 : 0;
          }
        }
        """);

    static Task Seen(ILocator it) => Assertions.Expect(it).ToBeInViewportAsync(new() { Timeout = 60_000 });

    /// <summary>The visible one: Web Chat repeats buttons for screen readers.</summary>
    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
