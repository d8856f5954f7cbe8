using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>Working on claims over HTTP: moves, corrections, appeals, and what happened so far.</summary>
internal static class ClaimMoveEndpoints
{
    const string One = "/api/villages/{village}/claims/{claim}";

    public static void MapClaimMoves(this IEndpointRouteBuilder app)
    {
        var claims = app.MapGroup(One).Allow(Role.Officer, Role.Checker);
        claims.MapPost("/moves", MoveAsync);
        claims.MapPut("/fields", FieldsAsync);
        claims.MapPut("/disease", DiseaseAsync);
        claims.MapPut("/operations", OperationsAsync);
        claims.MapPut("/cause", CauseAsync);
        claims.MapPost("/appeal", AppealAsync);
        claims.MapPost("/reopen", ReopenAsync);
        claims.MapPost("/recompute", RecomputeAsync);
        claims.MapPost("/objection", ObjectAsync);
        claims.MapGet("/events", EventsAsync);
    }

    static async Task<IResult> MoveAsync(string village, string claim, HttpContext http, ClaimWorkflow workflow, ClaimAnswer answer, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        var request = new MoveRequest(ClaimStates.TryRead(body.Text("to"), out var to) ? to : throw body.Fault("to", "state-unknown", "没有这种进度"))
        {
            Reasons = Numbers(body, "reasons"),
            Words = body.OptionalText("words", 300),
            Cause = body.OptionalText("cause", 20),
            Seen = body.OptionalAmount("amount"),
            InCash = body.OptionalFlag("inCash") ?? false,
        };
        return await answer.OfAsync(await workflow.MoveAsync(village, claim, request, AskedBy(http, body), stop), http.Actor(), StatusCodes.Status200OK, stop);
    }

    /// <summary>An officer corrects what was misread, or says that a doubtful value is right.</summary>
    static async Task<IResult> FieldsAsync(string village, string claim, HttpContext http, ClaimWorkflow workflow, ClaimAnswer answer, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        var fields = body.Object("fields");
        var confirmed = Texts(body, "confirmed");
        if (confirmed.Count == 0 && !fields.Element.EnumerateObject().Any())
            throw body.Fault("fields", "missing", "没有要改的内容。请写明改哪一项，或者在 confirmed 里写明核对过哪一项");
        var revised = await workflow.ReviseAsync(
            village, claim, "edited",
            basis => basis with { Stay = StayEdit.Apply(basis.Stay, fields, confirmed) },
            (before, after) => StayEdit.Differences(before.Stay, after.Stay),
            AskedBy(http, body), stop);
        return await answer.OfAsync(revised, http.Actor(), StatusCodes.Status200OK, stop);
    }

    /// <summary>An officer chooses the disease where the diagnosis was not sure, or corrects it.</summary>
    static async Task<IResult> DiseaseAsync(string village, string claim, HttpContext http, ClaimWorkflow workflow, ClaimAnswer answer, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        var entry = body.Text("entry", 10);
        var revised = await workflow.ReviseAsync(
            village, claim, "disease",
            basis => basis with { Chosen = entry },
            (before, after) => [new FieldChange("disease", "病种", before.DiseaseName, after.DiseaseName)],
            AskedBy(http, body), stop);
        return await answer.OfAsync(revised, http.Actor(), StatusCodes.Status200OK, stop);
    }

    /// <summary>An officer says what was operated on in this stay; an empty list: nothing.</summary>
    static async Task<IResult> OperationsAsync(string village, string claim, HttpContext http, ClaimWorkflow workflow, ClaimAnswer answer, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        if (!body.Has("operations"))
            throw body.Fault("operations", "missing", "没有填，请写明这次住院做的手术，例如 [\"51.23\"]；没有做手术写 []");
        var operations = Texts(body, "operations");
        if (operations.FirstOrDefault(code => OperationList.Default.Find(code) is null) is not null)
            throw body.Fault("operations", "operation-unknown", "手术目录里没有这个代码。请按诊断查一查，从列出的手术里选");
        var revised = await workflow.ReviseAsync(
            village, claim, "operations",
            basis => basis with { Operations = operations },
            (before, after) => [new FieldChange("operations", "手术", Said(before), Said(after))],
            AskedBy(http, body), stop);
        return await answer.OfAsync(revised, http.Actor(), StatusCodes.Status200OK, stop);

        static string? Said(Claim said) => said.Operations.Count == 0 ? null : string.Join('、', said.Operations.Select(operation => operation.Sure ? operation.Name : $"{operation.Name}（没有把握）"));
    }

    /// <summary>Somebody asked why the person was in hospital.</summary>
    static async Task<IResult> CauseAsync(string village, string claim, HttpContext http, ClaimWorkflow workflow, ClaimAnswer answer, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        var cause = body.Text("cause", 20);
        if (!Cause.IsCause(cause))
            throw body.Fault("cause", "cause-unknown", "没有这种住院原因，请从列出的里面选");
        return await answer.OfAsync(await workflow.ConfirmCauseAsync(village, claim, cause, AskedBy(http, body), stop), http.Actor(), StatusCodes.Status200OK, stop);
    }

    static async Task<IResult> AppealAsync(string village, string claim, HttpContext http, ClaimWorkflow workflow, ClaimAnswer answer, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        return await answer.OfAsync(await workflow.AppealAsync(village, claim, body.Text("words", 500), AskedBy(http, body), stop), http.Actor(), StatusCodes.Status200OK, stop);
    }

    static async Task<IResult> ReopenAsync(string village, string claim, HttpContext http, ClaimWorkflow workflow, ClaimAnswer answer, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        return await answer.OfAsync(await workflow.ReopenAsync(village, claim, body.Text("words", 500), AskedBy(http, body), stop), http.Actor(), StatusCodes.Status200OK, stop);
    }

    /// <summary>What was missing – a member on the roster, a published plan – may be there now.</summary>
    static async Task<IResult> RecomputeAsync(string village, string claim, HttpContext http, ClaimWorkflow workflow, ClaimAnswer answer, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        return await answer.OfAsync(await workflow.RecomputeAsync(village, claim, AskedBy(http, body), stop), http.Actor(), StatusCodes.Status200OK, stop);
    }

    static async Task<IResult> ObjectAsync(string village, string claim, HttpContext http, ClaimWorkflow workflow, ClaimAnswer answer, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        return await answer.OfAsync(await workflow.ObjectAsync(village, claim, body.Text("words", 300), AskedBy(http, body), stop), http.Actor(), StatusCodes.Status200OK, stop);
    }

    static async Task<IResult> EventsAsync(string village, string claim, ClaimStore claims, CancellationToken stop)
    {
        var events = await claims.EventsAsync(village, claim, stop);
        return events.Count == 0 ? ClaimEndpoints.Unknown() : JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("events");
            foreach (var happened in events)
                JsonSerializer.Serialize(writer, happened, ClaimJson.Default.ClaimEvent);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    static Asked AskedBy(HttpContext http, JsonInput body) => new(http.Actor(), body.OptionalText("key", 60), body.OptionalNumber("version", 1, int.MaxValue));

    static ImmutableArray<int> Numbers(JsonInput body, string name)
    {
        if (!body.Has(name))
            return [];
        var list = body.Element.GetProperty(name);
        return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= 10 && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out _))
            ? [.. list.EnumerateArray().Select(item => item.GetInt32()).Distinct()]
            : throw body.Fault(name, "list-expected", "要填理由的编号，例如 [3]");
    }

    static IReadOnlyList<string> Texts(JsonInput body, string name)
    {
        if (!body.Has(name))
            return [];
        var list = body.Element.GetProperty(name);
        return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= 40 && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : throw body.Fault(name, "list-expected", "要填一列名称，例如 [\"total\"]");
    }
}
