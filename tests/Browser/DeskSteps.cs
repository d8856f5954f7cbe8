using System.Text;
using Microsoft.Playwright;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Browser.Tests;

/// <summary>What somebody at the desk does again and again.</summary>
static class DeskSteps
{
    public static async Task EnterAsync(IPage page, TestSystem system, HttpClient staff)
    {
        await page.GotoAsync(system.Page("desk"));
        await page.GetByLabel("个人密钥").FillAsync(staff.DefaultRequestHeaders.Authorization!.Parameter!);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).WaitForAsync();
    }

    public static async Task ChangeToAsync(IPage page, TestSystem system, HttpClient staff)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await EnterAsync(page, system, staff);
    }

    public static Task SayYesAsync(IPage page, string label) =>
        page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    public static async Task TabAsync(IPage page, string tab)
    {
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = tab, Exact = true }).ClickAsync();
        await page.Locator("nav a[aria-current=page]").GetByText(tab, new() { Exact = true }).WaitForAsync();
        await RestAsync(page);
    }

    public static async Task OpenClaimAsync(IPage page, string person)
    {
        await TabAsync(page, "申请");
        await page.GetByRole(AriaRole.Link, new() { Name = person }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = $"{person}的申请" }).WaitForAsync();
    }

    /// <summary>Moves the claim on the page and waits until it stands there moved.</summary>
    public static async Task MoveAsync(IPage page, string label, string state)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
        await SayYesAsync(page, label);
        await page.GetByText($"{label}，办好了").First.WaitForAsync();
        await page.Locator(".tag").GetByText(state).First.WaitForAsync();
        await RestAsync(page);
    }

    /// <summary>What was started has come to its end, and the view stands anew.</summary>
    public static Task RestAsync(IPage page) => page.Locator("#main:not([aria-busy]):not(:has(.busy))").WaitForAsync();

    /// <summary>The page on a desk and on a phone, which must both be for everybody. What asks for a yes is looked at while what it is about waits for it.</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        await page.Locator("body:not(:has(#main[aria-busy], #main .busy)), dialog[open]").First.WaitForAsync();
        await Browser.KeepAsync(page, $"{name}-1280", whole: true);
        await page.SetViewportSizeAsync(360, 740);
        await page.IsForEverybodyAsync(name);
        await Browser.KeepAsync(page, $"{name}-360", whole: true);
        await page.SetViewportSizeAsync(1280, 900);
    }

    public static ILocator Form(IPage page, string title) => page.Locator("form").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    public static Task FileAsync(IPage page, string label, string name, string text) =>
        page.GetByLabel(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = name.EndsWith(".pdf", StringComparison.Ordinal) ? "application/pdf" : "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
}
