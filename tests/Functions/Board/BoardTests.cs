using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Ledger;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Board;

public sealed class BoardTests(Azurite azurite)
{
    static readonly DateOnly Day = LedgerVillage.Day;

    [Fact]
    public async Task Anybody_reads_the_board_and_a_member_proves_his_entry_in_his_own_browser()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        var (board, ledger, codes) = ($"/api/villages/{village}/board", system.Services.GetRequiredService<LedgerStore>(), system.Services.GetRequiredService<ReceiptCodes>());
        using var anybody = system.As(null);
        var mine = ContributionPostings.Member(new string('a', 32), 2026, 1, "周**", Fen.FromYuan(120), Day, null);
        await ledger.PostAsync(village, ContributionPostings.Collective("v-1", 2026, Fen.FromYuan(20_000), Day, "村集体"), default);
        var entry = await ledger.PostAsync(village, mine, default);
        await ledger.PostAsync(village, ContributionPostings.Gift("g-1", "serious", Fen.FromYuan(1_000), Day, "江阴某厂", "愿大家健康"), default);
        using var officer = await system.NewStaffAsync(village, "w1", "officer");
        var earlier = (await officer.PostJsonAsync($"{board}/publish")).Body;
        for (var n = 1; n <= 5; n++)
        {
            await ledger.PostAsync(village, AidPostings.Approved(LedgerVillage.Claim(n), Fen.FromYuan(600), Day.AddDays(n)), default);
            await ledger.PostAsync(village, AidPostings.Paid(LedgerVillage.Claim(n), Fen.FromYuan(600), Day.AddDays(n), FeeTerms.Usual), default);
        }

        var shown = (await anybody.GetJsonAsync(board)).Body;

        shown["balance"]!["money"]!.GetValue<string>().ShouldBe("18120.00");
        shown["balance"]!["left"]!.GetValue<string>().ShouldBe("18060.00");
        var year = shown["years"]!.AsArray().ShouldHaveSingleItem()!;
        year["moneyInTotal"]!.GetValue<string>().ShouldBe("21120.00");
        year["aid"]!.AsArray().Select(aid => $"{aid!["name"]} {aid["serious"]} {aid["amount"]} {aid["count"]}").ShouldBe(["肿瘤 true 1800.00 3", "其他疾病 false 1200.00 2"]);
        shown["payments"]!.AsArray().Count.ShouldBe(5);
        shown["payments"]![0]!["person"]!.GetValue<string>().ShouldBe("周**");
        shown["months"]!.AsArray().ShouldHaveSingleItem()!["balance"]!.GetValue<string>().ShouldBe("18120.00");
        var gift = shown["gifts"]!.AsArray().ShouldHaveSingleItem()!;
        (gift["used"]!.GetValue<string>(), gift["left"]!.GetValue<string>()).ShouldBe(("1000.00", "0.00"));
        shown.ToJsonString().ShouldNotContain(new string('a', 32));
        (await anybody.PostJsonAsync($"{board}/publish")).Status.ShouldBe(401);

        var (number, code) = (entry.Number, codes.CodeOf(village, mine.Key));
        var proof = await anybody.GetJsonAsync($"{board}/proof?entry={number}&proof={ReceiptCodes.ProofOf(code)}");
        proof.Status.ShouldBe(200);
        (await anybody.GetJsonAsync($"{board}/proof?entry={number + 1}&proof={ReceiptCodes.ProofOf(code)}")).Code.ShouldBe("receipt-unknown");
        (await anybody.GetJsonAsync($"{board}/proof?entry=x&proof=")).Code.ShouldBe("query-malformed");
        var verdict = await InBrowserAsync(new JsonObject
        {
            ["key"] = (await anybody.GetJsonAsync("/api/county/board/key")).Body.DeepClone(),
            ["proof"] = proof.Body.DeepClone(),
            ["code"] = code,
            ["earlier"] = earlier["tree"]!.DeepClone(),
            ["consistency"] = (await anybody.GetJsonAsync($"{board}/consistency?from={earlier["entries"]}")).Body.DeepClone(),
        });
        verdict.ToJsonString().ShouldBe("""{"signature":true,"forged":false,"canonical":true,"mine":true,"inside":true,"changed":false,"earlierSigned":true,"grew":true}""");
    }

    [Fact]
    public async Task A_year_that_is_over_shows_the_plan_of_that_year()
    {
        await using var system = await TestSystem.ListenAsync(azurite, services => services.AddSingleton<TimeProvider>(MovedClock.On(new DateOnly(2026, 7, 1))));
        var village = await system.NewVillageAsync();
        const int last = 2025;
        await system.ChangeVillageAsync(village, body => (body["plan"]!["version"], body["plan"]!["from"], body["plan"]!["to"], body["plan"]!["entryLine"]) = ($"{last}-1", $"{last}-01-01", $"{last}-12-31", "1234.00"));
        await system.Services.GetRequiredService<LedgerStore>().PostAsync(village, ContributionPostings.Opening(Fen.FromYuan(100), new DateOnly(last, 3, 1)), default);
        using var anybody = new HttpClient();

        var old = await anybody.GetStringAsync(new Uri(system.Page($"board/{village}?year={last}")));
        old.ShouldContain($"{last}年的补助方案");
        old.ShouldContain($"方案 {last}-1，管");
        old.ShouldContain("1,234.00 元以上");
        (await anybody.GetStringAsync(new Uri(system.Page($"board/{village}")))).ShouldNotContain($"方案 {last}-1，管");
    }

    [Fact]
    public async Task What_is_published_stays_as_it_was_and_openssl_vouches_for_it()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        using var administrator = system.Administrator();
        var ledger = system.Services.GetRequiredService<LedgerStore>();
        await ledger.PostAsync(village, ContributionPostings.Collective("v-1", 2026, Fen.FromYuan(20_000), Day, "村集体"), default);
        await administrator.PostJsonAsync($"/api/villages/{village}/board/publish");
        var first = (await administrator.PostJsonAsync($"/api/villages/{village}/board/publish")).Body;
        await ledger.PostAsync(village, ContributionPostings.Interest("i-1", Fen.FromYuan(3), Day), default);
        await administrator.PostJsonAsync($"/api/villages/{village}/board/publish");

        var published = (await administrator.GetJsonAsync($"/api/villages/{village}/board/published")).Body["published"]!.AsArray();
        published.Select(one => one!["entries"]!.GetValue<int>()).ShouldBe([1, 2]);

        var folder = Directory.CreateTempSubdirectory("board").FullName;
        using var anybody = system.As(null);
        foreach (var file in new[] { "board.json", "board.json.sig" })
            await File.WriteAllBytesAsync(Path.Combine(folder, file), await anybody.GetByteArrayAsync($"{first["files"]}/{file}"));
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), (await anybody.GetJsonAsync("/api/county/board/key")).Body["pem"]!.GetValue<string>());
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "board.json")))!["balance"]!["money"]!.GetValue<string>().ShouldBe("20000.00");
        (await OpenSslAsync(folder)).ShouldBe("Verified OK");
        await File.AppendAllTextAsync(Path.Combine(folder, "board.json"), " ");
        (await OpenSslAsync(folder)).ShouldNotBe("Verified OK");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_county_sees_sums_of_all_villages_and_a_damaged_ledger_is_shown_as_damaged()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        string[] villages = [await system.NewVillageAsync(), await system.NewVillageAsync()];
        var ledger = system.Services.GetRequiredService<LedgerStore>();
        foreach (var village in villages)
            await ledger.PostAsync(village, ContributionPostings.Collective("v-1", 2026, Fen.FromYuan(700), Day, "村集体"), default);
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(LedgerStore.Table);
        var row = (await table.GetEntityAsync(villages[1], LedgerRows.EntryKey(1))).Value;
        row["Canonical"] = row.GetString("Canonical")!.Replace("700.00", "100.00", StringComparison.Ordinal);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
        using var anybody = system.As(null);

        var county = (await anybody.GetJsonAsync("/api/county/board")).Body["villages"]!.AsArray();

        JsonNode Of(string village) => county.Single(one => one!["village"]!.GetValue<string>() == village)!;
        Of(villages[0])["money"]!.GetValue<string>().ShouldBe("700.00");
        Of(villages[1])["damaged"]!.GetValue<bool>().ShouldBeTrue();
        (await anybody.GetJsonAsync($"/api/villages/{villages[1]}/board")).Code.ShouldBe("ledger-damaged");
    }

    static async Task<JsonNode> InBrowserAsync(JsonObject input)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, input.ToJsonString());
        var verdict = JsonNode.Parse(await Node.RunAsync("Functions/Board/verify-board.mjs", file))!;
        File.Delete(file);
        return verdict;
    }

    static async Task<string> OpenSslAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", "key.pem", "-signature", "board.json.sig", "board.json"])
        { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Trim();
    }
}
