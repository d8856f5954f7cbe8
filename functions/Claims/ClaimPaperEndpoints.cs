using System.Globalization;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage;
using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Claims;

/// <summary>The papers of a claim for whoever compares them: the picture, and beside it what was read where.</summary>
internal static class ClaimPaperEndpoints
{
    const string Papers = "/api/villages/{village}/claims/{claim}/papers";

    public static void MapClaimPapers(this IEndpointRouteBuilder app)
    {
        var papers = app.MapGroup(Papers).Allow(Role.Officer, Role.Checker);
        papers.MapGet("/{paper}", PictureAsync);
        papers.MapGet("/{paper}/pages/{page}", PageAsync);
        papers.MapGet("/{paper}/reading", ReadingAsync);
    }

    static async Task<IResult> PictureAsync(string village, string claim, string paper, HttpContext http, ClaimStore claims, PaperDesk desk, Originals originals, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return await KeptAsync(village, claim, paper, claims, desk, stop) is { } kept && await originals.FindAsync(kept.Original, stop) is { } bytes
            ? Results.Bytes(bytes.ToArray(), PictureFile.MediaType(bytes))
            : ClaimEndpoints.Unknown();
    }

    /// <summary>A page as any browser shows it, standing as the places of a reading are told.</summary>
    static async Task<IResult> PageAsync(string village, string claim, string paper, string page, HttpContext http, ClaimStore claims, PaperDesk desk, PaperPages pages, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (await KeptAsync(village, claim, paper, claims, desk, stop) is not { } kept)
            return ClaimEndpoints.Unknown();
        try
        {
            return await pages.FindAsync(kept.Original, int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, stop) is var (picture, type)
                ? Results.Bytes(picture.ToArray(), type)
                : Problem.NotFound("page-not-shown", "这一页在这里显示不了。请打开原来的文件看。");
        }
        catch (RecogniserDownException)
        {
            return new Problem(StatusCodes.Status503ServiceUnavailable, "recogniser-down", "识别服务现在连不上。请过几分钟再试。");
        }
    }

    /// <summary>Places ("where") are corners in pixels of the upright picture: turn the picture back by "quarterTurns" quarter turns, then they fit a picture of "width" by "height".</summary>
    static async Task<IResult> ReadingAsync(string village, string claim, string paper, ClaimStore claims, PaperDesk desk, Originals originals, CancellationToken stop)
    {
        if (await KeptAsync(village, claim, paper, claims, desk, stop) is not { } kept || await originals.FindAsync(Reading(kept), stop) is not { } json)
            return ClaimEndpoints.Unknown();
        var reading = ReadingJson.Parse(json.ToMemory());
        if (reading.Kind == PaperKind.Other && kept.Kind != ReadingJson.Name(PaperKind.Other))
            reading = await BesideItsOtherHalfAsync(village, claim, kept, claims, desk, stop) ?? reading;
        var pages = await originals.FindAsync(Recognised(kept), stop) is { } recognised ? RecognisedJson.Parse(recognised) : [];
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("picture", $"/api/villages/{village}/claims/{claim}/papers/{paper}");
            writer.WriteStartArray("pages");
            foreach (var page in pages)
            {
                writer.WriteStartObject();
                writer.WriteNumber("width", page.Width);
                writer.WriteNumber("height", page.Height);
                writer.WriteNumber("quarterTurns", page.QuarterTurns);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WritePropertyName("reading");
            ReadingJson.Write(writer, reading);
            writer.WriteEndObject();
        });
    }

    /// <summary>What a half of a paper says that is told by nothing alone; null where the other half is gone.</summary>
    static async Task<PaperReading?> BesideItsOtherHalfAsync(string village, string claim, ClaimOriginal kept, ClaimStore claims, PaperDesk desk, CancellationToken stop) =>
        await claims.FindAsync(village, claim, stop) is { } found
            ? (await desk.OpenAsync(village, found.Folder, stop)).Papers.FirstOrDefault(paper => paper.Paper.Hash == kept.Hash)?.Reading
            : null;

    /// <summary>A paper of the claim, or of a folder that staff handed in and that is no claim yet.</summary>
    static async Task<ClaimOriginal?> KeptAsync(string village, string claim, string paper, ClaimStore claims, PaperDesk desk, CancellationToken stop) =>
        !FolderStore.IsOfDesk(claim) ? (await claims.FindAsync(village, claim, stop))?.Papers.FirstOrDefault(candidate => candidate.Hash == paper)
        : (await desk.OpenAsync(village, claim, stop)).Papers.FirstOrDefault(candidate => candidate.Paper.Hash == paper) is { } found
            ? new ClaimOriginal(paper, ReadingJson.Name(found.Reading?.Kind ?? PaperKind.Other), found.Paper.Original)
            : null;

    static string Reading(ClaimOriginal paper) => paper.Original + ".reading.json";

    static string Recognised(ClaimOriginal paper) => paper.Original + ".recognised.json";
}
