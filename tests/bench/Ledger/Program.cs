using System.Diagnostics;
using System.Globalization;
using Shouwang.Bench.Ledger;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Members;
using Shouwang.Functions.Tests.Contributions;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Sheets;

// Roster and money in at scale on the storage emulator: appending, importing lists with every tenth row broken, verifying.
// Exactness decides the exit code; times are printed, never asserted. --check is small and leaves the times out; --rows=20000 takes other lists.
// The emulator looks for a row among all of its partition, so that its time grows with the square of a list: what the app itself takes is said beside it.
var small = args.Contains("--check");
var asked = args.FirstOrDefault(arg => arg.StartsWith("--rows=", StringComparison.Ordinal))?["--rows=".Length..];
var (appends, rows, entries) = small ? (500, 2_000, 5_000) : (5_000, asked is null ? 50_000 : int.Parse(asked, CultureInfo.InvariantCulture), 100_000);
await using var storage = await Storage.StartAsync();
var tables = new TableServiceClient(storage.ConnectionString);
foreach (var table in new[] { LedgerStore.Table, VillageStore.Table, EnrolmentStore.Table })
    await tables.GetTableClient(table).CreateIfNotExistsAsync();
var right = true;

var (together, alone) = (new BenchVillage(tables, "100000000001"), new BenchVillage(tables, "100000000002"));
var batched = await TimedAsync(() => together.Store.PostManyAsync(together.Code, [.. Enumerable.Range(1, appends).Select(BenchVillage.Contribution)], default));
var rivals = small ? 50 : 1_000;
var single = await TimedAsync(async () =>
{
    for (var n = 1; n <= rivals; n++)
        await alone.Store.PostAsync(alone.Code, BenchVillage.Contribution(n), default);
});
await HoldAsync("appending", together, appends);
await HoldAsync("appending one by one", alone, rivals);
if (!small)
    Console.WriteLine($"  {appends / batched:N0} a second in batches of 49; rival, one posting for each transaction: {rivals / single:N0} a second; ratio {appends / batched / (rivals / single):F1}");

right &= Walk.Run(entries, times: !small);
right &= await RosterFiles.RunAsync(tables, rows, times: !small);
var big = new BenchVillage(tables, "100000000003");
await big.WriteMembersAsync(rows);
var list = Villagers.List(rows);
foreach (var (time, entered) in new[] { ("first", rows * 9 / 10), ("again", 0) })
{
    var (result, before) = (default(Shouwang.Functions.Contributions.ImportResult)!, Process.GetCurrentProcess().TotalProcessorTime);
    var seconds = await TimedAsync(async () => result = await big.Desk.ImportAsync(big.Code, Csv.Rows(list), 2026, new DateOnly(2026, 3, 31), "w1", default));
    var exact = (result.Rows, result.Entered, result.Before, result.Bad.Count) == (rows, entered, (rows * 9 / 10) - entered, rows / 10)
        && result.Bad.Select(bad => bad.Row).SequenceEqual(Enumerable.Range(1, rows / 10).Select(tenth => (tenth * 10) + 2));
    right &= exact;
    Console.WriteLine($"importing {rows:N0} rows, {time}: {result.Entered:N0} entered, {result.Before:N0} known, {result.Bad.Count:N0} named as broken {(exact ? "exact" : "WRONG")}");
    if (!small)
        Console.WriteLine($"  {seconds:F1} s, {rows / seconds:N0} rows a second, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F1} s of them the app's own{(entered > 0 ? $"; rival, one posting for each transaction: {entered / (rivals / single):N0} s" : "")}");
}

await HoldAsync("imported", big, rows * 9 / 10);
if (!small)
    Console.WriteLine($"most memory at any time: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
return right ? 0 : 1;

async Task HoldAsync(string what, BenchVillage village, int count)
{
    var seconds = Stopwatch.StartNew();
    var (books, audit) = (await village.Store.BooksAsync(village.Code, default), await new LedgerAudit(village.Store).VerifyAsync(village.Code, default));
    var exact = books.Number == count && books.Money == Fen.FromYuan(count * 120L) && audit.Faults.IsEmpty;
    right &= exact;
    Console.WriteLine($"{what}: {books.Number:N0} entries, {books.Money} yuan, stored ledger {(exact ? "intact" : "WRONG")}{(small ? "" : $", walked in storage in {seconds.Elapsed.TotalSeconds:F1} s")}");
}

static async Task<double> TimedAsync(Func<Task> run)
{
    var watch = Stopwatch.StartNew();
    await run();
    return watch.Elapsed.TotalSeconds;
}
