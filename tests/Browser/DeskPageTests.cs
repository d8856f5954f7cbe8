using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;

namespace Shouwang.Browser.Tests;

/// <summary>The village's desk and the county's page, on the real app over real storage.</summary>
public sealed class DeskPageTests(Azurite azurite, Browser browser)
{
    static readonly string[] s_tabs = ["首页", "申请", "来话", "名册", "出资", "流水", "账目", "方案", "议事", "代办员", "我的聊天"];

    [Fact]
    public async Task Two_people_bring_a_claim_to_its_payment_and_one_of_them_has_only_a_keyboard()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        var village = await VillageAsync(system);
        var (maker, checker) = (await KeyAsync(system, village, "maker", "officer"), await KeyAsync(system, village, "checker", "checker"));
        await ClaimAsync(system, maker, village);

        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        var complaints = page.Complaints();
        await page.GotoAsync(system.Page("desk"));
        await page.IsForEverybodyAsync("signing in");
        await SignInAsync(page, maker);
        await page.GetByRole(AriaRole.Link, new() { Name = "周桂兰" }).ClickAsync();
        await page.GetByText("1,200.00").First.WaitForAsync();
        await page.IsForEverybodyAsync("claim");
        await Browser.KeepAsync(page, "desk-claim-1280", whole: true);
        await page.GetByText("还没有确认为什么住院").WaitForAsync();
        await page.GetByLabel("一般生病").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认住院原因" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "更改住院原因" }).WaitForAsync();
        await page.GetByLabel("医院").FillAsync("江阴市示例第二医院");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存改动" }).ClickAsync();
        await page.GetByText("江阴市示例人民医院 → 江阴市示例第二医院").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "核对无误" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("壹仟贰佰元整").WaitForAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "核对无误" }).ClickAsync();
        // The maker may not approve, and is told why in words.
        await page.GetByText("审核要由复核人来做").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "首页" }).ClickAsync();
        await page.GetByText("现在没有等您办的申请。 另有 1 笔等同事办").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        (await page.EvaluateAsync<int>("() => sessionStorage.length + localStorage.length + document.cookie.length")).ShouldBe(0);
        page.Url.ShouldNotContain(maker);

        await using var second = await browser.DeskAsync();
        var keys = await second.NewPageAsync();
        await keys.GotoAsync(system.Page("desk"));
        await Assertions.Expect(keys.GetByLabel("个人密钥")).ToBeFocusedAsync();
        await keys.Keyboard.TypeAsync(checker);
        await keys.Keyboard.PressAsync("Enter");
        await keys.GetByRole(AriaRole.Heading, new() { Name = "您好" }).WaitForAsync();
        await TabToAsync(keys, "周桂兰");
        await keys.Keyboard.PressAsync("Enter");
        await Assertions.Expect(keys.GetByRole(AriaRole.Heading, new() { Name = "周桂兰的申请" })).ToBeFocusedAsync();
        await TabToAsync(keys, "审核通过");
        await keys.Keyboard.PressAsync("Enter");
        await keys.GetByRole(AriaRole.Dialog).WaitForAsync();
        await keys.IsForEverybodyAsync("confirming");
        await Browser.KeepAsync(keys, "desk-confirm-1280");
        await TabToAsync(keys, "审核通过");
        await keys.Keyboard.PressAsync("Enter");
        await keys.Locator(".tag").GetByText("已审核").WaitForAsync();
        await DeskSteps.RestAsync(keys);
        await TabToAsync(keys, "公示");
        await keys.Keyboard.PressAsync("Enter");
        await keys.GetByRole(AriaRole.Dialog).WaitForAsync();
        await TabToAsync(keys, "公示");
        await keys.Keyboard.PressAsync("Enter");
        await keys.Locator(".tag").GetByText("已公示").WaitForAsync();
        // Whoever approved does not pay.
        await keys.GetByText("发放不能再由您记").WaitForAsync();

        await SignInAsync(page, maker);
        await page.GetByRole(AriaRole.Link, new() { Name = "申请", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "周桂兰" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "记下已发放" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "记下已发放" }).ClickAsync();
        await page.Locator(".tag").GetByText("已发放").WaitForAsync();
        complaints.ShouldBeEmpty();

        await page.GotoAsync(system.Page($"board/{village}"));
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "周**" }).First).ToContainTextAsync("1,200.00");
    }

    [Fact]
    public async Task What_was_under_way_ends_with_the_one_who_leaves()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        var village = await VillageAsync(system);
        var key = await KeyAsync(system, village, "maker", "officer");
        await ClaimAsync(system, key, village);
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        var complaints = page.Complaints();
        await page.GotoAsync(system.Page("desk"));
        await SignInAsync(page, key);
        await page.GetByRole(AriaRole.Heading, new() { Name = "您好" }).WaitForAsync();
        TaskCompletionSource asked = new(), gone = new();
        await page.RouteAsync("**/claims/*", async route =>
        {
            asked.TrySetResult();
            await gone.Task;
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Link, new() { Name = "周桂兰" }).ClickAsync();
        await asked.Task;
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        List<string> after = [];
        page.Request += (_, request) => after.Add(request.Url);
        gone.SetResult();
        await page.GetByText("已经退出").WaitForAsync();
        await page.UnrouteAllAsync();
        await SignInAsync(page, key);
        await page.GetByRole(AriaRole.Heading, new() { Name = "周桂兰的申请" }).WaitForAsync();
        // The first thing asked for after leaving is who comes in.
        after[0].ShouldEndWith("/api/me");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_view_of_the_desk_is_for_everybody_on_a_phone_and_on_a_desk()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        var village = await VillageAsync(system);
        var key = await KeyAsync(system, village, "maker", "officer");
        await ClaimAsync(system, key, village);
        await using var phone = await browser.PhoneAsync();
        await using var office = await browser.DeskAsync();
        foreach (var (context, width) in new[] { (phone, 360), (office, 1280) })
        {
            var page = await context.NewPageAsync();
            var complaints = page.Complaints();
            await page.GotoAsync(system.Page("desk"));
            await SignInAsync(page, key);
            foreach (var (at, tab) in s_tabs.Index())
            {
                await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }).ClickAsync();
                await page.Locator("nav a[aria-current=page]").GetByText(tab, new() { Exact = true }).WaitForAsync();
                await DeskSteps.RestAsync(page);
                await page.IsForEverybodyAsync($"{tab} at {width}");
                await Browser.KeepAsync(page, $"desk-{width}-{at:D2}", whole: true);
                if (width != 360)
                    continue;
                // The same phone with everything set half as large again.
                await page.SetViewportSizeAsync(240, 493);
                (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(241, tab);
                await page.SetViewportSizeAsync(360, 740);
            }

            complaints.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_county_sets_up_a_village_gives_its_staff_keys_and_sees_all()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        await VillageAsync(system);
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        await page.GotoAsync(system.Page("county"));
        await SignInAsync(page, "no-such-key", "密钥不对");
        await SignInAsync(page, TestSystem.AdminKey);
        await page.GetByRole(AriaRole.Heading, new() { Name = "全县" }).WaitForAsync();
        await page.GetByText("0 笔").First.WaitForAsync();
        await page.IsForEverybodyAsync("county");
        await Browser.KeepAsync(page, "county-1280", whole: true);
        await page.GetByRole(AriaRole.Link, new() { Name = "新建村" }).ClickAsync();
        await page.GetByLabel("村代码").FillAsync("320281777001");
        await page.GetByLabel("村名").FillAsync("示例镇新村");
        await page.GetByLabel("村里的联系人").FillAsync("孙示例");
        await page.GetByLabel("联系电话").FillAsync("0510-00000001");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("320281777001。建好以后，代码不能改").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByText("不是同一个县")).ToHaveCountAsync(0);
        await DeskSteps.SayYesAsync(page, "新建");
        await page.GetByText("示例镇新村建好了").WaitForAsync();
        // A slip in the first figures is a village of another county.
        await page.GetByLabel("村代码").FillAsync("321281777001");
        await page.GetByLabel("村名").FillAsync("示例镇错村");
        await page.GetByLabel("村里的联系人").FillAsync("孙示例");
        await page.GetByLabel("联系电话").FillAsync("0510-00000001");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("前 6 位 321281 和别的村都不一样").WaitForAsync();
        await DeskSteps.SayYesAsync(page, "先不办");
        await page.GotoAsync(system.Page("county#/staff/320281777001"));
        await page.GetByRole(AriaRole.Heading, new() { Name = "示例镇新村的工作人员" }).WaitForAsync();
        await page.GetByLabel("姓名").FillAsync("孙示例");
        await page.GetByLabel("编号").FillAsync("sun");
        await page.GetByLabel("电话").FillAsync("13800000009");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记并发密钥" }).ClickAsync();
        var key = await page.Locator("code").InnerTextAsync();
        // Whoever was just registered stands on the list, and the key stays to be copied.
        await page.GetByRole(AriaRole.Table, new() { Name = "工作人员" }).GetByText("13800000009").WaitForAsync();
        (await page.Locator("code").InnerTextAsync()).ShouldBe(key);
        // Somebody else under the same id is told apart; the same person in another role is not.
        await page.GetByLabel("姓名").FillAsync("吴示例");
        await page.GetByLabel("编号").FillAsync("sun");
        await page.GetByLabel("电话", new() { Exact = true }).FillAsync("13800000010");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记并发密钥" }).ClickAsync();
        await page.GetByText("编号 sun 是孙示例的").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "改登记" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "改孙示例的登记" }).WaitForAsync();
        await page.GetByLabel("电话", new() { Exact = true }).FillAsync("13800000011");
        await page.GetByRole(AriaRole.Button, new() { Name = "改好" }).ClickAsync();
        await page.GetByText("孙示例（经办人）的登记改好了").WaitForAsync();
        await page.GetByLabel("联系号码").FillAsync("0510-00000002");
        await page.GetByRole(AriaRole.Button, new() { Name = "改联系人" }).ClickAsync();
        await page.GetByText("有事找孙示例，0510-00000002").WaitForAsync();
        await page.IsForEverybodyAsync("staff");
        await page.GotoAsync(system.Page("desk"));
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).Or(page.GetByLabel("个人密钥")).First.WaitForAsync();
        await SignInAsync(page, key);
        await page.GetByRole(AriaRole.Heading, new() { Name = "孙示例，您好" }).WaitForAsync();
        // A village that has just been set up hears what comes first.
        await page.GetByText("照这个顺序办").WaitForAsync();
        await DeskSteps.LookAsync(page, "first-home");
    }

    [Fact]
    public async Task The_county_is_warned_tries_budgets_and_puts_back_what_failed()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        var village = await VillageAsync(system);
        var key = await KeyAsync(system, village, "maker", "officer");
        await ClaimAsync(system, key, village);
        await using var phone = await browser.PhoneAsync();
        var page = await phone.NewPageAsync();
        // A claim that has waited for three weeks, a plan that ends in three, and five messages that failed; the second call for them finds none.
        var (old, end, tried) = (DateTime.UtcNow.AddDays(-21), DateTime.UtcNow.AddDays(21), 0);
        await page.RouteAsync($"**/api/villages/{village}/claims?*", route => ChangeAsync(route, answer => answer["claims"]![0]!["receivedAt"] = old.ToString("O")));
        await page.RouteAsync($"**/api/villages/{village}/fund", route => ChangeAsync(route, answer => (answer["low"], answer["to"]) = (true, end.ToString("yyyy-MM-dd"))));
        await page.RouteAsync("**/api/poison", route => route.FulfillAsync(new() { ContentType = "application/json", Body = tried == 0 ? """{"queues":{"read-poison":5}}""" : """{"queues":{"read-poison":0}}""" }));
        await page.RouteAsync("**/api/poison/read-poison/retry", route =>
        {
            tried++;
            return route.FulfillAsync(new() { ContentType = "application/json", Body = """{"retried":5}""" });
        });
        await page.GotoAsync(system.Page("county"));
        await SignInAsync(page, TestSystem.AdminKey);
        foreach (var alert in new[] { "等了 7 天以上", "资金已经低于章程规定的数", "请早些定下一年的方案", "有 5 条消息多次没有处理成" })
            await page.GetByText(alert).First.WaitForAsync();
        await page.IsForEverybodyAsync("county on a phone");
        await Browser.KeepAsync(page, "county-360", whole: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "再处理一次" }).ClickAsync();
        await page.GetByText("已经放回去重新处理").WaitForAsync();
        tried.ShouldBe(1);

        await page.GetByLabel("每人预算").FillAsync("120");
        await page.GetByRole(AriaRole.Button, new() { Name = "给各村算一算" }).ClickAsync();
        var plans = page.GetByRole(AriaRole.Table, new() { Name = "各村方案测算" });
        await plans.GetByText("守望村").First.WaitForAsync();
        await page.IsForEverybodyAsync("county plans on a phone");
        await Browser.KeepAsync(page, "county-plans-360", whole: true);
        await page.ReloadAsync();
        await page.GetByText("等了 7 天以上").First.WaitForAsync();
        await Assertions.Expect(page.GetByText("多次没有处理成")).ToHaveCountAsync(0);

        static async Task ChangeAsync(IRoute route, Action<JsonNode> change)
        {
            var response = await route.FetchAsync();
            var answer = JsonNode.Parse(await response.TextAsync())!;
            change(answer);
            await route.FulfillAsync(new() { Response = response, Body = answer.ToJsonString() });
        }
    }

    [Fact]
    public async Task Amounts_are_written_in_capitals_as_the_domain_writes_them()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        await page.GotoAsync(system.Page("desk"));
        var words = await page.EvaluateAsync<string>("async () => (await import(performance.getEntriesByType('resource').map(it => it.name).find(it => it.includes('/words.')))).capitals.toString().length > 0 ? performance.getEntriesByType('resource').map(it => it.name).find(it => it.includes('/words.')) : ''");
        long[] amounts = [0, 5, 10, 100, 105, 110, 1_000, 1_001, 1_500, 10_010, 100_000, 120_000, 1_000_000, 1_050_000, 10_000_000, 10_000_100, 100_000_000, 100_000_001, 1_000_000_000, 12_345_678_901, 1_000_000_000_000, 1_000_000_010_000];
        foreach (var amount in amounts.Select(fen => new Fen(fen)))
            (await page.EvaluateAsync<string>("async ([at, amount]) => (await import(at)).capitals(amount)", new[] { words, amount.ToString() })).ShouldBe(CapitalNumeral.Write(amount), amount.ToString());
    }

    static async Task SignInAsync(IPage page, string key, string? refused = null)
    {
        await page.GetByLabel("个人密钥").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await (refused is null ? page.GetByRole(AriaRole.Button, new() { Name = "退出" }) : page.GetByRole(AriaRole.Alert).GetByText(refused)).WaitForAsync();
    }

    /// <summary>Presses the tab key until something with that name has the focus.</summary>
    static async Task TabToAsync(IPage page, string name)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()") == name)
                return;
        }

        throw new ShouldAssertException($"The tab key does not lead to {name}.");
    }

    /// <summary>A village whose charter lets aid be paid on the day it was published for, with money.</summary>
    static async Task<string> VillageAsync(TestSystem system)
    {
        var village = await system.NewVillageAsync(new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650 });
        using var administrator = system.Administrator();
        (await administrator.PostJsonAsync($"/api/villages/{village}/ledger/postings", new JsonObject { ["kind"] = "opening", ["amount"] = "50000.00", ["date"] = "2026-01-01" })).Status.ShouldBe(201);
        return village;
    }

    static async Task<string> KeyAsync(TestSystem system, string village, string id, string role)
    {
        using var client = await system.NewStaffAsync(village, id, role);
        return client.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    static async Task ClaimAsync(TestSystem system, string key, string village)
    {
        using var client = system.As(key);
        var claim = new JsonObject
        {
            ["person"] = new JsonObject { ["name"] = "周桂兰", ["idNumber"] = "329901195903080082" },
            ["hospital"] = "江阴市示例人民医院",
            ["admitted"] = "2026-02-20",
            ["discharged"] = "2026-03-01",
            ["diagnosis"] = "急性阑尾炎",
            ["total"] = "13245.95",
            ["basicPaid"] = "8771.00",
            ["cashPaid"] = "4474.20",
            ["settlementNumber"] = $"JS-{village}",
        };
        var answer = await client.PostJsonAsync($"/api/villages/{village}/claims", claim);
        answer.Status.ShouldBe(201, answer.Body.ToJsonString());
    }
}
