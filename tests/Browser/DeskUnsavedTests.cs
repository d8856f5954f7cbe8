using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Support;
using static Shouwang.Browser.Tests.DeskSteps;

namespace Shouwang.Browser.Tests;

/// <summary>What somebody at the desk has typed and not sent yet: nothing is decided without it, and nothing takes it away unsaid.</summary>
public sealed class DeskUnsavedTests(Azurite azurite, Browser browser)
{
    const string Person = "周桂兰";

    /// <summary>Somebody becomes a checker while his page is that of an officer.</summary>
    [Fact]
    public async Task Whose_part_was_changed_is_told_and_sees_what_he_may_do_now()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        var village = await system.NewVillageAsync();
        using var officer = await system.NewStaffAsync(village, "wang", "officer");
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        await EnterAsync(page, system, officer);
        await TabAsync(page, "账目");
        using var administrator = system.Administrator();
        var known = (await administrator.GetJsonAsync($"/api/villages/{village}/staff")).Body["staff"]![0]!;
        (await administrator.PutJsonAsync($"/api/villages/{village}/staff/wang", new JsonObject { ["name"] = known["name"]!.GetValue<string>(), ["phone"] = known["phone"]!.GetValue<string>(), ["role"] = "checker" })).Status.ShouldBe(200);
        await Form(page, "手工记一笔").GetByLabel("金额").FillAsync("5");
        await Form(page, "手工记一笔").GetByRole(AriaRole.Button).ClickAsync();
        await SayYesAsync(page, "记账");
        await page.GetByText("您现在是复核人了，刚才那件事没有办。").WaitForAsync();
        await Form(page, "年终结转").WaitForAsync();
        (await page.Locator("#who").InnerTextAsync()).ShouldContain("复核人");
    }

    [Fact]
    public async Task A_correction_that_is_not_saved_stops_every_decision_and_outlives_other_views_and_other_people()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var id = (await village.EnterAsync())["id"]!.GetValue<string>();
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        await EnterAsync(page, system, village.Zhao);
        await OpenClaimAsync(page, Person);
        var cash = page.GetByLabel("个人现金支付");
        await cash.FillAsync("600");
        await page.GetByLabel("基本医保支付").FillAsync("12645.95");
        await Button(page, "不予补助").ClickAsync();
        await page.GetByRole(AriaRole.Alert).GetByText("改了还没有保存：基本医保支付、个人现金支付").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        // What is worked out anew draws the view anew.
        await page.GetByLabel("一般生病").CheckAsync();
        await Button(page, "确认住院原因").ClickAsync();
        await page.GetByText("您写了还没有保存的，还在下面的格子里：基本医保支付、个人现金支付").WaitForAsync();
        await TabAsync(page, "来话");
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = $"{Person}的申请" }).WaitForAsync();
        await RestAsync(page);
        (await cash.InputValueAsync()).ShouldBe("600");
        await LookAsync(page, "unsaved");

        // A colleague is faster: what he did is shown, and only what he changed too is not put back.
        await CorrectAsync(village, id, "cashPaid", "601.00");
        await Button(page, "保存改动").ClickAsync();
        await page.GetByText("这笔申请刚刚有了变化").WaitForAsync();
        await page.GetByText("您写的没有放回去：个人现金支付（您写的是“600”）").WaitForAsync();
        (await cash.InputValueAsync()).ShouldBe("601.00");
        (await page.GetByLabel("基本医保支付").InputValueAsync()).ShouldBe("12645.95");
        await LookAsync(page, "unsaved-faster");
        await cash.FillAsync("600");
        await Button(page, "保存改动").ClickAsync();
        await page.GetByText("改好了，已经重新算过").First.WaitForAsync();
        await page.GetByText("陆佰元整").First.WaitForAsync();
        await Assertions.Expect(Button(page, "不改了")).ToBeHiddenAsync();

        await cash.FillAsync("9");
        await Button(page, "不改了").ClickAsync();
        (await cash.InputValueAsync()).ShouldBe("600.00");
        // The page asks before it is left for good.
        await cash.FillAsync("9");
        var asked = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };
        await page.EvaluateAsync("() => setTimeout(() => location.reload())");
        (await asked.Task.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBe("beforeunload");
        (await cash.InputValueAsync()).ShouldBe("9");
    }

    [Fact]
    public async Task A_key_changed_meanwhile_and_a_line_that_broke_take_no_words_and_a_lost_answer_pays_once()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var id = await village.CheckedAsync();
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        await EnterAsync(page, system, village.Zhao);
        await OpenClaimAsync(page, Person);

        await page.GetByLabel("出院诊断").FillAsync("急性化脓性阑尾炎");
        using var administrator = system.Administrator();
        var key = (await administrator.PostJsonAsync($"/api/villages/{village.Code}/staff/zhao/key")).Body["key"]!.GetValue<string>();
        await Button(page, "保存改动").ClickAsync();
        await page.GetByText("密钥已经停用或换过了").WaitForAsync();
        await page.GetByLabel("个人密钥").FillAsync(key);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("您写了还没有保存的，还在下面的格子里：出院诊断").WaitForAsync();
        (await page.GetByLabel("出院诊断").InputValueAsync()).ShouldBe("急性化脓性阑尾炎");
        await Button(page, "不改了").ClickAsync();

        await page.RouteAsync("**/moves", route => route.AbortAsync());
        await RefuseAsync(page, "单子是去年的，请带今年的来。");
        await page.GetByText("连不上系统").WaitForAsync();
        await page.UnrouteAllAsync();
        await Button(page, "不予补助").ClickAsync();
        (await page.GetByLabel("写给申请人的话").InputValueAsync()).ShouldBe("单子是去年的，请带今年的来。");
        await Assertions.Expect(page.GetByLabel("其他原因")).ToBeCheckedAsync();
        await SayYesAsync(page, "先不办");

        await village.DoneAsync(village.Li, id, "approved");
        await village.DoneAsync(village.Li, id, "published");
        await OpenClaimAsync(page, Person);
        await page.RouteAsync("**/moves", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await Button(page, "记下已发放").ClickAsync();
        await SayYesAsync(page, "记下已发放");
        await page.GetByText("连不上系统").WaitForAsync();
        await page.UnrouteAllAsync();
        await Button(page, "记下已发放").ClickAsync();
        await SayYesAsync(page, "记下已发放");
        await page.GetByText("也可能是您上一次已经办成了").WaitForAsync();
        await page.Locator(".tag").GetByText("已发放").WaitForAsync();
        (await village.Ledger.BooksAsync(village.Code, default)).Money.ToString().ShouldBe("98800.00");

        // A claim that was paid and then refused is not shown with the sum it does not get.
        await Button(page, "重新办理").ClickAsync();
        await page.GetByLabel("为什么要重新办理").FillAsync("单子是去年的");
        await SayYesAsync(page, "重新办理");
        await page.GetByText("审核以后，多退少补").WaitForAsync();
        await RefuseAsync(page, "单子是去年的");
        await page.Locator(".tag").GetByText("不予补助").WaitForAsync();
        (await page.Locator("dl.figures dd").First.InnerTextAsync()).ShouldBe("0.00 元");
        await page.GetByText("要收回 1,200.00 元").WaitForAsync();
        await LookAsync(page, "unsaved-refused");
        await TabAsync(page, "申请");
        await page.GetByLabel("看哪些").SelectOptionAsync("refused");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = Person }).GetByText("0.00 元", new() { Exact = true }).WaitForAsync();
    }

    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    static async Task RefuseAsync(IPage page, string words)
    {
        await Button(page, "不予补助").First.ClickAsync();
        await page.GetByLabel("其他原因").CheckAsync();
        await page.GetByLabel("写给申请人的话").FillAsync(words);
        await SayYesAsync(page, "不予补助");
    }

    static async Task CorrectAsync(ClaimVillage village, string id, string field, string value) =>
        (await village.Wang.PutJsonAsync(village.Path(id, "/fields"), new JsonObject { ["fields"] = new JsonObject { [field] = value }, ["confirmed"] = new JsonArray() })).Status.ShouldBe(200);
}
