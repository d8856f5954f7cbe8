using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Shouwang.Functions.Http;
using Shouwang.Functions.Members;
using Shouwang.Functions.Sheets;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Tests.Members;

public sealed class RosterImportTests(Azurite azurite, ITestOutputHelper output)
{
    const string Zhou = "329901195903080082";

    [Fact]
    public async Task A_workbook_is_looked_at_first_then_taken_and_taking_it_again_changes_nothing()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        using var officer = await system.NewStaffAsync(village, "wang", "officer");
        using var checker = await system.NewStaffAsync(village, "li", "checker");
        var import = $"/api/villages/{village}/members/import";
        var book = Workbook.Of(
            ["守望村名册"],
            ["户号", "姓名", "身份证号", "入会日期", "退会日期"],
            ["1", "周桂兰", Zhou, "#46023", ""],
            ["", "孙示例", Number("19800101", 7), "2026.1.1", ""],
            ["2", "钱示例", "#3.2990119590308E+17", "2026/1/1", ""],
            ["", "赵示例", Number("19500505", 9), "2020年1月1日", "二〇二五年十二月三十一日"]);
        (await SendAsync(checker, import, book)).Code.ShouldBe("role-wrong");

        var preview = await SendAsync(officer, import, book);
        (preview.Body["applied"]!.GetValue<bool>(), preview.Body["added"]!.GetValue<int>(), preview.Body["bad"]!.GetValue<int>()).ShouldBe((false, 2, 1));
        preview.Body["faults"]![0]!["row"]!.GetValue<int>().ShouldBe(5);
        (await officer.GetJsonAsync($"/api/villages/{village}/members")).Body["count"]!.GetValue<int>().ShouldBe(1);

        var applied = await SendAsync(officer, import + "?apply=true", book);
        (applied.Body["added"]!.GetValue<int>(), applied.Body["changed"]!.GetValue<int>()).ShouldBe((2, 1));
        var again = await SendAsync(officer, import + "?apply=true", book);
        (again.Body["added"]!.GetValue<int>(), again.Body["changed"]!.GetValue<int>(), again.Body["unchanged"]!.GetValue<int>()).ShouldBe((0, 0, 3));

        var today = (await officer.GetJsonAsync($"/api/villages/{village}/members?on=2026-03-01")).Body;
        today["members"]!.AsArray().Select(member => member!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal).ShouldBe(["周桂兰", "孙示例"], ignoreOrder: true);
        today.ToJsonString().ShouldNotContain(Zhou);
        (await officer.GetJsonAsync($"/api/villages/{village}/members/population?on=2026-03-01")).Body["groups"]!.AsArray()
            .Select(group => $"{group!["age"]} {group["sex"]} {group["count"]}").ShouldBe(["46 男 1", "66 女 1"]);
    }

    [Fact]
    public async Task Whoever_is_enrolled_in_another_village_is_shown_masked_and_a_life_goes_on_by_date()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        string first = await system.NewVillageAsync(), second = await system.NewVillageAsync();
        using var officer = await system.NewStaffAsync(first, "wang", "officer");
        using var neighbour = await system.NewStaffAsync(second, "wang", "officer");
        var number = Number("19700202", 11);
        string Members(string village) => $"/api/villages/{village}/members";
        JsonObject Person(string joined) => new() { ["name"] = "吴示例", ["idNumber"] = number, ["joined"] = joined };

        var member = (await officer.PostJsonAsync(Members(first), Person("2025-01-01"))).Body["member"]!["id"]!.GetValue<string>();
        var twice = await neighbour.PostJsonAsync(Members(second), Person("2026-01-01"));
        twice.Status.ShouldBe(201);
        var warning = twice.Body["warnings"]!.AsArray().Single()!;
        warning["code"]!.GetValue<string>().ShouldBe("enrolled-elsewhere");
        warning["detail"]!.GetValue<string>().ShouldContain($"（{first}）");

        (await officer.PostJsonAsync($"{Members(first)}/{member}/leave", new JsonObject { ["last"] = "2024-01-01", ["why"] = "moved" })).Code.ShouldBe("left-before-joined");
        (await officer.PostJsonAsync($"{Members(first)}/{member}/leave", new JsonObject { ["last"] = "2025-12-31", ["why"] = "moved" })).Status.ShouldBe(200);
        (await neighbour.PostJsonAsync(Members(second), Person("2026-01-01"))).Body["warnings"]!.AsArray().ShouldBeEmpty();

        // Whoever the county entered with the village itself is in the index too, and keeps what the roster knew.
        using var administrator = system.Administrator();
        var third = await system.NewVillageAsync();
        var card = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples/village.json")))!.AsObject();
        card.Remove("plan");
        card["members"] = new JsonArray(new JsonObject { ["name"] = "郑示例", ["idNumber"] = Number("19650606", 3), ["joined"] = "2026-01-01" });
        (await administrator.PutJsonAsync($"/api/villages/{third}", card)).Status.ShouldBe(200);
        var seen = await neighbour.PostJsonAsync(Members(second), new JsonObject { ["name"] = "郑示例", ["idNumber"] = Number("19650606", 3), ["joined"] = "2026-02-01" });
        seen.Body["warnings"]!.AsArray().Single()!["detail"]!.GetValue<string>().ShouldContain($"（{third}）");

        // Back after a time away: both memberships count.
        var back = (await officer.PostJsonAsync(Members(first), Person("2026-06-01"))).Body["member"]!;
        back["before"]![0]!["to"]!.GetValue<string>().ShouldBe("2025-12-31");
        (await officer.GetJsonAsync($"{Members(first)}?on=2025-06-01")).Body["count"]!.GetValue<int>().ShouldBe(1);
        (await officer.GetJsonAsync($"{Members(first)}?on=2026-03-01")).Body["count"]!.GetValue<int>().ShouldBe(1);
        (await officer.PostJsonAsync(Members(first), new JsonObject { ["name"] = "吴示例", ["idNumber"] = "329901195903080083", ["joined"] = "2026-06-01" })).Code.ShouldBe("id-number-check");
    }

    [Fact]
    public async Task Of_fifty_thousand_rows_every_tenth_broken_all_good_ones_are_taken_and_every_broken_one_is_named()
    {
        const int Rows = 50_000, Taken = 2_000;
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        using var officer = await system.NewStaffAsync(village, "wang", "officer");
        var import = $"/api/villages/{village}/members/import";
        var watch = Stopwatch.StartNew();
        var result = await SendAsync(officer, import, Gbk(Rows));
        output.WriteLine($"{Rows} rows looked at in {watch.Elapsed.TotalSeconds:F1} s");
        (result.Body["added"]!.GetValue<int>(), result.Body["bad"]!.GetValue<int>()).ShouldBe((Rows * 9 / 10, Rows / 10));
        result.Body["faults"]!.AsArray().Select(fault => fault!["row"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, Rows / 10).Select(n => (n * 10) + 1));

        watch.Restart();
        (await SendAsync(officer, import + "?apply=true", Gbk(Taken))).Body["added"]!.GetValue<int>().ShouldBe(Taken * 9 / 10);
        output.WriteLine($"{Taken} rows taken in {watch.Elapsed.TotalSeconds:F1} s");
        (await SendAsync(officer, import + "?apply=true", Gbk(Taken))).Body["unchanged"]!.GetValue<int>().ShouldBe(Taken * 9 / 10);
    }

    static byte[] Gbk(int rows)
    {
        var file = new StringBuilder("姓名,身份证号,入会日期\r\n");
        for (var i = 1; i <= rows; i++)
            file.Append(i % 10 == 0 ? "王示例,3.2990119590308E+17,2026-01-01\r\n" : $"王示例,{Number(new DateOnly(1940, 1, 1).AddDays(i % 25_000).ToString("yyyyMMdd"), i / 25_000)},2026/1/1\r\n");
        return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(file.ToString());
    }

    [Fact]
    public void Files_that_are_none_say_what_to_do()
    {
        Code([]).ShouldBe("file-empty");
        Code([0xD0, 0xCF, 0x11, 0xE0, 0, 0]).ShouldBe("file-xls");
        Code([0x89, 0x50, 0, 0, 1]).ShouldBe("file-unknown");
        Code("PK nothing"u8.ToArray()).ShouldBe("file-damaged");
        Code(Workbook.Zip(("a.txt", "x"))).ShouldBe("file-unknown");
        Code(Encoding.UTF8.GetBytes("姓名,身份证号\n\"周桂兰,1\n")).ShouldBe("csv-quote");
        // A small file that grows without end, and one with an entity that would.
        Code(Workbook.Zip(("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + new string(' ', 410 * 1024 * 1024) + "</sheetData></worksheet>"))).ShouldBe("file-too-large");
        Code(Workbook.Zip(("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"))).ShouldBe("file-damaged");
        Code(Workbook.Zip(("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"2000000000\"><c><v>1</v></c></row></sheetData></worksheet>"))).ShouldBe("file-too-long");
    }

    static string Code(byte[] file) => Should.Throw<ProblemException>(() => SheetFile.Rows(BinaryData.FromBytes(file))).Problem.Code;

    /// <summary>A number with a right check digit in a place that does not exist.</summary>
    static string Number(string born, int order)
    {
        var digits = $"329901{born}{order:D3}";
        return digits + IdentityNumber.CheckCharacter(digits);
    }

    static async Task<JsonReply> SendAsync(HttpClient client, string path, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("application/octet-stream");
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return new JsonReply((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
