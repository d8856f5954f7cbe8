using Shouwang.Functions.Ledger;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Fund;

/// <summary>What came into a village's fund and what was given (资金变动).</summary>
internal interface IFundMovements
{
    /// <summary>What was there before the day, and what moved from it on.</summary>
    Task<(Fen Carried, IReadOnlyList<FundMovement> Movements)> OfAsync(string village, DateOnly from, CancellationToken stop);
}

/// <summary>From the village's books: every figure is a sum over entries.</summary>
internal sealed class LedgerMovements(LedgerStore ledger) : IFundMovements
{
    public async Task<(Fen Carried, IReadOnlyList<FundMovement> Movements)> OfAsync(string village, DateOnly from, CancellationToken stop)
    {
        var (carried, movements) = (Fen.Zero, new List<FundMovement>());
        await foreach (var entry in ledger.EntriesAsync(village, after: 0, int.MaxValue, stop))
        {
            // Closing a year moves what is counted already.
            if (entry.Posting.Kind == PostingKind.YearEnd)
                continue;
            var (into, aid, fee) = (Fen.Zero, Fen.Zero, Fen.Zero);
            foreach (var line in entry.Posting.Lines)
            {
                if (line.Account.Nature() is Nature.Income or Nature.Reserve)
                    into -= line.Signed;
                else if (line.Account == Account.Aid)
                    aid += line.Signed;
                else if (line.Account == Account.Fee)
                    fee += line.Signed;
            }

            // What was paid for a later year is that year's money.
            var day = PaidAhead.CountsFrom(entry.Posting);
            if (day < from)
                carried += into - aid - fee;
            else
                movements.Add(new FundMovement(day, into, aid));
        }

        return (carried, movements);
    }
}
