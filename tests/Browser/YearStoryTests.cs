using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouwang.Functions.Tests.Support;
using static Shouwang.Browser.Tests.DeskSteps;

namespace Shouwang.Browser.Tests;

/// <summary>One village's first year through the desk: founded, enrolled, paid in, planned, a claim brought to its payment, the bank's word, the board, the year's end.</summary>
public sealed class YearStoryTests(Azurite azurite, Browser browser)
{
    const string Person = "周桂兰", Number = "329901195903080082";

    static DateOnly Today => TestSystem.Day;

    [Fact]
    public async Task A_village_founds_its_association_pays_its_first_aid_and_closes_its_first_year()
    {
        var clock = MovedClock.On(TestSystem.Day);
        await using var system = await TestSystem.ListenAsync(azurite, services => services.AddSingleton<TimeProvider>(clock));
        var village = await system.NewVillageAsync(new JsonObject { ["objectionDays"] = 7 });
        using var maker = await system.NewStaffAsync(village, "wang", "officer");
        using var second = await system.NewStaffAsync(village, "zhao", "officer");
        using var checker = await system.NewStaffAsync(village, "li", "checker");
        await using var office = await browser.DeskAsync();
        var page = await office.NewPageAsync();
        var complaints = page.Complaints();

        await EnterAsync(page, system, maker);
        await EnrolAsync(page);
        await PayInAsync(page);
        await TabAsync(page, "方案");
        await page.GetByText("测算里没有计入什么").First.ClickAsync();
        await page.GetByText("把每次住院当作互不相干").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "存成草案" }).ClickAsync();
        await page.GetByText("存好了，叫").First.WaitForAsync();
        await DecideAsync(page);

        await ChangeToAsync(page, system, checker);
        await TabAsync(page, "方案");
        await page.GetByRole(AriaRole.Button, new() { Name = "公布" }).ClickAsync();
        await SayYesAsync(page, "公布");
        await page.GetByText("公布了。").First.WaitForAsync();

        // The papers come in by themselves; what is on them is looked at by one person and agreed to by another.
        await ClaimAsync(maker, village);
        await ChangeToAsync(page, system, maker);
        await OpenClaimAsync(page, Person);
        await page.GetByLabel("一般生病").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认住院原因" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "更改住院原因" }).WaitForAsync();
        await RestAsync(page);
        if (await page.GetByRole(AriaRole.Button, new() { Name = "核对无误" }).CountAsync() > 0)
            await MoveAsync(page, "核对无误", "已核对");
        await ChangeToAsync(page, system, checker);
        await OpenClaimAsync(page, Person);
        var aid = (await page.Locator("dl.figures dd").First.InnerTextAsync()).Split(' ')[0];
        await MoveAsync(page, "审核通过", "已审核");
        await MoveAsync(page, "公示", "已公示");
        await LookAsync(page, "year-published");
        await page.GotoAsync(system.Page($"board/{village}"));
        await page.Locator("#notices").WaitForAsync();

        // Eight days later nobody has objected.
        clock.Ahead += TimeSpan.FromDays(8);
        await page.GotoAsync(system.Page("desk"));
        await ChangeToAsync(page, system, second);
        await OpenClaimAsync(page, Person);
        await MoveAsync(page, "记下已发放", "已发放");
        await BankAsync(page, clock, aid);
        await TabAsync(page, "账目");
        await page.GetByRole(AriaRole.Button, new() { Name = "逐笔校验账本" }).ClickAsync();
        await page.GetByText("没有被改动").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "今天的公示存档" }).ClickAsync();
        await page.GetByText("公示存好了").WaitForAsync();
        await LookAsync(page, "year-money");

        // The year is over.
        var year = ChinaDay(clock).Year;
        clock.Ahead = new DateTime(year + 1, 1, 10, 0, 0, 0, DateTimeKind.Utc) - DateTime.UtcNow;
        await ChangeToAsync(page, system, checker);
        await TabAsync(page, "账目");
        for (var time = 0; time < 2; time++)
        {
            var close = Form(page, "年终结转");
            await close.GetByLabel("结转哪一年").FillAsync($"{year}");
            await close.GetByRole(AriaRole.Button).ClickAsync();
            await SayYesAsync(page, "结转");
            await page.GetByText("剩下的钱转到了下一年").First.WaitForAsync();
            await RestAsync(page);
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "账目，最近的在前" }).GetByText("年终结转")).ToHaveCountAsync(1);
        await LookAsync(page, "year-closed");
        // The one thing that was refused: a telephone number in what everybody will read.
        complaints.ShouldHaveSingleItem().ShouldContain("400");
        await page.GotoAsync(system.Page($"board/{village}?year={year}"));
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "周**" }).First).ToContainTextAsync(aid);
        await Browser.KeepAsync(page, "year-board-1280", whole: true);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(794, 1123);
        await Browser.KeepAsync(page, "year-board-print", whole: true);
    }

    static async Task EnrolAsync(IPage page)
    {
        await TabAsync(page, "名册");
        var roster = new StringBuilder($"姓名,身份证号,户号\n{Person},{Number},1\n");
        foreach (var at in Enumerable.Range(0, 80))
            roster.Append(CultureInfo.InvariantCulture, $"示例{(char)('甲' + at)},{Invented(at)},{at / 3}\n");
        await FileAsync(page, "名册文件", "名册.csv", roster.ToString());
        await page.GetByLabel("没写入会日期的").FillAsync($"{Today.Year}-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "先看一看" }).ClickAsync();
        // The one who stands on the roster already is told apart from those who are new.
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("导入这 8[01] 人") }).ClickAsync();
        await page.GetByText("今天在会的一共 81 人").WaitForAsync();
    }

    static async Task PayInAsync(IPage page)
    {
        await TabAsync(page, "出资");
        var collective = Form(page, "村集体出资");
        await collective.GetByLabel("凭证号").FillAsync("HD-1");
        await collective.GetByLabel("金额").FillAsync("30000");
        await collective.GetByRole(AriaRole.Button).ClickAsync();
        await SayYesAsync(page, "记下");
        await page.Locator(".receipt").GetByText("叁万元整").WaitForAsync();
        await RestAsync(page);
        await FileAsync(page, "文件", "缴费.csv", $"姓名,身份证号,金额,日期,代缴单位\n{Person},{Number},120,{Today.Year}-01-05,示例镇民政办\n" + string.Concat(Enumerable.Range(0, 80).Select(at => $"示例{(char)('甲' + at)},{Invented(at)},120,{Today.Year}-01-05,\n")));
        var list = Form(page, "一次导入很多人的出资");
        await list.Locator("button").ClickAsync();
        await page.GetByText("记了 81 笔").First.WaitForAsync();
        await RestAsync(page);
    }

    static async Task DecideAsync(IPage page)
    {
        await TabAsync(page, "议事");
        await StepAsync(page, null);
        // The committees think better of it once; the draft is proposed again.
        await page.GetByRole(AriaRole.Button, new() { Name = "撤回提议" }).ClickAsync();
        await page.GetByLabel("为什么撤回").FillAsync("先听听村民的意见");
        await LookAsync(page, "year-withdraw");
        await SayYesAsync(page, "撤回");
        await page.GetByText("提议撤回了").First.WaitForAsync();
        await RestAsync(page);
        await page.GetByText("同时改章程").ClickAsync();
        // What cannot be meant is not dropped in silence, and what was typed is there after something was looked up.
        await page.GetByLabel("几天内申诉").FillAsync("二十");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await page.GetByText("“几天内申诉”要写数字").WaitForAsync();
        await page.GetByLabel("几天内申诉").FillAsync("20天");
        await TabAsync(page, "方案");
        await TabAsync(page, "议事");
        await page.GetByText("还在下面的格子里：几天内申诉。").WaitForAsync();
        await LookAsync(page, "year-charter");
        await StepAsync(page, null);
        await page.GetByRole(AriaRole.Table, new() { Name = "记下的程序" }).GetByText("章程改成：对不予补助不服的，自接到通知起 20 天内可以申诉。").WaitForAsync();
        await StepAsync(page, "收到多少条意见");
        await StepAsync(page, "发到多少户");
        await StepAsync(page, null);
        foreach (var (votes, count) in new[] { ("应到", 30), ("实到", 20), ("赞成", 18), ("反对", 1), ("弃权", 1) })
            await page.GetByLabel(votes, new() { Exact = true }).FillAsync($"{count}");
        await page.GetByLabel("说了什么、定了什么").FillAsync("有疑问打 13900000000");
        await FileAsync(page, "签了名的会议记录", "记录.pdf", "%PDF-1.4 示例");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await page.GetByText("议事记录要公开给所有人看").WaitForAsync();
        await page.GetByLabel("说了什么、定了什么").FillAsync("会议同意。");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "记下的程序" }).GetByText("赞成 18").WaitForAsync();
        await page.GetByText("自接到通知起 20 天内可以申诉").First.WaitForAsync();
    }

    static async Task StepAsync(IPage page, string? count)
    {
        var before = await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).InnerTextAsync();
        if (count is not null) await page.GetByLabel(count).FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "记下：" })).Not.ToHaveTextAsync(before);
        await RestAsync(page);
    }

    static async Task BankAsync(IPage page, MovedClock clock, string aid)
    {
        await TabAsync(page, "流水");
        var statement = $"交易日期,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,流水号\n{ChinaDay(clock):yyyyMMdd},\"{aid}\",,1.00,{Person},,补助,1\n";
        foreach (var fresh in new[] { 1, 0 })
        {
            await FileAsync(page, "文件", "流水.csv", statement);
            await Form(page, "导入银行流水").Locator("button").ClickAsync();
            await page.GetByText($"新的 {fresh} 行").First.WaitForAsync();
            await RestAsync(page);
        }

        await LookAsync(page, "year-bank");
    }

    static async Task ClaimAsync(HttpClient officer, string village)
    {
        var day = Today;
        var answer = await officer.PostJsonAsync($"/api/villages/{village}/claims", new JsonObject
        {
            ["person"] = new JsonObject { ["name"] = Person, ["idNumber"] = Number },
            ["hospital"] = "江阴市示例人民医院",
            ["admitted"] = day.AddDays(-4).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["discharged"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["diagnosis"] = "急性阑尾炎",
            ["total"] = "13245.95",
            ["basicPaid"] = "8771.75",
            ["cashPaid"] = "4474.20",
            ["settlementNumber"] = $"JS-{village}",
        });
        answer.Status.ShouldBe(201, answer.Body.ToJsonString());
    }

    static string Invented(int at)
    {
        var digits = $"329901{1940 + (at % 70)}0309{at:D3}";
        return digits + Shouwang.Shared.Bills.IdentityNumber.CheckCharacter(digits);
    }

    static DateTime ChinaDay(MovedClock clock) => clock.GetUtcNow().AddHours(8).Date;
}
