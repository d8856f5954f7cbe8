using Microsoft.Playwright;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Support;
using static Shouwang.Browser.Tests.DeskSteps;

namespace Shouwang.Browser.Tests;

/// <summary>Several claims paid in one go by the bank: the list made, printed and handed over, and what became of it.</summary>
public sealed class DeskPaymentsTests(Azurite azurite, Browser browser)
{
    [Fact]
    public async Task A_list_is_made_for_the_bank_printed_and_written_down_line_by_line()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        for (var month = 1; month <= 3; month++)
        {
            var claim = await village.CheckedAsync(village.Stay(admitted: $"2026-0{month}-02", discharged: $"2026-0{month}-09"));
            await village.DoneAsync(village.Li, claim, "approved");
            await village.DoneAsync(village.Zhao, claim, "published");
        }

        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        var complaints = page.Complaints();
        await EnterAsync(page, system, village.Wang);
        await TabAsync(page, "发放");
        await page.GetByText("选了 3 笔，一共 3,600.00 元").WaitForAsync();
        await page.GetByLabel("周桂兰（身份证末四位 0082）").First.UncheckAsync();
        await page.GetByText("选了 2 笔，一共 2,400.00 元").WaitForAsync();
        await LookAsync(page, "payments");
        await page.GetByRole(AriaRole.Button, new() { Name = "做代发清单" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("贰仟肆佰元整").WaitForAsync();
        await SayYesAsync(page, "做清单");
        await page.GetByText("合计大写：贰仟肆佰元整").WaitForAsync();
        await page.GetByText("做好了。请打印或者下载").First.WaitForAsync();
        await RestAsync(page);
        await LookAsync(page, "payment-list");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(794, 1123);
        await Browser.KeepAsync(page, "payment-list-print", whole: true);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.SetViewportSizeAsync(1280, 900);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "下载 Excel" }).ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".xlsx");

        // The first page says what is still to be written down; the claim says where it stands.
        await TabAsync(page, "首页");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("代发清单 .* 还有 2 笔没记") }).ClickAsync();
        var outcome = Form(page, "银行发成了没有");
        await outcome.GetByRole(AriaRole.Button, new() { Name = "全部发成了" }).ClickAsync();
        await outcome.GetByRole(AriaRole.Combobox).Last.SelectOptionAsync("back");
        await outcome.GetByLabel("为什么没发成").Last.FillAsync("账号不对，退回来了");
        await outcome.GetByRole(AriaRole.Button, new() { Name = "记下", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("发成了 1 笔，1,200.00 元，壹仟贰佰元整").WaitForAsync();
        await LookAsync(page, "payment-outcome");
        await SayYesAsync(page, "记下");
        await page.GetByText("没发成：账号不对，退回来了").First.WaitForAsync();
        await RestAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "银行发成了没有" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "周桂兰" }).First.ClickAsync();
        await page.GetByText("已发放（代发清单").First.WaitForAsync();

        // What did not go out, and what was left out, can be paid next time.
        await TabAsync(page, "发放");
        await page.GetByText("选了 2 笔，一共 2,400.00 元").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "做过的代发清单" }).GetByText("都记好了")).ToHaveCountAsync(1);
        complaints.ShouldBeEmpty();
    }
}
