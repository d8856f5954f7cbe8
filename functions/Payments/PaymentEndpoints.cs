using System.Text.Json;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Payments;

/// <summary>Payment lists for the bank: what can be paid, lists made, what became of them.</summary>
internal static class PaymentEndpoints
{
    const int MostReason = 100;

    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddSingleton(provider => new PaymentListStore(provider.GetRequiredService<TableServiceClient>().GetTableClient(ClaimStore.Table)))
        .AddSingleton<PaymentDesk>();

    public static void MapPayments(this IEndpointRouteBuilder app)
    {
        const string At = "/api/villages/{village}/payment-lists";
        var payments = app.MapGroup("").AddEndpointFilter<VillageExists>().Allow(Role.Officer, Role.Checker);
        payments.MapGet(At, AllAsync);
        payments.MapPost(At, MakeAsync);
        payments.MapGet(At + "/{list}", OneAsync);
        payments.MapPost(At + "/{list}/outcome", SettleAsync);
        payments.MapGet(At + "/{list}/file", FileAsync);
    }

    /// <summary>What can be paid now, what cannot yet and why, and the lists made so far.</summary>
    static async Task<IResult> AllAsync(string village, HttpContext http, PaymentDesk desk, PaymentListStore lists, VillageStore villages, CancellationToken stop)
    {
        var payable = await desk.PayableAsync((await villages.FindAsync(village, stop))!, http.Actor(), stop);
        var (all, waiting) = (await lists.AllAsync(village, stop), await desk.WaitingAsync(village, stop));
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("most", PaymentDesk.MostLines);
            writer.WriteStartArray("payable");
            foreach (var (claim, tail, blocked) in payable)
            {
                writer.WriteStartObject();
                writer.WriteString("claim", claim.Id);
                writer.WriteString("person", claim.Person);
                if (tail is not null)
                    writer.WriteString("tail", tail);
                writer.WriteString("amount", claim.Progress!.Due.ToString());
                writer.WriteBoolean("ready", blocked is null);
                if (blocked is not null)
                    writer.WriteString("detail", blocked);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("lists");
            foreach (var list in all)
            {
                writer.WriteStartObject();
                Head(writer, list);
                writer.WriteNumber("count", list.Lines.Count);
                writer.WriteNumber("waiting", waiting[list.Number].Count());
                writer.WriteString("waitingAmount", waiting[list.Number].Aggregate(Fen.Zero, (sum, amount) => sum + amount).ToString());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> MakeAsync(string village, HttpContext http, PaymentDesk desk, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        var wanted = new List<(string Claim, Fen Amount)>();
        foreach (var line in body.Objects("claims").Take(PaymentDesk.MostLines + 1))
        {
            var claim = line.Text("claim", 32);
            if (wanted.Exists(one => one.Claim == claim))
                throw line.Fault("claim", "claim-twice", "这笔申请写了两遍，请删掉一个");
            wanted.Add((claim, line.Amount("amount")));
        }

        if (wanted.Count is 0 or > PaymentDesk.MostLines)
            throw body.Fault("claims", "claim-count", $"一张清单要有 1 到 {PaymentDesk.MostLines} 笔，再多请分几张做");
        var (list, before) = await desk.MakeAsync(village, wanted, http.Actor(), body.OptionalText("key", 60), stop);
        return await AnswerAsync(list, [], desk, before ? StatusCodes.Status200OK : StatusCodes.Status201Created, stop);
    }

    static async Task<IResult> OneAsync(string village, string list, PaymentListStore lists, PaymentDesk desk, CancellationToken stop) =>
        await lists.FindAsync(village, list, stop) is { } found ? await AnswerAsync(found, [], desk, StatusCodes.Status200OK, stop) : Unknown();

    /// <summary>What became of lines: paid by the bank, or not, with the reason.</summary>
    static async Task<IResult> SettleAsync(string village, string list, HttpContext http, PaymentListStore lists, PaymentDesk desk, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        if (await lists.FindAsync(village, list, stop) is not { } found)
            return Unknown();
        var said = new List<SaidOutcome>();
        foreach (var line in body.Objects("paid"))
            said.Add(new SaidOutcome(Of(line), Words: null));
        foreach (var line in body.Objects("back"))
            said.Add(new SaidOutcome(Of(line), line.Text("words", MostReason)));
        return said.Count == 0 ? throw body.Fault("paid", "missing", "没有写发成了哪几笔，或者哪几笔没发成")
            : await AnswerAsync(found, await desk.SettleAsync(found, said, http.Actor(), stop), desk, StatusCodes.Status200OK, stop);

        string Of(JsonInput line)
        {
            var claim = line.Text("claim", 32);
            if (found.Lines.All(one => one.Claim != claim))
                throw line.Fault("claim", "not-on-list", "这笔申请不在这张清单里");
            return said.TrueForAll(one => one.Claim != claim) ? claim : throw line.Fault("claim", "claim-twice", "这笔申请写了两遍，请删掉一个");
        }
    }

    /// <summary>The list as a workbook to sign, or as bare rows that a bank's page takes in (csv).</summary>
    static async Task<IResult> FileAsync(string village, string list, HttpRequest request, PaymentListStore lists, CancellationToken stop)
    {
        if (await lists.FindAsync(village, list, stop) is not { } found)
            return Unknown();
        return request.Query["format"].ToString() switch
        {
            "xlsx" => Results.Bytes(PaymentSheet.Workbook(found), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "csv" => Results.Bytes(PaymentSheet.Rows(found), "text/csv; charset=utf-8"),
            _ => Problem.BadRequest("format-unknown", "format 要写 xlsx 或者 csv。", "format"),
        };
    }

    static async Task<IResult> AnswerAsync(PaymentList list, IReadOnlyList<NotWritten> not, PaymentDesk desk, int status, CancellationToken stop)
    {
        var outcomes = await desk.OutcomesAsync(list, stop);
        return JsonText.Answer(
            writer =>
            {
                writer.WriteStartObject();
                Head(writer, list);
                writer.WriteString("villageName", list.VillageName);
                writer.WriteString("inWords", CapitalNumeral.Write(list.Total));
                writer.WriteStartArray("lines");
                foreach (var (line, outcome) in list.Lines.Zip(outcomes))
                {
                    writer.WriteStartObject();
                    writer.WriteString("claim", line.Claim);
                    writer.WriteString("person", line.Person);
                    if (line.Tail is not null)
                        writer.WriteString("tail", line.Tail);
                    writer.WriteString("amount", line.Amount.ToString());
                    writer.WriteString("purpose", line.Purpose);
                    writer.WriteString("state", outcome.State);
                    if (outcome.At is { } at)
                        writer.WriteString("at", at);
                    if (outcome.By is { } by)
                        writer.WriteString("by", by);
                    if (outcome.Words is { } words)
                        writer.WriteString("words", words);
                    if (not.FirstOrDefault(one => one.Claim == line.Claim) is { } refused)
                        writer.WriteString("detail", refused.Detail);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            },
            status);
    }

    static void Head(Utf8JsonWriter writer, PaymentList list)
    {
        writer.WriteString("list", list.Number);
        writer.WriteString("at", list.At);
        writer.WriteString("by", list.ByName);
        writer.WriteString("total", list.Total.ToString());
    }

    static Problem Unknown() => Problem.NotFound("list-unknown", "没有这张代发清单。请核对编号。");
}
