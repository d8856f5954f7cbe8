using System.Collections.Immutable;
using Shouwang.Functions.Calls;
using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Claims;

/// <summary>What somebody asks to happen to a claim, beside the request itself.</summary>
/// <param name="Key">Idempotency key: asked again with the same key, nothing happens twice.</param>
/// <param name="Version">The claim's version the person saw; null where he takes it as it is.</param>
internal sealed record Asked(Actor Actor, string? Key = null, int? Version = null);

/// <summary>Moves claims (办理申请): load, decide by <see cref="ClaimMoves"/>, write the decision by ETag, then post to the ledger and tell people. What a crash cuts off is completed by the timer.</summary>
internal sealed class ClaimWorkflow(ClaimStore claims, ClaimDesk desk, SheetRegister sheets, LedgerStore ledger, CallStore calls, ClaimCalls said, UnfinishedMoves unfinished, MoveFinisher finisher, TimeProvider clock)
{
    const int MostTries = 40;

    DateOnly Today => clock.Today();

    public static Hand HandOf(Actor actor) => new(actor.Id, actor.Role is Role.Checker or Role.Administrator);

    /// <summary>What this person can do next, and what stands in the way of the rest.</summary>
    public async Task<ImmutableArray<MoveOption>> OptionsAsync(Claim claim, Village village, Actor actor, CancellationToken stop)
    {
        var figures = await FiguresAsync(claim, village, stop);
        return ClaimMoves.Options(claim.Progress!, figures, HandOf(actor), village.Charter, Today);
    }

    /// <summary>Moves a claim.</summary>
    /// <exception cref="ProblemException">404, 403 for the wrong person, 409 with what stands in the way.</exception>
    public Task<Claim> MoveAsync(string village, string id, MoveRequest request, Asked asked, CancellationToken stop) =>
        ChangeAsync(village, id, asked, request.To == ClaimState.Approved, async (stored, about) =>
        {
            var claim = stored.Claim;
            if (request.To == ClaimState.Approved && stored.Progress.State == ClaimState.Checked && await FreshAsync(claim, stop) is { } fresh)
                return fresh;
            var figures = await FiguresAsync(claim, about, stop);
            var moved = Or409(ClaimMoves.Decide(stored.Progress, figures, request, HandOf(asked.Actor), about.Charter, Today));
            if (request.To == ClaimState.Approved && await sheets.ReserveAsync(claim.Stay, village, id, stop) is not null)
                return await FreshAsync(claim, stop) ?? throw Refused("sheet-busy", "同一张结算单正在另一笔申请里办理。请过一会儿再看。");
            var after = request is { To: ClaimState.Checked, Cause: { } cause } && cause != stored.Progress.Cause ? await desk.WorkOutAsync(ClaimBasis.Of(claim) with { Cause = cause }, stop) : null;
            return new Change("moved", moved.After, after)
            {
                Money = moved.Money,
                Reasons = request.Reasons,
                Words = request.To == ClaimState.Approved ? Join(request.Words, figures.Low?.Sentence) : request.Words,
                // What was paid before is not written down as paid once more.
                Amount = moved.Money?.Amount ?? (request.To == ClaimState.Paid ? null : figures.Amount),
                List = request.List,
            };
        }, stop);

    /// <summary>The bank did not pay it: it is off the list, with the reason (没发成).</summary>
    public Task<Claim> UnlistAsync(string village, string id, string list, string words, Asked asked, CancellationToken stop) =>
        ChangeAsync(village, id, asked, guarded: false, (stored, _) =>
            Task.FromResult<Change?>(new Change("unlisted", Or409(ClaimMoves.Unlist(stored.Progress, list)).After, null) { Words = words, List = list }), stop);

    /// <summary>Works the claim out again from changed facts, disease or cause, as a new revision.</summary>
    public Task<Claim> ReviseAsync(string village, string id, string kind, Func<ClaimBasis, ClaimBasis> revise, Func<Claim, Claim, IReadOnlyList<FieldChange>> changes, Asked asked, CancellationToken stop) =>
        ChangeAsync(village, id, asked, guarded: false, async (stored, _) =>
        {
            if (!ClaimMoves.IsOpen(stored.Progress.State))
                throw Refused("claim-settled", $"这笔申请{stored.Progress.State.Chinese()}，不能直接改。要改，请先重新办理。");
            var worked = await desk.WorkOutAsync(revise(ClaimBasis.Of(stored.Claim)), stop);
            var state = worked.IsClear ? ClaimState.Checked : ClaimState.Received;
            return new Change(kind, MadeBy(stored.Progress, asked.Actor) with { State = state, Reasons = [], Words = null }, worked)
            {
                Changes = changes(stored.Claim, worked.Claim),
                Amount = Amount(worked.Claim),
            };
        }, stop);

    /// <summary>Roster or plan say today what they did not say when the claim came in: it is worked out once more from the same papers. Nobody has judged anything by that.</summary>
    public Task<Claim> RecomputeAsync(string village, string id, Asked asked, CancellationToken stop) =>
        ChangeAsync(village, id, asked, guarded: false, async (stored, _) =>
        {
            if (!CanBeRecomputed(stored.Claim))
                throw Refused("claim-settled", "这笔申请的数已经算出来了，不用重新算。");
            var worked = await desk.WorkOutAsync(ClaimBasis.Of(stored.Claim), stop);
            return Amount(worked.Claim) is null && worked.Claim.Missing.SequenceEqual(stored.Claim.Missing)
                ? null
                : new Change("recomputed", stored.Progress with { State = worked.IsClear ? ClaimState.Checked : ClaimState.Received }, worked) { Amount = Amount(worked.Claim) };
        }, stop);

    public static bool CanBeRecomputed(Claim claim) => claim is { Amount: null, Progress.State: ClaimState.Received or ClaimState.Checked };

    /// <summary>An officer or the villager says why the cause of the stay is what it is.</summary>
    public Task<Claim> ConfirmCauseAsync(string village, string id, string cause, Asked asked, CancellationToken stop) =>
        ChangeAsync(village, id, asked, guarded: false, async (stored, _) =>
        {
            if (!ClaimMoves.IsOpen(stored.Progress.State))
                throw Refused("claim-settled", $"这笔申请{stored.Progress.State.Chinese()}，不能直接改。要改，请先重新办理。");
            if (cause == stored.Progress.Cause)
                return null;
            var worked = await desk.WorkOutAsync(ClaimBasis.Of(stored.Claim) with { Cause = cause }, stop);
            return new Change("cause", MadeBy(stored.Progress, asked.Actor) with { Cause = cause }, worked)
            {
                Changes = [new FieldChange("cause", "住院原因", stored.Progress.Cause, cause)],
                Amount = Amount(worked.Claim),
            };
        }, stop);

    public Task<Claim> AppealAsync(string village, string id, string words, Asked asked, CancellationToken stop) =>
        ChangeAsync(village, id, asked, guarded: false, (stored, _) =>
            Task.FromResult<Change?>(new Change("appealed", Or409(ClaimMoves.Appeal(stored.Progress, Today)).After, null) { Words = words }), stop);

    /// <summary>Somebody objects at the office to what was decided (记下意见): the money waits until it is settled. Asked again with the same key, it is written down once.</summary>
    public async Task<Claim> ObjectAsync(string village, string id, string words, Asked asked, CancellationToken stop)
    {
        var claim = await claims.FindAsync(village, id, stop) ?? throw new ProblemException(ClaimEndpoints.Unknown());
        var call = CallStore.IdOf(id, $"{asked.Actor.Id} {asked.Key ?? Guid.NewGuid().ToString("N")}", Call.Objection);
        // Whatever became of the claim since: it is written down already.
        if (await calls.FindAsync(village, call, stop) is not null)
            return claim;
        if (ClaimMoves.Object(claim.Progress!.State) is { } blocked)
            throw Refused(blocked.Code, blocked.Chinese);
        await calls.AddAsync(new Call(village, call, clock.GetUtcNow(), Call.Objection, words, id, Conversation: null, Told: false) { NotedBy = asked.Actor.Name }, stop);
        return claim;
    }

    public Task<Claim> ReopenAsync(string village, string id, string words, Asked asked, CancellationToken stop) =>
        ChangeAsync(village, id, asked, guarded: false, (stored, _) =>
            Task.FromResult<Change?>(new Change("reopened", Or409(ClaimMoves.Reopen(stored.Progress, HandOf(asked.Actor))).After, null) { Words = words }), stop);

    /// <summary>The one way a claim changes: what <paramref name="decide"/> says of the claim as loaded is written if nobody else was faster; null where it is so already.</summary>
    async Task<Claim> ChangeAsync(string village, string id, Asked asked, bool guarded, Func<StoredClaim, Village, Task<Change?>> decide, CancellationToken stop)
    {
        int? seen = asked.Version;
        for (var tried = 0; tried < MostTries; tried++)
        {
            var stored = await claims.LoadAsync(village, id, stop) ?? throw new ProblemException(ClaimEndpoints.Unknown());
            // What an earlier move left undone comes first; its money may not be there otherwise.
            if (stored.Pending is not null)
                stored = await finisher.FinishAsync(stored, stop);
            if (asked.Key is { } key && (await claims.EventsAsync(village, id, stop)).Any(happened => happened.Key == key && happened.By == asked.Actor.Id))
                return stored.Claim;
            if ((seen ??= stored.Progress.Version) != stored.Progress.Version)
                throw Refused("claim-changed", "这笔申请刚刚有了变化，可能是同事改的，也可能是您上一次已经办成了。请看看现在的样子再办。");
            var about = await desk.VillageAsync(village, stop);
            var guard = guarded && stored.Claim.Member is { } member ? await claims.GuardAsync(village, member, stop) : null;
            if (await decide(stored, about) is not { } change)
                return stored.Claim;
            if (await TryAsync(stored, change, asked, about, guard, stop) is { } done)
                return change.Instead is null ? done : throw change.Instead;
            // Another approval for the same member came between: this claim itself is as it was, so look again.
            await Task.Delay(Random.Shared.Next(5, 25 + (10 * tried)), stop);
        }

        throw Refused("busy", "办理的人太多，这次没有办成。请过一会儿再试。");
    }

    async Task<Claim?> TryAsync(StoredClaim stored, Change change, Asked asked, Village village, MemberGuard? guard, CancellationToken stop)
    {
        var progress = change.After with { Version = stored.Progress.Version + 1 };
        var claim = change.Worked?.Claim ?? stored.Claim;
        var (from, to) = (stored.Progress.State.Name(), progress.State.Name());
        var by = change.BySystem ? (Id: "system", Name: "系统") : (asked.Actor.Id, asked.Actor.Name);
        var happened = new ClaimEvent(progress.Version, clock.GetUtcNow(), by.Id, by.Name, change.Kind, from, to)
        {
            Revision = claim.Revision,
            Reasons = change.Reasons,
            Words = change.Words,
            Amount = change.Amount,
            Changes = change.Changes,
            List = change.List,
            Key = change.BySystem ? null : asked.Key,
        };
        var fee = LedgerTerms.Of(village.Charter).Fee;
        var pending = change.Money is null && from == to ? null : new Pending(from, to, change.Money, stored.Progress, fee.Share.Value, fee.Rounding);
        if (pending is not null)
            await unfinished.MarkAsync(stored.Claim.Village, stored.Claim.Id, progress.Version, stop);
        var saved = await claims.SaveAsync(stored, claim, progress, change.Worked?.Record, happened, pending, guard, stop);
        return saved is null ? null
            : pending is null ? saved.Claim
            : (await finisher.FinishAsync(saved, stop)).Claim;
    }

    /// <summary>What an approval rests on, looked at once more: other claims of the member, other villages' sheets. Null where the amount is still the same.</summary>
    async Task<Change?> FreshAsync(Claim claim, CancellationToken stop)
    {
        var worked = await desk.WorkOutAsync(ClaimBasis.Of(claim), stop);
        if (worked.Claim.Amount == claim.Amount && worked.Claim.Disease == claim.Disease)
            return null;
        var why = worked.Claim.Steps.Count > 0 ? worked.Claim.Steps[^1].Sentence : "";
        return new Change("recomputed", claim.Progress! with { State = ClaimState.Received }, worked)
        {
            BySystem = true,
            Amount = Amount(worked.Claim),
            Words = why,
            Instead = Refused("amount-changed", $"重新核算以后，补助金额变了，没有审核通过。{why}请重新核对。"),
        };
    }

    /// <summary>What would be approved now.</summary>
    public async Task<ClaimFigures> FiguresAsync(Claim claim, Village village, CancellationToken stop)
    {
        var figures = new ClaimFigures(Amount(claim), [.. claim.Reasons], claim.Disease, claim.Serious, claim.Plan)
        {
            Late = claim.Late,
            Objected = claim.State == "published" && await calls.IsObjectedAsync(village.Code, claim.Id, stop),
            Unpaid = claim is { State: "checked", Member: { } member } && int.Parse(claim.Discharged.AsSpan(0, 4)) is var year && await ledger.IsUnpaidAsync(village.Code, member, year, stop) ? year : null,
            Misread = claim.State == "checked" && await said.IsMisreadAsync(claim, stop),
        };
        if (claim.State != "checked" || figures is not { Amount: { Value: > 0 } full, Disease: { } disease } || claim.Progress?.Award is { Amount.Value: > 0 })
            return figures;
        var ahead = village.Charter.LowMoney.Action == LowMoneyAction.Queue ? await claims.AheadAsync(village.Code, claim, stop) : Fen.Zero;
        return figures.With(LowMoneyRule.Of(full, village.Charter, await ledger.BooksAsync(village.Code, stop), DiseaseGroup.Of(disease, claim.Serious), Today.Year, ahead));
    }

    static string? Join(string? words, string? low) => low is null ? words : $"{words}{low}";

    public static Fen? Amount(Claim claim) => claim.Amount is { } amount ? Fen.Parse(amount) : null;

    static ClaimProgress MadeBy(ClaimProgress progress, Actor actor) => actor.Id == ClaimRegister.Villager.Id ? progress : progress.MadeBy(actor.Id);

    static MoveAnswer.Moved Or409(MoveAnswer answer) => answer switch
    {
        MoveAnswer.Moved moved => moved,
        MoveAnswer.Blocked { Code: "role-wrong" or "same-person" } blocked => throw new ProblemException(new Problem(StatusCodes.Status403Forbidden, blocked.Code, blocked.Chinese)),
        MoveAnswer.Blocked { Code: "reason-missing" or "reason-unknown" or "words-missing" or "cause-unknown" } blocked => throw new ProblemException(Problem.BadRequest(blocked.Code, blocked.Chinese)),
        MoveAnswer.Blocked blocked => throw Refused(blocked.Code, blocked.Chinese),
        _ => throw new InvalidOperationException("A third kind of answer."),
    };

    static ProblemException Refused(string code, string detail) => new(new Problem(StatusCodes.Status409Conflict, code, detail));

    /// <summary>What is to be written.</summary>
    /// <param name="Worked">With a new revision.</param>
    sealed record Change(string Kind, ClaimProgress After, WorkedOut? Worked)
    {
        public MoneyMove? Money { get; init; }
        public IReadOnlyList<int> Reasons { get; init; } = [];
        public string? Words { get; init; }
        public Fen? Amount { get; init; }
        public IReadOnlyList<FieldChange> Changes { get; init; } = [];
        public string? List { get; init; }
        public bool BySystem { get; init; }

        /// <summary>What was asked for did not happen; this did.</summary>
        public ProblemException? Instead { get; init; }
    }
}
