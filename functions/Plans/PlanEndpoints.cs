using System.Text.Json;
using Shouwang.Functions.Associations;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Functions.Sheets;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Association.Documents;
using Shouwang.Shared.MutualAid.Plans;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Plans;

/// <summary>Makes, compares, shows and publishes a village's plans.</summary>
internal static class PlanEndpoints
{
    const int MostCompared = 24;

    public static void MapPlans(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/villages/{village}/plans", PostAsync).Allow(Role.Officer, Role.Checker);
        app.MapGet("/api/villages/{village}/plans", ListAsync).Allow(Role.Officer, Role.Checker);
        app.MapGet("/api/villages/{village}/plans/{version}", GetAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost("/api/villages/{village}/plans/compare", CompareAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost("/api/villages/{village}/plans/sums", SumsAsync).Allow(Role.Officer, Role.Checker).WithMetadata(SheetFile.Limit);
        app.MapPost("/api/villages/{village}/plans/{version}/publish", PublishAsync).Allow(Role.Checker);
    }

    /// <summary>Works a plan out and keeps it as a draft. A village that is not set up gets the answer all the same; nothing is kept then.</summary>
    static async Task<IResult> PostAsync(string village, HttpContext http, VillageStore villages, VillageDesk desk, DraftStore drafts, PlanMaker maker, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        Check(village);
        var request = PlanRequest.Read(body, new DateOnly(desk.Today.Year + 1, 1, 1));
        var known = await villages.FindAsync(village, stop);
        var charter = known?.Charter ?? Charter.Default;
        var roster = await maker.RosterAsync(request, village, desk.Today, stop);
        var corrections = await maker.CorrectionsAsync(request, known, roster, charter, desk.Today, stop);
        var plan = PlanMaker.Make(roster, request.Terms(charter, roster.Sum(people => people.Count), PlanMaker.Generator.Statistics.Emphasis), corrections);
        if (known is null)
            return JsonText.Answer(writer => Write(writer, village, Input(request, request.Version ?? $"{request.From.Year}-1"), "draft", stored: false, plan, corrections));
        var draft = await KeepAsync(known, request, plan, corrections, desk, drafts, stop);
        return JsonText.Answer(writer => Write(writer, village, draft.Plan, "draft", stored: true, plan, corrections), StatusCodes.Status201Created);

        PlanInput Input(PlanRequest asked, string version) => DraftPlan.Input(plan, version, asked.From, asked.To) with { Operations = asked.Operations };
    }

    static async Task<DraftPlan> KeepAsync(Village village, PlanRequest request, GeneratedPlan plan, (BasisPoints, BasisPoints) corrections, VillageDesk desk, DraftStore drafts, CancellationToken stop)
    {
        DraftPlan? kept = null;
        var basis = JsonSerializer.Deserialize(JsonText.Utf8(writer =>
        {
            writer.WriteStartObject();
            PlanJson.WriteFigures(writer, plan, PlanMaker.Generator.Statistics, corrections);
            writer.WriteEndObject();
        }), BasisJson.Default.JsonElement);
        await desk.ChangeAsync(village.Code, match: null, async before =>
        {
            var all = await drafts.AllAsync(village.Code, stop);
            var taken = all.Select(draft => draft.Plan.Version).Concat(before!.Plans.Select(version => version.Plan.Version)).ToHashSet(StringComparer.Ordinal);
            var version = request.Version ?? Enumerable.Range(1, 10_000).Select(i => $"{request.From.Year}-{i}").First(name => !taken.Contains(name));
            if (taken.Contains(version))
                throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "version-taken", $"已经有叫 {version} 的方案。请换一个版本名，或者不填，由系统取名。", "version"));
            kept = new DraftPlan(before.Counts.Drafts + 1, DraftPlan.Input(plan, version, request.From, request.To) with { Operations = request.Operations }, DraftState.Draft, null, PlanBasis.Words(plan, request.Operations), basis, default);
            return VillageChange.Of(before) with { Counts = before.Counts with { Drafts = kept.Number }, Rows = [DraftStore.Add(village.Code, kept)] };
        }, stop);
        return kept!;
    }

    static async Task<IResult> ListAsync(string village, VillageStore villages, VillageDesk desk, DraftStore drafts, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is not { } known)
            return VillageEndpoints.Unknown();
        var all = await drafts.AllAsync(village, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("published");
            foreach (var version in known.Plans)
                version.WriteSummary(writer, known.VersionOn(desk.Today) == version);
            writer.WriteEndArray();
            writer.WriteStartArray("drafts");
            foreach (var draft in all)
                WriteDraft(writer, draft, whole: false);
            writer.WriteEndArray();
            writer.WriteStartArray("grades");
            foreach (var grade in Grade.All)
            {
                writer.WriteStartObject();
                writer.WriteNumber("grade", grade.Number);
                writer.WriteString("name", grade.Name);
                writer.WriteBoolean("serious", grade.Serious);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> GetAsync(string village, string version, VillageStore villages, DraftStore drafts, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is not { } known)
            return VillageEndpoints.Unknown();
        if (await drafts.FindAsync(village, version, stop) is { } draft)
            return JsonText.Answer(writer => WriteDraft(writer, draft, whole: true));
        return known.Plans.LastOrDefault(candidate => candidate.Plan.Version == version) is { } published
            ? JsonText.Answer(writer =>
            {
                writer.WriteStartObject();
                WriteHead(writer, village, published.Plan, "published");
                PlanJson.WriteAlike(writer, published.Plan.Alike);
                PlanJson.WriteDiseases(writer, published.Plan.Over(village, DiseaseCatalogue.Default.Entries).Sums);
                writer.WriteEndObject();
            })
            : Unknown();
    }

    /// <summary>Plans for several budgets and emphases side by side; nothing is kept.</summary>
    static async Task<IResult> CompareAsync(string village, HttpContext http, VillageStore villages, VillageDesk desk, PlanMaker maker, CancellationToken stop)
    {
        var body = await JsonInput.ReadAsync(http.Request, stop);
        Check(village);
        var rows = body.Objects("variants").Take(MostCompared + 1).ToList();
        if (rows.Count is 0 or > MostCompared)
            throw body.Fault("variants", "variant-count", $"要比较 1 到 {MostCompared} 个方案");
        var known = await villages.FindAsync(village, stop);
        var charter = known?.Charter ?? Charter.Default;
        var from = new DateOnly(desk.Today.Year + 1, 1, 1);
        var variants = rows.Select(row => PlanRequest.Read(row, from)).ToList();
        var request = variants[0] with { Roster = body.Has("roster") ? RosterInput.Read(body) : null, Counted = body.Has("counted") ? Counted.Read(body.Object("counted")) : null };
        var roster = await maker.RosterAsync(request, village, desk.Today, stop);
        var corrections = await maker.CorrectionsAsync(request, known, roster, charter, desk.Today, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("variants");
            foreach (var variant in variants)
            {
                stop.ThrowIfCancellationRequested();
                writer.WriteStartObject();
                try
                {
                    var plan = PlanMaker.Make(roster, variant.Terms(charter, roster.Sum(people => people.Count), PlanMaker.Generator.Statistics.Emphasis), corrections);
                    PlanJson.WriteFigures(writer, plan, PlanMaker.Generator.Statistics, corrections);
                }
                catch (ProblemException problem) when (problem.Problem.Code == "budget-too-small")
                {
                    // One that cannot be made is an answer beside the others.
                    writer.WriteString("problem", problem.Problem.Code);
                    writer.WriteString("detail", problem.Problem.Detail);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>Reads a village's own list of sums out of a table, for a wish for a plan; nothing is kept.</summary>
    static async Task<IResult> SumsAsync(string village, HttpRequest request, CancellationToken stop)
    {
        Check(village);
        var read = DiseaseSumSheet.Read(await SheetFile.ReadAsync(request, stop), DiseaseCatalogue.Default, DiagnosisMatcher.Default).ToList();
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("sums");
            foreach (var row in read.Select(one => one.Row).OfType<DiseaseSumRow>())
            {
                writer.WriteStartObject();
                writer.WriteNumber("row", row.Line);
                writer.WriteString("written", row.Written);
                writer.WriteString("entry", row.Disease.Code);
                writer.WriteString("name", row.Disease.Name);
                writer.WriteBoolean("serious", row.Disease.Serious);
                writer.WriteString("sum", row.Sum.ToString());
                writer.WriteBoolean("sure", row.Sure);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            SheetFaults.Write(writer, "bad", read.Select(one => one.Fault).OfType<SheetFault>());
            writer.WriteEndObject();
        });
    }

    /// <summary>Puts a draft in force that a resolution adopted. In mid-year people are told in time.</summary>
    static async Task<IResult> PublishAsync(string village, string version, HttpContext http, VillageDesk desk, VillageStore villages, DraftStore drafts, AssociationStore association, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var published = await desk.ChangeAsync(village, match: null, async before =>
        {
            var draft = await drafts.FindAsync(village, version, stop) ?? throw new ProblemException(Unknown());
            if (draft.State == DraftState.Published)
                return VillageChange.Of(before!);
            var publication = new Publication(version, draft.Hash, draft.Plan.From, before!.VersionOn(draft.Plan.From) is not null);
            if (publication.Refuse(await association.FindAsync(village, stop), before.Charter, desk.Today) is { } refusal)
                throw new ProblemException(new Problem(StatusCodes.Status409Conflict, refusal.Code, refusal.Detail, refusal.Field));
            var change = VillageChange.Of(before).WithPlan(draft.Plan with { Resolution = draft.Resolution! }, desk.Today, http.Actor().Name);
            return change with { Rows = change.Rows.Add(DraftStore.Move(village, draft, DraftState.Published, null)) };
        }, stop);
        return JsonText.Answer(writer => published.Write(writer, desk.Today));
    }

    static void Write(Utf8JsonWriter writer, string village, PlanInput input, string state, bool stored, GeneratedPlan plan, (BasisPoints Minor, BasisPoints Serious) corrections)
    {
        writer.WriteStartObject();
        WriteHead(writer, village, input, state);
        writer.WriteBoolean("stored", stored);
        if (!stored)
            writer.WriteString("notice", "这个村还没有登记，测算结果没有保存。");
        PlanJson.WriteFigures(writer, plan, PlanMaker.Generator.Statistics, corrections);
        PlanJson.WriteDiseases(writer, plan.Sums);
        writer.WriteEndObject();
    }

    static void WriteDraft(Utf8JsonWriter writer, DraftPlan draft, bool whole)
    {
        writer.WriteStartObject();
        WriteHead(writer, null, draft.Plan, DraftPlan.Name(draft.State));
        writer.WriteString("hash", $"sha256:{draft.Hash}");
        if (draft.Resolution is not null)
            writer.WriteString("resolution", draft.Resolution);
        foreach (var figure in draft.Basis.EnumerateObject().Where(figure => whole || figure.Name is "members" or "money" or "expectedAid" or "fee" or "margin" or "ruin" or "meanAid" or "expectedStays" or "emphasis"))
            figure.WriteTo(writer);
        if (whole)
            PlanJson.WriteDiseases(writer, draft.Plan.Sums);
        writer.WriteEndObject();
    }

    static void WriteHead(Utf8JsonWriter writer, string? village, PlanInput plan, string state)
    {
        if (village is not null)
            writer.WriteString("village", village);
        writer.WriteString("version", plan.Version);
        writer.WriteString("state", state);
        writer.WriteString("from", plan.From.ToString("yyyy-MM-dd"));
        writer.WriteString("to", plan.To.ToString("yyyy-MM-dd"));
        PlanInput.WriteOperations(writer, plan.Operations);
        if (plan.Operations.IsEmpty)
            return;
        writer.WriteStartObject("operationNames");
        foreach (var category in plan.Operations.Sums.Keys)
            writer.WriteString(category, OperationList.Default.NameOf(category));
        writer.WriteEndObject();
    }

    static void Check(string village)
    {
        if (!VillageCard.IsCode(village))
            throw new ProblemException(Problem.BadRequest("village-code", "村代码要填 12 位数字。", "village"));
    }

    static Problem Unknown() => Problem.NotFound("plan-unknown", "没有这个方案。请核对版本名。");
}
