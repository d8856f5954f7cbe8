using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Shouwang.Functions.Tests.Conversations;
using Shouwang.Functions.Tests.Support;
using static Shouwang.Browser.Tests.DeskSteps;

namespace Shouwang.Browser.Tests;

/// <summary>A year's work of an office: every form of the desk is sent once with what is wrong and once with what is right.</summary>
public sealed class DeskWorkTests(Azurite azurite, Browser browser)
{
    static int Year => TestSystem.Day.Year;

    [Fact]
    public async Task An_office_brings_in_its_people_and_money_decides_on_a_plan_and_looks_after_its_villagers()
    {
        await using var office = await Office.OpenAsync(azurite, browser);
        var (system, village, page) = (office.System, office.Village, office.Page);

        await RosterAsync(page);
        await IncomeAsync(page);
        await BankAsync(page);
        var plan = await DraftAsync(page);
        await ResolutionAsync(page);
        await VolunteersAsync(page);
        await CallsAsync(page, system, village);

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await EnterAsync(page, system, office.Checker);
        await TabAsync(page, "方案");
        await page.GetByRole(AriaRole.Button, new() { Name = "公布" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("赞成 18 票").WaitForAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "公布" }).ClickAsync();
        await Table(page, "公布过的").GetByText(plan).WaitForAsync();
        // The next plan begins with what this one pays by operation.
        (await page.GetByLabel("腹腔镜阑尾切除术（47.01）").InputValueAsync()).ShouldBe("2000.00");
        await page.GotoAsync(system.Page($"board/{village}"));
        await page.GetByRole(AriaRole.Link, new() { Name = "决议", Exact = true }).ClickAsync();
        await page.GetByText("赞成 18 票").First.WaitForAsync();
    }

    [Fact]
    public async Task Money_written_as_people_write_it_is_entered_once_and_what_is_taken_back_is_named_first()
    {
        await using var office = await Office.OpenAsync(azurite, browser);
        var page = office.Page;
        await TabAsync(page, "账目");
        await InterestAsync("1，２00.5元");
        await page.GetByText("记好了").First.WaitForAsync();
        await Table(page, "账目，最近的在前").GetByText("1,200.50").WaitForAsync();
        await InterestAsync("1200.50");
        await page.GetByText("这笔以前记过，没有重复记").First.WaitForAsync();
        await RestAsync(page);
        await Assertions.Expect(Table(page, "账目，最近的在前").GetByText("1,200.50")).ToHaveCountAsync(1);

        await ChangeToAsync(page, office.System, office.Checker);
        await TabAsync(page, "账目");
        var back = Form(page, "冲销记错的一笔");
        await back.GetByLabel("编号").FillAsync("2");
        await back.GetByLabel("为什么冲销").FillAsync("记错了");
        await back.GetByRole(AriaRole.Button).ClickAsync();
        await back.GetByText("账本里没有这一笔").WaitForAsync();
        await back.GetByLabel("编号").FillAsync("1");
        await back.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByText("利息，1,200.50 元").WaitForAsync();
        await LookAsync(page, "work-reversal");
        await SayYesAsync(page, "冲销");
        await page.GetByText("第 1 笔冲销了").First.WaitForAsync();

        async Task InterestAsync(string amount)
        {
            var form = Form(page, "手工记一笔");
            await form.GetByLabel("金额").FillAsync(amount);
            await form.GetByLabel("凭证号").FillAsync("LX-1");
            await form.GetByRole(AriaRole.Button).ClickAsync();
            await SayYesAsync(page, "记账");
            await RestAsync(page);
        }
    }

    static async Task RosterAsync(IPage page)
    {
        await TabAsync(page, "名册");
        await FileAsync(page, "名册文件", "名册.csv", "没有表头的文件\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "先看一看" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        var roster = new StringBuilder("姓名,身份证号,户号\n");
        foreach (var at in Enumerable.Range(0, 60))
            roster.Append(CultureInfo.InvariantCulture, $"示例{(char)('甲' + at)},{Number(at)},{at / 3}\n");
        await FileAsync(page, "名册文件", "名册.csv", roster.Append("错一位,329901195903080083,9\n").ToString());
        await page.GetByLabel("没写入会日期的").FillAsync($"{Year}-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "先看一看" }).ClickAsync();
        await page.GetByText("有问题的行（1）").WaitForAsync();
        await LookAsync(page, "work-roster-look");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入这 60 人" }).ClickAsync();
        await page.GetByText("今天在会的一共 61 人").WaitForAsync();
        await page.GetByText("导好了：新增 60 人").First.WaitForAsync();

        var join = Form(page, "登记一个人");
        await join.GetByLabel("姓名").FillAsync("新来的");
        await join.GetByLabel("身份证号").FillAsync("329901195903080083");
        await join.GetByRole(AriaRole.Button).ClickAsync();
        await join.GetByRole(AriaRole.Alert).WaitForAsync();
        await join.GetByLabel("身份证号").FillAsync(Number(70));
        await join.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("新来的登记好了").First.WaitForAsync();
        await page.GetByText("今天在会的一共 62 人").WaitForAsync();

        await page.GetByLabel("找人").FillAsync("新来的");
        await page.GetByRole(AriaRole.Button, new() { Name = "查", Exact = true }).ClickAsync();
        await page.GetByText("找到 1 人").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "离开", Exact = true }).ClickAsync();
        await page.GetByLabel("最后一天").FillAsync("2001-01-01");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "离开", Exact = true }).ClickAsync();
        await page.GetByLabel("为什么").SelectOptionAsync("moved");
        await page.GetByLabel("最后一天").FillAsync(TestSystem.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await LookAsync(page, "work-leave");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();
        await page.GetByText("新来的离开，记下了").First.WaitForAsync();
    }

    static async Task IncomeAsync(IPage page)
    {
        await TabAsync(page, "出资");
        var member = Form(page, "会员出资");
        var who = (await member.Locator("datalist option").First.GetAttributeAsync("value"))!;
        await member.GetByLabel("谁交的").FillAsync(who);
        await MoneyAsync(member, "0");
        await member.GetByRole(AriaRole.Alert).WaitForAsync();
        await MoneyAsync(member, "120");
        await page.GetByText("记好了，凭证在下面").WaitForAsync();
        await LookAsync(page, "work-receipt");
        await HouseholdAsync(page, member);
        var collective = Form(page, "村集体出资");
        await collective.GetByLabel("凭证号").FillAsync("HD-1");
        await MoneyAsync(collective, "20000");
        await page.GetByText("贰万元整").First.WaitForAsync();
        // The same number again with another amount is not entered twice.
        await collective.GetByLabel("凭证号").FillAsync("HD-1");
        await MoneyAsync(collective, "30000");
        await collective.GetByRole(AriaRole.Alert).WaitForAsync();
        var gift = Form(page, "捐赠");
        await gift.GetByLabel("凭证号").FillAsync("JZ-1");
        await gift.GetByLabel("公示上怎么称呼").FillAsync("示例镇商会");
        await MoneyAsync(gift, "500.50");
        await page.GetByText("伍佰元零伍角").Or(page.GetByText("伍佰元伍角")).First.WaitForAsync();
        var list = Form(page, "一次导入很多人的出资");
        await FileAsync(page, "文件", "缴费.csv", $"姓名,身份证号,金额,日期\n示例{(char)('甲' + 20)},{Number(20)},120,{Year}-01-05\n没有的人,{Number(300)},120,{Year}-01-05\n");
        await list.Locator("button").ClickAsync();
        await list.GetByText("记了 1 笔").WaitForAsync();
        await list.GetByText("第 3 行").WaitForAsync();
        await LookAsync(page, "work-income-list");
    }

    /// <summary>One comes to the office with the money of three.</summary>
    static async Task HouseholdAsync(IPage page, ILocator member)
    {
        string Name(int at) => $"示例{(char)('甲' + at)}（{Number(at)[^4..]}）";
        await page.GetByLabel("收哪一年的").SelectOptionAsync($"{Year + 1}");
        await page.GetByText($"{Year + 1} 年：").WaitForAsync();
        await RestAsync(page);
        await member.GetByLabel("谁交的").FillAsync(Name(30));
        await member.GetByLabel("每人金额").FillAsync("120.5");
        await member.GetByLabel(Name(31)).CheckAsync();
        await member.GetByText("2 人，一共 241.00 元").WaitForAsync();
        await member.GetByRole(AriaRole.Button, new() { Name = "全户一起交" }).ClickAsync();
        await member.GetByText("3 人，一共 361.50 元").WaitForAsync();
        await LookAsync(page, "work-household");
        await member.GetByRole(AriaRole.Button, new() { Name = "记下", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("叁佰陆拾壹元伍角").WaitForAsync();
        await dialog.GetByText(Name(32)).WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();
        await page.GetByText("一共 3 人，361.50 元").WaitForAsync();
        await Assertions.Expect(page.Locator(".receipt")).ToHaveCountAsync(3);
        // Who has paid is no longer offered, and the year before knows nothing of it.
        await page.GetByText(new System.Text.RegularExpressions.Regex($"{Year + 1} 年：.*人里 3 人交了")).WaitForAsync();
        await Assertions.Expect(member.Locator($"option[value='{Name(31)}']")).ToHaveCountAsync(0);
        await LookAsync(page, "work-household-receipts");
        await page.GetByLabel("收哪一年的").SelectOptionAsync($"{Year}");
        await page.GetByText(new System.Text.RegularExpressions.Regex($"{Year} 年：.*人里 1 人交了")).WaitForAsync();
        await RestAsync(page);
    }

    static async Task BankAsync(IPage page)
    {
        await TabAsync(page, "流水");
        var form = Form(page, "导入银行流水");
        await FileAsync(page, "文件", "流水.csv", "不是流水\n");
        await form.Locator("button").ClickAsync();
        await form.GetByText("没有找到表头").WaitForAsync();
        var day = TestSystem.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await FileAsync(page, "文件", "流水.csv", $"交易日期,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,流水号\n{day},,120.00,120.00,,,现金存入,1\n{day},,77.00,197.00,,,利息,2\n看不懂,,1.00,198.00,,,,3\n");
        await form.Locator("button").ClickAsync();
        await page.GetByText("新的 2 行").First.WaitForAsync();
        // The bad row stays named, and the good ones stand on the list already.
        await form.GetByText("第 4 行").WaitForAsync();
        await Table(page, "还没对上的流水").GetByText("77.00").WaitForAsync();
        // A match that a person got wrong is taken apart again.
        await Table(page, "还没对上的流水").GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByText("最近对上的 1 行").ClickAsync();
        await LookAsync(page, "work-bank");
        await Table(page, "最近对上的").GetByRole(AriaRole.Button, new() { Name = "对错了" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "拆开" }).ClickAsync();
        await page.GetByText("拆开了").First.WaitForAsync();
        await Table(page, "还没对上的流水").GetByText("120.00").WaitForAsync();
    }

    static async Task<string> DraftAsync(IPage page)
    {
        await TabAsync(page, "方案");
        await OwnSumsAsync(page);
        await page.GetByText("也按手术补").ClickAsync();
        await page.GetByLabel("手术名称").FillAsync("今天天气好");
        await page.GetByRole(AriaRole.Button, new() { Name = "添上这种手术" }).ClickAsync();
        await page.GetByText("没有找到这种手术").WaitForAsync();
        await page.GetByLabel("手术名称").FillAsync("腹腔镜阑尾切除术");
        await page.GetByLabel("手术名称").PressAsync("Enter");
        await page.GetByLabel("腹腔镜阑尾切除术（47.01）").WaitForAsync();
        await page.GetByLabel("手术名称").FillAsync("腹腔镜胆囊切除术");
        await page.GetByRole(AriaRole.Button, new() { Name = "添上这种手术" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "去掉腹腔镜胆囊切除术" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "存成草案" }).ClickAsync();
        await page.GetByText("还没有写补多少元").WaitForAsync();
        await page.GetByLabel("腹腔镜阑尾切除术（47.01）").FillAsync("2000");
        await page.GetByLabel("一次住院病种有数").SelectOptionAsync("operation");
        await LookAsync(page, "work-plan-operations");
        await page.GetByRole(AriaRole.Button, new() { Name = "存成草案" }).ClickAsync();
        var kept = page.GetByText("存好了，叫");
        await kept.First.WaitForAsync();
        await LookAsync(page, "work-plan");
        var words = await kept.First.InnerTextAsync();
        var version = words[(words.IndexOf('“') + 1)..words.IndexOf('”')];
        await Table(page, "草案").GetByRole(AriaRole.Link, new() { Name = version, Exact = true }).ClickAsync();
        await Table(page, "按手术补助").GetByText("2,000.00").WaitForAsync();
        await page.GetByText("做了列出的手术就按手术补").WaitForAsync();
        await Table(page, "村里单独定的病种").GetByText("15,000.00").First.WaitForAsync();
        await TabAsync(page, "方案");
        // What was tried out is still there after the draft was kept.
        (await page.GetByLabel("每人预算").InputValueAsync()).ShouldBe("300");
        (await page.GetByLabel("慢性肾脏病和尿毒症（N18）").InputValueAsync()).ShouldBe("15000");
        await Table(page, "草案").GetByRole(AriaRole.Link, new() { Name = version, Exact = true }).ClickAsync();
        return version;
    }

    /// <summary>Single diseases by name and from a table, and the rungs.</summary>
    static async Task OwnSumsAsync(IPage page)
    {
        await page.GetByLabel("每人预算").FillAsync("300");
        await page.GetByText("自己定补多少").ClickAsync();
        await page.GetByLabel("病名").FillAsync("尿毒症");
        await page.GetByLabel("病名").PressAsync("Enter");
        await page.GetByRole(AriaRole.Group, new() { Name = "可选的病种" }).GetByText("慢性肾脏病和尿毒症").ClickAsync();
        await page.GetByLabel("慢性肾脏病和尿毒症（N18）").FillAsync("15,000元");
        await FileAsync(page, "或者从表格里读", "补助表.csv", "病种,补助金额\n肺癌,15000\n今天天气好,100\n不太舒服,200\n霍乱,\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "读进来" }).ClickAsync();
        await page.GetByText("第 5 行（霍乱）").WaitForAsync();
        // What nobody can be sure of is taken only where a person says so.
        await page.GetByText("单独定了 2 种病").WaitForAsync();
        await page.GetByText("第 4 行写的是“不太舒服”").Locator("..").GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("单独定了 3 种病").WaitForAsync();
        await Table(page, "村里单独定的病种").GetByText("慢性肾脏病和尿毒症").WaitForAsync();
        // A sum that hardly another disease has tells the illness.
        await page.GetByText("村里人一看发了多少").First.WaitForAsync();
        await page.GetByLabel("各档补多少也由村里定").CheckAsync();
        await page.GetByLabel("大病四档每次补").FillAsync("9000");
        await page.GetByLabel("大病四档每次补").PressAsync("Tab");
        await Table(page, "其余的病，分几档补").GetByText("9,000.00").WaitForAsync();
        await LookAsync(page, "work-plan-own");
        await page.GetByLabel("各档补多少也由村里定").UncheckAsync();
        await Table(page, "其余的病，分几档补").GetByText("9,000.00").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    static async Task ResolutionAsync(IPage page)
    {
        await TabAsync(page, "议事");
        await page.GetByText("同时改章程").ClickAsync();
        await page.GetByLabel("到会不少于").FillAsync("三分之二");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await page.GetByText("“到会不少于”要写成分数").WaitForAsync();
        await page.GetByLabel("到会不少于").FillAsync("2/3");
        await page.GetByLabel("日期").FillAsync("2199-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await page.GetByLabel("日期").FillAsync($"{Year}-01-02");
        await StepAsync(page, null);
        await StepAsync(page, "收到多少条意见");
        await StepAsync(page, "发到多少户");
        await StepAsync(page, null);
        foreach (var (votes, count) in new[] { ("应到", 20), ("实到", 20), ("赞成", 20), ("反对", 1), ("弃权", 1) })
            await page.GetByLabel(votes, new() { Exact = true }).FillAsync($"{count}");
        await FileAsync(page, "签了名的会议记录", "记录.pdf", "不是 PDF");
        await LookAsync(page, "work-resolution");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await page.GetByText("扫描件要是 PDF").WaitForAsync();
        await FileAsync(page, "签了名的会议记录", "记录.pdf", "%PDF-1.4 示例");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await page.GetByText("和实到 20 人不一致").WaitForAsync();
        await page.GetByLabel("赞成", new() { Exact = true }).FillAsync("18");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await Table(page, "记下的程序").GetByText("赞成 18").WaitForAsync();
        await LookAsync(page, "work-resolved");
        await page.GetByRole(AriaRole.Link, new() { Name = "决议", Exact = true }).ClickAsync();
        await page.GetByText("赞成 18 票").WaitForAsync();
    }

    static async Task StepAsync(IPage page, string? count)
    {
        var before = await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).InnerTextAsync();
        await page.GetByLabel("日期").FillAsync($"{Year}-01-02");
        if (count is not null) await page.GetByLabel(count).FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "记下：" })).Not.ToHaveTextAsync(before);
    }

    static async Task VolunteersAsync(IPage page)
    {
        await TabAsync(page, "代办员");
        var form = Form(page, "发一张新证");
        await form.GetByLabel("姓名").FillAsync("钱示例");
        await form.GetByLabel("电话").FillAsync("不是电话");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await form.GetByLabel("电话").FillAsync("13800000012");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByAltText("的查验二维码").WaitForAsync();
        await LookAsync(page, "work-card");
        await page.GetByRole(AriaRole.Button, new() { Name = "收回" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "收回" }).ClickAsync();
        await Table(page, "发出的证").GetByText("已收回").WaitForAsync();
    }

    static async Task CallsAsync(IPage page, TestSystem system, string village)
    {
        var villager = await ChatOnApp.OpenAsync(system, village);
        (await villager.SaysAsync("人工")).ShouldContain("已经告诉");
        await TabAsync(page, "来话");
        await page.GetByRole(AriaRole.Button, new() { Name = "回话" }).ClickAsync();
        // Nothing was written: the browser says so and nothing is sent.
        (await page.GetByLabel("回话").EvaluateAsync<bool>("it => it.validity.valueMissing")).ShouldBeTrue();
        await page.GetByLabel("回话").FillAsync("明天上午来村里。");
        await page.GetByRole(AriaRole.Button, new() { Name = "回话" }).ClickAsync();
        await page.GetByText("话已经发到").WaitForAsync();
        await LookAsync(page, "work-calls");
        (await villager.HeardAsync()).ShouldNotContain("明天上午来村里"); // free words do not show on a locked screen
        (await villager.SaysAsync("看回话")).ShouldContain("明天上午来村里");
        await page.GetByRole(AriaRole.Button, new() { Name = "办完了" }).ClickAsync();
        await page.GetByText("现在没有等回话的").WaitForAsync();
    }

    static async Task MoneyAsync(ILocator form, string amount)
    {
        await form.GetByLabel("金额").FillAsync(amount);
        await form.GetByRole(AriaRole.Button, new() { Name = "记下", Exact = true }).ClickAsync();
        await form.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();
    }

    static ILocator Table(IPage page, string caption) => page.GetByRole(AriaRole.Table, new() { Name = caption, Exact = true });

    /// <summary>An invented identity number with its check digit.</summary>
    static string Number(int at)
    {
        var digits = $"329901{1940 + (at % 70)}0308{at:D3}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return digits + "10X98765432"[digits.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum() % 11];
    }
}
