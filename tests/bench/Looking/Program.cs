using System.Diagnostics;
using Shouwang.Bench.Looking;
using Shouwang.Shared.Pictures;

// usage: <folder of tests/Papers set …> [each]   False alarms on photos as they are, and how often a fault made on purpose is told.
//        <folder of tests/Papers set … --lines>    How often one paper is taken for two, and two on one picture are told apart.
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: Shouwang.Bench.Looking <folder>   (make the folder with: dotnet run --project tests/Papers -- set <folder>)");
    return 2;
}

if (Directory.EnumerateFiles(args[0], "*.lines.json").Any())
    return Splitting.Measure(args[0]);
var detailed = args.Length > 1;
var files = Directory.EnumerateFiles(args[0], "*.jpg").Where(file => !Path.GetFileName(file).StartsWith("wrong-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
Console.WriteLine("| photos | number | none told | what is told |");
Console.WriteLine("|---|---|---|---|");
List<TimeSpan> times = [];
foreach (var severity in files.GroupBy(file => Path.GetFileNameWithoutExtension(file).Split('-')[^1]))
    Show(severity.Key, [.. severity.Select(file => (file, Timed(File.ReadAllBytes(file))))]);
var photos = files.Where(file => file.EndsWith("-normal.jpg", StringComparison.Ordinal)).ToList();
Console.WriteLine();
Console.WriteLine("| normal photos spoilt | number | told | told as well |");
Console.WriteLine("|---|---|---|---|");
foreach (var (name, fault, spoil) in Spoil.All)
{
    var random = new Random(7);
    var told = photos.Select(file => (file, Faults: Judge(spoil(GreyPicture.From(File.ReadAllBytes(file))!, random), file + " " + name))).ToList();
    Console.WriteLine($"| {name} | {told.Count} | {told.Count(t => t.Faults.Contains(fault))} | {Others(told.SelectMany(t => t.Faults).Where(f => f != fault))} |");
}
times.Sort();
Console.WriteLine($"\nA look takes {times[times.Count / 2].TotalMilliseconds:F0} ms in the middle, {times[^1].TotalMilliseconds:F0} ms at most.");
return 0;

IReadOnlyList<PictureFault> Timed(byte[] file)
{
    var clock = Stopwatch.StartNew();
    var faults = PictureLook.Faults(file);
    times.Add(clock.Elapsed);
    return faults;
}

IReadOnlyList<PictureFault> Judge(GreyPicture picture, string what)
{
    var measured = PictureMeasures.Of(picture);
    var faults = PictureLook.Judge(measured, picture, Orientation.AsStored);
    if (detailed)
        Console.Error.WriteLine($"{Path.GetFileName(what)}: {measured} {string.Join(',', faults)}");
    return faults;
}

void Show(string name, List<(string File, IReadOnlyList<PictureFault> Faults)> told)
{
    if (detailed)
        told.ForEach(t => Judge(GreyPicture.From(File.ReadAllBytes(t.File))!, t.File));
    Console.WriteLine($"| {name} | {told.Count} | {told.Count(t => t.Faults.Count == 0)} | {Others(told.SelectMany(t => t.Faults))} |");
}

static string Others(IEnumerable<PictureFault> faults) => string.Join(", ", faults.GroupBy(f => f).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));
