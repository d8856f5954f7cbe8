using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>The fund serves mutual aid and nothing else (专款专用): which kind of posting may debit and credit which accounts. Whatever is not listed is refused.</summary>
public static class ClosedPurpose
{
    private static readonly Account[] Purse = [Account.Bank, Account.Cash];
    private static readonly Account[] Sources = [Account.Members, Account.Collective, Account.Donors, Account.Subsidy];

    /// <exception cref="LedgerRefusedException">The posting moves money where it may not go.</exception>
    public static void Check(Posting posting)
    {
        if (posting.Lines.FirstOrDefault(line => !Allowed(posting.Kind, line)) is { } line)
            throw new LedgerRefusedException("purpose-closed", $"互助资金专款专用，这类账不能动“{line.Account.Chinese()}”。");
        if (posting.Kind is PostingKind.AidPaid or PostingKind.AidReturned)
            CheckFee(posting);
    }

    private static bool Allowed(PostingKind kind, Line line) => (kind, line.Side) switch
    {
        (PostingKind.Opening, Side.Debit) => Purse.Contains(line.Account),
        (PostingKind.Opening, Side.Credit) => line.Account == Account.Surplus,
        (PostingKind.Contribution, Side.Debit) => Purse.Contains(line.Account),
        (PostingKind.Contribution, Side.Credit) => Sources.Contains(line.Account),
        (PostingKind.Interest, Side.Debit) => line.Account == Account.Bank,
        (PostingKind.Interest, Side.Credit) => line.Account == Account.Interest,
        (PostingKind.Deposit, Side.Debit) or (PostingKind.Withdrawal, Side.Credit) => line.Account == Account.Bank,
        (PostingKind.Deposit, Side.Credit) or (PostingKind.Withdrawal, Side.Debit) => line.Account == Account.Cash,
        (PostingKind.AidApproved, Side.Debit) => line.Account == Account.Aid,
        (PostingKind.AidApproved, Side.Credit) => line.Account == Account.AidPayable,
        (PostingKind.AidCorrected, _) => line.Account is Account.Aid or Account.AidPayable,
        (PostingKind.AidPaid, Side.Debit) or (PostingKind.AidReturned, Side.Credit) => line.Account is Account.AidPayable or Account.Fee,
        (PostingKind.AidPaid, Side.Credit) or (PostingKind.AidReturned, Side.Debit) => Purse.Contains(line.Account) || line.Account == Account.FeePayable,
        (PostingKind.FeePaid, Side.Debit) => line.Account == Account.FeePayable,
        (PostingKind.FeePaid, Side.Credit) => line.Account == Account.Bank,
        // A reversal is held against the entry it takes back; the year's end against the books.
        (PostingKind.Reversal, _) => line.Account is not (Account.Aid or Account.AidPayable or Account.Fee),
        (PostingKind.YearEnd, _) => line.Account.Nature() is Nature.Income or Nature.Expense or Nature.Reserve,
    };

    /// <summary>Aid is paid from money and the fee is only owed: money must come to the aid exactly.</summary>
    private static void CheckFee(Posting posting)
    {
        if (posting.On(Account.Fee) + posting.On(Account.FeePayable) != Fen.Zero)
            throw new LedgerRefusedException("purpose-closed", "发放补助时，运行维护费只能记为应付，不能从补助里扣。");
    }
}
