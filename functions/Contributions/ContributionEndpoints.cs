using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Members;
using Shouwang.Functions.Security;
using Shouwang.Functions.Sheets;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Contributions;

/// <summary>Money in: from members, the collective and givers, with receipts.</summary>
internal static class ContributionEndpoints
{
    const int MostPeople = 20;

    public static void MapContributions(this IEndpointRouteBuilder app)
    {
        const string At = "/api/villages/{village}/contributions";
        var money = app.MapGroup("").AddEndpointFilter<VillageExists>();
        money.MapGet(At, ListAsync).Allow(Role.Officer, Role.Checker);
        money.MapPost(At, TakeAsync).Allow(Role.Officer);
        money.MapPost(At + "/collective", CollectiveAsync).Allow(Role.Officer);
        money.MapPost(At + "/gifts", GiftAsync).Allow(Role.Officer);
        money.MapPost(At + "/import", ImportAsync).Allow(Role.Officer).WithMetadata(SheetFile.Limit);
        money.MapGet(At + "/receipts/{entry}", ReceiptAsync).Allow(Role.Officer, Role.Checker);
    }

    /// <summary>Who has paid for a year and who has not.</summary>
    static async Task<IResult> ListAsync(string village, HttpRequest request, LedgerStore ledger, MemberStore members, TimeProvider clock, CancellationToken stop)
    {
        var today = clock.Today();
        var year = int.TryParse(request.Query["year"], out var asked) ? asked : today.Year;
        var paid = await ledger.KnownAsync(village, $"contribution|{year}|", stop);
        var takenBack = await ledger.KnownAsync(village, Reversal.KeyOf($"contribution|{year}|"), stop);
        var havePaid = paid.Keys.Where(key => !takenBack.ContainsKey(Reversal.KeyOf(key))).Select(key => key.Split('|')[2]).ToHashSet(StringComparer.Ordinal);
        var all = (await members.AllAsync(village, stop)).Where(member => member.In(year)).ToList();
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("year", year);
            writer.WriteNumber("members", all.Count);
            writer.WriteNumber("paid", all.Count(member => havePaid.Contains(member.Id)));
            writer.WriteStartArray("unpaid");
            foreach (var member in all.Where(member => !havePaid.Contains(member.Id)))
            {
                writer.WriteStartObject();
                writer.WriteString("member", member.Id);
                writer.WriteString("name", member.Name);
                writer.WriteString("tail", member.Tail);
                if (member.Household is { } household)
                    writer.WriteString("household", household);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>A household at once.</summary>
    static async Task<IResult> TakeAsync(string village, HttpContext http, ContributionDesk desk, MemberStore members, Keys keys, TimeProvider clock, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        var (year, date, payer, to) = (Year(body), Date(body, clock), body.OptionalText("payer", 60), HandPosting.Purse(body));
        var household = new List<Contribution>();
        foreach (var person in body.Objects("people").Take(MostPeople + 1))
        {
            var id = person.OptionalText("member", 32) ?? keys.Pseudonym(person.Text("idNumber", 18));
            var member = await members.FindAsync(village, id, stop) ?? throw person.Fault("idNumber", "member-unknown", "在名册里没有找到。请先登记入会，或者核对号码");
            if (ContributionDesk.Gone(member, year) is { } gone)
                throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "member-left", $"{MaskedName.Of(member.Name)}：{gone}"));
            if (household.Exists(one => one.Member.Id == id))
                throw person.Fault("idNumber", "person-twice", "这个人写了两遍，请删掉一个");
            household.Add(new Contribution(member, year, person.Amount("amount"), date, payer, to));
        }

        return household.Count is 0 or > MostPeople
            ? throw body.Fault("people", "people-count", $"一次要填 1 到 {MostPeople} 个人")
            : Receipts(await desk.TakeAsync(village, household, http.Actor().Id, stop));
    }

    static async Task<IResult> CollectiveAsync(string village, HttpContext http, ContributionDesk desk, LedgerStore ledger, TimeProvider clock, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        return await EnterAsync(village, http, desk, ledger, Refusals.Tried(() => ContributionPostings.Collective(
            HandPosting.Reference(body), Year(body), body.Amount("amount"), Date(body, clock), body.OptionalText("payer", 60) ?? "村集体", HandPosting.Purse(body))), stop);
    }

    static async Task<IResult> GiftAsync(string village, HttpContext http, ContributionDesk desk, LedgerStore ledger, TimeProvider clock, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        return await EnterAsync(village, http, desk, ledger, Refusals.Tried(() => ContributionPostings.Gift(
            HandPosting.Reference(body), body.OptionalText("purpose", 10) ?? "", body.Amount("amount"), Date(body, clock), body.OptionalText("payer", 60) ?? "热心村民", body.OptionalText("note", 60), HandPosting.Purse(body))), stop);
    }

    static async Task<IResult> EnterAsync(string village, HttpContext http, ContributionDesk desk, LedgerStore ledger, Posting posting, CancellationToken stop)
    {
        var posted = (await ledger.PostManyAsync(village, [posting with { By = http.Actor().Id }], stop))[0];
        return posted.Refusal is { } refusal ? refusal : Receipts([desk.ReceiptOf(posted.Entry!, before: posted.Before)]);
    }

    static async Task<IResult> ImportAsync(string village, HttpContext http, ContributionDesk desk, TimeProvider clock, CancellationToken stop)
    {
        var today = clock.Today();
        var year = !http.Request.Query.ContainsKey("year") ? today.Year
            : int.TryParse(http.Request.Query["year"], out var asked) && asked is >= 2000 and <= 2200 ? asked
            : throw new ProblemException(Problem.BadRequest("query-malformed", "year 要填四位年份，例如 2026。", "year"));
        var result = await desk.ImportAsync(village, await SheetFile.ReadAsync(http.Request, stop), year, today, http.Actor().Id, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("rows", result.Rows);
            writer.WriteNumber("entered", result.Entered);
            writer.WriteNumber("before", result.Before);
            SheetFaults.Write(writer, "bad", result.Bad);
            writer.WriteEndObject();
        });
    }

    /// <summary>The receipt of an entry once more, for printing.</summary>
    static async Task<IResult> ReceiptAsync(string village, long entry, LedgerStore ledger, ContributionDesk desk, CancellationToken stop) =>
        await ledger.FindAsync(village, entry, stop) is { Posting.Kind: PostingKind.Contribution or PostingKind.AidPaid } found
            ? JsonText.Answer(desk.ReceiptOf(found).Write)
            : Problem.NotFound("receipt-unknown", "没有这张凭证。请核对编号。");

    static IResult Receipts(IReadOnlyList<Receipt> receipts) => JsonText.Answer(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("receipts");
            foreach (var receipt in receipts)
                receipt.Write(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        },
        receipts.All(receipt => receipt.Before) ? StatusCodes.Status200OK : StatusCodes.Status201Created);

    static int Year(JsonInput body) =>
        body.Element.TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number && year.TryGetInt32(out var number) && number is >= 2000 and <= 2200
            ? number
            : throw body.Fault("year", "year-malformed", "要填四位年份，例如 2026");

    static DateOnly Date(JsonInput body, TimeProvider clock) =>
        (body.OptionalDate("date") ?? clock.Today()) is var date && date <= clock.Today() ? date : throw body.Fault("date", "date-future", "日期还没有到，请核对");
}
