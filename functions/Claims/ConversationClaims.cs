using Shouwang.Bot;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Claims;

/// <summary>What officers and villagers do with claims by chat (会话里办补助), by the same rules as at the desk.</summary>
internal sealed class ConversationClaims(ClaimStore claims, Tying tying)
{
    /// <summary>More than anybody reads in a chat.</summary>
    const int Most = 30;

    const string NotYours = "只有本村在册的经办人、复核人能办。您的身份可能已经收回，请问县里。";

    /// <summary>Claims that wait for somebody of the village, oldest first, with what this person may do now.</summary>
    public async Task<OfficerView?> DeskAsync(string village, string conversation, CancellationToken stop)
    {
        if (await tying.StaffAsync(village, conversation, stop) is not { } actor)
            return null;
        var waiting = (await claims.InVillageAsync(village, stop)).Where(claim => claim.State is "received" or "checked" or "approved" or "published").Reverse().Take(Most);
        var pending = await Task.WhenAll(waiting.Select(claim => claims.FindAsync(village, claim.Id, stop)));
        return new OfficerView(actor.Name, [.. pending.OfType<Claim>().Select(claim => new PendingView(ConversationKnowledge.View(claim), [], null))]);
    }

    public async Task<ClaimMoveAnswered> MoveAsync(string village, EffectContext context, MoveClaim move, CancellationToken stop) =>
        await tying.StaffAsync(village, context.ConversationId, stop) is null
            ? new ClaimMoveAnswered(null, move.To, NotYours)
            : new ClaimMoveAnswered(null, move.To, "这里还办不了，请到管理页面办。");

    public async Task<AppealAnswered> AppealAsync(string village, AppealClaim appeal, CancellationToken stop) =>
        new(await claims.FindAsync(village, appeal.Claim, stop) is null ? "没有这笔申请。" : "这里还办不了，请打电话。");
}
