using System.Text.Json;
using Shouwang.Bot;
using Shouwang.Functions.Http;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Claims;

/// <summary>Claims over HTTP: the same road as the chat.</summary>
internal static class ClaimEndpoints
{
    const int MostPhotos = 20;

    public static void MapClaims(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/villages/{village}/claims", PostAsync).Allow(Role.Officer, Role.Checker);
        app.MapGet("/api/villages/{village}/claims", ListAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost("/api/villages/{village}/claims/search", SearchAsync).Allow(Role.Officer, Role.Checker);
        app.MapGet("/api/villages/{village}/claims/{claim}", GetAsync).Allow(Role.Officer, Role.Checker);
        app.MapGet("/api/villages/{village}/claims/{claim}/record", RecordAsync).Allow(Role.Officer, Role.Checker);
        app.MapFolders();
        app.MapClaimPapers();
        app.MapClaimMoves();
    }

    static async Task<IResult> PostAsync(string village, HttpContext http, ClaimIntake intake, FolderDesk folders, VillageStore villages, ClaimAnswer answer, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        if (http.Request.HasFormContentType)
        {
            var folder = await folders.NewAsync(village, await PhotosAsync(http.Request, stop), http.Actor(), stop);
            return Accepted(village, folder);
        }

        var (claim, before) = await intake.FactsAsync(village, await JsonInput.ReadAsync(http.Request, stop), http.Actor(), stop);
        return await answer.OfAsync(claim, http.Actor(), before ? StatusCodes.Status200OK : StatusCodes.Status201Created, stop);
    }

    internal static async Task<IReadOnlyList<BinaryData>> PhotosAsync(HttpRequest request, CancellationToken stop)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(stop);
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(Problem.BadRequest("form-malformed", "上传的内容不完整。请重新上传。"));
        }

        if (form.Files.Count is 0 or > MostPhotos)
            throw new ProblemException(Problem.BadRequest("photo-count", $"请上传 1 到 {MostPhotos} 张照片。"));
        var photos = new List<BinaryData>();
        foreach (var file in form.Files)
        {
            await using var stream = file.OpenReadStream();
            var bytes = await BinaryData.FromStreamAsync(stream, stop);
            if (PictureFile.Look(bytes) is var verdict and not PictureVerdict.Fine)
                throw new ProblemException(Problem.BadRequest($"photo-{Code(verdict)}", $"第 {photos.Count + 1} 张{Remedy(verdict)}", $"photos[{photos.Count}]"));
            photos.Add(bytes);
        }

        return photos;
    }

    internal static IResult Accepted(string village, string folder) => JsonText.Answer(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("claim", folder);
            writer.WriteString("state", "reading");
            writer.WriteString("location", $"/api/villages/{village}/claims/{folder}");
            writer.WriteEndObject();
        },
        StatusCodes.Status202Accepted);

    /// <summary>Newest first. Filters by query: state (several with commas), disease, from and to (day of discharge), mine (what waits for the caller); size and after for the next page.</summary>
    static Task<IResult> ListAsync(string village, HttpContext http, VillageStore villages, ClaimStore claims, ClaimAnswer answer, TimeProvider clock, CancellationToken stop) =>
        ShowAsync(village, ClaimQuery.Read(http.Request.Query), http, villages, claims, answer, clock.Today(), stop);

    /// <summary>As the list, and by name, which stands in the body.</summary>
    static async Task<IResult> SearchAsync(string village, HttpContext http, VillageStore villages, ClaimStore claims, ClaimAnswer answer, TimeProvider clock, CancellationToken stop) =>
        await ShowAsync(village, ClaimQuery.Read(await JsonInput.ReadAsync(http.Request, stop), http.Request.Query), http, villages, claims, answer, clock.Today(), stop);

    static async Task<IResult> ShowAsync(string village, ClaimQuery asked, HttpContext http, VillageStore villages, ClaimStore claims, ClaimAnswer answer, DateOnly today, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is not { } about)
            return VillageEndpoints.Unknown();
        var hand = ClaimWorkflow.HandOf(http.Actor());
        var found = (await claims.InVillageAsync(village, stop)).Where(claim => asked.Fits(claim, hand, today)).ToList();
        var from = asked.After is null ? 0 : found.FindIndex(claim => claim.Id == asked.After) + 1;
        var page = found.Skip(from).Take(asked.Size).ToList();
        var loaded = await Task.WhenAll(page.Select(claim => claims.FindAsync(village, claim.Id, stop)));
        var shown = await Task.WhenAll(loaded.Select(claim => answer.WriterAsync(claim!, about, http.Actor(), stop)));
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", found.Count);
            writer.WriteStartArray("claims");
            foreach (var write in shown)
                write(writer);
            writer.WriteEndArray();
            if (from + page.Count < found.Count)
                writer.WriteString("next", page[^1].Id);
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> GetAsync(string village, string claim, HttpContext http, ClaimStore claims, FolderStore folders, PaperDesk desk, ClaimAnswer answer, CancellationToken stop)
    {
        var folder = await folders.FindAsync(village, claim, stop);
        if (await claims.FindAsync(village, folder?.Claim ?? claim, stop) is { } found)
            return await answer.OfAsync(found, http.Actor(), StatusCodes.Status200OK, stop);
        var open = await desk.OpenAsync(village, claim, stop);
        return open.Papers.Count == 0 ? Unknown() : JsonText.Answer(writer => Write(writer, claim, open));
    }

    /// <summary>A folder that is still being read or lacks papers.</summary>
    static void Write(Utf8JsonWriter writer, string folder, OpenFolder open)
    {
        writer.WriteStartObject();
        writer.WriteString("claim", folder);
        writer.WriteStartArray("papers");
        foreach (var paper in open.Papers)
        {
            writer.WriteStartObject();
            writer.WriteString("hash", paper.Paper.Hash);
            writer.WriteString("state", PaperDesk.Views(paper)[0].State);
            if (paper.Reading is { } reading)
            {
                writer.WritePropertyName("reading");
                ReadingJson.Write(writer, reading);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        FolderEndpoints.Write(writer, open);
        writer.WriteEndObject();
    }

    static async Task<IResult> RecordAsync(string village, string claim, ClaimStore claims, CancellationToken stop) =>
        await claims.RecordAsync(village, claim, stop) is { } record ? Results.Bytes(record.ToArray(), "application/json") : Unknown();

    internal static Problem Unknown() => Problem.NotFound("claim-unknown", "没有这笔申请。请核对申请编号。");

    /// <summary>Stable code of a verdict.</summary>
    internal static string Code(PictureVerdict verdict) => verdict switch
    {
        PictureVerdict.Fine => "fine",
        PictureVerdict.Empty => "empty",
        PictureVerdict.NotAPicture => "not-a-picture",
        PictureVerdict.Damaged => "damaged",
        PictureVerdict.TooLarge => "too-large",
        PictureVerdict.TooManyPixels => "too-many-pixels",
        PictureVerdict.TooSmall => "too-small",
        PictureVerdict.SentBefore => "sent-before",
        PictureVerdict.NotDelivered => "not-delivered",
        PictureVerdict.Recording => "recording",
        PictureVerdict.NoPaper => "no-paper",
    };

    /// <summary>What is wrong and what to do, to stand after "第 2 张" or "这张".</summary>
    internal static string Remedy(PictureVerdict verdict) => verdict switch
    {
        PictureVerdict.Fine => "可以用。",
        PictureVerdict.Empty => "是空文件，里面什么都没有。请重新上传。",
        PictureVerdict.NotAPicture => "不是照片。请上传照片（JPG、PNG、WebP、HEIC）或者 PDF。",
        PictureVerdict.Damaged => "没有存完整，打不开。请重新拍一张再上传。",
        PictureVerdict.TooLarge => "超过 20 MB。请用手机普通画质重拍，或者先压缩再上传。",
        PictureVerdict.TooManyPixels => "尺寸太大。照片请用手机普通画质重拍，长截图请分成几张截。",
        PictureVerdict.TooSmall => "太小，看不清字。请上传原图。",
        PictureVerdict.SentBefore => "已经上传过了。",
        PictureVerdict.NotDelivered => "没有收到。请重新上传。",
        PictureVerdict.Recording => "是录音或者视频。请上传照片（JPG、PNG、WebP、HEIC）或者 PDF。",
        PictureVerdict.NoPaper => "不是单据。请上传照片（JPG、PNG、WebP、HEIC）或者 PDF。",
    };
}
