using System.Globalization;
using System.Text;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>A village's ledger for its staff: as it stands, entry by entry, as a file, verified; and the few things that are entered by hand.</summary>
internal static class LedgerEndpoints
{
    const int MostEntries = 1000;

    public static void MapLedger(this IEndpointRouteBuilder app)
    {
        const string At = "/api/villages/{village}/ledger";
        var ledger = app.MapGroup("").AddEndpointFilter<VillageExists>();
        ledger.MapGet(At, BooksAsync).Allow(Role.Officer, Role.Checker);
        ledger.MapGet(At + "/entries", EntriesAsync).Allow(Role.Officer, Role.Checker);
        ledger.MapGet(At + "/entries/{number}", EntryAsync).Allow(Role.Officer, Role.Checker);
        ledger.MapGet(At + "/export", ExportAsync).Allow(Role.Officer, Role.Checker);
        ledger.MapGet(At + "/verify", VerifyAsync).Allow(Role.Officer, Role.Checker);
        ledger.MapPost(At + "/postings", PostAsync).Allow(Role.Officer);
        ledger.MapPost(At + "/entries/{number}/reversal", ReverseAsync).Allow(Role.Checker);
        ledger.MapPost(At + "/years/{year}/close", CloseAsync).Allow(Role.Checker);
    }

    static async Task<IResult> BooksAsync(string village, LedgerStore store, ILedgerTerms terms, TimeProvider clock, CancellationToken stop)
    {
        var (books, says) = (await store.BooksAsync(village, stop), await terms.OfAsync(village, stop));
        return JsonText.Answer(writer => LedgerJson.Write(writer, books, says, clock.Today().Year));
    }

    static async Task<IResult> EntriesAsync(string village, HttpRequest request, LedgerStore store, CancellationToken stop)
    {
        var after = Query(request, "after", 0, long.MaxValue / 2);
        var limit = Query(request, "limit", 100, MostEntries);
        var entries = new List<Entry>();
        await foreach (var entry in store.EntriesAsync(village, after, (int)limit, stop))
            entries.Add(entry);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("entries");
            foreach (var entry in entries)
                LedgerJson.Write(writer, entry);
            writer.WriteEndArray();
            if (entries.Count == limit)
                writer.WriteNumber("next", entries[^1].Number);
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> EntryAsync(string village, long number, LedgerStore store, CancellationToken stop) =>
        await store.FindAsync(village, number, stop) is { } entry ? JsonText.Answer(writer => LedgerJson.Write(writer, entry)) : Unknown();

    /// <summary>The whole ledger as JSON lines, as <c>./shouwang ledger verify</c> reads it. Lines are sent as they lie there: a file of a damaged ledger shows the damage.</summary>
    static async Task ExportAsync(string village, HttpResponse response, LedgerStore store, CancellationToken stop)
    {
        var head = await store.BooksAsync(village, stop);
        response.ContentType = "application/x-ndjson";
        response.Headers.ContentDisposition = $"attachment; filename=\"ledger-{village}-{head.Number}.jsonl\"";
        await foreach (var row in store.RowsAsync(village, 0, stop))
        {
            if (LedgerRows.NumberOf(row.RowKey) > head.Number)
                break;
            await response.WriteAsync(LedgerFile.Line(row.GetString("Canonical") ?? "", row.GetString("Hash") ?? "") + "\n", Encoding.UTF8, stop);
        }

        await response.WriteAsync(LedgerFile.Head(village, head.Number, head.Hash) + "\n", Encoding.UTF8, stop);
    }

    static async Task<IResult> VerifyAsync(string village, LedgerAudit audit, CancellationToken stop)
    {
        var check = await audit.VerifyAsync(village, stop);
        return JsonText.Answer(writer => LedgerJson.Write(writer, check));
    }

    /// <summary>What no other part of the system enters: the opening balance, interest, cash to and from the bank, the fee paid.</summary>
    static async Task<IResult> PostAsync(string village, HttpContext http, LedgerStore store, TimeProvider clock, CancellationToken stop)
    {
        var posting = HandPosting.Read(await JsonInput.ReadAsync(http.Request, stop), clock.Today()) with { By = http.Actor().Id };
        return await PostedAsync(store, village, posting, stop);
    }

    static async Task<IResult> ReverseAsync(string village, long number, HttpContext http, LedgerStore store, TimeProvider clock, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        if (await store.FindAsync(village, number, stop) is not { } entry)
            return Unknown();
        // Whoever entered it does not take it back: two people.
        if (http.Actor() is { Role: not Role.Administrator } actor && actor.Id == entry.Posting.By)
            return new Problem(StatusCodes.Status403Forbidden, "same-person", "不能冲销自己记的账。请让另一位工作人员来冲销。");
        // Asked again, it is the day of the first time that counts.
        var date = body.OptionalDate("date") ?? (await store.FindAsync(village, Reversal.KeyOf(entry.Posting.Key), stop))?.Posting.Date ?? clock.Today();
        return await PostedAsync(store, village, Refusals.Tried(() => Reversal.Of(entry.Posting, date, body.Text("reason", 60))) with { By = http.Actor().Id }, stop);
    }

    static async Task<IResult> CloseAsync(string village, int year, HttpContext http, LedgerStore store, TimeProvider clock, CancellationToken stop)
    {
        if (await store.FindAsync(village, $"year-end|{year}", stop) is { } closed)
            return Shown(closed, true);
        if (new DateOnly(Math.Clamp(year, 1, 9999), 12, 31) > clock.Today())
            return new Problem(StatusCodes.Status409Conflict, "year-not-over", $"{year} 年还没有过完，不能结转。");
        var books = await store.BooksAsync(village, stop);
        return await PostedAsync(store, village, Refusals.Tried(() => YearEnd.Close(books, year)) with { By = http.Actor().Id }, stop);
    }

    static async Task<IResult> PostedAsync(LedgerStore store, string village, Posting posting, CancellationToken stop)
    {
        var posted = (await store.PostManyAsync(village, [posting], stop))[0];
        return posted.Refusal is { } refusal ? refusal : Shown(posted.Entry!, posted.Before);
    }

    static IResult Shown(Entry entry, bool before) =>
        JsonText.Answer(writer => LedgerJson.Write(writer, entry, before), before ? StatusCodes.Status200OK : StatusCodes.Status201Created);

    static Problem Unknown() => Problem.NotFound("entry-unknown", "账本里没有这一笔。请核对编号。");

    static long Query(HttpRequest request, string name, long usual, long most) =>
        request.Query[name].ToString() is not { Length: > 0 } text ? usual
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw new ProblemException(Problem.BadRequest("query-malformed", $"{name} 要填 0 到 {most} 的整数。", name));
}
