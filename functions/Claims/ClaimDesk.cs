using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Claims;

/// <summary>Works claims out and keeps them: loads what the decision needs, decides, stores by key.</summary>
internal sealed class ClaimDesk(VillageStore villages, Roster roster, ClaimStore claims, TimeProvider clock)
{
    /// <summary>The claim of a complete folder; one made before from the same papers counts.</summary>
    public async Task<(Claim Claim, bool Before)> DecideAsync(string village, string folder, OpenFolder open, CancellationToken stop) =>
        await AddAsync(village, folder, open.Set.Stay!, open.Set.Checks, open.Disagreements, [.. open.Papers.Where(paper => paper.Reading is not null).Select(Paper)], stop);

    /// <summary>The claim of a stay whose facts an officer gives without photos.</summary>
    public async Task<(Claim Claim, bool Before)> AddAsync(string village, string folder, StayPapers stay, IReadOnlyList<PaperCheck> checks, IReadOnlyList<string> conflicts, IReadOnlyList<ClaimOriginal> papers, CancellationToken stop)
    {
        var about = await VillageAsync(village, stay.Discharged!.Value, stop);
        var membership = await roster.FindAsync(village, stay.Name!, stay.IdNumber, stay.Discharged!.Value, stop);
        var diagnosis = DiagnosisMatcher.Default.Match(stay.Diagnosis!);
        var decision = await DecideAsync(about, stay, checks, conflicts, membership, diagnosis, chosen: null, except: null, stop);
        return await claims.AddAsync(Document(about, folder, stay, checks, conflicts, membership, diagnosis, decision, papers), Record(decision, about), stop);
    }

    /// <summary>A person chose the disease: the claim is worked out again as a new revision. Null where there is no such claim.</summary>
    public async Task<Claim?> ChooseAsync(string village, string id, string entry, CancellationToken stop)
    {
        if (await claims.FindAsync(village, id, stop) is not { } claim)
            return null;
        if (claim.State is not ("received" or "checked"))
            throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "claim-settled", "这笔申请已经审核过，不能再改病种。"));
        var chosen = DiseaseCatalogue.Default.Entries.FirstOrDefault(candidate => candidate.Code == entry)
            ?? throw new ProblemException(Problem.BadRequest("disease-unknown", "病种目录里没有这个代码。请从目录里选。", "entry"));
        var about = await VillageAsync(village, claim.Stay.Discharged!.Value, stop);
        var membership = await roster.FindAsync(village, claim.Stay.Name!, claim.Stay.IdNumber, claim.Stay.Discharged!.Value, stop);
        var diagnosis = DiagnosisMatcher.Default.Match(claim.Stay.Diagnosis!);
        var decision = await DecideAsync(about, claim.Stay, claim.Checks, claim.Conflicts, membership, diagnosis, chosen, except: claim.Id, stop);
        var corrected = Document(about, claim.Folder, claim.Stay, claim.Checks, claim.Conflicts, membership, diagnosis, decision, claim.Papers) with
        {
            Id = claim.Id,
            ReceivedAt = claim.ReceivedAt,
            Revision = claim.Revision + 1,
        };
        return await claims.CorrectAsync(corrected, Record(decision, about), stop) ? corrected
            : throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "claim-changed", "别人刚刚改过这笔申请。请刷新后再看。"));
    }

    /// <summary>The plan of the day is marked as used before the claim is written: a crash in between leaves a plan that cannot be changed, never a claim by a plan that was.</summary>
    async Task<Village> VillageAsync(string code, DateOnly discharged, CancellationToken stop) =>
        await villages.PinnedAsync(code, discharged, stop) ?? throw new ProblemException(VillageEndpoints.Unknown());

    async Task<ClaimDecision> DecideAsync(
        Village village, StayPapers stay, IReadOnlyList<PaperCheck> checks, IReadOnlyList<string> conflicts, Membership membership, DiagnosisAnswer diagnosis, DiseaseEntry? chosen, string? except, CancellationToken stop)
    {
        var policy = PolicyLibrary.Shipped.Resolve(village.Place, stay.Discharged!.Value);
        if (village.PlanOn(stay.Discharged.Value) is { } plan)
            policy = policy.With(plan);
        var paid = Fen.Zero;
        if (membership.Member is { } member)
        {
            foreach (var other in await claims.OfMemberAsync(village.Code, member, stay.Discharged!.Value.Year, stop))
            {
                if (other.Id != except && other.Amount is { } amount)
                    paid += Fen.Parse(amount);
            }
        }

        return ClaimDecision.Decide(stay, checks, conflicts, membership, diagnosis, chosen, policy, village.Code, paid);
    }

    Claim Document(Village village, string folder, StayPapers stay, IReadOnlyList<PaperCheck> checks, IReadOnlyList<string> conflicts, Membership membership, DiagnosisAnswer diagnosis, ClaimDecision decision, IReadOnlyList<ClaimOriginal> papers) => new()
    {
        Id = decision.Key,
        Village = village.Code,
        Folder = folder,
        State = decision.Doubts.IsEmpty && decision.Aid is not null ? "checked" : "received",
        ReceivedAt = clock.GetUtcNow(),
        Member = membership.Member,
        Person = stay.Name!,
        Hospital = stay.Hospital ?? "",
        Admitted = stay.Admitted?.ToString("yyyy-MM-dd") ?? "",
        Discharged = stay.Discharged!.Value.ToString("yyyy-MM-dd"),
        Diagnosis = stay.Diagnosis!,
        Disease = decision.Disease?.Code,
        DiseaseName = decision.Disease?.Name,
        Choices = decision.Disease is null ? [.. diagnosis.Matches.Where(match => match.Score.Value > 0).Take(3).Select(match => new DiseaseChoice(match.Entry.Code, match.Entry.Name))] : [],
        Total = stay.Total!.Value.ToString(),
        Borne = (decision.Facts.Stay.Borne ?? decision.Result.PatientPays).ToString(),
        Amount = decision.Aid?.ToString(),
        Papers = papers,
        Layers = [.. Explain.Table(decision.Result, decision.Facts).Where(row => row.Name != "总费用").Select(row => new ClaimLayer(row.Name, row.Amount))],
        Why = Explain.Sentences(decision.Result, decision.Facts, Names(decision, village)),
        Missing = [.. decision.Result.Needs.Where(need => need is { Blocking: true, IsPolicy: false }).Select(need => need.Chinese)],
        Findings = decision.Doubts,
        Stay = stay,
        Checks = [.. checks],
        Conflicts = conflicts,
        Adjudication = Json(writer => ResultJson.Write(writer, decision.Result, decision.Facts, Names(decision, village))),
    };

    static byte[] Record(ClaimDecision decision, Village village) => AdjudicationRecord.Make(decision.Policy, decision.Facts, Names(decision, village));

    static Names Names(ClaimDecision decision, Village village) => new(decision.Disease?.Name, village.Name);

    static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        using var document = JsonDocument.Parse(JsonText.Utf8(write));
        return document.RootElement.Clone();
    }

    static ClaimOriginal Paper(DeskPaper paper) => new(paper.Paper.Hash, ReadingJson.Name(paper.Reading!.Kind), paper.Paper.Original);
}
