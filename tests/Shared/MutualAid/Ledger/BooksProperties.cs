using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.Tests.MutualAid.Ledger;

/// <summary>What holds after any sequence of operations.</summary>
public class BooksProperties
{
    [Fact]
    public void Debits_equal_credits() => AnyBooks.Hold((_, books) =>
    {
        var trial = books.Balances.Trial().ToList();
        return trial.Aggregate(Fen.Zero, (sum, account) => sum + account.Debit) == trial.Aggregate(Fen.Zero, (sum, account) => sum + account.Credit);
    });

    [Fact]
    public void No_purse_is_ever_below_zero_and_no_gift_is_used_beyond_its_amount() => AnyBooks.Hold((entries, _) =>
        After(entries).All(books => books.Balances[Account.Bank] >= Fen.Zero && books.Balances[Account.Cash] >= Fen.Zero
            && books.Pots.Of.Values.All(pot => pot.Used >= Fen.Zero && pot.Used <= pot.Given)));

    [Fact]
    public void Where_the_charter_allows_it_the_bank_may_be_below_zero_but_cash_never() => AnyBooks.Hold(
        (entries, _) => After(entries).All(books => books.Balances[Account.Cash] >= Fen.Zero), mayGoBelowZero: true);

    [Fact]
    public void What_came_in_less_what_went_out_is_what_is_there_less_what_is_owed() => AnyBooks.Hold((_, books) =>
        new[] { Account.Members, Account.Collective, Account.Donors, Account.Subsidy, Account.Interest, Account.Surplus }.Aggregate(Fen.Zero, (sum, account) => sum + books.Balances.Natural(account))
            - books.Balances.Natural(Account.Aid) - books.Balances.Natural(Account.Fee)
        == books.Money - books.Balances.Natural(Account.AidPayable) - books.Balances.Natural(Account.FeePayable));

    [Fact]
    public void An_entry_read_back_is_the_entry_and_the_books_read_back_are_the_books() => AnyBooks.Hold((entries, books) =>
        entries.All(entry => EntryForm.Read(EntryForm.Utf8(entry))?.Hash == entry.Hash)
        && BooksForm.Write(BooksForm.Read(books.Village, books.Number, books.Hash, BooksForm.Write(books), out var whole)) == BooksForm.Write(books) && whole);

    [Fact]
    public void The_walk_through_an_untouched_file_finds_nothing_and_reckons_the_same_books() => AnyBooks.Hold((entries, books) =>
        LedgerFile.Check(File(entries, books)) is { Faults.IsEmpty: true } check && BooksForm.Write(check.Books) == BooksForm.Write(books), times: 100);

    [Fact]
    public void Any_changed_byte_of_a_file_is_found_and_placed() => Prop.ForAll(
        AnyBooks.Steps, Arb.From(from at in Gen.Choose(0, 1_000_000) from to in Gen.Choose(0, 255) select (At: at, To: (byte)to)), (steps, change) =>
        {
            var (entries, books) = AnyBooks.Write(steps);
            var file = File(entries, books);
            var at = change.At % file.Length;
            if (file[at] == change.To)
                return true;
            var line = file.AsSpan(0, at).Count((byte)'\n') + 1;
            file[at] = change.To;
            // Where nothing was entered, there is nothing to change.
            return entries.Count == 0
                || (LedgerFile.Check(file) is { Faults: { IsEmpty: false } faults } && Math.Abs(faults[0].Number - line) <= (change.To == '\n' ? 1 : 0));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static IEnumerable<Books> After(IReadOnlyList<Entry> entries)
    {
        var books = Books.Empty(AnyBooks.Village);
        foreach (var entry in entries)
            yield return books = books.With(entry, entry.Hash);
    }

    private static byte[] File(IEnumerable<Entry> entries, Books books) => Encoding.UTF8.GetBytes(
        string.Concat(entries.Select(entry => LedgerFile.Line(Encoding.UTF8.GetString(EntryForm.Utf8(entry)), entry.Hash) + "\n")) + LedgerFile.Head(books.Village, books.Number, books.Hash) + "\n");
}
