using System.Collections.Immutable;
using Shouwang.Functions.Http;
using Shouwang.Functions.Plans;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Villages;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Functions.Associations;

/// <summary>Records the steps by which a village decides (议事登记). A step and what follows from it are written in one batch.</summary>
internal sealed class AssociationDesk(VillageDesk desk, AssociationStore store, DraftStore drafts, TimeProvider clock)
{
    /// <exception cref="ProblemException">The step is out of order, or its facts do not agree.</exception>
    public Task<Village> RecordAsync(string village, JsonInput body, Actor actor, CancellationToken stop) => desk.ChangeAsync(village, match: null, async before =>
    {
        if (before is null)
            throw new ProblemException(VillageEndpoints.Unknown());
        var proceedings = await store.FindAsync(village, stop);
        var given = StepJson.Read(body, before.Charter, actor.Name, clock.GetUtcNow());
        var step = given with { Round = proceedings.IsSettled ? proceedings.Round + 1 : proceedings.Round };
        if (step.Subject is { Charter: not null })
            step = step with { Subject = step.Subject with { Before = before.Charter } };
        if (step.Subject is { Plan: { } plan })
        {
            var draft = Open(await DraftAsync(village, plan, stop));
            Agree(draft.Plan, step.Subject.Charter ?? before.Charter);
            step = step with { Subject = step.Subject with { PlanHash = draft.Hash } };
        }

        if (proceedings.Refuse(step, before.Charter, desk.Today) is { } refusal)
            throw Refused(refusal);
        if (step.Step != Step.Resolution)
            return With(VillageChange.Of(before), step, []);
        if (step.Scan is null || await store.ScanAsync(village, step.Scan, stop) is null)
            throw new ProblemException(Problem.BadRequest("scan-missing", "决议要附扫描件。请先上传签了名的会议记录，再填它的编号（scan）。", "scan"));
        return await ResolveAsync(before, step with { Adopted = Proceedings.IsAdopted(step.Votes!, before.Charter) }, proceedings.Subject!, actor, stop);
    }, stop);

    async Task<VillageChange> ResolveAsync(Village before, RecordedStep resolution, Subject subject, Actor actor, CancellationToken stop)
    {
        var sentence = AssociationWords.Sentence(resolution);
        var change = VillageChange.Of(before);
        if (resolution.Adopted == true && subject.Charter is { } charter)
            change = change.WithCharter(charter, sentence, desk.Today, actor.Name);
        if (subject.Plan is not { } plan)
            return With(change, resolution, []);
        // Where another has recorded it meanwhile the draft is settled; the write finds that out, and it is decided anew.
        var draft = await DraftAsync(before.Code, plan, stop);
        return draft.Hash != subject.PlanHash
            ? throw Refused(Publication.Changed(plan))
            : With(change, resolution, [DraftStore.Move(before.Code, draft, resolution.Adopted == true ? DraftState.Resolved : DraftState.Rejected, resolution.Adopted == true ? sentence : null)]);
    }

    async Task<DraftPlan> DraftAsync(string village, string plan, CancellationToken stop) => await drafts.FindAsync(village, plan, stop)
        ?? throw new ProblemException(Problem.BadRequest("plan-unknown", $"没有叫 {plan} 的方案草案。请先测算并保存草案。", "plan"));

    static DraftPlan Open(DraftPlan draft) => draft.State is DraftState.Draft or DraftState.Rejected ? draft
        : throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "plan-settled", $"方案 {draft.Plan.Version} 已经通过决议，不用再提议。", "plan"));

    /// <summary>A plan carries the line and the cap it was worked out with; a charter adopted beside it must not say others.</summary>
    static void Agree(PlanInput plan, Charter charter)
    {
        if (plan.EntryLine == charter.EntryLine && plan.YearlyCap == charter.YearlyCap)
            return;
        var by = $"起补线 {plan.EntryLine.ToGroupedString()} 元，一个人一年{(plan.YearlyCap is { } cap ? $"最多 {cap.ToGroupedString()} 元" : "不设封顶")}";
        throw new ProblemException(Problem.BadRequest("plan-by-other-charter", $"方案 {plan.Version} 是照{by}测算的，和章程对不上。章程要改这些的，请先只议章程；通过以后重新测算方案，再议方案。", "plan"));
    }

    static ProblemException Refused(StepRefusal refusal) =>
        new(new Problem(refusal.Code is "step-order" or "plan-changed" ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest, refusal.Code, refusal.Detail, refusal.Field));

    static VillageChange With(VillageChange change, RecordedStep step, ImmutableArray<TableTransactionAction> rows)
    {
        var number = change.Counts.Steps + 1;
        return change with
        {
            Counts = change.Counts with { Steps = number },
            Rows = [.. change.Rows, AssociationStore.Add(change.Card.Code, number, step), .. rows],
        };
    }
}
