using Shouwang.Functions.Papers;
using Shouwang.Functions.Security;
using Shouwang.Shared.Bills;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>Takes claims in (登记申请): works them out, keeps them once by key, and takes new papers for one that was sent back.</summary>
internal sealed class ClaimRegister(ClaimDesk desk, ClaimStore claims, ClaimWorkflow workflow, UnfinishedMoves unfinished, MoveFinisher finisher, TimeProvider clock)
{
    /// <summary>Whoever sends papers by chat; a maker only where the rules ask who of the staff was at it.</summary>
    public static Actor Villager { get; } = new("villager", "本人", Role.Officer, null);

    /// <summary>The claim of a complete folder; one made before from the same papers counts.</summary>
    public Task<(Claim Claim, bool Before)> AddAsync(string village, Folder? about, string folder, OpenFolder open, CancellationToken stop) => AddAsync(
        new ClaimBasis(village, folder, open.Set.Stay!, open.Set.Checks, open.Disagreements, [.. open.Papers.Where(paper => paper.Reading is not null).Select(Paper)]),
        about?.EnteredBy is { } id ? Villager with { Id = id, Name = about.EnteredByName ?? "工作人员" } : Villager,
        stop,
        about?.AlsoBy ?? []);

    /// <param name="also">Others of the staff who had a hand in it.</param>
    public async Task<(Claim Claim, bool Before)> AddAsync(ClaimBasis basis, Actor by, CancellationToken stop, IReadOnlyList<string>? also = null)
    {
        var worked = await desk.WorkOutAsync(basis, stop);
        var state = worked.IsClear ? ClaimState.Checked : ClaimState.Received;
        var progress = new ClaimProgress { State = state, Version = 1, Makers = by.Id == Villager.Id ? [] : [by.Id, .. also ?? []] };
        var first = new ClaimEvent(1, clock.GetUtcNow(), by.Id, by.Name, "received", "", state.Name()) { Amount = ClaimWorkflow.Amount(worked.Claim) };
        await unfinished.MarkAsync(basis.Village, worked.Claim.Id, 1, stop);
        var (stored, before) = await claims.AddAsync(worked.Claim, progress, worked.Record, first, new Pending("", state.Name(), null, progress, 0, default), stop);
        if (stored.Pending is not null)
            stored = await finisher.FinishAsync(stored, stop);
        return before && IsAnswer(stored, basis)
            ? (await workflow.ReviseAsync(basis.Village, stored.Claim.Id, "resubmitted", was => basis with { Chosen = was.Chosen, Cause = was.Cause, Operations = was.Operations, Before = was.Before }, (_, _) => [], new Asked(by), stop), false)
            : (stored.Claim, before);
    }

    /// <summary>A claim was sent back, and here are other papers for it.</summary>
    static bool IsAnswer(StoredClaim stored, ClaimBasis basis) =>
        stored.Progress.State == ClaimState.Returned && !basis.Papers.Select(paper => paper.Hash).ToHashSet(StringComparer.Ordinal).SetEquals(stored.Claim.Papers.Select(paper => paper.Hash));

    static ClaimOriginal Paper(DeskPaper paper) => new(paper.Paper.Hash, ReadingJson.Name(paper.Reading!.Kind), paper.Paper.Original);
}
