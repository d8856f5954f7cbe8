using Shouwang.Bot;
using Shouwang.Functions.Storage;
using Shouwang.Shared.Bills;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Functions.Papers;

/// <summary>A paper with what was read from it; no reading while it waits.</summary>
internal sealed record DeskPaper(Paper Paper, PaperReading? Reading);

/// <summary>A folder laid open: its papers, and how they fit together.</summary>
internal sealed record OpenFolder(string Village, IReadOnlyList<DeskPaper> Papers, PaperSet Set)
{
    /// <summary>Sentences for a person: where the papers disagree.</summary>
    public IReadOnlyList<string> Disagreements => [.. Set.Conflicts.Select(conflict => conflict.Sentence)];

    /// <summary>Sentences for a person: what stands in the way of working the claim out.</summary>
    public IReadOnlyList<string> Obstacles => Set.Stay is { } stay ? ClaimDecision.Obstacles(stay, Village[..6]) : [];

    public bool Waiting => Papers.Any(paper => paper.Paper.State == PaperState.Waiting);
}

/// <summary>Lays a folder open (资料袋): loads its papers with their readings.</summary>
internal sealed class PaperDesk(PaperStore papers, Originals originals)
{
    public async Task<OpenFolder> OpenAsync(string village, string folder, CancellationToken stop)
    {
        var rows = await papers.InFolderAsync(village, folder, stop);
        var loaded = await Task.WhenAll(rows.Select(row => LoadAsync(row, stop)));
        return new OpenFolder(village, loaded, PaperSet.Of([.. loaded.Where(IsUsable).Select(paper => new ClaimPaper(paper.Paper.Hash, paper.Reading!))]));
    }

    static bool IsUsable(DeskPaper paper) => paper is { Paper.State: PaperState.Read, Reading: { Quality.Readable: true, Kind: not PaperKind.Other } };

    async Task<DeskPaper> LoadAsync(Paper paper, CancellationToken stop) =>
        paper.State == PaperState.Waiting || await originals.FindAsync(paper.Reading, stop) is not { } json
            ? new DeskPaper(paper, null)
            : new DeskPaper(paper, ReadingJson.Parse(json.ToMemory()));

    /// <summary>A paper as the conversation shows it.</summary>
    public static PaperView View(DeskPaper paper) => paper.Reading is not { } reading
        ? new PaperView(paper.Paper.Hash, "waiting", null, null, null, null, null, [])
        : new PaperView(
            paper.Paper.Hash,
            reading.Quality.Readable ? "read" : "unreadable",
            ReadingJson.Name(reading.Kind),
            reading.Quality.Advice,
            Value(reading, "name"),
            Value(reading, "hospital"),
            Value(reading, "total"),
            [.. reading.Checks.Where(check => !check.Passed && check.Detail is not null).Select(check => check.Detail!)]);

    static string? Value(PaperReading reading, string field) => reading.Fields.TryGetValue(field, out var found) ? found.Value : null;
}
