using Shouwang.Bot;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Calls;

/// <summary>Tells the officers of calls (来话通知). Not within the caller's turn: each conversation has its own, and one that cannot be reached must not hold up the person who calls.</summary>
internal sealed class CallDesk(CallStore calls, ClaimStore claims, OfficerDeskNews news, TimeProvider clock) : IAfterTurn
{
    /// <summary>Calls that are so old and untold were left by a process that died; younger ones are being told now.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public async Task DoneAsync(EffectContext context, Turn turn, CancellationToken cancellationToken)
    {
        foreach (var kind in turn.Effects.OfType<CallOfficer>().Select(call => call.Kind).Distinct(StringComparer.Ordinal))
        {
            if (context.Village is { } village && await calls.FindAsync(village, CallStore.IdOf(context.ConversationId, context.TurnId, kind), cancellationToken) is { Told: false } call)
                await TellAsync(call, cancellationToken);
        }
    }

    /// <summary>What the timer finds: calls nobody was told of.</summary>
    public async Task SweepAsync(CancellationToken stop)
    {
        foreach (var call in await calls.UntoldAsync(clock.GetUtcNow() - Grace, stop))
            await TellAsync(call, stop);
    }

    async Task TellAsync(Call call, CancellationToken stop)
    {
        var claim = call.Claim is { } id && await claims.FindAsync(call.Village, id, stop) is { } found ? ConversationKnowledge.View(found) : null;
        await news.TellAsync(call.Village, $"call-{call.Id}", new OfficerNews(call.Kind == Call.Objection ? Call.Objection : "call", call.Words, claim), stop);
        await calls.ToldAsync(call, stop);
    }
}
