using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.MutualAid.Sheets;

/// <summary>An entry that moved money in the bank and that no statement has confirmed yet (未对账的账目).</summary>
/// <param name="Amount">Above zero where money came in.</param>
/// <param name="Name">Masked person or payer; null where the entry names nobody.</param>
/// <param name="List">The payment list it was paid by; null where it was paid by itself.</param>
public sealed record BankEntry(long Number, DateOnly Date, Fen Amount, string? Name, string? List = null)
{
    /// <summary>Null where the entry does not touch the bank.</summary>
    public static BankEntry? Of(Entry entry) =>
        entry.Posting.On(Account.Bank) is var amount && amount != Fen.Zero && entry.Posting.Kind is not (PostingKind.Opening or PostingKind.YearEnd)
            ? new BankEntry(entry.Number, entry.Posting.Date, amount, entry.Posting.About.Payer ?? entry.Posting.About.Person, AidPostings.ListOf(entry.Posting))
            : null;
}

/// <summary>Finds the entry that a row of the bank confirms (对账). Only where both sides have no other choice is it sure; the rest is for a person.</summary>
public static class BankMatch
{
    private const int Days = 10;

    /// <summary>Rows with the entry that they surely confirm.</summary>
    public static IReadOnlyList<(BankRow Row, BankEntry Entry)> Sure(IReadOnlyList<BankRow> rows, IReadOnlyList<BankEntry> entries)
    {
        var choices = rows.Select(row => (Row: row, Entries: Candidates(row.Date, row.Amount, entries).Where(entry => entry.Number != row.PartedFrom && entry.Name is { } name && name == row.Name).ToList())).ToList();
        return [.. choices.Where(choice => choice.Entries.Count == 1
                && choices.Count(other => other.Entries.Contains(choice.Entries[0])) == 1)
            .Select(choice => (choice.Row, choice.Entries[0]))];
    }

    /// <summary>Payment lists of which all that no statement has confirmed comes to the amount of the row: banks often show what they paid by a list as one row (整批代发).</summary>
    public static IEnumerable<(string List, IReadOnlyList<BankEntry> Entries)> Lists(DateOnly date, Fen amount, IEnumerable<BankEntry> entries) =>
        from entry in entries
        where entry.List is not null
        group entry by entry.List into list
        where list.Count() > 1 && list.Sum(entry => entry.Amount.Value) == amount.Value && list.Min(entry => Math.Abs(entry.Date.DayNumber - date.DayNumber)) <= Days
        select (list.Key, (IReadOnlyList<BankEntry>)[.. list.OrderBy(entry => entry.Number)]);

    /// <summary>Entries of the same amount within ten days, the nearest first.</summary>
    public static IEnumerable<BankEntry> Candidates(DateOnly date, Fen amount, IEnumerable<BankEntry> entries) =>
        entries.Where(entry => entry.Amount == amount && Math.Abs(entry.Date.DayNumber - date.DayNumber) <= Days)
            .OrderBy(entry => Math.Abs(entry.Date.DayNumber - date.DayNumber)).ThenBy(entry => entry.Number);
}
