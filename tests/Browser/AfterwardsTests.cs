using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Support;
using static Shouwang.Browser.Tests.DeskSteps;

namespace Shouwang.Browser.Tests;

/// <summary>What comes after an approval, on the villager's phone and at the desk: an objection, the payment, too much paid and given back, money that runs short, staff that change, the year's end.</summary>
public sealed class AfterwardsTests(Azurite azurite, Browser browser)
{
    const string Person = "周桂兰";

    [Fact]
    public async Task A_villager_objects_is_paid_is_asked_for_money_back_and_hears_each_time_what_it_is_about()
    {
        var clock = MovedClock.On(TestSystem.Day);
        await using var system = await TestSystem.ListenAsync(azurite, services => services.AddSingleton<TimeProvider>(clock));
        using var village = await ClaimVillage.NewAsync(system, charter: new JsonObject { ["objectionDays"] = 7, ["claimDays"] = 3650 });
        var id = await village.CheckedAsync();
        await village.DoneAsync(village.Li, id, "approved");
        await using var handset = await browser.PhoneAsync();
        await using var office = await browser.DeskAsync();
        var phone = await ChatAsync(handset, system, village.Code, id);
        var page = await office.NewPageAsync();
        var complaints = page.Complaints();

        await EnterAsync(page, system, village.Wang);
        await OpenClaimAsync(page, Person);
        await MoveAsync(page, "公示", "已公示");
        await SaysAsync(phone, "钱什么时候到", "公示到");
        await Browser.KeepAsync(phone, "after-when-360");
        await SaysAsync(phone, "少算了，自费的药没算进去，我不服", "您的话已经交给");
        await Browser.KeepAsync(phone, "after-objection-360");
        await page.ReloadAsync();
        await page.GetByText("有人对这笔有意见，还没有办完").WaitForAsync();
        await page.GetByText("自费的药没算进去").First.WaitForAsync();
        await page.GetByText("“记下已发放”现在不能办").WaitForAsync();
        await LookAsync(page, "after-objection");

        clock.Ahead += TimeSpan.FromDays(8);
        await page.ReloadAsync();
        await phone.ReloadAsync();
        // Nothing is paid out until it is said what came of it.
        await page.GetByText("有人对这笔提了意见，还没有办完，先不能发放").WaitForAsync();
        await SaysAsync(phone, "钱什么时候到", "有人提了意见");
        var over = page.GetByRole(AriaRole.Button, new() { Name = "办完了" });
        await over.ClickAsync();
        await page.GetByText("请先写明查得怎么样").WaitForAsync();
        await LookAsync(page, "after-unsettled");
        await page.GetByLabel("回话").FillAsync("自费的药按章程不算，看过原件，数没有错。");
        await over.ClickAsync();
        await page.GetByText("说过的话，怎么办的").WaitForAsync();
        await phone.GetByText("看回话").First.WaitForAsync();
        await MoveAsync(page, "记下已发放", "已发放");
        await phone.GetByText("您报的补助发了").First.WaitForAsync();

        // A line of the settlement sheet was read wrongly.
        await page.GetByRole(AriaRole.Button, new() { Name = "重新办理" }).ClickAsync();
        await page.GetByLabel("为什么要重新办理").FillAsync("结算单看错了一行");
        await SayYesAsync(page, "重新办理");
        await page.GetByText("审核以后，多退少补").WaitForAsync();
        await LookAsync(page, "after-reopened");
        await page.GetByLabel("基本医保支付").FillAsync("12645.95");
        await page.GetByLabel("个人现金支付").FillAsync("600");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存改动" }).ClickAsync();
        await page.GetByText("陆佰元整").First.WaitForAsync();
        await RestAsync(page);
        await ChangeToAsync(page, system, village.Li);
        await OpenClaimAsync(page, Person);
        await MoveAsync(page, "审核通过", "已审核");
        await MoveAsync(page, "公示", "已公示");
        await page.GetByText("发多了，要收回 600.00 元").WaitForAsync();
        await LookAsync(page, "after-too-much");
        await SaysAsync(phone, "为什么少了", "要退给村里600.00元");
        await Browser.KeepAsync(phone, "after-less-360");
        await page.GotoAsync(system.Page($"board/{village.Code}"));
        await page.GetByText("发多了要收回的").WaitForAsync();
        await page.GetByText("改数以前发过").First.WaitForAsync();
        await LookAsync(page, "after-board");
        await page.GotoAsync(system.Page("desk"));

        clock.Ahead += TimeSpan.FromDays(8);
        await phone.ReloadAsync();
        await ChangeToAsync(page, system, village.Zhao);
        await OpenClaimAsync(page, Person);
        await page.GetByRole(AriaRole.Button, new() { Name = "记下退回的钱" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("陆佰元整").WaitForAsync();
        await dialog.GetByLabel("退的是现金").CheckAsync();
        await LookAsync(page, "after-return");
        await SayYesAsync(page, "记下退回的钱");
        await page.GetByText("记下退回的钱，办好了").First.WaitForAsync();
        await RestAsync(page);
        await LookAsync(page, "after-returned");
        await phone.GetByText("您退给村里的钱收到了").First.WaitForAsync();
        await Browser.KeepAsync(phone, "after-returned-360");
        await TabAsync(page, "账目");
        await page.GetByText("补助退回").First.WaitForAsync();
        // The correction made it less.
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "补助更正" }).GetByText("−600.00").WaitForAsync();
        await LookAsync(page, "after-books");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Money_runs_short_an_officer_leaves_another_takes_over_and_the_year_ends()
    {
        var clock = MovedClock.On(TestSystem.Day);
        await using var system = await TestSystem.ListenAsync(azurite, services => services.AddSingleton<TimeProvider>(clock));
        using var village = await ClaimVillage.NewAsync(system, "2000.00", new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650, ["readmission"] = new JsonObject { ["days"] = 0 } });
        await village.CheckedAsync(village.Stay(admitted: "2026-01-02", discharged: "2026-01-09"));
        await village.CheckedAsync();
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();

        await EnterAsync(page, system, village.Li);
        await OpenClaimAsync(page, Person);
        await MoveAsync(page, "审核通过", "已审核");
        await TabAsync(page, "申请");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "已核对" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "审核通过", Exact = true }).ClickAsync();
        await SayYesAsync(page, "审核通过");
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await LookAsync(page, "short-refused");

        // The collective brings what lacks; whoever enters it leaves the next day.
        await using var other = await browser.DeskAsync();
        var leaver = await other.NewPageAsync();
        await EnterAsync(leaver, system, village.Wang);
        await TabAsync(leaver, "出资");
        var collective = Form(leaver, "村集体出资");
        await collective.GetByLabel("凭证号").FillAsync("HD-1");
        await collective.GetByLabel("金额").FillAsync("1000");
        await collective.GetByRole(AriaRole.Button).ClickAsync();
        await SayYesAsync(leaver, "记下");
        await leaver.GetByText("壹仟元整").First.WaitForAsync();
        await page.ReloadAsync();
        await MoveAsync(page, "审核通过", "已审核");

        await page.GotoAsync(system.Page("county"));
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).Or(page.GetByLabel("个人密钥")).First.WaitForAsync();
        if (await page.GetByLabel("个人密钥").CountAsync() == 0) await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GetByLabel("个人密钥").FillAsync(TestSystem.AdminKey);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "全县" }).WaitForAsync();
        await page.GotoAsync(system.Page($"county#/staff/{village.Code}"));
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "工作人员wang" }).GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
        await LookAsync(page, "leave-asked");
        await SayYesAsync(page, "停用");
        await page.GetByText("停用了").First.WaitForAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "工作人员zhao" }).GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("村里就没有经办人了").WaitForAsync();
        await SayYesAsync(page, "先不办");
        await page.GetByLabel("姓名").FillAsync("钱示例");
        await page.GetByLabel("编号").FillAsync("qian");
        await page.GetByLabel("电话").FillAsync("13800000077");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记并发密钥" }).ClickAsync();
        var key = await page.Locator("code").InnerTextAsync();
        await LookAsync(page, "leave-staff");

        // Who has left is told so at his next step, and nothing he sees stays on the screen.
        await leaver.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "名册", Exact = true }).ClickAsync();
        await leaver.GetByText("密钥已经停用或换过了").WaitForAsync();
        using var qian = system.As(key);
        await EnterAsync(leaver, system, qian);
        await leaver.GetByRole(AriaRole.Heading, new() { Name = "钱示例，您好" }).WaitForAsync();
        await LookAsync(leaver, "leave-new-home");
        await OpenClaimAsync(leaver, Person);
        await MoveAsync(leaver, "公示", "已公示");
        await MoveAsync(leaver, "记下已发放", "已发放");

        var year = clock.GetUtcNow().AddHours(8).Year;
        clock.Ahead = new DateTime(year + 1, 1, 10, 0, 0, 0, DateTimeKind.Utc) - DateTime.UtcNow;
        await ChangeToAsync(leaver, system, village.Li);
        await TabAsync(leaver, "账目");
        var close = Form(leaver, "年终结转");
        await close.GetByLabel("结转哪一年").FillAsync($"{year}");
        await close.GetByRole(AriaRole.Button).ClickAsync();
        await SayYesAsync(leaver, "结转");
        await leaver.GetByText("剩下的钱转到了下一年").First.WaitForAsync();
        await RestAsync(leaver);
        // 1,000 yuan came in, two aids of 1,200 with their fee of 24 for the one that was paid went out.
        await leaver.GetByRole(AriaRole.Row).Filter(new() { HasText = $"{year}年12月31日" }).GetByText("−1,424.00").WaitForAsync();
        await LookAsync(leaver, "newyear-books");
        await TabAsync(leaver, "首页");
        await leaver.GetByText("管到").WaitForAsync();
        await LookAsync(leaver, "newyear-home");
        await TabAsync(leaver, "方案");
        await LookAsync(leaver, "newyear-plan");
        await leaver.GotoAsync(system.Page($"board/{village.Code}"));
        await leaver.GetByText("这个方案已经到期").WaitForAsync();
        await LookAsync(leaver, "newyear-board");
        await using var handset = await browser.PhoneAsync();
        var phone = await ChatAsync(handset, system, village.Code, null);
        await SaysAsync(phone, "急性阑尾炎能补多少", "方案补1,200.00元");
        await Browser.KeepAsync(phone, "newyear-chat-360");
    }

    static async Task<IPage> ChatAsync(IBrowserContext handset, TestSystem system, string village, string? claim)
    {
        var phone = await handset.NewPageAsync();
        var session = await phone.RunAndWaitForResponseAsync(() => phone.GotoAsync(system.Page($"chat?village={village}")), response => response.Url.EndsWith("/api/chat/session", StringComparison.Ordinal));
        await phone.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).TapAsync();
        await phone.GetByText("发照片").Last.WaitForAsync();
        var conversation = (await session.JsonAsync<JsonElement>()).GetProperty("conversationId").GetString()!;
        if (claim is not null) await system.Services.GetRequiredService<FolderStore>().SetClaimAsync(village, FolderStore.IdOf(conversation, 1), claim, default);
        return phone;
    }

    static async Task SaysAsync(IPage phone, string words, string answer)
    {
        var box = phone.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync(words);
        await box.PressAsync("Enter");
        await phone.Locator(".webchat__bubble").GetByText(answer).Last.WaitForAsync(new() { Timeout = 60_000 });
        (await phone.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(words);
    }
}
