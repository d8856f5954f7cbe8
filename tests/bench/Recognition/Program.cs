using System.Diagnostics;
using Shouwang.Bench.Recognition;

// usage: <folder of tests/Papers set … --lines> [two-readings|one-reading|tesseract [every n-th page]]
//        <folder of tests/Papers set …> load   Four pages at a time, a PDF of five pages, and the start.
// Each contender runs in a process of its own, so that its peak memory is its own.
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: Shouwang.Bench.Recognition <folder> [contender [step]]   (make the folder with: dotnet run --project tests/Papers -- set <folder> --lines)");
    return 2;
}

if (args.Length > 1 && args[1] == "load")
    return await Load.MeasureAsync(args[0]);
if (args.Length == 1)
{
    Console.WriteLine("| contender | pages | characters clean / normal / bad | figures clean / normal / bad | s a page | CPU s a page | peak MB |");
    Console.WriteLine("|---|---|---|---|---|---|---|");
    foreach (var name in (string[])["two-readings", "one-reading", .. Tesseract.IsInstalled ? ["tesseract"] : Array.Empty<string>()])
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(Score).Assembly.Location, args[0], name] : [args[0], name]) { UseShellExecute = false })!;
        process.WaitForExit();
    }
    return 0;
}

IContender contender = args[1] switch
{
    "two-readings" => new Embedded(readRedTwice: true),
    "one-reading" => new Embedded(readRedTwice: false),
    "tesseract" => new Tesseract(),
    _ => throw new ArgumentException("No such contender.", nameof(args)),
};
var step = args.Length > 2 ? int.Parse(args[2]) : 1;
var pages = TruthPage.In(args[0]).Where((_, i) => i % step == 0).ToList();
contender.Read(pages[0].Picture);
var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal) { ["clean"] = new(), ["normal"] = new(), ["bad"] = new() };
var clock = Stopwatch.StartNew();
var processor = Process.GetCurrentProcess().TotalProcessorTime;
foreach (var page in pages)
{
    var read = contender.Read(page.Picture);
    scores[page.Severity].Add(page.Characters, read);
    if (args.Length > 3)
    {
        var one = new Score();
        one.Add(page.Characters, read);
        Console.Error.WriteLine($"{Path.GetFileName(page.Picture)} {one.Accuracy:P1} figures {one.FigureRecall:P1} truth {one.Truth} read {one.Read} missed {string.Concat(one.Missed)}");
    }
}
clock.Stop();
var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
var peak = long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(':')[1].Replace("kB", "")) / 1024;
string Three(Func<Score, double> of) => string.Join(" / ", ((string[])["clean", "normal", "bad"]).Select(severity => $"{100 * of(scores[severity]):F1}"));
Console.WriteLine($"| {args[1]} | {pages.Count} | {Three(s => s.Accuracy)} | {Three(s => s.FigureRecall)} | {clock.Elapsed.TotalSeconds / pages.Count:F2} | {used.TotalSeconds / pages.Count:F2} | {peak} |");
return 0;
