using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Shouwang.Bot;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Http;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>What officers and villagers do with claims by chat (会话里办补助), by the same rules as at the desk.</summary>
internal sealed class ConversationClaims(ClaimStore claims, ClaimWorkflow workflow, FolderConfirmations confirmations, Tying tying, TimeProvider clock)
{
    /// <summary>More than anybody reads in a chat.</summary>
    const int Most = 10;

    const string NotYours = "只有本村在册的经办人、复核人能办。您的身份可能已经收回，请问县里。";

    /// <summary>Claims that wait for somebody of the village, those that wait for this person before the others, the oldest first, with what this person may do now.</summary>
    public async Task<OfficerView?> DeskAsync(Village village, string conversation, CancellationToken stop)
    {
        if (await tying.StaffAsync(village.Code, conversation, stop) is not { } actor)
            return null;
        var open = (await claims.InVillageAsync(village.Code, stop)).Where(claim => claim.State is "received" or "checked" or "approved" or "published").Reverse();
        var waiting = open.ToLookup(claim => ClaimTurn.IsOf(claim.Progress, ClaimWorkflow.HandOf(actor), clock.Today()));
        var pending = await Task.WhenAll(waiting[true].Concat(waiting[false]).Take(Most).Select(claim => PendingAsync(village, claim.Id, actor, stop)));
        return new OfficerView(actor.Name, [.. pending.OfType<PendingView>()])
        {
            Others = waiting[false].Count(),
            Total = waiting[true].Count() + waiting[false].Count(),
            Causes = [.. Cause.Choices(village.Charter).Select(cause => new CauseView(cause.Name, cause.Chinese))],
        };
    }

    /// <summary>Asked again under the same turn, the move has been made and is found.</summary>
    public async Task<ClaimMoveAnswered> MoveAsync(string village, EffectContext context, MoveClaim move, CancellationToken stop)
    {
        if (await tying.StaffAsync(village, context.ConversationId, stop) is not { } actor)
            return new ClaimMoveAnswered(null, move.To, NotYours);
        if (!ClaimStates.TryRead(move.To, out var to) || await claims.FindAsync(village, move.Claim, stop) is not { } claim)
            return new ClaimMoveAnswered(null, move.To, "没有这笔申请。");
        var request = new MoveRequest(to)
        {
            Words = move.Reason,
            Reasons = to switch
            {
                ClaimState.Refused or ClaimState.Returned when move.Number is { } number => [number],
                ClaimState.Refused => claim.Reasons.Count > 0 ? [.. claim.Reasons] : [Reason.OtherRefusal],
                ClaimState.Returned => [Reason.OtherReturn],
                _ => [],
            },
            Cause = move.Cause,
            Seen = to == ClaimState.Approved && Fen.TryParse(move.Seen?.Replace(",", "", StringComparison.Ordinal) ?? "", out var seen) ? seen : null,
            InCash = to == ClaimState.Paid && move.Reason?.Contains("现金", StringComparison.Ordinal) == true,
        };
        var asked = new Asked(actor, Key(context));
        return await AskAsync(
            async () => new ClaimMoveAnswered(
                ConversationKnowledge.View(IsCause(claim, request) ? await workflow.ConfirmCauseAsync(village, move.Claim, move.Cause!, asked, stop) : await workflow.MoveAsync(village, move.Claim, request, asked, stop)), move.To, null),
            refusal => new ClaimMoveAnswered(null, move.To, refusal));
    }

    /// <summary>What was checked by itself lacks nothing but the cause. Asked again under the same turn, it has been confirmed and is found.</summary>
    static bool IsCause(Claim claim, MoveRequest request) => request is { To: ClaimState.Checked, Cause: { } cause } && Cause.IsCause(cause) && claim.Progress?.State == ClaimState.Checked;

    /// <summary>Only the person whose conversation the claim came by appeals with it.</summary>
    public async Task<AppealAnswered> AppealAsync(string village, EffectContext context, AppealClaim appeal, CancellationToken stop) =>
        !await confirmations.IsOfConversationAsync(village, context.ConversationId, appeal.Claim, stop)
            ? new AppealAnswered("没有这笔申请。")
            : await AskAsync(
                async () =>
                {
                    await workflow.AppealAsync(village, appeal.Claim, appeal.Reason, new Asked(ClaimRegister.Villager, Key(context)), stop);
                    return new AppealAnswered(null);
                },
                refusal => new AppealAnswered(refusal));

    async Task<PendingView?> PendingAsync(Village village, string id, Security.Actor actor, CancellationToken stop)
    {
        if (await claims.FindAsync(village.Code, id, stop) is not { } claim)
            return null;
        var options = await workflow.OptionsAsync(claim, village, actor, stop);
        var note = await confirmations.OfClaimAsync(village.Code, id, stop) switch { true => "本人核对过。", false => "本人说读错了。", null => null };
        var cause = ClaimTurn.WaitsForCause(claim.Progress!) && ClaimTurn.IsOf(claim.Progress!, ClaimWorkflow.HandOf(actor), clock.Today());
        var (view, more, back) = Now(ConversationKnowledge.View(claim), options);
        return new PendingView(view, [.. cause ? [ClaimState.Checked.Name()] : Array.Empty<string>(), .. options.Where(option => option.Blocked is null && !(back is not null && option.To == ClaimState.Paid)).Select(option => option.To.Name())], $"{note}{more}")
        {
            CauseKnown = claim.Progress?.Cause is not null,
            Blocked = back ?? options.FirstOrDefault(option => option.Blocked is not null)?.Blocked?.Chinese,
        };
    }

    /// <summary>The amount that the next move is about: cut where money is low, the difference where something was paid before. Money that comes back is recorded at the desk alone.</summary>
    static (ClaimView View, string? Note, string? Back) Now(ClaimView view, ImmutableArray<MoveOption> options) =>
        view is { State: "published", ToReturn: { } over } ? (view, null, $"多发的 {over} 元要收回来。收到了，请到村务台打开这笔申请，点“记下退回的钱”。")
        : view is { State: "published", StillDue: { } due, PaidOut: { } paid } ? (view with { Amount = due, AmountInCapitals = CapitalNumeral.Write(Fen.Parse(due.Replace(",", "", StringComparison.Ordinal))) }, $"以前发过 {paid} 元，这是要补发的。", null)
        : view.PaidAsBefore ? (view with { Amount = "0.00", AmountInCapitals = null }, $"以前发过 {view.PaidOut} 元，数没有变，这次不用再发钱。", null)
        : options.FirstOrDefault(option => option.To == ClaimState.Approved) is { Blocked: null, Amount: { } would, Note: { } low } ? (view with { Amount = would.ToGroupedString(), AmountInCapitals = CapitalNumeral.Write(would) }, low, null)
        : (view, null, null);

    static string Key(EffectContext context) => "chat-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{context.ConversationId}\n{context.TurnId}")).AsSpan(0, 16));

    /// <summary>What stands in the way is an answer in words, not a failure.</summary>
    static async Task<T> AskAsync<T>(Func<Task<T>> ask, Func<string, T> refused)
    {
        try
        {
            return await ask();
        }
        catch (ProblemException problem)
        {
            return refused(problem.Problem.Detail);
        }
    }
}
