using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>Postings for money that comes in (出资记账).</summary>
public static class ContributionPostings
{
    /// <summary>A member's contribution for a year. There is one for each person and year, whoever paid it.</summary>
    /// <param name="member">The member's id in the roster.</param>
    /// <param name="attempt">1; more where an earlier one was taken back.</param>
    /// <param name="payer">Who paid in the place of a poor member; null where the member paid.</param>
    public static Posting Member(string member, int year, int attempt, string person, Fen amount, DateOnly date, string? payer, Account to = Account.Bank) => Posting.Of(
        MemberKey(member, year, attempt), date, PostingKind.Contribution, new About { Person = person, Year = year, Payer = payer },
        Line.Debit(to, amount), Line.Credit(payer is null ? Account.Members : Account.Subsidy, amount));

    /// <summary>Key of a member's contribution for a year.</summary>
    public static string MemberKey(string member, int year, int attempt) =>
        attempt == 1 ? $"contribution|{year}|{member}" : $"contribution|{year}|{member}|{attempt}";

    /// <summary>What the collective pays in.</summary>
    /// <param name="reference">Tells this payment from others: a voucher's number.</param>
    public static Posting Collective(string reference, int year, Fen amount, DateOnly date, string payer, Account to = Account.Bank) => Posting.Of(
        $"collective|{year}|{reference}", date, PostingKind.Contribution, new About { Year = year, Payer = payer }, Line.Debit(to, amount), Line.Credit(Account.Collective, amount));

    /// <summary>A gift.</summary>
    /// <param name="purpose">"serious", "minor", a chapter such as "C00", or empty for the common purpose.</param>
    /// <param name="payer">As the giver wants to be named: a body's name, a masked name, "热心村民".</param>
    /// <exception cref="LedgerRefusedException">The purpose is none that the fund can serve.</exception>
    public static Posting Gift(string reference, string purpose, Fen amount, DateOnly date, string payer, string? words, Account to = Account.Bank) => Pots.IsPurpose(purpose)
        ? Posting.Of($"gift|{reference}", date, PostingKind.Contribution, new About { Year = date.Year, Payer = payer, Note = words }, Line.Debit(to, amount), Line.Credit(Account.Donors, amount, purpose))
        : throw new LedgerRefusedException("purpose-unknown", "捐赠用途只能是：不限、大病、小病，或者某一类疾病。");

    /// <summary>Money the association had before it kept its books here.</summary>
    public static Posting Opening(Fen amount, DateOnly date, Account to = Account.Bank) => Posting.Of(
        "opening", date, PostingKind.Opening, About.Nothing, Line.Debit(to, amount), Line.Credit(Account.Surplus, amount));

    /// <summary>Interest that the bank credited.</summary>
    public static Posting Interest(string reference, Fen amount, DateOnly date) => Posting.Of(
        $"interest|{reference}", date, PostingKind.Interest, About.Nothing, Line.Debit(Account.Bank, amount), Line.Credit(Account.Interest, amount));

    /// <summary>Notes taken to the bank.</summary>
    public static Posting Deposit(string reference, Fen amount, DateOnly date) => Posting.Of(
        $"deposit|{reference}", date, PostingKind.Deposit, About.Nothing, Line.Debit(Account.Bank, amount), Line.Credit(Account.Cash, amount));

    /// <summary>Notes drawn from the bank.</summary>
    public static Posting Withdrawal(string reference, Fen amount, DateOnly date) => Posting.Of(
        $"withdrawal|{reference}", date, PostingKind.Withdrawal, About.Nothing, Line.Debit(Account.Cash, amount), Line.Credit(Account.Bank, amount));
}
