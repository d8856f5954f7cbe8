using System.Collections.Immutable;
using Shouwang.Functions.Http;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Plans;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Association.Documents;

namespace Shouwang.Functions.Associations;

/// <summary>The association's steps, documents and charter over HTTP.</summary>
internal static class AssociationEndpoints
{
    const int MostScanBytes = 20 * 1024 * 1024;

    public static void MapAssociations(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/villages/{village}/association", GetAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost("/api/villages/{village}/association/steps", PostStepAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost("/api/villages/{village}/association/scans", PostScanAsync).Allow(Role.Officer, Role.Checker);
        app.MapGet("/api/villages/{village}/association/scans/{scan}", ScanAsync).Allow(Role.Officer, Role.Checker);
        app.MapGet("/api/villages/{village}/association/documents/{document}", DocumentAsync).Allow(Role.Officer, Role.Checker);
        app.MapGet("/api/villages/{village}/association/adopted/{document}", AdoptedAsync).OpenToAll();
    }

    static async Task<IResult> GetAsync(string village, VillageStore villages, AssociationStore store, TimeProvider clock, CancellationToken stop) =>
        await villages.FindAsync(village, stop) is { } known ? Shown(known, await store.FindAsync(village, stop), clock.Today()) : VillageEndpoints.Unknown();

    static async Task<IResult> PostStepAsync(string village, HttpContext http, AssociationDesk desk, AssociationStore store, TimeProvider clock, CancellationToken stop)
    {
        var known = await desk.RecordAsync(village, await JsonInput.ReadAsync(http.Request, stop), http.Actor(), stop);
        return Shown(known, await store.FindAsync(village, stop), clock.Today(), StatusCodes.Status201Created);
    }

    /// <summary>Keeps the scan of a signed record under the hash of its bytes; the same again is the same.</summary>
    static async Task<IResult> PostScanAsync(string village, HttpContext http, VillageStore villages, AssociationStore store, Originals originals, TimeProvider clock, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        if (http.Request.ContentLength is null or 0 or > MostScanBytes)
            throw new ProblemException(Problem.BadRequest("scan-size", "扫描件要在 20 MB 以内，不能是空文件。"));
        var bytes = await BinaryData.FromStreamAsync(http.Request.Body, stop);
        if (MediaType(bytes) is not { } type)
            throw new ProblemException(Problem.BadRequest("scan-kind", "扫描件要是 PDF、JPG、PNG 或 WebP 文件。"));
        var hash = Originals.HashOf(bytes);
        var path = await store.ScanAsync(village, hash, stop) ?? Originals.PathOf(hash, clock.GetUtcNow());
        await originals.KeepAsync(path, bytes, type, stop);
        await store.AddScanAsync(village, hash, path, stop);
        return JsonText.Answer(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("scan", hash);
                writer.WriteEndObject();
            },
            StatusCodes.Status201Created);
    }

    static async Task<IResult> ScanAsync(string village, string scan, AssociationStore store, Originals originals, CancellationToken stop) =>
        await store.ScanAsync(village, scan, stop) is { } path && await originals.FindAsync(path, stop) is { } bytes
            ? Results.Bytes(bytes.ToArray(), MediaType(bytes))
            : Problem.NotFound("scan-unknown", "没有这份扫描件。");

    /// <summary>A document ready to print, of the round going on or, by ?round=, of an earlier one; ?plan= names a plan instead.</summary>
    static async Task<IResult> DocumentAsync(string village, string document, HttpContext http, VillageStore villages, AssociationStore store, DraftStore drafts, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is not { } known)
            return VillageEndpoints.Unknown();
        if (!Document.Titles.ContainsKey(document))
            return Problem.NotFound("document-unknown", $"没有这种文书。可以要：{string.Join("、", Document.Titles.Select(title => $"{title.Key}（{title.Value}）"))}。");
        var proceedings = await store.FindAsync(village, stop);
        var round = int.TryParse(http.Request.Query["round"], out var asked) ? asked : proceedings.Round;
        var facts = await FactsAsync(known, proceedings.Of(round), http.Request.Query["plan"] is [{ Length: > 0 } name] ? name : null, drafts, stop);
        return Document.Make(document, facts, DiseaseCatalogue.Default) is { } page
            ? Results.Text(page, "text/html; charset=utf-8")
            : Problem.NotFound("plan-unknown", "还没有可以打印的方案。请先测算并保存草案，或者用 plan 指明方案。");
    }

    /// <summary>A document of the round that was adopted last, for everybody.</summary>
    static async Task<IResult> AdoptedAsync(string village, string document, VillageStore villages, AssociationStore store, DraftStore drafts, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is not { } known)
            return VillageEndpoints.Unknown();
        var proceedings = await store.FindAsync(village, stop);
        if (AdoptedDocuments.Of(proceedings).All(adopted => adopted.Name != document))
            return Problem.NotFound("document-unknown", "没有这份公开的议事文件。请从村里的公示页点开。");
        // Steps recorded before numbers were refused may still hold some.
        var steps = proceedings.Of(AdoptedDocuments.Round(proceedings)!.Value).Select(step => step with { Place = PersonalData.Mask(step.Place), Text = PersonalData.Mask(step.Text) });
        var facts = await FactsAsync(known, [.. steps], plan: null, drafts, stop);
        return Document.Make(document, facts, DiseaseCatalogue.Default) is { } page
            ? Results.Text(page, "text/html; charset=utf-8")
            : Problem.NotFound("plan-unknown", "这次议事没有涉及补助方案。");
    }

    static async Task<DocumentFacts> FactsAsync(Village village, ImmutableArray<RecordedStep> steps, string? plan, DraftStore drafts, CancellationToken stop)
    {
        var subject = steps.FirstOrDefault(step => step.Subject is not null)?.Subject;
        var name = plan ?? subject?.Plan;
        var draft = name is null ? null : await drafts.FindAsync(village.Code, name, stop);
        var input = draft is null ? village.Plans.LastOrDefault(version => name is null || version.Plan.Version == name)?.Plan : draft.Plan with { Resolution = draft.Resolution ?? "" };
        return new DocumentFacts(
            village.Name, village.Officer.Name, village.Officer.Phone, subject?.Charter ?? village.Charter,
            input?.Over(village.Code, DiseaseCatalogue.Default.Entries), draft?.Words ?? [], steps);
    }

    static IResult Shown(Village village, Proceedings proceedings, DateOnly today, int status = StatusCodes.Status200OK) => JsonText.Answer(
        writer =>
        {
            writer.WriteStartObject();
            var next = proceedings.Next(village.Charter);
            writer.WriteStartObject("next");
            writer.WriteString("step", AssociationWords.Key(next));
            writer.WriteString("name", AssociationWords.Name(next));
            writer.WriteString("advice", AssociationWords.Advice(next));
            writer.WriteEndObject();
            writer.WriteBoolean("underWay", !proceedings.IsSettled);
            writer.WriteNumber("round", proceedings.Round);
            writer.WriteStartArray("steps");
            foreach (var step in proceedings.Steps)
                StepJson.Write(writer, step);
            writer.WriteEndArray();
            writer.WriteStartArray("documents");
            foreach (var (name, title) in Document.Titles)
            {
                writer.WriteStartObject();
                writer.WriteString("document", name);
                writer.WriteString("title", title);
                writer.WriteString("location", $"/api/villages/{village.Code}/association/documents/{name}");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WritePropertyName("charter");
            CharterJson.Write(writer, village.Charter);
            writer.WriteStartArray("charterItems");
            foreach (var item in CharterWords.Items(village.Charter))
            {
                writer.WriteStartObject();
                writer.WriteString("key", item.Key);
                writer.WriteString("name", item.Name);
                writer.WriteString("text", item.Text);
                writer.WriteString("certainty", item.Certainty);
                writer.WriteString("source", item.Source);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (village.StillByPlan(today) is { } still)
                writer.WriteString("stillByPlan", still);
            writer.WriteEndObject();
        },
        status);

    static string? MediaType(BinaryData bytes) => bytes.ToMemory().Span.StartsWith("%PDF-"u8) ? "application/pdf" : PictureFile.MediaType(bytes);
}
