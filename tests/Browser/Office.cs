using Microsoft.Playwright;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Browser.Tests;

/// <summary>A new village's office: an officer, who has entered the desk, and a checker.</summary>
sealed record Office(TestSystem System, string Village, HttpClient Maker, HttpClient Checker, IBrowserContext Desk, IPage Page) : IAsyncDisposable
{
    public static async Task<Office> OpenAsync(Azurite azurite, Browser browser)
    {
        var system = await TestSystem.ListenAsync(azurite);
        var village = await system.NewVillageAsync();
        var desk = await browser.DeskAsync();
        var office = new Office(system, village, await system.NewStaffAsync(village, "maker", "officer"), await system.NewStaffAsync(village, "checker", "checker"), desk, await desk.NewPageAsync());
        await DeskSteps.EnterAsync(office.Page, system, office.Maker);
        return office;
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        Maker.Dispose();
        Checker.Dispose();
        await System.DisposeAsync();
    }
}
