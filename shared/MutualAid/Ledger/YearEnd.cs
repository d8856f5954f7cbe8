using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>Closing a year (年终结转): what came in and went out is brought to nothing, and the difference is carried forward as surplus.</summary>
public static class YearEnd
{
    /// <summary>The posting that closes the year.</summary>
    /// <exception cref="LedgerRefusedException">The year is closed already, an earlier one is open, or there is nothing to close.</exception>
    public static Posting Close(Books books, int year)
    {
        if (year <= books.ClosedThrough)
            throw new LedgerRefusedException("year-closed", $"{year} 年已经结转过了。");
        var slots = books.Balances.Of.Where(slot => slot.Key.Year > 0 && slot.Key.Year <= year).ToList();
        if (slots.FirstOrDefault(slot => slot.Key.Year < year) is { Key.Year: > 0 } open)
            throw new LedgerRefusedException("year-open", $"{open.Key.Year} 年还没有结转，请先结转那一年。");
        if (slots.Count == 0)
            throw new LedgerRefusedException("year-empty", $"{year} 年没有收支，不用结转。");
        var lines = slots.Select(slot => Brought(slot.Key.Account, slot.Key.Detail, slot.Value)).ToList();
        var surplus = slots.Aggregate(Fen.Zero, (sum, slot) => sum + slot.Value);
        if (surplus != Fen.Zero)
            lines.Add(surplus < Fen.Zero ? Line.Credit(Account.Surplus, -surplus) : Line.Debit(Account.Surplus, surplus));
        return Posting.Of($"year-end|{year}", new DateOnly(year, 12, 31), PostingKind.YearEnd, new About { Year = year }, lines);
    }

    /// <summary>Holds a year-end posting against the books it closes.</summary>
    /// <exception cref="LedgerRefusedException">It is not the one that <see cref="Close"/> makes.</exception>
    internal static void Check(Books books, Posting posting)
    {
        if (Close(books, posting.Date.Year).Content != posting.Content)
            throw new LedgerRefusedException("year-end-outdated", "结转的时候账目有了变化。请重新结转。");
    }

    private static Line Brought(Account account, string detail, Fen balance) =>
        balance > Fen.Zero ? Line.Credit(account, balance, detail) : Line.Debit(account, -balance, detail);
}
