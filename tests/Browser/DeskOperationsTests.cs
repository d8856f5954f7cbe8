using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Support;
using static Shouwang.Browser.Tests.DeskSteps;

namespace Shouwang.Browser.Tests;

/// <summary>What was operated on, settled at the desk, where the village's plan pays by operation.</summary>
public sealed class DeskOperationsTests(Azurite azurite, Browser browser)
{
    [Fact]
    public async Task An_operation_that_money_depends_on_is_settled_at_the_desk()
    {
        await using var system = await TestSystem.ListenAsync(azurite);
        using var village = await ClaimVillage.NewAsync(system);
        await system.ChangeVillageAsync(village.Code, body => body["plan"]!["operations"] = new JsonObject { ["47.01"] = "2000.00", ["51.23"] = "3000.00" });
        await village.EnterAsync(village.Stay("急性阑尾炎，腹腔镜阑尾切除术后"));
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        var complaints = page.Complaints();
        await EnterAsync(page, system, village.Wang);
        await page.GetByRole(AriaRole.Link, new() { Name = "周桂兰" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Form, new() { Name = "手术" });
        // After an operation: this stay's or an earlier one's. Nothing is paid by it until somebody says.
        await page.GetByText("1,200.00").First.WaitForAsync();
        await page.GetByText("是不是这次住院做的").First.WaitForAsync();
        await Assertions.Expect(panel.GetByLabel("腹腔镜阑尾切除术")).Not.ToBeCheckedAsync();
        await LookAsync(page, "desk-operations");
        await panel.GetByLabel("腹腔镜阑尾切除术").CheckAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "手术就是这些" }).ClickAsync();
        await page.GetByText("手术记下了").First.WaitForAsync();
        // Only the claim worked out anew says it in capitals: what is filled in before is replaced with the view.
        await page.GetByText("贰仟元整").First.WaitForAsync();
        await RestAsync(page);

        await panel.GetByLabel("出院记录上的手术名称").FillAsync("今天天气好");
        await panel.GetByRole(AriaRole.Button, new() { Name = "添上" }).ClickAsync();
        await panel.GetByRole(AriaRole.Alert).GetByText("没有找到这种手术").WaitForAsync();
        await panel.GetByLabel("出院记录上的手术名称").FillAsync("腹腔镜胆囊切除术");
        await panel.GetByRole(AriaRole.Button, new() { Name = "添上" }).ClickAsync();
        await Assertions.Expect(panel.GetByLabel("腹腔镜胆囊切除术")).ToBeCheckedAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "手术就是这些" }).ClickAsync();
        // One stay is paid once, by the higher of two operations.
        await page.GetByText("叁仟元整").First.WaitForAsync();
        await page.GetByText("做了“腹腔镜胆囊切除术”").First.WaitForAsync();
        complaints.ShouldBeEmpty();
    }
}
