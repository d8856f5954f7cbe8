using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Shouwang.Browser.Tests;

/// <summary>What must hold of every page whatever it shows.</summary>
static class PageChecks
{
    /// <summary>No finding of axe, nothing wider than the screen, nothing too small to read or to press, no word that only a program says.</summary>
    public static async Task IsForEverybodyAsync(this IPage page, string where)
    {
        var findings = await page.RunAxe();
        findings.Violations.ShouldBeEmpty(where + '\n' + string.Join('\n', findings.Violations.Select(it => $"{it.Id}: {it.Help} {string.Join(' ', it.Nodes.Select(node => node.Html))}")));
        (await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('body *')].filter(it => it.checkVisibility() && !it.closest('.wide, .photo, .hidden-words, .skip, canvas, thead') && getComputedStyle(it).position !== 'absolute' && it.getBoundingClientRect().right > innerWidth + 1).map(it => it.outerHTML.slice(0, 120))
            """)).ShouldBeEmpty($"{where}: wider than the screen");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth + 1")).ShouldBeTrue($"{where}: the page has to be moved sideways");
        (await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('body *')].filter(it => it.childElementCount === 0 && it.textContent.trim() && it.checkVisibility() && parseFloat(getComputedStyle(it).fontSize) < 18).map(it => it.outerHTML.slice(0, 120))
            """)).ShouldBeEmpty($"{where}: too small to read");
        (await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, select, summary, a.button, nav a, input:not([type=checkbox], [type=radio], [type=range]), label.choice')].filter(it => it.checkVisibility() && !it.closest('.hidden-words') && it.getBoundingClientRect().height < 44).map(it => it.outerHTML.slice(0, 120))
            """)).ShouldBeEmpty($"{where}: too small to press");
        (await page.EvaluateAsync<string[]>("""
            () => document.body.innerText.match(/.*\b(undefined|null|NaN|false|true)\b.*|\[object .*/g) ?? []
            """)).ShouldBeEmpty($"{where}: a program's words");
    }

    /// <summary>Collects what a page complains of, and whatever it asks of anybody but its own server.</summary>
    public static List<string> Complaints(this IPage page)
    {
        List<string> complaints = [];
        page.Console += (_, message) => { if (message.Type is "error") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal) && !request.Url.StartsWith("http://localhost:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) complaints.Add(request.Url); };
        return complaints;
    }
}
