using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>Whose aid, for what (补助对象).</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Revision">The claim's revision that the money rests on.</param>
/// <param name="Group">Of the disease that is paid for.</param>
/// <param name="Person">Masked name: <see cref="MaskedName.Of"/>.</param>
/// <param name="Plan">The plan's name within the village: "2026-1".</param>
public sealed record AidCase(string Claim, int Revision, DiseaseGroup Group, string Person, string Plan)
{
    internal About About => new() { Claim = Claim, Revision = Revision, Person = Person, Plan = Plan };

    internal string Key(string what) => $"{what}|{Claim}|{Revision}";
}

/// <summary>Postings for aid (补助记账). Each is made from the claim alone, so that making it again gives the same posting.</summary>
public static class AidPostings
{
    private const string ListNote = "代发清单 ";

    /// <summary>The payment list that an entry was paid by; null where it was paid by itself or is something else.</summary>
    public static string? ListOf(Posting posting) => posting is { Kind: PostingKind.AidPaid, About.Note: { } note } && note.StartsWith(ListNote, StringComparison.Ordinal) ? note[ListNote.Length..] : null;

    /// <summary>A claim was approved: the village owes the aid. Refused by the ledger where the money is not there.</summary>
    public static Posting Approved(AidCase aid, Fen amount, DateOnly date) => Posting.Of(
        aid.Key("aid"), date, PostingKind.AidApproved, aid.About,
        Line.Debit(Account.Aid, amount, aid.Group.Detail), Line.Credit(Account.AidPayable, amount, aid.Claim));

    /// <summary>The aid was handed over; the fee on it is owed from now on.</summary>
    /// <param name="from"><see cref="Account.Bank"/> or <see cref="Account.Cash"/>.</param>
    /// <param name="list">The payment list that the bank paid it by; null where it was paid by itself.</param>
    public static Posting Paid(AidCase aid, Fen amount, DateOnly date, FeeTerms fee, Account from = Account.Bank, string? list = null) => Posting.Of(
        aid.Key("aid-paid"), date, PostingKind.AidPaid, aid.About with { Note = list is null ? null : ListNote + list },
        [Line.Debit(Account.AidPayable, amount, aid.Claim), Line.Credit(from, amount), .. Fee(fee.On(amount), Side.Debit)]);

    /// <summary>The amount was changed after approval: the old approval is taken back and the new one stands, both to be seen. A negative balance of the claim afterwards is what the person has to give back.</summary>
    /// <param name="before">As it was approved: an earlier revision, perhaps another disease group.</param>
    /// <param name="approved">What was approved then; nothing where the claim had been refused.</param>
    /// <param name="now">As it is from now on.</param>
    /// <param name="amount">What is approved now; nothing takes the aid back.</param>
    public static Posting Corrected(AidCase before, Fen approved, AidCase now, Fen amount, DateOnly date)
    {
        var lines = new List<Line>();
        if (approved > Fen.Zero)
            lines.AddRange([Line.Debit(Account.AidPayable, approved, before.Claim), Line.Credit(Account.Aid, approved, before.Group.Detail)]);
        if (amount > Fen.Zero)
            lines.AddRange([Line.Debit(Account.Aid, amount, now.Group.Detail), Line.Credit(Account.AidPayable, amount, now.Claim)]);
        return Posting.Of(now.Key("aid"), date, PostingKind.AidCorrected, now.About with { Reverses = before.Key("aid") }, lines);
    }

    /// <summary>The person gave back what had been paid too much; the fee on it falls away.</summary>
    public static Posting Returned(AidCase aid, Fen amount, DateOnly date, FeeTerms fee, Account to = Account.Bank) => Posting.Of(
        aid.Key("aid-returned"), date, PostingKind.AidReturned, aid.About,
        [Line.Debit(to, amount), Line.Credit(Account.AidPayable, amount, aid.Claim), .. Fee(fee.On(amount), Side.Credit)]);

    /// <summary>The fee of a month was paid out.</summary>
    public static Posting FeePaid(int year, int month, Fen amount, DateOnly date) => Posting.Of(
        $"fee-paid|{year:D4}-{month:D2}", date, PostingKind.FeePaid, About.Nothing, Line.Debit(Account.FeePayable, amount), Line.Credit(Account.Bank, amount));

    private static IEnumerable<Line> Fee(Fen fee, Side expense)
    {
        if (fee <= Fen.Zero)
            return [];
        var line = Line.Debit(Account.Fee, fee);
        return expense == Side.Debit ? [line, Line.Credit(Account.FeePayable, fee)] : [Line.Debit(Account.FeePayable, fee), line.Turned];
    }
}
