using System.CommandLine;
using System.Text.Json;
using Shouwang.Shared.Bills;

namespace Shouwang.Tools.ReadReport;

/// <summary>`shouwang read-report`: how well the papers of a folder are read.</summary>
static class ReadReportCommand
{
    private static readonly string[] Pictures = [".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"];

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Pictures of papers, with truth.json beside them." };
        var endpoint = new Option<string?>("--endpoint") { Description = "Recogniser to ask: Azure's, or http://127.0.0.1:<port>/ of the embedded one. Without it only pages kept earlier are read." };
        var key = new Option<string?>("--key") { Description = "Its subscription key." };
        var keep = new Option<DirectoryInfo?>("--pages") { Description = "Keeps the recogniser's answers in this folder and uses the ones already there, so that reading can be measured again without recognising again." };
        var details = new Option<bool>("--details") { Description = "Lists every value that was wrong. The list repeats what stands on the papers: do not pass it on for papers of real people." };
        var command = new Command("read-report", "Reads a folder of photographed papers and prints how much of it is right.") { folder, endpoint, key, keep, details };
        command.SetAction((result, cancel) => Run(result.GetValue(folder)!, Endpoint(result.GetValue(endpoint)), result.GetValue(key), result.GetValue(keep), result.GetValue(details), cancel));
        return command;
    }

    private static Uri? Endpoint(string? address) => address is null ? null : new Uri(address.EndsWith('/') ? address : address + "/");

    private static async Task<int> Run(DirectoryInfo folder, Uri? endpoint, string? key, DirectoryInfo? keep, bool details, CancellationToken cancel)
    {
        try
        {
            using var client = endpoint is null ? null : new RecogniserClient(endpoint, key);
            var scores = await Scores(folder, client, keep, cancel);
            Tables.Print(Console.Out, scores, details);
            return scores.Count > 0 ? 0 : 1;
        }
        catch (Exception e) when (e is FileNotFoundException or HttpRequestException or JsonException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>Reads every picture of a folder whose lines are kept or can be asked for.</summary>
    public static async Task<IReadOnlyList<Score>> Scores(DirectoryInfo folder, RecogniserClient? client, DirectoryInfo? keep, CancellationToken cancel)
    {
        var scores = new List<Score>();
        foreach (var (picture, truth) in Truths.Read(folder.FullName).Papers.Where(p => Pictures.Contains(Path.GetExtension(p.Key).ToLowerInvariant())))
        {
            var pages = await Pages(Path.Combine(folder.FullName, picture), client, keep, cancel);
            if (pages is not null)
                scores.Add(Score.Of(picture, truth, BillReader.Read(pages)));
        }
        return scores;
    }

    private static async Task<IReadOnlyList<RecognisedPage>?> Pages(string picture, RecogniserClient? client, DirectoryInfo? keep, CancellationToken cancel)
    {
        var kept = keep is null ? null : Path.Combine(keep.FullName, Path.GetFileName(picture) + ".json");
        if (kept is not null && File.Exists(kept))
        {
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(kept, cancel));
            return AnalyzeResult.Parse(json.RootElement);
        }
        if (client is null)
            return null;
        var result = await client.Analyze(await File.ReadAllBytesAsync(picture, cancel), cancel);
        if (kept is not null)
        {
            Directory.CreateDirectory(keep!.FullName);
            await File.WriteAllTextAsync(kept, result.GetRawText(), cancel);
        }
        return AnalyzeResult.Parse(result);
    }
}
