using Shouwang.Bot;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Http;
using Shouwang.Functions.Papers;
using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Readings;

/// <summary><c>POST /api/readings</c>: one picture in, its reading out; nothing is kept.</summary>
internal static class ReadingsEndpoint
{
    public static void MapReadings(this IEndpointRouteBuilder app) => app.MapPost("/api/readings", PostAsync);

    static async Task<IResult> PostAsync(HttpRequest request, string? kind, IRecognition recognition, FirstLook look, CancellationToken stop)
    {
        PaperKind? hint = null;
        if (kind is not null && (hint = ReadingJson.Kind(kind)) is null)
            return Problem.BadRequest("kind-unknown", "不认识这种单据。可以写：" + string.Join("、", Enum.GetValues<PaperKind>().Select(ReadingJson.Name)) + "。", "kind");
        var bytes = await BinaryData.FromStreamAsync(request.Body, stop);
        if (PictureFile.Look(bytes) is var verdict and not PictureVerdict.Fine)
            return Problem.BadRequest($"photo-{ClaimEndpoints.Code(verdict)}", "这张" + ClaimEndpoints.Remedy(verdict));
        try
        {
            var recognised = await recognition.RecogniseAsync(bytes, stop);
            if (recognised.Refusal is { } advice)
                return Problem.BadRequest("photo-damaged", advice);
            var reading = await look.AdviseAsync(PapersInFile.Read(recognised.Pages, hint), bytes, stop);
            return JsonText.Answer(writer => ReadingJson.Write(writer, reading));
        }
        catch (RecogniserDownException)
        {
            return new Problem(StatusCodes.Status503ServiceUnavailable, "recogniser-down", "识别服务现在连不上。请过几分钟再试。");
        }
    }
}
