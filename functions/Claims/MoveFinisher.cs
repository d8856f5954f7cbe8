using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Claims;

/// <summary>Does what follows a decided move (了结办理): posts it to the ledger, tells people, and takes the move back where the ledger refuses. May be run at any time and any number of times.</summary>
internal sealed partial class MoveFinisher(ClaimStore claims, LedgerStore ledger, UnfinishedMoves unfinished, IClaimNotices notices, TimeProvider clock, ILogger<MoveFinisher> log)
{
    /// <summary>A move younger than this may still be under way elsewhere.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Finishes the claim's last move.</summary>
    /// <exception cref="ProblemException">The ledger refused; the move was taken back.</exception>
    public async Task<StoredClaim> FinishAsync(StoredClaim stored, CancellationToken stop)
    {
        if (stored.Pending is not { } pending)
            return stored;
        var (village, id, version) = (stored.Claim.Village, stored.Claim.Id, stored.Progress.Version);
        if (pending.Money is { } money)
        {
            var fee = new FeeTerms(new BasisPoints(pending.FeeShare), pending.FeeRounding);
            var posted = (await ledger.PostManyAsync(village, [money.Posting(id, MaskedName.Of(stored.Claim.Person), fee)], stop))[0];
            if (posted.Refusal is { } refusal)
            {
                await TakeBackAsync(stored, pending, refusal, stop);
                throw new ProblemException(refusal);
            }
        }

        try
        {
            if (!IsNoNews(stored.Progress, pending))
                await notices.MovedAsync(stored.Claim, pending.From, pending.To, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            // The money is right; telling is tried again by the timer.
            NotTold(log, village, failure.GetType().Name);
            return stored;
        }

        var done = await claims.DoneAsync(stored, stop);
        await unfinished.DoneAsync(village, id, version, stop);
        return done;
    }

    /// <summary>Completes what was cut off.</summary>
    public async Task SweepAsync(CancellationToken stop)
    {
        await foreach (var move in unfinished.SinceBeforeAsync(clock.GetUtcNow() - Patience, stop))
        {
            if (await claims.LoadAsync(move.Village, move.Claim, stop) is { Pending: not null } stored && stored.Progress.Version == move.Version)
            {
                try
                {
                    await FinishAsync(stored, stop);
                    Completed(log, move.Village);
                }
                catch (ProblemException)
                {
                    Undone(log, move.Village);
                }
            }
            else
            {
                // Never decided, or finished by somebody who died before saying so.
                await unfinished.DoneAsync(move.Village, move.Claim, move.Version, stop);
            }
        }
    }

    /// <summary>A claim that was paid before and decided again as it was goes its way once more without money. That nothing changes was told with the approval; 公示 and 发放 would sound like money to come.</summary>
    static bool IsNoNews(ClaimProgress progress, Pending pending) =>
        pending.Money is null && progress is { IsPaidUp: true, State: ClaimState.Published or ClaimState.Paid };

    async Task TakeBackAsync(StoredClaim stored, Pending pending, Problem refusal, CancellationToken stop)
    {
        var before = pending.Before with { Version = stored.Progress.Version + 1 };
        var happened = new ClaimEvent(before.Version, clock.GetUtcNow(), "system", "系统", "undone", pending.To, pending.From) { Revision = stored.Claim.Revision, Words = refusal.Detail };
        await claims.SaveAsync(stored, stored.Claim, before, record: null, happened, pending: null, guard: null, stop);
        await unfinished.DoneAsync(stored.Claim.Village, stored.Claim.Id, stored.Progress.Version, stop);
    }

    [LoggerMessage(LogLevel.Warning, "Village {Village}: nobody could be told of a claim's move ({Failure}); it is tried again.")]
    static partial void NotTold(ILogger log, string village, string failure);

    [LoggerMessage(LogLevel.Warning, "Village {Village}: a claim's move that had been cut off is complete now.")]
    static partial void Completed(ILogger log, string village);

    [LoggerMessage(LogLevel.Warning, "Village {Village}: the ledger refused a claim's move that had been cut off; it was taken back.")]
    static partial void Undone(ILogger log, string village);
}
