using Shouwang.Bench.Road;
using Shouwang.Bench.Conversations;

// usage: dotnet run -c Release --project tests/bench/Conversations [people]
// Conversations at once over Direct Line through the app on Azurite, all on this machine's cores: the people too.
// The rival is the same app when it takes the whole turn before it acknowledges. Whether everybody got their own answers
// decides the exit code; times are printed, never asserted. --check: fewer people, no times.
const int Target = 300;

if (args is ["--serve", var storage, var mode])
{
    await App.ServeAsync(storage, mode == "--hold");
    return 0;
}

var check = args.Contains("--check");
var people = check ? 24 : args.Length > 0 ? int.Parse(args[0]) : 200;
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Shouwang.slnx"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("This runs inside the source tree.");
var right = true;

if (check)
{
    await RunAsync(holds: false, thinks: false);
    return right ? 0 : 1;
}

Console.WriteLine($"{people} conversations at once, {Person.Words.Length} messages each, one of them a photo; {Environment.ProcessorCount} cores for people, app and storage; load {Load()} before.\n");
Console.WriteLine("| ms | times | median | p95 | most | held to | ratio |\n|---|---|---|---|---|---|---|");
var ours = await RunAsync(holds: false, thinks: true);
var rival = await RunAsync(holds: true, thinks: true);
await RunAsync(holds: false, thinks: false);
await FloorAsync();
Console.WriteLine($"\nAgainst the whole turn before the acknowledgement: median ×{ours.Median / rival.Median:0.00}, p95 ×{ours.At(0.95) / rival.At(0.95):0.00}. Load {Load()} after.");
return right ? 0 : 1;

async Task<Figures> RunAsync(bool holds, bool thinks)
{
    var (store, connection) = await Child.StorageAsync(root);
    await using var storing = store;
    var (app, address) = await Child.AppAsync(connection, holds);
    await using var serving = app;
    using var crowd = new Crowd(address, people, root);
    await crowd.TalkAsync(thinks);
    var faults = await crowd.FaultsAsync();
    right &= faults.Count == 0;
    foreach (var fault in faults.Take(10)) Console.Error.WriteLine(fault);
    var name = (holds ? "whole turn first" : "as it is") + (thinks ? ", people think 3 to 9 s" : ", nobody thinks: all send at once");
    if (check)
    {
        Console.WriteLine($"{people} conversations at once, {Person.Words.Length * people} messages: {(faults.Count == 0 ? "every one answered once, in its own conversation, for its own village" : $"{faults.Count} faults")}");
        return crowd.Acknowledged;
    }

    Console.WriteLine(crowd.Acknowledged.Row($"sent to acknowledged, {name}", $"p95 < {Target}", crowd.Acknowledged.At(0.95), Target));
    Console.WriteLine(crowd.AcknowledgedPhotos.Row($"of these the photos, {name}", $"p95 < {Target}", crowd.AcknowledgedPhotos.At(0.95), Target));
    Console.WriteLine(crowd.Answered.Row($"sent to answered, {name}", "-", crowd.Answered.At(0.95), Target));
    return crowd.Acknowledged;
}

async Task FloorAsync()
{
    var (store, connection) = await Child.StorageAsync(root);
    await using var storing = store;
    var floor = await Floor.MeasureAsync(connection, people, Person.Words.Length - 1, File.ReadAllBytes(Path.Combine(root, "samples/claim/settlement-sheet.jpg")));
    Console.WriteLine(floor.Message.Row("bare storage: one queue message and one row, all at once", "-", floor.Message.At(0.95), Target));
    Console.WriteLine(floor.Photo.Row("bare storage: one photo, all at once", "-", floor.Photo.At(0.95), Target));
}

static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(2));
