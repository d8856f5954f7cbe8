using System.Text;
using Shouwang.Functions.Board;
using Shouwang.Functions.Http;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Pages.Board;

/// <summary>The board's pages (公示页面): the figures, what each disease gets, and the check of one's own receipt.</summary>
internal static class BoardPages
{
    public static void MapBoardPages(this WebApplication app)
    {
        string[] reads = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/board/{village}", reads, (HttpContext http, string village, string? year, BoardPageDesk desk, CancellationToken stop) => desk.BoardAsync(http, village, year, stop));
        app.MapMethods("/board/{village}/plan", reads, (HttpContext http, string village, string? q, BoardPageDesk desk, CancellationToken stop) => desk.PlanAsync(http, village, q, stop));
        app.MapMethods("/board/{village}/proof", reads, (HttpContext http, string village, BoardPageDesk desk, CancellationToken stop) => desk.ProofAsync(http, village, stop));
    }
}

/// <summary>Loads what the board's pages show.</summary>
internal sealed class BoardPageDesk(VillageStore villages, BoardDesk boards, BoardOpenings openings, WebFiles files, TimeProvider clock)
{
    const int LongestQuestion = 60;

    DateTime Now => ChinaTime.Of(clock.GetUtcNow());

    public Task<IResult> BoardAsync(HttpContext http, string code, string? year, CancellationToken stop) => ShownAsync(http, code, async village =>
    {
        var board = await boards.MakeAsync(village, stop);
        var years = BoardSheets.Years(board.View.Figures, DateOnly.FromDateTime(Now));
        var shown = int.TryParse(year, out var asked) && years.Contains(asked) ? asked : years[0];
        return BoardHtml.Write(await openings.AddAsync(BoardSheets.Of(board, shown, Now), board, stop), PageFrame.Served(files, "assets/board.js"));
    });

    public Task<IResult> PlanAsync(HttpContext http, string code, string? question, CancellationToken stop) => ShownAsync(http, code, village =>
        Task.FromResult(PlanHtml.Write(PlanSheet.Of(village, DateOnly.FromDateTime(Now), (question ?? "").Trim() is var text && text.Length > LongestQuestion ? text[..LongestQuestion] : text), PageFrame.Served(files))));

    public Task<IResult> ProofAsync(HttpContext http, string code, CancellationToken stop) => ShownAsync(http, code, village =>
        Task.FromResult(ProofHtml.Write(village.Code, village.Name, village.Officer.Name, village.Officer.Phone, PageFrame.Served(files, "assets/proof.js"))));

    async Task<IResult> ShownAsync(HttpContext http, string code, Func<Village, Task<string>> write)
    {
        try
        {
            return await villages.FindAsync(code, http.RequestAborted) is { } village
                ? http.Page(PageFile.Of("page.html", Encoding.UTF8.GetBytes(await write(village))), PagePolicy.Written)
                : Said(http, StatusCodes.Status404NotFound, "没有这个村的公示", "请核对网址，或者重新扫村里墙上的二维码。");
        }
        catch (ProblemException problem)
        {
            return Said(http, problem.Problem.Status, "公示暂时打不开", problem.Problem.Detail);
        }
    }

    IResult Said(HttpContext http, int status, string title, string words)
    {
        http.Response.StatusCode = status;
        return http.Page(PageFile.Of("page.html", Encoding.UTF8.GetBytes(WordsHtml.Write(title, words, PageFrame.Served(files)))), PagePolicy.Written);
    }
}
