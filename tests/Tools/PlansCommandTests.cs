using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Shouwang.Tools.Plans;

namespace Shouwang.Tools.Tests;

/// <summary>./shouwang plans: what a county officer types, and what comes back.</summary>
public sealed class PlansCommandTests : IDisposable
{
    private const string Village = """
        守望村人数表,,
        年龄段,性别,人数
        0-14,男,150
        0-14,女,150
        15—44岁,男,350
        15-44,女,350
        45-64,男,300
        45-64,女,300
        65-74,男,130
        65-74,女,130
        75岁以上,男,70
        75+,女,70
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("shouwang-plans").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_roster_and_a_budget_make_a_table_and_the_whole_answer()
    {
        var answer = Path.Combine(folder, "answer.json");
        var (code, output, _) = Run(["generate", Write(Village), "--per-head", "108", "--json", answer]);
        code.ShouldBe(0);
        output.ShouldContain("大病四档");
        output.ShouldContain("全年资金提前用完的可能性约为 3.80%");
        output.ShouldContain("假设");
        output.ShouldContain("没有计入个人年度封顶");
        var plan = JsonNode.Parse(File.ReadAllText(answer))!["plans"]![0]!;
        (plan["money"]!.GetValue<string>(), plan["ruin"]!.GetValue<string>(), plan["diseases"]!.AsArray().Count).ShouldBe(("216000.00", "3.80%", 1296));
        plan["leftOut"]!.AsArray().Count.ShouldBe(4);
        plan["assumptions"]!["assumed"]!.GetValue<int>().ShouldBeGreaterThan(plan["assumptions"]!["published"]!.GetValue<int>());

        // The same people as JSON, and one person a row, and all the money instead of so much a head.
        var json = """{"roster": [{"band": "0-14", "sex": "男", "count": 150}, {"band": "0-14", "sex": "女", "count": 150}, {"band": "15-44", "sex": "m", "count": 350}, {"band": "15-44", "sex": "f", "count": 350}, {"band": "45-64", "sex": "男", "count": 300}, {"band": "45-64", "sex": "女", "count": 300}, {"band": "65-74", "sex": "男", "count": 130}, {"band": "65-74", "sex": "女", "count": 130}, {"band": "75+", "sex": "男", "count": 70}, {"band": "75+", "sex": "女", "count": 70}]}""";
        Run(["generate", Write(json), "--budget", "216,000"]).Output.ShouldBe(output);
        var people = string.Join('\n', Enumerable.Repeat("67\t女", 200).Prepend("年龄\t性别"));
        Run(["generate", Write(people), "--per-head", "300"]).Output.ShouldContain("参加 200 人");
    }

    [Fact]
    public void A_county_s_file_as_Chinese_spreadsheets_save_it_makes_all_plans_in_its_order()
    {
        var rows = "村名,年龄段,性别,人数,每人预算\n东村,45-64,男,600,\n西村,45-64,女,600,216\n东村,65+,女,200,\n穷村,65-74,女,300,1\n";
        var gb = Path.Combine(folder, "county.csv");
        File.WriteAllBytes(gb, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(rows));
        var (code, output, _) = Run(["county", gb, "--per-head", "108"]);
        code.ShouldBe(1);
        var lines = output.Split('\n');
        lines[1].ShouldStartWith("东村\t800\t86400.00\t");
        lines[2].ShouldStartWith("西村\t600\t129600.00\t");
        lines[3].ShouldContain("至少需要");
        output.ShouldContain("共 3 个村，2 个做出方案：1400 人");

        var json = """{"villages": [{"village": "320281100001", "roster": [{"age": 67, "sex": "女", "count": 500}], "budget": "90000.00"}]}""";
        Run(["county", Write(json)]).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("年龄段,性别,人数\n65-74,人,3", "--budget 100", "第 2 行：性别“人”看不懂")]
    [InlineData("年龄段,性别,人数\n老人,女,3", "--budget 100", "第 2 行：年龄“老人”看不懂")]
    [InlineData("年龄段,性别,人数\n65-74,女,-3", "--budget 100", "第 2 行：人数“-3”不对")]
    [InlineData("年龄段,性别,人数\n65-74,女,0", "--budget 100", "一个人也没有")]
    [InlineData("年龄段,人数\n65-74,3", "--budget 100", "没有“性别”这一列")]
    [InlineData("姓名\n甲", "--budget 100", "没有“年龄”")]
    [InlineData("", "--budget 100", "没有“年龄”")]
    [InlineData("{\"roster\": 5}", "--budget 100", "不是合格的 JSON")]
    [InlineData("{\"roster\"", "--budget 100", "不是合格的 JSON")]
    [InlineData("年龄段,性别,人数\n65-74,女,3", "", "没有预算")]
    [InlineData("年龄段,性别,人数\n65-74,女,3", "--budget 0", "大于 0")]
    [InlineData("年龄段,性别,人数\n65-74,女,3", "--budget 100 --emphasis 50", "100 到 1000")]
    [InlineData("年龄段,性别,人数\n65-74,女,3", "--budget 100 --cap 20", "至少 50.00 元")]
    [InlineData("村名,年龄段,性别,人数\n东村,65-74,女,3\n西村,65-74,女,3", "--budget 100", "有 2 个村")]
    public void What_is_wrong_is_said_with_its_place_and_remedy(string file, string options, string says)
    {
        var (code, output, error) = Run(["generate", Write(file), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        (code, output).ShouldBe((2, ""));
        error.ShouldContain(says);
    }

    [Fact]
    public void Sums_of_the_village_s_own_stand_as_they_are_and_the_rest_of_the_money_is_shared_out()
    {
        var sums = Write("病种,疾病编码,补助金额\n急性阑尾炎,,2500\n,K80,3000元\n");
        var answer = Path.Combine(folder, "own.json");
        var (code, output, _) = Run(["generate", Write(Village), "--per-head", "108", "--sums", sums, "--json", answer]);
        code.ShouldBe(0);
        output.ShouldContain("2,500.00   急性阑尾炎（K35）");
        output.ShouldContain("有 2 种病补多少是村里单独定的");
        var diseases = JsonNode.Parse(File.ReadAllText(answer))!["plans"]![0]!["diseases"]!.AsArray();
        string Sum(string entry) => diseases.Single(disease => disease!["entry"]!.GetValue<string>() == entry)!["sum"]!.GetValue<string>();
        (Sum("K35"), Sum("K80")).ShouldBe(("2500.00", "3000.00"));

        var (_, eight, _) = Run(["generate", Write(Village), "--per-head", "108", "--rungs", "300,500,800,1500,2000,4000,8000,15000"]);
        eight.ShouldContain("各档补多少是村里自己定的");
        eight.ShouldContain("15,000.00");
        Run(["generate", Write(Village), "--budget", "20000", "--sums", sums]).Output.ShouldStartWith("除去自己定的病种");
    }

    [Theory]
    [InlineData("--sums", "疾病编码,补助金额\nQQ9,500\n", "第 2 行（QQ9）：病种目录里没有编码")]
    [InlineData("--sums", "病种,补助金额\n没有这种病呀,500\n", "第 2 行写的是“没有这种病呀”，可能是")]
    [InlineData("--sums", "姓名,年龄\n甲,3\n", "没有找到表头")]
    [InlineData("--sums", "病种,补助金额\n急性阑尾炎,2000000\n", "多写了零")]
    [InlineData("--sums", "病种,补助金额\n急性阑尾炎,60000\n", "一年最多补助 50,000.00 元")]
    [InlineData("--rungs", "300,500", "8 档都要写")]
    [InlineData("--rungs", "300,500,800,1500,2000,4000,8000,没有", "“没有”不是金额")]
    [InlineData("--rungs", "300,500,800,1500,2000,4000,8000,100", "大病四档（100.00 元）比前面一档还少")]
    public void Own_sums_that_cannot_stand_are_named(string option, string value, string says)
    {
        var (code, output, error) = Run(["generate", Write(Village), "--per-head", "108", option, option == "--sums" ? Write(value) : value]);
        (code, output).ShouldBe((2, ""));
        error.ShouldContain(says);
        Run(["generate", Write(Village), "--per-head", "108", "--sums", Path.Combine(folder, "nowhere.csv")]).Error.ShouldContain("没有 --sums 写的这个文件");
    }

    [Fact]
    public void Too_little_money_ends_with_1_and_what_it_would_take()
    {
        var (code, output, _) = Run(["generate", Write(Village), "--budget", "10"]);
        code.ShouldBe(1);
        output.ShouldContain("至少需要 14,280.00 元");
        Run(["generate", Write(Village), "--budget", "14280"]).Code.ShouldBe(0);
        Run(["generate", Path.Combine(folder, "nowhere.csv"), "--budget", "10"]).Code.ShouldBe(2);
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Error) Run(string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var code = PlansCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
