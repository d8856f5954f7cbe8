using System.Text.Json;
using Shouwang.Bot;
using Shouwang.Functions.Http;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Claims;

/// <summary>Claims over HTTP: the same road as the chat.</summary>
internal static class ClaimEndpoints
{
    const int MostPhotos = 20;

    public static void MapClaims(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/villages/{village}/claims", PostAsync);
        app.MapGet("/api/villages/{village}/claims", ListAsync);
        app.MapGet("/api/villages/{village}/claims/{claim}", GetAsync);
        app.MapGet("/api/villages/{village}/claims/{claim}/record", RecordAsync);
        app.MapGet("/api/villages/{village}/claims/{claim}/papers/{paper}", PaperAsync);
        app.MapPut("/api/villages/{village}/claims/{claim}/disease", DiseaseAsync);
    }

    static async Task<IResult> PostAsync(string village, HttpRequest request, ClaimIntake intake, VillageStore villages, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        if (request.HasFormContentType)
        {
            var folder = await intake.PhotosAsync(village, await PhotosAsync(request, stop), stop);
            return Accepted(village, folder);
        }

        var (claim, before) = await intake.FactsAsync(village, await JsonInput.ReadAsync(request, stop), stop);
        return Shown(claim, before ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    static async Task<IReadOnlyList<BinaryData>> PhotosAsync(HttpRequest request, CancellationToken stop)
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

    static IResult Accepted(string village, string folder) => JsonText.Answer(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("claim", folder);
            writer.WriteString("state", "reading");
            writer.WriteString("location", $"/api/villages/{village}/claims/{folder}");
            writer.WriteEndObject();
        },
        StatusCodes.Status202Accepted);

    static async Task<IResult> ListAsync(string village, VillageStore villages, ClaimStore claims, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var all = await claims.InVillageAsync(village, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("claims");
            foreach (var claim in all)
                JsonSerializer.Serialize(writer, claim, ClaimJson.Default.Claim);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> GetAsync(string village, string claim, ClaimStore claims, FolderStore folders, PaperDesk desk, CancellationToken stop)
    {
        var folder = await folders.FindAsync(village, claim, stop);
        if (await claims.FindAsync(village, folder?.Claim ?? claim, stop) is { } found)
            return Shown(found, StatusCodes.Status200OK);
        var open = await desk.OpenAsync(village, claim, stop);
        return open.Papers.Count == 0 ? Unknown() : JsonText.Answer(writer => Write(writer, claim, open));
    }

    /// <summary>A folder that is still being read or lacks papers.</summary>
    static void Write(Utf8JsonWriter writer, string folder, OpenFolder open)
    {
        writer.WriteStartObject();
        writer.WriteString("claim", folder);
        writer.WriteString("state", open.Waiting ? "reading" : "incomplete");
        writer.WriteStartArray("papers");
        foreach (var paper in open.Papers)
        {
            writer.WriteStartObject();
            writer.WriteString("hash", paper.Paper.Hash);
            writer.WriteString("state", PaperDesk.View(paper).State);
            if (paper.Reading is { } reading)
            {
                writer.WritePropertyName("reading");
                ReadingJson.Write(writer, reading);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("missing");
        foreach (var kind in open.Set.Missing)
            writer.WriteStringValue(kind);
        writer.WriteEndArray();
        writer.WriteStartArray("conflicts");
        foreach (var conflict in open.Disagreements.Concat(open.Obstacles))
            writer.WriteStringValue(conflict);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static async Task<IResult> PaperAsync(string village, string claim, string paper, ClaimStore claims, Originals originals, CancellationToken stop) =>
        await claims.FindAsync(village, claim, stop) is { } found
        && found.Papers.FirstOrDefault(candidate => candidate.Hash == paper) is { } kept
        && await originals.FindAsync(kept.Original, stop) is { } bytes
            ? Results.Bytes(bytes.ToArray(), PictureFile.MediaType(bytes))
            : Unknown();

    static async Task<IResult> RecordAsync(string village, string claim, ClaimStore claims, CancellationToken stop) =>
        await claims.RecordAsync(village, claim, stop) is { } record ? Results.Bytes(record.ToArray(), "application/json") : Unknown();

    /// <summary>An officer chooses the disease where the diagnosis was not sure, or corrects it.</summary>
    static async Task<IResult> DiseaseAsync(string village, string claim, HttpRequest request, ClaimDesk desk, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(request, stop);
        return await desk.ChooseAsync(village, claim, body.Text("entry", 10), stop) is { } corrected
            ? Shown(corrected, StatusCodes.Status200OK)
            : Unknown();
    }

    static IResult Shown(Claim claim, int status) => JsonText.Answer(writer => JsonSerializer.Serialize(writer, claim, ClaimJson.Default.Claim), status);

    static Problem Unknown() => Problem.NotFound("claim-unknown", "没有这笔申请。请核对申请编号。");

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
        PictureVerdict.Pdf => "pdf",
        PictureVerdict.Heic => "heic",
        PictureVerdict.SentBefore => "sent-before",
    };

    /// <summary>What is wrong and what to do, to stand after "第 2 张" or "这张".</summary>
    internal static string Remedy(PictureVerdict verdict) => verdict switch
    {
        PictureVerdict.Fine => "可以用。",
        PictureVerdict.Empty => "是空文件，里面什么都没有。请重新上传。",
        PictureVerdict.NotAPicture => "不是照片。请上传 JPG、PNG 或 WebP 格式的照片。",
        PictureVerdict.Damaged => "没有存完整，打不开。请重新拍一张再上传。",
        PictureVerdict.TooLarge => "超过 20 MB。请用手机普通画质重拍，或者先压缩再上传。",
        PictureVerdict.TooManyPixels => "尺寸太大。请用手机普通画质重拍。",
        PictureVerdict.TooSmall => "太小，看不清字。请上传原图。",
        PictureVerdict.Pdf => "是 PDF 文件。请打开它，截图或拍照后再上传。",
        PictureVerdict.Heic => "是苹果手机的 HEIC 格式。请在手机设置里把相机格式改成“兼容性最佳”，或者截图后再上传。",
        PictureVerdict.SentBefore => "已经上传过了。",
    };
}
