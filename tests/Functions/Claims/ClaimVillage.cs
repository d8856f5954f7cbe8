using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Claims;

/// <summary>A village with money, two officers (wang, zhao) and two checkers (li, sun), for one test.</summary>
sealed class ClaimVillage(TestSystem system, string code) : IDisposable
{
    readonly Dictionary<string, HttpClient> _staff = [];
    int _stays;

    public string Code => code;

    public HttpClient Wang => _staff["wang"];
    public HttpClient Zhao => _staff["zhao"];
    public HttpClient Li => _staff["li"];
    public HttpClient Sun => _staff["sun"];

    public LedgerStore Ledger => system.Services.GetRequiredService<LedgerStore>();

    public static async Task<ClaimVillage> NewAsync(TestSystem system, string money = "100000.00", JsonObject? charter = null)
    {
        var code = await system.NewVillageAsync(charter ?? new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650 });
        var village = new ClaimVillage(system, code);
        if (Fen.Parse(money) > Fen.Zero)
            await village.Ledger.PostAsync(code, ContributionPostings.Opening(Fen.Parse(money), new DateOnly(2026, 1, 1)), default);
        foreach (var (id, role) in new[] { ("wang", "officer"), ("zhao", "officer"), ("li", "checker"), ("sun", "checker") })
            village._staff[id] = await system.NewStaffAsync(code, id, role);
        return village;
    }

    /// <summary>A stay of the sample member; every one with its own settlement number.</summary>
    public JsonObject Stay(string diagnosis = "急性阑尾炎", string total = "13245.95", string borne = "5018.40", string admitted = "2026-03-01", string discharged = "2026-03-09", string? settlement = null) => new()
    {
        ["person"] = new JsonObject { ["name"] = "周桂兰", ["idNumber"] = "329901195903080082" },
        ["hospital"] = $"江阴市第{code[6..]}示例医院",
        ["admitted"] = admitted,
        ["discharged"] = discharged,
        ["diagnosis"] = diagnosis,
        ["total"] = total,
        ["basicPaid"] = (Fen.Parse(total) - Fen.Parse(borne)).ToString(),
        ["cashPaid"] = borne,
        ["settlementNumber"] = settlement ?? $"{code}{Interlocked.Increment(ref _stays):D8}",
    };

    public string Path(string claim, string rest = "") => $"/api/villages/{code}/claims/{claim}{rest}";

    /// <summary>A claim that Wang entered at the desk.</summary>
    public async Task<JsonNode> EnterAsync(JsonObject? stay = null)
    {
        var answer = await Wang.PostJsonAsync($"/api/villages/{code}/claims", stay ?? Stay());
        answer.Status.ShouldBe(201, answer.Body.ToJsonString());
        return answer.Body;
    }

    /// <summary>Entered by Wang, checked by Wang with its cause.</summary>
    public async Task<string> CheckedAsync(JsonObject? stay = null)
    {
        var claim = await EnterAsync(stay);
        var id = claim["id"]!.GetValue<string>();
        var answer = claim["state"]!.GetValue<string>() == "received"
            ? await MoveAsync(Wang, id, "checked", ("cause", "illness"))
            : await Wang.PutJsonAsync(Path(id, "/cause"), new JsonObject { ["cause"] = "illness" });
        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        return id;
    }

    /// <summary>Checked by Wang, approved by Li, published and paid by Zhao.</summary>
    public async Task<string> PaidAsync(JsonObject? stay = null)
    {
        var id = await CheckedAsync(stay);
        await DoneAsync(Li, id, "approved");
        await DoneAsync(Zhao, id, "published");
        await DoneAsync(Zhao, id, "paid");
        return id;
    }

    public Task<JsonReply> MoveAsync(HttpClient who, string claim, string to, params (string Name, JsonNode Value)[] more)
    {
        var body = new JsonObject { ["to"] = to };
        foreach (var (name, value) in more)
            body[name] = value;
        return who.PostJsonAsync(Path(claim, "/moves"), body);
    }

    public async Task<JsonNode> DoneAsync(HttpClient who, string claim, string to, params (string Name, JsonNode Value)[] more)
    {
        var answer = await MoveAsync(who, claim, to, more);
        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        answer.Body["state"]!.GetValue<string>().ShouldBe(to);
        return answer.Body;
    }

    /// <summary>Kinds of what was posted for aid, in order, with what each moved the account of aid.</summary>
    public async Task<IReadOnlyList<string>> AidEntriesAsync()
    {
        var entries = new List<string>();
        await foreach (var entry in Ledger.EntriesAsync(code, 0, 1000, default))
        {
            if (entry.Posting.Kind is not PostingKind.Opening)
                entries.Add($"{entry.Posting.Kind.Name()} aid {entry.Posting.On(Account.Aid)} bank {entry.Posting.On(Account.Bank)}");
        }

        return entries;
    }

    public void Dispose()
    {
        foreach (var client in _staff.Values)
            client.Dispose();
    }
}
