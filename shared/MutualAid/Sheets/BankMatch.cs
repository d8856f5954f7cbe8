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

/// <summary>A payment list that a row holds whole (整批代发).</summary>
/// <param name="Entries">What was paid by it and no statement has confirmed.</param>
/// <param name="Returned">Rows that brought back what the bank took and could not pay.</param>
public sealed record ListMatch(string List, IReadOnlyList<BankEntry> Entries, IReadOnlyList<BankRow> Returned);

/// <summary>Finds the entry that a row of the bank confirms (对账). Only where both sides have no other choice is it sure; the rest is for a person.</summary>
public static class BankMatch
{
    private const int Days = 10;

    /// <summary>A bank takes its time to give back what it could not pay, or paid twice.</summary>
    private const int DaysToReturn = 60;

    private const int MostReturned = 4;

    /// <summary>Rows with the entry that they surely confirm.</summary>
    /// <param name="handed">What each payment list came to when it was handed over. Where a row may hold a list whole, a row of one of its sums may be that sum paid a second time.</param>
    public static IReadOnlyList<(BankRow Row, BankEntry Entry)> Sure(IReadOnlyList<BankRow> rows, IReadOnlyList<BankEntry> entries, IReadOnlyDictionary<string, Fen> handed)
    {
        var whole = entries.Where(entry => entry.List is not null).GroupBy(entry => entry.List!)
            .Where(list => rows.Any(row => IsWhole(row, [.. list], handed) || (list.Count() > 1 && row.Amount.Value == list.Sum(entry => entry.Amount.Value))))
            .Select(list => list.Key).ToHashSet();
        var choices = rows.Select(row => (Row: row, Entries: Candidates(row.Date, row.Amount, entries).Where(entry => entry.Number != row.PartedFrom && entry.Name is { } name && name == row.Name && (entry.List is null || !whole.Contains(entry.List))).ToList())).ToList();
        return [.. choices.Where(choice => choice.Entries.Count == 1
                && choices.Count(other => other.Entries.Contains(choice.Entries[0])) == 1)
            .Select(choice => (choice.Row, choice.Entries[0]))];
    }

    /// <summary>
    /// Payment lists of which all that no statement has confirmed comes to the amount of the row: banks often show what they paid by a list as one row (整批代发).
    /// What the bank could not pay was taken with it and comes back in rows of its own (退汇): those belong to it then.
    /// </summary>
    /// <param name="open">Rows that confirm nothing yet.</param>
    /// <param name="handed">What each list came to when it was handed over.</param>
    public static IEnumerable<ListMatch> Lists(BankRow row, IReadOnlyList<BankRow> open, IEnumerable<BankEntry> entries, IReadOnlyDictionary<string, Fen> handed)
    {
        foreach (var list in entries.Where(entry => entry.List is not null).GroupBy(entry => entry.List!))
        {
            IReadOnlyList<BankEntry> paid = [.. list.OrderBy(entry => entry.Number)];
            if (!IsNear(row, paid))
                continue;
            var back = paid.Sum(entry => entry.Amount.Value) - row.Amount.Value;
            if (back == 0 && paid.Count > 1)
                yield return new ListMatch(list.Key, paid, []);
            else if (back > 0 && IsWhole(row, paid, handed) && Returned(row, back, open) is { } returned)
                yield return new ListMatch(list.Key, paid, returned);
        }
    }

    /// <summary>Rows of the same amount the other way round: money that the bank gave back, or took back. No entry stands behind either of them.</summary>
    public static IEnumerable<BankRow> Opposite(BankRow row, IEnumerable<BankRow> open) =>
        open.Where(other => other.Amount == -row.Amount && Math.Abs(other.Date.DayNumber - row.Date.DayNumber) <= DaysToReturn)
            .OrderBy(other => other.Name != row.Name).ThenBy(other => Math.Abs(other.Date.DayNumber - row.Date.DayNumber));

    private static bool IsNear(BankRow row, IReadOnlyList<BankEntry> paid) => paid.Min(entry => Math.Abs(entry.Date.DayNumber - row.Date.DayNumber)) <= Days;

    private static bool IsWhole(BankRow row, IReadOnlyList<BankEntry> paid, IReadOnlyDictionary<string, Fen> handed) =>
        paid[0].List is { } list && handed.TryGetValue(list, out var total) && row.Amount == -total && IsNear(row, paid);

    /// <summary>The fewest rows after this one that come to what went back.</summary>
    private static List<BankRow>? Returned(BankRow row, long back, IReadOnlyList<BankRow> open)
    {
        List<BankRow> later = [.. open.Where(other => other.Amount > Fen.Zero && other.Amount.Value <= back && other.Date.DayNumber - row.Date.DayNumber is >= 0 and <= DaysToReturn).OrderBy(other => other.Date).Take(20)];
        return Enumerable.Range(1, MostReturned).Select(count => Of(count, 0, back)).FirstOrDefault(found => found is not null);

        List<BankRow>? Of(int count, int from, long left)
        {
            if (count == 0)
                return left == 0 ? [] : null;
            for (var at = from; at < later.Count; at++)
            {
                if (later[at].Amount.Value <= left && Of(count - 1, at + 1, left - later[at].Amount.Value) is { } rest)
                    return [later[at], .. rest];
            }
            return null;
        }
    }

    /// <summary>Entries of the same amount within ten days, the nearest first.</summary>
    public static IEnumerable<BankEntry> Candidates(DateOnly date, Fen amount, IEnumerable<BankEntry> entries) =>
        entries.Where(entry => entry.Amount == amount && Math.Abs(entry.Date.DayNumber - date.DayNumber) <= Days)
            .OrderBy(entry => Math.Abs(entry.Date.DayNumber - date.DayNumber)).ThenBy(entry => entry.Number);
}
