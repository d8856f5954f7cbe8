using System.Diagnostics;
using Shouwang.Bench.Road;
using Shouwang.Local;

// usage: ./run --once && dotnet run -c Release --project tests/bench/Road [claims [starts]]
// Measures the app that ./run published; the recogniser works beside it on the same cores, as in life.
const int AcknowledgeTarget = 300;
const int DecideTarget = 10_000;
const int StartTarget = 250;

var claims = args.Length > 0 ? int.Parse(args[0]) : 20;
var starts = args.Length > 1 ? int.Parse(args[1]) : 15;
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Shouwang.slnx"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("This runs inside the source tree.");
string app = Path.Combine(root, ".local/app"), recogniser = Path.Combine(root, ".local/recogniser/Shouwang.Recognizer.dll");
if (!File.Exists(Path.Combine(app, "handler")) || !File.Exists(recogniser))
{
    Console.Error.WriteLine("The published app is not there. Run ./run --once first.");
    return 2;
}

// The rival: the same app as `dotnet build` makes it, run by the shared runtime.
var rival = Path.Combine(root, ".local/bench/framework-dependent");
using (var build = Process.Start(new ProcessStartInfo("dotnet", ["build", Path.Combine(root, "functions"), "-c", "Release", "--artifacts-path", Path.Combine(root, ".local/bench/build"), "-o", rival, "--disable-build-servers", "-v", "quiet", "-clp:NoSummary"]) { UseShellExecute = false })!)
{
    build.WaitForExit();
    if (build.ExitCode != 0) return 1;
}

var state = Directory.CreateTempSubdirectory("shouwang-bench-").FullName;
try
{
    var before = Load();
    await using var system = await LocalSystem.StartAsync(LocalOptions.InTree(root, app, state) with { Recogniser = ["dotnet", recogniser] });
    var road = new Claims(system, Path.Combine(root, "samples"));
    await road.RunAsync(claims);
    Starts[] contenders = [new("published (trimmed, ready to run, one file)", Path.Combine(app, "handler"), []), new("framework-dependent build", "dotnet", [Path.Combine(rival, "handler.dll")])];
    for (var i = 0; i < starts; i++)
        foreach (var contender in contenders) await contender.OnceAsync(system);

    Console.WriteLine($"{Environment.ProcessorCount} cores; load {before} before, {Load()} after.\n");
    Console.WriteLine("| ms | times | median | p95 | most | held to | ratio |\n|---|---|---|---|---|---|---|");
    Console.WriteLine(road.Acknowledged.Row("photo sent to acknowledged", $"p95 < {AcknowledgeTarget}", road.Acknowledged.At(0.95), AcknowledgeTarget));
    Console.WriteLine(road.Decided.Row("three photos to the amount", $"< {DecideTarget}", road.Decided.Median, DecideTarget));
    foreach (var contender in contenders)
    {
        Console.WriteLine(contender.Ready.Row($"start to first answer, {contender.Name}", $"median ≤ {StartTarget}", contender.Ready.Median, StartTarget));
        Console.WriteLine(contender.Useful.Row($"start to first diagnosis matched, {contender.Name}", $"median ≤ {StartTarget}", contender.Useful.Median, StartTarget));
    }
    Console.WriteLine($"\nPublished against framework-dependent: first answer ×{contenders[0].Ready.Median / contenders[1].Ready.Median:0.00}, first diagnosis matched ×{contenders[0].Useful.Median / contenders[1].Useful.Median:0.00}.");
    return 0;
}
finally
{
    Directory.Delete(state, recursive: true);
}

static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(2));
