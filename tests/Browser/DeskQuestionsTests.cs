using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouwang.Functions.Calls;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Support;
using static Shouwang.Browser.Tests.DeskSteps;

namespace Shouwang.Browser.Tests;

/// <summary>What pages say before money is decided on: something misread, a sum that stays as it was, sums for one disease of several that are one at home, a county without rules.</summary>
public sealed class DeskQuestionsTests(Azurite azurite, Browser browser)
{
    const string Person = "周桂兰";

    [Fact]
    public async Task What_was_said_to_be_misread_is_seen_and_settled_before_the_approval_and_what_was_paid_is_not_paid_again()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        var id = await village.CheckedAsync();
        await system.Services.GetRequiredService<CallStore>().AddAsync(
            new Call(village.Code, CallStore.IdOf("c", "t", Call.Misread), DateTimeOffset.UtcNow, Call.Misread, "说读错了：总金额少了一千", id, "c", Told: true), default);
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        await EnterAsync(page, system, village.Li);
        await OpenClaimAsync(page, Person);
        await page.GetByText("本人说材料读错了，还没有办完").WaitForAsync();
        await page.GetByText("“审核通过”现在不能办").WaitForAsync();
        await LookAsync(page, "ask-misread");
        await page.GetByRole(AriaRole.Button, new() { Name = "办完了" }).ClickAsync();
        await page.GetByText("请先写明查得怎么样").WaitForAsync();
        await page.GetByLabel("回话").FillAsync("对照过原件，金额没有读错。");
        await page.GetByRole(AriaRole.Button, new() { Name = "办完了" }).ClickAsync();
        await page.GetByText("说过的话，怎么办的").WaitForAsync();
        await MoveAsync(page, "审核通过", "已审核");
        await MoveAsync(page, "公示", "已公示");

        // Paid, looked at again, and decided as before.
        await village.DoneAsync(village.Zhao, id, "paid");
        await village.Wang.PostJsonAsync(village.Path(id, "/reopen"), new JsonObject { ["words"] = "再对一遍" });
        await village.DoneAsync(village.Zhao, id, "checked");
        await village.DoneAsync(village.Sun, id, "approved");
        await village.DoneAsync(village.Sun, id, "published");
        await ChangeToAsync(page, system, village.Wang);
        await OpenClaimAsync(page, Person);
        await page.GetByText("以前发过 1,200.00 元，数没有变，不用再发钱").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "办完，不再发钱" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("这次不用再发钱").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByText("用现金发的")).ToHaveCountAsync(0);
        await LookAsync(page, "ask-paid-up");
        await SayYesAsync(page, "办完，不再发钱");
        await page.GetByText("办完，没有再发钱").WaitForAsync();
        await RestAsync(page);
        (await village.AidEntriesAsync()).ShouldBe(["aid-approved aid 1200.00 bank 0.00", "aid-paid aid 0.00 bank -1200.00"]);
    }

    [Fact]
    public async Task Whoever_sets_pneumonia_by_name_is_shown_the_other_pneumonias_and_sets_them_with_one_press()
    {
        await using var office = await Office.OpenAsync(azurite, browser);
        var page = office.Page;
        await TabAsync(page, "方案");
        await page.GetByText("自己定补多少").ClickAsync();
        await FileAsync(page, "或者从表格里读", "补助表.csv", "病种,补助金额\n肺炎,2000\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "读进来" }).ClickAsync();
        await page.GetByText("“肺炎，病原未写明”单独定了").First.WaitForAsync();
        await page.GetByText("社区获得性肺炎").First.WaitForAsync();
        await RestAsync(page);
        await LookAsync(page, "ask-alike");
        await page.GetByRole(AriaRole.Button, new() { Name = "这些也补 2,000.00 元" }).ClickAsync();
        await page.GetByText("“肺炎，病原未写明”单独定了").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        (await page.GetByLabel("细菌性肺炎（J15）").InputValueAsync()).ShouldBe("2000.00");
    }

    [Fact]
    public async Task A_village_in_a_county_without_rules_is_set_up_only_by_whoever_means_it()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        await page.GotoAsync(system.Page("county"));
        await page.GetByLabel("密钥").FillAsync(TestSystem.AdminKey);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "新建村" }).ClickAsync();
        await page.GetByLabel("村代码").FillAsync("990099000077");
        await page.GetByLabel("村名").FillAsync("示例镇远村");
        await page.GetByLabel("村里的联系人").FillAsync("孙示例");
        await page.GetByLabel("联系电话").FillAsync("0510-00000001");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await SayYesAsync(page, "新建");
        await page.GetByRole(AriaRole.Dialog).GetByText("所在的县还没有政策").WaitForAsync();
        await LookAsync(page, "ask-no-rules");
        await SayYesAsync(page, "代码没有错，先建");
        await page.GetByText("示例镇远村建好了").WaitForAsync();
        await page.GetByText("一笔也算不出来").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "各村" }).ClickAsync();
        await page.GetByText("示例镇远村：地区").First.WaitForAsync();
        await LookAsync(page, "ask-no-rules-county");
    }
}
