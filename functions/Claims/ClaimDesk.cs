using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Villages;
using Shouwang.Shared;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Claims;

/// <summary>A claim worked out, not yet kept: its document and what replays it.</summary>
internal sealed record WorkedOut(Claim Claim, byte[] Record, bool IsClear);

/// <summary>What a claim is worked out from besides village and roster.</summary>
internal sealed record ClaimBasis(string Village, string Folder, StayPapers Stay, IReadOnlyList<PaperCheck> Checks, IReadOnlyList<string> Conflicts, IReadOnlyList<ClaimOriginal> Papers)
{
    /// <summary>Entry a person chose; null to take the diagnosis.</summary>
    public string? Chosen { get; init; }

    public string? Cause { get; init; }

    /// <summary>Operations a person confirmed, by ICD-9-CM-3 category; null to take what the papers say.</summary>
    public IReadOnlyList<string>? Operations { get; init; }

    /// <summary>The claim that is worked out again; null for a new one.</summary>
    public Claim? Before { get; init; }

    public static ClaimBasis Of(Claim claim) => new(claim.Village, claim.Folder, claim.Stay, claim.Checks, claim.Conflicts, claim.Papers)
    {
        Chosen = claim.DiseaseChosen ? claim.Disease : null,
        Cause = claim.Progress?.Cause,
        Operations = claim.OperationsChosen ? [.. claim.Operations.Select(operation => operation.Code)] : null,
        Before = claim,
    };
}

/// <summary>Works claims out (核定): loads what the decision needs, decides, writes the document.</summary>
internal sealed class ClaimDesk(VillageStore villages, Roster roster, ClaimStore claims, SheetRegister sheets, TimeProvider clock)
{
    public async Task<WorkedOut> WorkOutAsync(ClaimBasis basis, CancellationToken stop)
    {
        var discharged = basis.Stay.Discharged!.Value;
        // The plan of the day is marked as used before the claim is written: a crash in between leaves a plan that cannot be changed, never a claim by a plan that was.
        var village = await villages.PinnedAsync(basis.Village, discharged, stop) ?? throw new ProblemException(VillageEndpoints.Unknown());
        var membership = await roster.FindAsync(basis.Village, basis.Stay.Name!, basis.Stay.IdNumber, discharged, village.Charter.WaitingDays, stop);
        var diagnosis = DiagnosisMatcher.Default.Match(basis.Stay.Diagnosis!);
        var chosen = basis.Chosen is { } entry
            ? DiseaseCatalogue.Default.Find(entry) ?? throw new ProblemException(Problem.BadRequest("disease-unknown", "病种目录里没有这个代码。请从目录里选。", "entry"))
            : null;
        var policy = PolicyLibrary.Shipped.Resolve(village.Place, discharged);
        if (village.PlanOn(discharged) is { } plan)
            policy = policy.With(plan);
        var received = basis.Before?.ReceivedAt ?? clock.GetUtcNow();
        var used = await UsedAsync(basis, membership.Member, stop);
        var terms = new ClaimTerms
        {
            Charter = village.Charter,
            Received = ChinaTime.DayOf(received),
            Cause = basis.Cause,
            Operations = basis.Operations,
            Earlier = membership.Member is { } member ? await EarlierAsync(basis.Village, member, basis.Before?.Id, stop) : [],
            SheetUsed = used?.Words,
        };
        var decision = ClaimDecision.Decide(basis.Stay, basis.Checks, basis.Conflicts, membership, diagnosis, chosen, policy, basis.Village, terms);
        var names = new Names(decision.Disease?.Name, village.Name);
        return new WorkedOut(
            ClaimDocument.Of(basis, membership, diagnosis, decision, names) with
            {
                Id = basis.Before?.Id ?? decision.Key,
                ReceivedAt = received,
                Revision = (basis.Before?.Revision ?? 0) + 1,
                SheetUsedIn = used?.Where,
            },
            AdjudicationRecord.Make(decision.Policy, decision.Facts, names),
            decision.IsClear);
    }

    public async Task<Village> VillageAsync(string code, CancellationToken stop) =>
        await villages.FindAsync(code, stop) ?? throw new ProblemException(VillageEndpoints.Unknown());

    async Task<ImmutableArray<EarlierClaim>> EarlierAsync(string village, string member, string? except, CancellationToken stop) =>
        [.. (await claims.OfMemberAsync(village, member, stop)).Where(other => other.Id != except && other.State is not ("refused" or "returned")).Select(ClaimDocument.Earlier)];

    /// <summary>What the sheet was used for before: for the desk the claim itself; for everybody words, which tell a person of a claim of their own and of nobody else's.</summary>
    async Task<(string Words, SheetUsedIn Where)?> UsedAsync(ClaimBasis basis, string? member, CancellationToken stop)
    {
        if (await sheets.FindAsync(basis.Stay, basis.Village, basis.Before?.Id ?? "", stop) is not { } use)
            return null;
        var village = (await villages.FindAsync(use.Village, stop))?.Name ?? use.Village;
        var own = await claims.FindAsync(use.Village, use.Claim, stop) is { } other && IsSamePerson(basis.Stay, member, other) ? other : null;
        var said = own is not null
            ? $"这次住院的结算单，{ChinaTime.DayOf(own.ReceivedAt).InWords()}已经报过一份{(use.Village == basis.Village ? "" : $"（{village}）")}，一张结算单只能补一次。"
            : $"这张结算单已经用在{(use.Village == basis.Village ? "" : "别的村")}别人的一份申请里，一张结算单只能补一次。请带着原件，找村里的工作人员核对。";
        return (said, new SheetUsedIn(use.Village, village, use.Claim));
    }

    /// <summary>A name alone may be two people's.</summary>
    static bool IsSamePerson(StayPapers stay, string? member, Claim other) =>
        stay.Name == other.Stay.Name && ((member is not null && member == other.Member) || (stay.IdNumber is not null && stay.IdNumber == other.Stay.IdNumber));
}
