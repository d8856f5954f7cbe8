using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Conversations;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Claims;

public sealed class ClaimCrashTests(Azurite azurite)
{
    static readonly Fen Aid = Fen.FromYuan(1200);

    /// <summary>Approval and payment with the app killed at every request it makes to storage: the timer completes what was decided, asking again does what was not, and the books are exact.</summary>
    [Theory]
    [InlineData(Cut.BeforeTheRequest)]
    [InlineData(Cut.AfterTheRequest)]
    public async Task Killed_anywhere_in_an_approval_or_a_payment_the_money_moves_once(Cut cut)
    {
        var clock = new AheadClock();
        var told = new ToldNotices();
        await using var healthy = await TestSystem.StartAsync(azurite, services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IClaimNotices>(told));
        using var village = await ClaimVillage.NewAsync(healthy, "10000000.00", new JsonObject { ["objectionDays"] = 0, ["claimDays"] = 3650, ["readmission"] = new JsonObject { ["days"] = 0 } });
        using var wire = new KillSwitch();
        await using var dying = await TestSystem.StartAsync(azurite, services => services.AddSingleton<IClaimNotices>(told).AddSingleton(new TableServiceClient(
            azurite.ConnectionString, new TableClientOptions { Transport = new HttpClientTransport(wire), Retry = { MaxRetries = 0 } })));
        var deaths = 0;
        for (var at = 1; ; at++)
        {
            var id = await village.CheckedAsync(Stay(village, at));
            var killed = await DieAsync(dying, wire, village.Li, village.Path(id, "/moves"), "approved", at, cut);
            await CompleteAsync(healthy, clock);
            await village.DoneAsync(village.Li, id, "approved", ("key", "approve"));
            await village.DoneAsync(village.Li, id, "published");
            killed |= await DieAsync(dying, wire, village.Zhao, village.Path(id, "/moves"), "paid", at, cut);
            await CompleteAsync(healthy, clock);
            await village.DoneAsync(village.Zhao, id, "paid", ("key", "pay"));

            var entries = (await village.AidEntriesAsync()).Count(entry => entry.StartsWith("aid-", StringComparison.Ordinal));
            entries.ShouldBe(2 * at, $"killed {cut} at {at}");
            told.Of(id).Distinct().ShouldBe([">checked", "checked>approved", "approved>published", "published>paid"], ignoreOrder: true, $"killed {cut} at {at}");
            (await Unfinished(healthy)).ShouldNotContain(move => move.Claim == id, $"killed {cut} at {at}");
            if (!killed) break;
            deaths++;
        }

        deaths.ShouldBeGreaterThan(10);
        var books = await village.Ledger.BooksAsync(village.Code, default);
        books.Balances[Account.AidPayable].ShouldBe(Fen.Zero);
        books.Balances[Account.Bank].ShouldBe(Fen.Parse("10000000.00") - new Fen(Aid.Value * (deaths + 1)));
    }

    static JsonObject Stay(ClaimVillage village, int n) => village.Stay(
        admitted: new DateOnly(2026, 1, 1).AddDays(n * 8).ToString("yyyy-MM-dd"), discharged: new DateOnly(2026, 1, 5).AddDays(n * 8).ToString("yyyy-MM-dd"));

    static async Task<bool> DieAsync(TestSystem dying, KillSwitch wire, HttpClient who, string path, string to, int at, Cut cut)
    {
        using var client = dying.CreateClient();
        client.DefaultRequestHeaders.Authorization = who.DefaultRequestHeaders.Authorization;
        wire.Arm(at, cut);
        var answer = await client.PostJsonAsync(path, new JsonObject { ["to"] = to, ["key"] = to == "paid" ? "pay" : "approve" });
        wire.Arm(int.MaxValue, cut);
        return answer.Status != 200;
    }

    static async Task CompleteAsync(TestSystem healthy, AheadClock clock)
    {
        clock.Ahead += TimeSpan.FromMinutes(30);
        await healthy.Services.GetRequiredService<MoveFinisher>().SweepAsync(default);
    }

    static async Task<List<UnfinishedMove>> Unfinished(TestSystem system)
    {
        var left = new List<UnfinishedMove>();
        await foreach (var move in system.Services.GetRequiredService<UnfinishedMoves>().SinceBeforeAsync(DateTimeOffset.MaxValue, default))
            left.Add(move);
        return left;
    }

    sealed class AheadClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }

    sealed class ToldNotices : IClaimNotices
    {
        readonly System.Collections.Concurrent.ConcurrentBag<(string Claim, string Move)> _told = [];

        public IEnumerable<string> Of(string claim) => _told.Where(one => one.Claim == claim).Select(one => one.Move);

        public Task MovedAsync(Claim claim, string from, string to, CancellationToken stop)
        {
            _told.Add((claim.Id, $"{from}>{to}"));
            return Task.CompletedTask;
        }
    }
}
