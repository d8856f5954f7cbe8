using System.Diagnostics;
using Shouwang.EndToEnd.Tests.Support;
using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Pictures;
using Shouwang.Recognizer.Reading;

namespace Shouwang.Bench.Recognition;

/// <summary>The recogniser under load: how fast it starts, four pages at a time, and a PDF of five pages.</summary>
static class Load
{
    const int AtOnce = 4;

    public static async Task<int> MeasureAsync(string folder)
    {
        var photos = Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Take(24).ToArray();
        var clock = Stopwatch.StartNew();
        using var reader = PageReader.Load(InferenceFiles.Find(null, null), Math.Max(1, Environment.ProcessorCount / AtOnce));
        Console.WriteLine($"models loaded in {clock.ElapsedMilliseconds} ms");

        clock.Restart();
        await Parallel.ForEachAsync(photos, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (photo, stop) => ReadAsync(reader, photo, stop));
        Console.WriteLine($"{photos.Length} photos, {AtOnce} at a time: {clock.Elapsed.TotalSeconds / photos.Length:F2} s a page, {Peak()} MB at most");

        var pdf = Pdf.Of(photos.AsSpan(0, 5));
        clock.Restart();
        await ReadAsync(reader, pdf, default);
        Console.WriteLine($"a PDF of five pages: {clock.Elapsed.TotalSeconds / 5:F2} s a page");

        clock.Restart();
        await Parallel.ForEachAsync(Enumerable.Repeat(pdf, AtOnce), (file, stop) => ReadAsync(reader, file, stop));
        Console.WriteLine($"four of them at a time: {clock.Elapsed.TotalSeconds / (5 * AtOnce):F2} s a page, {Peak()} MB at most");
        return 0;
    }

    static async ValueTask ReadAsync(PageReader reader, byte[] file, CancellationToken stop)
    {
        await foreach (var page in DocumentPictures.OfAsync(file, stop))
        {
            reader.Read(page);
            GC.Collect();
        }
    }

    static long Peak() => long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(':')[1].Replace("kB", "")) / 1024;
}
