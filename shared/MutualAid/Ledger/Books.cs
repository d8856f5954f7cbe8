using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>A village's books as they stand (账簿): everything the next posting is judged by. The entries themselves lie elsewhere.</summary>
/// <param name="Number">Entries so far.</param>
/// <param name="Hash">Hash of the last entry.</param>
/// <param name="ClosedThrough">Last year that was closed; 0 where none was.</param>
public sealed record Books(string Village, long Number, string Hash, Balances Balances, Pots Pots, int ClosedThrough)
{
    /// <summary>Books in which nothing was written.</summary>
    public static Books Empty(string village) => new(village, 0, Entry.NoHash, Balances.None, Pots.None, 0);

    /// <summary>Contributions for years that are yet to come.</summary>
    public PaidAhead Ahead { get; init; } = PaidAhead.None;

    /// <summary>Money that is there.</summary>
    public Fen Money => Balances[Account.Bank] + Balances[Account.Cash];

    /// <summary>Aid that is approved and not yet paid. What one claim was paid too much is not there for another until it is back.</summary>
    public Fen AidOwed => Claims.Aggregate(Fen.Zero, (sum, claim) => sum + (-claim).OrZero);

    /// <summary>What claims were paid too much and is not back yet (发多了要收回的).</summary>
    public Fen Overpaid => Claims.Aggregate(Fen.Zero, (sum, claim) => sum + claim.OrZero);

    /// <summary>What may be promised in a year to somebody with an illness of that group: money, less what is owed with the fee to come on it, less gifts bound to other purposes, less contributions for later years.</summary>
    public Fen AvailableFor(DiseaseGroup group, FeeTerms fee, int year) => Free(fee, year) + Pots.LeftFor(group);

    /// <summary>What may be promised in a year for any purpose.</summary>
    public Fen Free(FeeTerms fee, int year) => Money - AidOwed + Balances[Account.FeePayable] - FeeToCome(fee) - Pots.Left - Ahead.Beyond(year);

    /// <summary>Takes a posting as the next entry.</summary>
    /// <exception cref="LedgerRefusedException">The year is closed, there is not enough money, or more is paid than is owed.</exception>
    public (Entry Entry, Books After) Append(Posting posting, string proof, DateTimeOffset at, LedgerTerms terms)
    {
        var after = After(posting);
        if (posting.Date.Year <= ClosedThrough)
            throw new LedgerRefusedException("year-closed", $"{posting.Date.Year} 年已经年终结转，不能再记账。请记在今年，或者用更正说明。");
        if (posting.Kind == PostingKind.YearEnd)
            YearEnd.Check(this, posting);
        after.CheckOwed(posting);
        after.CheckMoney(this, posting, terms);
        var entry = new Entry(Village, Number + 1, Hash, new DateTimeOffset(at.UtcDateTime.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero), proof, posting);
        return (entry, after with { Number = entry.Number, Hash = entry.Hash });
    }

    /// <summary>The books with an entry that was taken before.</summary>
    public Books With(Entry entry, string hash) => After(entry.Posting) with { Number = entry.Number, Hash = hash };

    private Books After(Posting posting) => this with
    {
        Balances = Balances.After(posting),
        Pots = Pots.After(posting).After,
        Ahead = Ahead.With(posting),
        ClosedThrough = posting.Kind == PostingKind.YearEnd ? posting.Date.Year : ClosedThrough,
    };

    /// <summary>What each claim was paid too much; below zero: what it is owed.</summary>
    private IEnumerable<Fen> Claims => Balances.Of.Where(slot => slot.Key.Account == Account.AidPayable).Select(slot => slot.Value);

    /// <summary>The fee on aid that is approved and not yet paid.</summary>
    private Fen FeeToCome(FeeTerms fee) => Claims.Aggregate(Fen.Zero, (sum, claim) => sum + fee.On((-claim).OrZero));

    private void CheckOwed(Posting posting)
    {
        foreach (var line in posting.Lines.Where(line => line.Account == Account.AidPayable))
        {
            var owed = -Balances[Account.AidPayable, line.Detail];
            if (posting.Kind == PostingKind.AidPaid && owed < Fen.Zero)
                throw new LedgerRefusedException("aid-not-owed", "发放的钱比审核通过的多，或者这笔补助已经发过了。请核对申请。");
            if (posting.Kind == PostingKind.AidReturned && owed > Fen.Zero)
                throw new LedgerRefusedException("aid-not-owed", "退回的钱比多发的多。请核对申请。");
        }

        if (posting.Kind == PostingKind.FeePaid && Balances[Account.FeePayable] > Fen.Zero)
            throw new LedgerRefusedException("fee-not-owed", "要付的运行维护费比应付的多。请核对金额。");
    }

    private void CheckMoney(Books before, Posting posting, LedgerTerms terms)
    {
        if (Balances[Account.Cash] < Fen.Zero && posting.On(Account.Cash) < Fen.Zero)
            throw new LedgerRefusedException("funds-short", $"备用现金只有 {before.Balances[Account.Cash]} 元，不够这笔支出。请先从专户提取现金。");
        if (terms.MayGoBelowZero)
            return;
        if (Balances[Account.Bank] < Fen.Zero && posting.On(Account.Bank) < Fen.Zero)
            throw new LedgerRefusedException("funds-short", $"银行专户只有 {before.Balances[Account.Bank]} 元，不够这笔支出。请先核对账目。");
        if (posting.Kind is not (PostingKind.AidApproved or PostingKind.AidCorrected) || posting.On(Account.Aid) <= Fen.Zero)
            return;
        // Whatever bound gifts this aid drew on is off the pots by now: what is free must still not be below zero.
        var year = posting.Date.Year;
        if (Free(terms.Fee, year) < Fen.Zero)
        {
            var ahead = Ahead.Beyond(year) > Fen.Zero ? $"，预交的以后年度的 {Ahead.Beyond(year)} 元现在不能用" : "";
            throw new LedgerRefusedException("funds-short", $"账上能动用的互助资金只有 {before.Free(terms.Fee, year).OrZero} 元（另有定向捐赠按用途使用{ahead}），不够这笔补助。请按章程处理，或者等筹到资金再审核。");
        }
    }
}
