using Shouwang.Bot;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Functions.Papers;

/// <summary>A paper with what was read from it; no reading while it waits.</summary>
internal sealed record DeskPaper(Paper Paper, PaperReading? Reading)
{
    /// <summary>Told by nothing alone, and perhaps a piece of a paper whose other piece has not come (半张纸).</summary>
    public bool Piece { get; init; }

    /// <summary>Read together with another photo: the one shows what the other lacks.</summary>
    public bool Joined { get; init; }
}

/// <summary>A folder laid open: its papers, and how they fit together.</summary>
/// <param name="Place">The place whose rules the village goes by.</param>
internal sealed record OpenFolder(string Place, IReadOnlyList<DeskPaper> Papers, PaperSet Set)
{
    /// <summary>Sentences for a person: where the papers disagree.</summary>
    public IReadOnlyList<string> Disagreements => [.. Set.Conflicts.Select(conflict => conflict.Sentence)];

    /// <summary>Sentences for a person: what no paper says although all are there.</summary>
    public IReadOnlyList<string> Unsaid => Set.Stay is { } stay ? ClaimDecision.Unsaid(stay) : [];

    /// <summary>Sentences for a person: why no rules hold on the day of discharge.</summary>
    public IReadOnlyList<string> NoRules => Set.Stay is { } stay ? ClaimDecision.NoRules(stay, Place) : [];

    /// <summary>Sentences for a person: what stands in the way of working the claim out.</summary>
    public IReadOnlyList<string> Obstacles => [.. Unsaid, .. NoRules];

    public bool Waiting => Papers.Any(paper => paper.Paper.State == PaperState.Waiting);
}

/// <summary>Lays a folder open (资料袋): loads its papers with their readings.</summary>
internal sealed class PaperDesk(PaperStore papers, Originals originals, VillageDirectory villages)
{
    public async Task<OpenFolder> OpenAsync(string village, string folder, CancellationToken stop)
    {
        var rows = await papers.InFolderAsync(village, folder, stop);
        var loaded = await JoinedAsync(await Task.WhenAll(rows.Select(row => LoadAsync(row, stop))), stop);
        var place = (await villages.AllAsync(stop)).FirstOrDefault(card => card.Code == village)?.Place ?? village[..6];
        return new OpenFolder(place, loaded, PaperSet.Of([.. loaded.Where(paper => paper.Paper.State == PaperState.Read).SelectMany(Usable)]));
    }

    /// <summary>A photo that is nothing by itself may show the rest of a paper that another photo shows in part.</summary>
    async Task<DeskPaper[]> JoinedAsync(DeskPaper[] papers, CancellationToken stop)
    {
        List<DeskPaper> unfinished = [.. papers.Where(paper => paper is { Paper.State: PaperState.Read, Reading: { Quality.Readable: true } reading } && PaperSet.IsUnfinished(reading))];
        var begun = new HashSet<string>(StringComparer.Ordinal);
        List<DeskPaper> joined = [];
        foreach (var paper in papers)
            joined.Add(await WithKindAsync(paper));
        return [.. joined.Select(paper => begun.Contains(paper.Paper.Hash) ? paper with { Joined = true } : paper)];

        async Task<DeskPaper> WithKindAsync(DeskPaper paper)
        {
            if (paper is not { Paper.State: PaperState.Read, Reading: { Kind: PaperKind.Other, Quality.Readable: true } })
                return paper;
            var rest = await PagesAsync(paper.Paper, stop);
            foreach (var half in unfinished)
            {
                if (BillReader.Rest(half.Reading!, await PagesAsync(half.Paper, stop), rest) is { } reading)
                {
                    begun.Add(half.Paper.Hash);
                    return paper with { Reading = reading, Joined = true };
                }
            }
            return paper with { Piece = BillReader.MayBePiece(rest) };
        }
    }

    async Task<IReadOnlyList<RecognisedPage>> PagesAsync(Paper paper, CancellationToken stop) =>
        await originals.FindAsync(paper.Recognised, stop) is { } json ? RecognisedJson.Parse(json) : [];

    static IEnumerable<ClaimPaper> Usable(DeskPaper paper) =>
        Readings(paper).Where(reading => reading is { Quality.Readable: true, Kind: not PaperKind.Other }).Select(reading => new ClaimPaper(paper.Paper.Hash, reading));

    static IEnumerable<PaperReading> Readings(DeskPaper paper) => paper.Reading is { } reading ? [reading, .. reading.Others] : [];

    async Task<DeskPaper> LoadAsync(Paper paper, CancellationToken stop) =>
        paper.State == PaperState.Waiting || await originals.FindAsync(paper.Reading, stop) is not { } json
            ? new DeskPaper(paper, null)
            : new DeskPaper(paper, ReadingJson.Parse(json.ToMemory()));

    /// <summary>A file as the conversation shows it: one entry a paper on it, the further ones under names made from the file's. What else lies beside a paper of the claim is passed over.</summary>
    public static IReadOnlyList<PaperView> Views(DeskPaper paper)
    {
        List<PaperReading> all = [.. Readings(paper)];
        List<PaperReading> useful = [.. all.Where(IsOfClaim)];
        return all.Count == 0
            ? [new PaperView(paper.Paper.Hash, "waiting", null, null, null, null, null, []) { Turn = paper.Paper.Turn }]
            : [.. (useful.Count > 0 ? useful : all.Take(1)).Select((reading, i) => View(i == 0 ? paper.Paper.Hash : $"{paper.Paper.Hash}-{i + 1}", reading, paper) with { Turn = paper.Paper.Turn })];
    }

    /// <summary>Whether a file holds any paper of a claim.</summary>
    public static bool Counts(DeskPaper paper) => Readings(paper).Any(IsOfClaim);

    static bool IsOfClaim(PaperReading reading) => reading.Kind == PaperKind.InpatientBill || PaperSet.Required.Contains(reading.Kind);

    /// <summary>The file that an entry of <see cref="Views"/> was read from.</summary>
    public static string FileOf(string view) => view.Split('-')[0];

    static PaperView View(string name, PaperReading reading, DeskPaper paper) => new(
        name,
        !reading.Quality.Readable ? "unreadable" : paper.Piece ? "piece" : "read",
        paper.Piece ? "piece" : ReadingJson.Name(reading.Kind),
        reading.Quality.Advice,
        Value(reading, "name"),
        Value(reading, "hospital"),
        Value(reading, "total") is { } total ? Fen.TryParse(total, out var amount) ? amount.ToGroupedString() : total : null,
        [.. reading.Checks.Where(check => !check.Passed && check.Detail is not null).Select(check => check.Detail!)])
    {
        Joined = paper.Joined,
    };

    static string? Value(PaperReading reading, string field) => reading.Fields.TryGetValue(field, out var found) ? found.Value : null;
}
