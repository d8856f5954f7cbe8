using Shouwang.Functions.Claims;
using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Members;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Payments;

/// <summary>A claim that is published, and why it cannot go on a list now; null where it can (能不能列入代发清单).</summary>
internal sealed record Payable(Claim Claim, string? Tail, string? Blocked);

/// <summary>What became of a line: waiting, paid or back, with who said so and when (发成了没有).</summary>
/// <param name="Words">Why the money did not go out.</param>
internal sealed record LineOutcome(string State, DateTimeOffset? At = null, string? By = null, string? Words = null);

/// <summary>What somebody says became of a line.</summary>
/// <param name="Words">Why it did not go out; null where it was paid.</param>
internal sealed record SaidOutcome(string Claim, string? Words);

/// <summary>What could not be written down, and why.</summary>
internal sealed record NotWritten(string Claim, string Detail);

/// <summary>Payment lists (代发清单): which claims can go on one, making one, and writing down what became of it. A claim on a list can be paid through that list alone until its line is settled.</summary>
internal sealed class PaymentDesk(ClaimStore claims, ClaimWorkflow workflow, MoveFinisher finisher, PaymentListStore lists, LedgerStore ledger, MemberStore members, VillageStore villages, TimeProvider clock)
{
    /// <summary>A list and its claims are written in one transaction, which has 100 places: one for the list and two for each claim.</summary>
    public const int MostLines = 49;

    const int MostTries = 10;

    DateOnly Today => clock.Today();

    /// <summary>The village's published claims with money to be handed over, the oldest first.</summary>
    public async Task<IReadOnlyList<Payable>> PayableAsync(Village village, Actor actor, CancellationToken stop)
    {
        var published = (await claims.InVillageAsync(village.Code, stop)).Where(claim => claim.Progress is { State: ClaimState.Published, Listed: null } && claim.Progress.Due > Fen.Zero).Reverse();
        return await Task.WhenAll(published.Select(async summary =>
        {
            var claim = (await claims.FindAsync(village.Code, summary.Id, stop))!;
            var answer = ClaimMoves.List(claim.Progress!, await workflow.FiguresAsync(claim, village, stop), "", ClaimWorkflow.HandOf(actor), Today);
            return new Payable(claim, await TailAsync(claim, stop), (answer as MoveAnswer.Blocked)?.Chinese);
        }));
    }

    /// <summary>Makes a list of claims, all or none. Asked again with the same key, it is the same list.</summary>
    /// <param name="wanted">Claims in their order on the list, with what the person saw is due.</param>
    /// <exception cref="ProblemException">404, 403 or 409 with what stands in the way, and of whom.</exception>
    public async Task<(PaymentList List, bool Before)> MakeAsync(string village, IReadOnlyList<(string Claim, Fen Amount)> wanted, Actor actor, string? key, CancellationToken stop)
    {
        var about = (await villages.FindAsync(village, stop))!;
        for (var tried = 0; tried < MostTries; tried++)
        {
            var known = await lists.AllAsync(village, stop);
            if (key is not null && known.FirstOrDefault(list => list.Key == key && list.By == actor.Id) is { } before)
                return (before, true);
            var number = PaymentList.Next(known, Today.Year);
            var changes = new List<(StoredClaim Before, ClaimProgress Progress, ClaimEvent Next)>();
            var lines = new List<PaymentLine>();
            foreach (var (claim, amount) in wanted)
            {
                var (stored, after) = await ListedAsync(about, claim, amount, number, actor, stop);
                lines.Add(new PaymentLine(claim, stored.Claim.Person, await TailAsync(stored.Claim, stop), stored.Progress.Due));
                changes.Add((stored, after, new ClaimEvent(after.Version, clock.GetUtcNow(), actor.Id, actor.Name, "listed", stored.Claim.State, stored.Claim.State) { Revision = stored.Claim.Revision, Amount = stored.Progress.Due, List = number }));
            }

            var list = new PaymentList(village, about.Name, number, clock.GetUtcNow(), actor.Id, actor.Name, key, lines);
            await CheckMoneyAsync(about, list, stop);
            if (await claims.SaveTogetherAsync(changes, PaymentListStore.Added(list), stop))
                return (list, false);
        }

        throw Refused("busy", "办理的人太多，清单没有做成。请过一会儿再试。");
    }

    /// <summary>Writes down what became of lines, each by itself; what was written down before stays. Answers what could not be, and why.</summary>
    public async Task<IReadOnlyList<NotWritten>> SettleAsync(PaymentList list, IReadOnlyList<SaidOutcome> said, Actor actor, CancellationToken stop)
    {
        var not = new List<NotWritten>();
        foreach (var (claim, words) in said)
        {
            var asked = new Asked(actor, $"list {list.Number} {(words is null ? "paid" : "back")}");
            try
            {
                if (words is null)
                    await workflow.MoveAsync(list.Village, claim, new MoveRequest(ClaimState.Paid) { List = list.Number }, asked, stop);
                else
                    await workflow.UnlistAsync(list.Village, claim, list.Number, words, asked, stop);
            }
            catch (ProblemException refused)
            {
                not.Add(new NotWritten(claim, refused.Problem.Detail));
            }
        }

        return not;
    }

    /// <summary>What became of each line, in the list's order.</summary>
    public Task<LineOutcome[]> OutcomesAsync(PaymentList list, CancellationToken stop) => Task.WhenAll(list.Lines.Select(async line =>
    {
        if ((await claims.ProgressAsync(list.Village, line.Claim, stop))?.Listed == list.Number)
            return new LineOutcome("waiting");
        var last = (await claims.EventsAsync(list.Village, line.Claim, stop)).Last(happened => happened.List == list.Number);
        return new LineOutcome(last.Kind == "moved" ? "paid" : "back", last.At, last.Name, last.Words);
    }));

    /// <summary>Of all lists that nobody has settled wholly: how many lines still wait, and how much money.</summary>
    public async Task<ILookup<string, Fen>> WaitingAsync(string village, CancellationToken stop) =>
        (await claims.InVillageAsync(village, stop)).Where(claim => claim.Progress.Listed is not null).ToLookup(claim => claim.Progress.Listed!, claim => claim.Progress.Due);

    async Task<(StoredClaim Stored, ClaimProgress After)> ListedAsync(Village village, string id, Fen seen, string number, Actor actor, CancellationToken stop)
    {
        var stored = await claims.LoadAsync(village.Code, id, stop) ?? throw new ProblemException(ClaimEndpoints.Unknown());
        if (stored.Pending is not null)
            stored = await finisher.FinishAsync(stored, stop);
        var person = stored.Claim.Person;
        if (stored.Progress.Listed is { } other)
            throw Refused("listed", $"{person}的这笔已经在代发清单 {other} 里了，没有重复列入。清单没有做，请刷新后再选。");
        var answer = ClaimMoves.List(stored.Progress, await workflow.FiguresAsync(stored.Claim, village, stop), number, ClaimWorkflow.HandOf(actor), Today);
        if (answer is MoveAnswer.Blocked blocked)
            throw new ProblemException(new Problem(blocked.Code == "same-person" ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict, blocked.Code, $"{person}：{blocked.Chinese}清单没有做。"));
        return seen == stored.Progress.Due
            ? (stored, ((MoveAnswer.Moved)answer).After with { Version = stored.Progress.Version + 1 })
            : throw Refused("amount-changed", $"{person}要发的数现在是 {stored.Progress.Due.ToGroupedString()} 元，和您看到的不一样。清单没有做，请刷新后再选。");
    }

    /// <summary>What stands on lists is as good as gone from the bank.</summary>
    async Task CheckMoneyAsync(Village village, PaymentList list, CancellationToken stop)
    {
        if (LedgerTerms.Of(village.Charter).MayGoBelowZero)
            return;
        var there = (await ledger.BooksAsync(village.Code, stop)).Balances[Account.Bank];
        var waiting = (await WaitingAsync(village.Code, stop)).SelectMany(amounts => amounts).Aggregate(Fen.Zero, (sum, amount) => sum + amount);
        if (there - waiting < list.Total)
        {
            var also = waiting > Fen.Zero ? $"，别的代发清单里还等着发 {waiting.ToGroupedString()} 元" : "";
            throw Refused("funds-short", $"银行专户账上只有 {there.ToGroupedString()} 元{also}，不够这张清单的 {list.Total.ToGroupedString()} 元。请先核对账目，或者分几次发。");
        }
    }

    async Task<string?> TailAsync(Claim claim, CancellationToken stop) => claim.Member is { } member ? (await members.FindAsync(claim.Village, member, stop))?.Tail : null;

    static ProblemException Refused(string code, string detail) => new(new Problem(StatusCodes.Status409Conflict, code, detail));
}
