using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>The rules of a claim's way (办理规则): who may move it where, and what that does to the money. Pure.</summary>
public static class ClaimMoves
{
    /// <summary>Moves a claim, or says why not.</summary>
    public static MoveAnswer Decide(ClaimProgress claim, ClaimFigures figures, MoveRequest request, Hand hand, Charter charter, DateOnly today) => (claim.State, request.To) switch
    {
        (ClaimState.Received, ClaimState.Checked) => Check(claim, figures, request, hand),
        (ClaimState.Checked, ClaimState.Approved) => Approve(claim, figures, request, hand, charter, today),
        (ClaimState.Approved, ClaimState.Published) => Move(claim with { ObjectionsUntil = charter.ObjectionDays == 0 ? null : today.AddDays(charter.ObjectionDays) }, request),
        (ClaimState.Published, ClaimState.Paid) => Pay(claim, figures, request, hand, today),
        (ClaimState.Received or ClaimState.Checked, ClaimState.Returned) => Return(claim, request, hand),
        (ClaimState.Returned, ClaimState.Received) => Move(claim with { Reasons = [], Words = null }, request),
        (ClaimState.Received or ClaimState.Checked or ClaimState.Returned, ClaimState.Refused) => Refuse(claim, figures, request, hand, charter, today),
        (ClaimState.Refused, ClaimState.Refused) when claim.Due < Fen.Zero => TakeBack(claim, request, today),
        _ => new MoveAnswer.Blocked("move-unknown", $"申请现在是“{claim.State.Chinese()}”，不能直接变成“{request.To.Chinese()}”。请刷新后再看。"),
    };

    /// <summary>Everything that can come next, what this person may not do with its reason.</summary>
    public static ImmutableArray<MoveOption> Options(ClaimProgress claim, ClaimFigures figures, Hand hand, Charter charter, DateOnly today)
    {
        return [.. Next(claim).Select(next => Option(next.To, next.Label))];

        MoveOption Option(ClaimState to, string label)
        {
            var reasons = to == ClaimState.Refused && claim.State != ClaimState.Refused ? [.. figures.Reasons, .. Reason.Refusals.Select(reason => reason.Number).Except(figures.Reasons)]
                : to == ClaimState.Returned ? Reason.Returns.Select(reason => reason.Number).ToImmutableArray()
                : [];
            // Asked as somebody would who fills in everything that is asked for.
            var filled = new MoveRequest(to) { Reasons = reasons.IsEmpty ? [] : [reasons[0]], Words = "", Cause = claim.Cause ?? Cause.Illness };
            return new MoveOption(to, label, reasons, Decide(claim, figures, filled, hand, charter, today) as MoveAnswer.Blocked)
            {
                NeedsWords = to == ClaimState.Approved && figures.Late,
                Amount = to == ClaimState.Approved ? figures.Amount : null,
                Note = to == ClaimState.Approved ? BeforeApproval(figures)
                    : to == ClaimState.Paid && claim.IsPaidUp ? $"以前发过 {claim.PaidOut.ToGroupedString()} 元，数没有变，这次不用再发钱。"
                    : null,
            };
        }
    }

    /// <summary>An appeal against a refusal (申诉): the claim comes in again, and others decide.</summary>
    public static MoveAnswer Appeal(ClaimProgress claim, DateOnly today) =>
        claim.State != ClaimState.Refused ? new MoveAnswer.Blocked("not-refused", $"申请现在是“{claim.State.Chinese()}”，没有不予补助的决定，不用申诉。")
        : claim.AppealUntil is not { } until ? new MoveAnswer.Blocked("appeal-final", "申诉已经处理过，这是最后的决定。还有意见，可以向村民代表会议提出。")
        : today > until ? new MoveAnswer.Blocked("appeal-late", $"申诉要在{until.InWords()}以前提出，已经过了期限。还有意见，可以向村民代表会议提出。")
        : new MoveAnswer.Moved(claim with { State = ClaimState.Received, Appeals = claim.Appeals + 1, AppealUntil = null, Reasons = [], Words = null }, Money: null);

    /// <summary>Takes a decided claim up again (重新办理): what was approved stays on the books until another decision corrects it.</summary>
    public static MoveAnswer Reopen(ClaimProgress claim, Hand hand) =>
        claim.Listed is { } list ? OnList(list)
        : claim.State is ClaimState.Approved or ClaimState.Published or ClaimState.Paid or ClaimState.Refused
            ? new MoveAnswer.Moved(claim.MadeBy(hand.Id) with { State = ClaimState.Received, ApprovedBy = null, ObjectionsUntil = null, AppealUntil = null, Reasons = [], Words = null }, Money: null)
            : new MoveAnswer.Blocked("not-decided", $"申请现在是“{claim.State.Chinese()}”，还没有决定，直接改就行，不用重新办理。");

    /// <summary>Puts a claim on a list that is handed to the bank (列入代发清单): as if it were paid now, by the same rules, so that nothing is handed over that could not be recorded afterwards.</summary>
    /// <param name="list">The list's number.</param>
    public static MoveAnswer List(ClaimProgress claim, ClaimFigures figures, string list, Hand hand, DateOnly today) =>
        claim.State != ClaimState.Published ? new MoveAnswer.Blocked("list-not-now", $"申请现在是“{claim.State.Chinese()}”，公示期满、还没有发放的才能列入代发清单。")
        : claim.Due <= Fen.Zero ? new MoveAnswer.Blocked("list-not-now", "这笔没有要发的钱，不能列入代发清单。")
        : Pay(claim, figures, new MoveRequest(ClaimState.Paid), hand, today) is MoveAnswer.Blocked blocked ? blocked
        : new MoveAnswer.Moved(claim with { Listed = list }, Money: null);

    /// <summary>The money did not go out (没发成): the claim is off the list, and can be paid otherwise.</summary>
    public static MoveAnswer Unlist(ClaimProgress claim, string list) =>
        claim.Listed == list ? new MoveAnswer.Moved(claim with { Listed = null }, Money: null)
        : NotOnList(list);

    /// <summary>Whether an objection to what was decided can be written down (记下意见): before the money goes out. Earlier it is simply put right, later the claim is taken up again.</summary>
    public static MoveAnswer.Blocked? Object(ClaimState state) => state is ClaimState.Approved or ClaimState.Published ? null
        : new MoveAnswer.Blocked("objection-not-now", $"申请现在是“{state.Chinese()}”，{(IsOpen(state) ? "还没有定下来，有意见直接核对、改正就行。" : "有意见请点“重新办理”。")}");

    /// <summary>Whether facts, disease and cause can be changed as the claim stands.</summary>
    public static bool IsOpen(ClaimState state) => state is ClaimState.Received or ClaimState.Checked or ClaimState.Returned;

    private static string? BeforeApproval(ClaimFigures figures) =>
        figures.Unpaid is { } year ? $"账上没有他 {year} 年的会费，别人的有。他在名册上，可以补；请先问清是没有交，还是漏记了。{figures.Low?.Sentence}" : figures.Low?.Sentence;

    private static IEnumerable<(ClaimState To, string Label)> Next(ClaimProgress claim) => claim.State switch
    {
        ClaimState.Received => [(ClaimState.Checked, "核对无误"), (ClaimState.Returned, "退回补材料"), (ClaimState.Refused, "不予补助")],
        ClaimState.Checked => [(ClaimState.Approved, "审核通过"), (ClaimState.Returned, "退回补材料"), (ClaimState.Refused, "不予补助")],
        ClaimState.Approved => [(ClaimState.Published, "公示")],
        ClaimState.Published => [(ClaimState.Paid, claim.Due < Fen.Zero ? "记下退回的钱" : claim.IsPaidUp ? "办完，不再发钱" : "记下已发放")],
        ClaimState.Returned => [(ClaimState.Received, "材料补来了"), (ClaimState.Refused, "不予补助")],
        ClaimState.Refused when claim.Due < Fen.Zero => [(ClaimState.Refused, "记下退回的钱")],
        _ => [],
    };

    private static MoveAnswer Check(ClaimProgress claim, ClaimFigures figures, MoveRequest request, Hand hand)
    {
        if (figures.Amount is null)
            return new MoveAnswer.Blocked("amount-unknown", "补多少还不能算。请先选定病种，或者补上缺的内容。");
        if ((request.Cause ?? claim.Cause) is not { } cause)
            return new MoveAnswer.Blocked("cause-missing", "请先问清这次住院的原因（是不是交通事故、工伤等），确认以后再核对。");
        return Cause.IsCause(cause)
            ? Move(claim.MadeBy(hand.Id) with { Cause = cause }, request)
            : new MoveAnswer.Blocked("cause-unknown", "没有这种住院原因。请从列出的里面选。");
    }

    private static MoveAnswer Approve(ClaimProgress claim, ClaimFigures figures, MoveRequest request, Hand hand, Charter charter, DateOnly today)
    {
        if (!hand.MayApprove)
            return new MoveAnswer.Blocked("role-wrong", "审核要由复核人来做。");
        if (claim.Makers.Contains(hand.Id))
            return new MoveAnswer.Blocked("same-person", "这笔申请您经手过，不能再由您审核。请另一位复核人审核。");
        if (claim.RefusedBy.Contains(hand.Id))
            return new MoveAnswer.Blocked("same-person", "这笔申请您决定过不予补助，申诉不能再由您审核。请另一位复核人审核。");
        if (claim.Cause is null || claim.Makers.IsEmpty)
            return new MoveAnswer.Blocked("cause-missing", "还没有人确认住院的原因（是不是交通事故、工伤等）。请经办人先确认。");
        if (figures.Misread)
            return new MoveAnswer.Blocked("misread-unsettled", "有人说这笔的材料读错了，还没有办完，先不能审核。请对照照片：错了的改好，没有错的也告诉他，写明怎么办的，点“办完了”。");
        if (figures is not { Amount: { } amount, Disease: { } disease })
            return new MoveAnswer.Blocked("amount-unknown", "补多少还不能算，不能审核。请先选定病种，或者补上缺的内容。");
        if (Cause.Excluding(charter, claim.Cause) is not null || amount <= Fen.Zero)
            return new MoveAnswer.Blocked("nothing-to-pay", "按章程这笔申请没有可补的钱，不能审核通过。请按理由不予补助，或者改正后再审。");
        if (figures.Low is { Amount.Value: 0, Sentence: { } wait })
            return new MoveAnswer.Blocked("money-low", wait);
        if (figures.Late && request.Words is null)
            return new MoveAnswer.Blocked("late", "这笔申请过了期限。要补，请写明为什么还能补；不补，请按理由不予补助。");
        if (request.Seen is { } seen && seen != amount)
            return new MoveAnswer.Blocked("amount-changed", $"补助金额现在是 {amount.ToGroupedString()} 元，和您看到的不一样。请刷新后再审。");
        var next = new Award((claim.Award?.Number ?? 0) + 1, amount, disease, figures.Serious, figures.Plan);
        var approved = claim with { ApprovedBy = hand.Id, Award = claim.Award is { } kept && kept.SaysTheSame(next) ? kept : next, Reasons = [], Words = null };
        return Move(approved, request, Difference(claim.Award, approved.Award, today));
    }

    private static MoveAnswer Pay(ClaimProgress claim, ClaimFigures figures, MoveRequest request, Hand hand, DateOnly today)
    {
        // Whoever pays it by itself while the bank has the list pays it twice.
        if (claim.Listed != request.List)
            return claim.Listed is { } list ? OnList(list) : NotOnList(request.List!);
        if (hand.Id == claim.ApprovedBy)
            return new MoveAnswer.Blocked("same-person", "这笔申请是您审核的，发放不能再由您记。请另一位工作人员来记。");
        if (claim.ObjectionsUntil is { } until && today <= until)
            return new MoveAnswer.Blocked("objections-open", $"公示到{until.InWords()}为止，过了这天才能发放。");
        // Money that is brought back is taken whoever objects to what.
        if (figures.Objected && claim.Due >= Fen.Zero)
            return new MoveAnswer.Blocked("objection-unsettled", "有人对这笔提了意见，还没有办完，先不能发放。请查清楚，写下怎么办的。");
        return Settled(claim with { State = ClaimState.Paid, Listed = null }, request, today);
    }

    private static MoveAnswer.Blocked NotOnList(string list) => new("not-listed", $"这笔已经不在代发清单 {list} 里等着了。请刷新后再看。");

    private static MoveAnswer.Blocked OnList(string list) => new("listed", $"这笔在代发清单 {list} 里，可能已经交给银行了。请到“发放”里打开这张清单，记下发成了没有；没发成的，拿下来以后再办。");

    private static MoveAnswer Return(ClaimProgress claim, MoveRequest request, Hand hand) =>
        Reasoned(request, Reason.Returns, "退回") is { } blocked ? blocked
        : Move(claim.MadeBy(hand.Id) with { Reasons = request.Reasons, Words = request.Words }, request);

    private static MoveAnswer Refuse(ClaimProgress claim, ClaimFigures figures, MoveRequest request, Hand hand, Charter charter, DateOnly today)
    {
        if (Reasoned(request, Reason.Refusals, "不予补助") is { } blocked)
            return blocked;
        if (claim.RefusedBy.Contains(hand.Id))
            return new MoveAnswer.Blocked("same-person", "这笔申请您决定过一次，申诉要由另一位工作人员决定。");
        // What the rules say themselves needs no more words; a person's own judgement does.
        if (request.Reasons.Any(reason => !figures.Reasons.Contains(reason)) && request.Words is null)
            return new MoveAnswer.Blocked("words-missing", "这个理由不是系统算出来的。请写明具体情况，让申请人看得懂。");
        var refused = claim with
        {
            ApprovedBy = null,
            RefusedBy = claim.RefusedBy.Add(hand.Id),
            AppealUntil = claim.Appeals == 0 ? today.AddDays(charter.AppealDays) : null,
            Reasons = request.Reasons,
            Words = request.Words,
            Award = claim.Award is { Amount.Value: > 0 } award ? award with { Number = award.Number + 1, Amount = Fen.Zero } : claim.Award,
        };
        return Move(refused, request, Difference(claim.Award, refused.Award, today));
    }

    /// <summary>The person gives back what had been paid before the claim was refused.</summary>
    private static MoveAnswer.Moved TakeBack(ClaimProgress claim, MoveRequest request, DateOnly today) => Settled(claim, request, today);

    private static MoveAnswer.Moved Settled(ClaimProgress claim, MoveRequest request, DateOnly today)
    {
        var due = claim.Due;
        var money = due == Fen.Zero ? null
            : due > Fen.Zero ? new MoneyMove(MoneyMoveKind.Paid, claim.Award!, null, due, today, request.InCash) { List = request.List }
            : new MoneyMove(MoneyMoveKind.Returned, claim.Award!, null, -due, today, request.InCash);
        return Move(claim with { PaidOut = claim.PaidOut + due, BroughtBack = due < Fen.Zero ? -due : Fen.Zero }, request, money);
    }

    private static MoveAnswer.Blocked? Reasoned(MoveRequest request, ImmutableArray<Reason> known, string what) =>
        request.Reasons.IsEmpty ? new MoveAnswer.Blocked("reason-missing", $"{what}要写明理由。请从列出的理由里选。")
        : request.Reasons.Any(number => known.All(reason => reason.Number != number)) ? new MoveAnswer.Blocked("reason-unknown", $"{what}没有这个编号的理由。请从列出的理由里选。")
        : request.Reasons.Contains(known[^1].Number) && request.Words is null ? new MoveAnswer.Blocked("words-missing", "选了“其他原因”，请写明是什么。")
        : null;

    private static MoneyMove? Difference(Award? before, Award? now, DateOnly today) =>
        now is null || ReferenceEquals(before, now) || (before is not null && before.SaysTheSame(now)) ? null
        : before is null ? new MoneyMove(MoneyMoveKind.Approved, now, null, now.Amount, today, InCash: false)
        : new MoneyMove(MoneyMoveKind.Corrected, now, before, now.Amount, today, InCash: false);

    private static MoveAnswer.Moved Move(ClaimProgress after, MoveRequest request, MoneyMove? money = null) => new(after with { State = request.To }, money);
}
