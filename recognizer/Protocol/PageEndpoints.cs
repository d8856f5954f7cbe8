using Shouwang.Recognizer.Pictures;
using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Protocol;

/// <summary>Two calls beside the protocol, for whoever shows a file that no browser opens: one page as a JPEG, and a first look at all. Nothing is kept.</summary>
static class PageEndpoints
{
    const int LongestSide = 2400;
    const int LongestOfLong = 16_000;
    const int Quality = 85;
    const int MostWaiting = 4;

    /// <summary>One file at a time, so that their memory counts once, and few that wait with their bytes.</summary>
    static readonly SemaphoreSlim s_turn = new(1);
    static int s_waiting;

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/pages/{number:int}", (int number, HttpContext http, CancellationToken stop) => InTurnAsync(http, file => DrawAsync(file, number, stop)));
        routes.MapPost("/looks", (HttpContext http, CancellationToken stop) => InTurnAsync(http, file => LookAsync(file, stop)));
    }

    /// <summary>Places in an analysis of the same file fit this picture, enlarged or shrunk to the page's sides told there.</summary>
    static async Task<IResult> DrawAsync(byte[] file, int number, CancellationToken stop) =>
        await DocumentPictures.OneAsync(file, number, stop) is { } page
            ? Results.Bytes(Leptonica.Jpeg(page, LongPicture.Is(page.Width, page.Height) ? LongestOfLong : LongestSide, Quality), "image/jpeg")
            : new RefusalResult(new Refusal(StatusCodes.Status404NotFound, new("NotFound", "The file has no page of this number.")));

    static async Task<IResult> LookAsync(byte[] file, CancellationToken stop) =>
        Results.Json(new LookBody([.. (await DrawnLook.FaultsAsync(file, stop)).Select(fault => fault.ToString())]), WireJson.Plain.LookBody);

    static async Task<IResult> InTurnAsync(HttpContext http, Func<byte[], Task<IResult>> answer)
    {
        if (Interlocked.Increment(ref s_waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref s_waiting);
            return new RefusalResult(Refusal.Busy());
        }
        try
        {
            var (file, unread) = await AnalyzeBody.ReadAsync(http.Request);
            if (file is null)
                return new RefusalResult(unread!);
            await s_turn.WaitAsync(http.RequestAborted);
            try
            {
                return await answer(file);
            }
            finally
            {
                GC.Collect(); // few large arrays, as with a page that is read
                s_turn.Release();
            }
        }
        catch (PictureRefusedException refused)
        {
            return new RefusalResult(refused.ToRefusal());
        }
        finally
        {
            Interlocked.Decrement(ref s_waiting);
        }
    }
}

/// <summary>What a first look saw: names of <see cref="Shared.Pictures.PictureFault"/>.</summary>
sealed record LookBody(IReadOnlyList<string> Faults);
