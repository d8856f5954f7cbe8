using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

/// <summary>The app killed between two steps, all along the road: nothing lost, nothing twice.</summary>
public sealed class InterruptionTests(WholeSystem system, ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_before_or_after_a_write_it_takes_one_claim_keeps_every_photo_and_says_nothing_twice()
    {
        await RunAsync("first", cut: null, SampleClaim.Papers);
        var (undisturbed, writes) = await RunAsync("undisturbed", cut: null);
        var expected = await undisturbed.CountsAsync();
        var villagers = new List<(string Run, Villager Villager)> { ("undisturbed", undisturbed) };
        var killed = 0;
        // Every third write, before and after in turn; tests/Functions kills at every single one, without processes.
        for (var n = 1; n <= writes; n += 3)
        {
            var (at, after) = (n, n % 2 == 0);
            var run = $"killed {(after ? "after" : "before")} write {n} of {writes}";
            var cut = new Cut((write, _) => write == at, after, system.Local.KillHandler);
            var (villager, _) = await RunAsync(run, cut);
            villagers.Add((run, villager));
            if (cut.Made) killed++;
        }
        // Papers read side by side do not write equally often each time, least of all on a busy machine, so the last writes may not come again. The shortest road has 45.
        killed.ShouldBeGreaterThan(12);
        foreach (var after in (bool[])[false, true])
        {
            var run = $"killed {(after ? "after" : "before")} a recognised page was kept";
            var cut = new Cut((_, path) => path.EndsWith(".recognised.json", StringComparison.Ordinal), after, system.Local.KillHandler);
            var (villager, _) = await RunAsync(run, cut, [SampleClaim.FeeList.Again(), .. await SampleClaim.RecognisedAgainAsync(system, SampleClaim.DischargeRecord, SampleClaim.SettlementSheet)]);
            cut.Made.ShouldBeTrue(run);
            villagers.Add((run, villager));
        }
        // What a killed app left in the queues is looked at once more; it must not be answered once more.
        await system.EmptyAsync("turns");
        foreach (var (run, villager) in villagers)
        {
            (await villager.CountsAsync()).ShouldBe(expected, run);
            villager.Dispose();
        }
    }

    /// <summary>One claim in a village of its own.</summary>
    async Task<(Villager Villager, int Writes)> RunAsync(string run, Cut? cut, IReadOnlyList<Photo>? papers = null)
    {
        papers ??= await SampleClaim.RecognisedAgainAsync(system, SampleClaim.Papers);
        var village = await system.NewVillageAsync();
        system.Door.Watch(cut);
        var villager = await Villager.ArriveAsync(system, village);
        await villager.SayAsync("同意");
        await villager.SendAsync(papers);
        await villager.HearsAsync("claim-decided", times: 2);
        await system.EmptyAsync("papers");
        var (writes, made) = system.Door.Release();
        output.WriteLine($"{run}: {writes} writes{(cut is null || made ? "" : ", never came to the cut")}");
        var claim = await SampleClaim.ShouldBeTheOnlyClaimAsync(system, village, run);
        foreach (var paper in papers)
            (await system.Http.GetByteArrayAsync(new Uri($"api/villages/{village}/claims/{claim["id"]}/papers/{paper.Hash}", UriKind.Relative))).ShouldBe(paper.Bytes, run);
        var kinds = (await villager.HeardAsync()).Select(message => message.Kind).ToList();
        kinds.IndexOf("paper-received").ShouldBeLessThan(kinds.IndexOf("paper-read"), run);
        return (villager, writes);
    }
}
