using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Browser.Tests;

/// <summary>A phone that was put away, lost its network or slept for days: the chat goes on by itself, and nothing that was typed or sent is lost or said twice.</summary>
public sealed class ChatLineTests(Azurite azurite, Browser browser)
{
    const string Question = "要哪些材料", Answer = "要三样纸";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_starts_anew_days_later_hears_what_was_said_meanwhile_once(bool streaming)
    {
        var (road, clock) = (new Road(), new MovedClock());
        var site = await ChatSite.StartAsync(azurite, road, streaming, FreePort(), clock);
        await using var phone = await browser.PhoneAsync();
        var page = await OpenAsync(phone, site);
        await site.DisposeAsync();
        await page.GetByText("网络断开了").WaitForAsync();
        await Browser.KeepAsync(page, $"4-dropped{(streaming ? "" : "-polling")}");
        await SayAsync(page, Question);
        await Box(page).FillAsync("还没有写完的话");
        await page.Locator(".webchat__bubble--from-user").GetByText(Question).WaitForAsync();
        await Browser.KeepAsync(page, $"4-dropped-said{(streaming ? "" : "-polling")}");

        // Every token of before has expired.
        clock.Ahead = TimeSpan.FromDays(3);
        await using var again = await ChatSite.StartAsync(azurite, road, streaming, site.Port, clock);
        await AnsweredOnceAsync(page);
        await page.Locator("#line").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await Browser.KeepAsync(page, $"4-back{(streaming ? "" : "-polling")}");
        await ShouldBeTheSameAsync(page);
        (await Box(page).InputValueAsync()).ShouldBe("还没有写完的话");

        await page.ReloadAsync();
        await AnsweredOnceAsync(page);
    }

    [Fact]
    public async Task Words_and_photos_sent_without_a_network_go_by_themselves_once_it_is_there()
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync();
        var page = await OpenAsync(phone, site);
        await phone.SetOfflineAsync(true);
        await page.GetByText("手机没有网络了").WaitForAsync();
        await SayAsync(page, Question);
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "拍照上传单子" }).TapAsync());
        await chooser.SetFilesAsync(Repository.Path("samples/claim/fee-list.jpg"));
        await Browser.KeepAsync(page, "4-offline");
        await phone.SetOfflineAsync(false);
        await AnsweredOnceAsync(page);
        await page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)").GetByText("还差").Last.WaitForAsync();
        await page.Locator("#line").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await ShouldBeTheSameAsync(page);
    }

    [Fact]
    public async Task A_phone_that_slept_takes_a_new_line_and_goes_on()
    {
        var clock = new MovedClock();
        await using var site = await ChatSite.StartAsync(azurite, new Road(), clock: clock);
        await using var phone = await browser.PhoneAsync();
        await phone.Clock.InstallAsync();
        List<IWebSocket> lines = [];
        phone.Page += (_, opened) => opened.WebSocket += (_, line) => lines.Add(line);
        var page = await OpenAsync(phone, site);
        var before = lines.Count;
        clock.Ahead = TimeSpan.FromHours(9);
        await phone.Clock.FastForwardAsync("09:00:00");
        await SayAsync(page, Question);
        await AnsweredOnceAsync(page);
        lines.Count.ShouldBeGreaterThan(before);
        await ShouldBeTheSameAsync(page);
    }

    [Fact]
    public async Task Where_sockets_do_not_come_through_the_page_asks()
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync();
        await phone.RouteWebSocketAsync("**/stream?*", line => _ = line.CloseAsync());
        var page = await OpenAsync(phone, site);
        await SayAsync(page, Question);
        await AnsweredOnceAsync(page);
        await page.Locator("#line").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task Two_windows_of_a_phone_both_hear()
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync();
        var one = await OpenAsync(phone, site);
        var two = await phone.NewPageAsync();
        await two.GotoAsync(site.Page.ToString());
        await SayAsync(two, Question);
        await AnsweredOnceAsync(two);
        await AnsweredOnceAsync(one);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // a conversation that is yet to begin
    public async Task What_is_sent_before_the_line_is_up_goes_when_it_is(bool first)
    {
        await using var site = await ChatSite.StartAsync(azurite, new Road());
        await using var phone = await browser.PhoneAsync();
        if (!first)
            await OpenAsync(phone, site);
        var page = await phone.NewPageAsync();
        var said = new TaskCompletionSource();
        await page.RouteAsync("**/v3/directline/conversations**", async route =>
        {
            await said.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(site.Page.ToString());
        await SayAsync(page, Question);
        await page.Locator(".webchat__bubble--from-user").GetByText(Question).WaitForAsync();
        said.SetResult();
        await page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)").GetByText(first ? "同意" : Answer).First.WaitForAsync();
        await Assertions.Expect(page.Locator(".webchat__bubble--from-user").GetByText(Question)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Who_uses_the_phone_now_does_not_get_the_words_of_who_used_it_before()
    {
        var clock = new MovedClock();
        await using var site = await ChatSite.StartAsync(azurite, new Road(), clock: clock);
        await using var phone = await browser.PhoneAsync();
        var before = await OpenAsync(phone, site);
        var now = await phone.NewPageAsync();
        now.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await now.GotoAsync(site.Page.ToString());
        await now.GetByRole(AriaRole.Button, new() { Name = "换个人用" }).TapAsync();
        await Button(now, "同意").WaitForAsync();
        clock.Ahead = TimeSpan.FromHours(1);
        await SayAsync(before, Question);
        await before.GetByText("这里的聊天已经结束了").WaitForAsync();
        await Browser.KeepAsync(before, "4-over");
        await Assertions.Expect(now.Locator(".webchat__bubble").GetByText(Question)).ToHaveCountAsync(0);
    }

    /// <summary>A port on which nobody listens, below those that the system gives away, so that nobody else has it while its server is down.</summary>
    static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(15_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: another one.
            }
        }
    }

    /// <summary>A page on which somebody agreed, marked so that a reload would show.</summary>
    static async Task<IPage> OpenAsync(IBrowserContext phone, ChatSite site)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync(site.Page.ToString());
        await Button(page, "同意").TapAsync();
        await page.Locator(".webchat__bubble").GetByText("发照片").Last.WaitForAsync();
        await page.EvaluateAsync("() => { window.theSame = true; }");
        return page;
    }

    static async Task ShouldBeTheSameAsync(IPage page) => (await page.EvaluateAsync<bool>("() => window.theSame === true")).ShouldBeTrue();

    static ILocator Box(IPage page) => page.Locator("[data-id=webchat-sendbox-input]");

    static async Task SayAsync(IPage page, string words)
    {
        await Box(page).FillAsync(words);
        await Box(page).PressAsync("Enter");
    }

    static async Task AnsweredOnceAsync(IPage page)
    {
        await page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)").GetByText(Answer).WaitForAsync();
        await Assertions.Expect(page.Locator(".webchat__bubble--from-user").GetByText(Question)).ToHaveCountAsync(1);
    }

    /// <summary>The visible one: Web Chat repeats buttons for screen readers.</summary>
    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
