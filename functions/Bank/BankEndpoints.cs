using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Security;
using Shouwang.Functions.Sheets;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Bank;

/// <summary>Bank statements held against the ledger.</summary>
internal static class BankEndpoints
{
    /// <summary>Rows that a person can hold together with another.</summary>
    const int MostWith = 10;

    public static IServiceCollection AddBank(this IServiceCollection services) => services
        .AddSingleton(provider => new BankStore(provider.GetRequiredService<TableServiceClient>().GetTableClient(LedgerStore.Table), provider.GetRequiredService<Keys>()))
        .AddSingleton<BankDesk>();

    public static void MapBank(this IEndpointRouteBuilder app)
    {
        const string At = "/api/villages/{village}/bank";
        var bank = app.MapGroup("").AddEndpointFilter<VillageExists>();
        bank.MapPost(At + "/statement", ImportAsync).Allow(Role.Officer).WithMetadata(SheetFile.Limit);
        bank.MapGet(At + "/open", OpenAsync).Allow(Role.Officer, Role.Checker);
        bank.MapPost(At + "/rows/{row}/confirm", ConfirmAsync).Allow(Role.Officer, Role.Checker);
        bank.MapPost(At + "/rows/{row}/part", PartAsync).Allow(Role.Officer, Role.Checker);
    }

    static async Task<IResult> ImportAsync(string village, HttpRequest request, BankDesk desk, CancellationToken stop)
    {
        var result = await desk.ImportAsync(village, await SheetFile.ReadAsync(request, stop), stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("rows", result.Rows);
            writer.WriteNumber("new", result.New);
            writer.WriteNumber("confirmed", result.Confirmed);
            SheetFaults.Write(writer, "bad", result.Bad);
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> OpenAsync(string village, BankDesk desk, CancellationToken stop)
    {
        var (rows, entries, confirmed) = await desk.OpenAsync(village, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("rows");
            foreach (var (row, candidates, lists, opposite) in rows)
            {
                writer.WriteStartObject();
                Write(writer, row);
                Write(writer, "candidates", candidates);
                writer.WriteStartArray("lists");
                foreach (var (list, paid, returned) in lists)
                {
                    writer.WriteStartObject();
                    writer.WriteString("list", list);
                    Write(writer, "entries", paid);
                    Write(writer, "returned", returned);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                Write(writer, "opposite", opposite);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            Write(writer, "entries", entries);
            writer.WriteStartArray("confirmed");
            foreach (var row in confirmed)
            {
                writer.WriteStartObject();
                Write(writer, row);
                writer.WriteStartArray("entries");
                foreach (var number in row.Entries)
                    writer.WriteNumberValue(number);
                writer.WriteEndArray();
                writer.WriteStartArray("with");
                foreach (var other in row.With)
                    writer.WriteStringValue(other);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    static void Write(Utf8JsonWriter writer, KeptRow row) => Write(writer, row.Row with { Identity = row.Id });

    static void Write(Utf8JsonWriter writer, BankRow row)
    {
        writer.WriteString("row", row.Identity);
        writer.WriteString("date", row.Date.ToString("yyyy-MM-dd"));
        writer.WriteString("amount", row.Amount.ToString());
        writer.WriteString("name", row.Name);
        writer.WriteString("tail", row.Tail);
        writer.WriteString("text", row.Text);
    }

    static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<BankRow> rows)
    {
        writer.WriteStartArray(name);
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            Write(writer, row);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>
    /// A person says which entry, or which payment list as a whole, a row confirms, with the rows that brought some of it back; or that rows cancel one another.
    /// The amounts have to be the same: a difference is a matter for the ledger, not for a tick.
    /// </summary>
    static async Task<IResult> ConfirmAsync(string village, string row, HttpRequest request, BankStore store, BankDesk desk, LedgerStore ledger, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(request, stop);
        if (await store.FindAsync(village, row, stop) is not { } kept)
            return Problem.NotFound("bank-row-unknown", "没有这一行流水。请刷新后再选。");
        var rows = new List<KeptRow> { kept };
        foreach (var other in body.Objects("with").Take(MostWith))
        {
            if (await store.FindAsync(village, other.Text("row", 40), stop) is not { } found)
                return Problem.NotFound("bank-row-unknown", "没有这一行流水。请刷新后再选。");
            if (rows.TrueForAll(one => one.Id != found.Id))
                rows.Add(found);
        }

        IReadOnlyList<BankEntry> meant = [];
        if (body.OptionalText("list", 20) is { } list)
        {
            meant = await desk.OfListAsync(village, list, stop);
            if (meant.Count == 0)
                return new Problem(StatusCodes.Status409Conflict, "confirmed-otherwise", "这张代发清单里没有还没对上的账。请刷新后再看。");
        }
        else if (rows.Count == 1 || body.Element.TryGetProperty("entry", out _))
        {
            if (await ledger.FindAsync(village, Entry(body), stop) is not { } entry || BankEntry.Of(entry) is not { } moved)
                return Problem.NotFound("entry-unknown", "账本里没有这一笔，或者它不经过银行。请核对编号。");
            meant = [moved];
        }

        if (meant.Sum(entry => entry.Amount.Value) != rows.Sum(one => one.Row.Amount.Value))
            return new Problem(StatusCodes.Status409Conflict, "amount-differs", meant.Count > 0 ? "流水的金额和这笔账的金额不一样，不能对上。请先核对。" : "这几行流水一出一进，金额不一样，不能抵掉。请先核对。");
        return await store.ConfirmAsync(village, [.. rows.Select(one => one.Id)], [.. meant.Select(entry => entry.Number)], stop)
            ? Results.NoContent()
            : new Problem(StatusCodes.Status409Conflict, "confirmed-otherwise", "这行流水或者这笔账已经和别的对上了。请刷新后再看。");
    }

    /// <summary>A person says that a row was held for the wrong entry, or with the wrong rows: all are open again. Said twice, it stays so.</summary>
    static async Task<IResult> PartAsync(string village, string row, HttpRequest request, BankStore store, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(request, stop);
        long? number = body.Element.TryGetProperty("entry", out _) ? Entry(body) : null;
        if (await store.FindAsync(village, row, stop) is not { } kept)
            return Problem.NotFound("bank-row-unknown", "没有这一行流水。请刷新后再选。");
        return (kept.IsOpen && (number is null || kept.Row.PartedFrom == number)) || await store.PartAsync(village, row, number, stop)
            ? Results.NoContent()
            : new Problem(StatusCodes.Status409Conflict, "confirmed-otherwise", "这行流水现在对的不是这笔账。请刷新后再看。");
    }

    static long Entry(JsonInput body) =>
        body.Element.TryGetProperty("entry", out var said) && said.ValueKind == JsonValueKind.Number && said.TryGetInt64(out var number) && number >= 1
            ? number
            : throw body.Fault("entry", "entry-malformed", "要填账目编号");

    static void Write(Utf8JsonWriter writer, string name, IEnumerable<BankEntry> entries)
    {
        writer.WriteStartArray(name);
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteNumber("entry", entry.Number);
            writer.WriteString("date", entry.Date.ToString("yyyy-MM-dd"));
            writer.WriteString("amount", entry.Amount.ToString());
            if (entry.Name is { } named)
                writer.WriteString("name", named);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
