using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>One account with its detail, and for income and expenses its year (科目明细).</summary>
/// <param name="Year">Calendar year of an income or an expense; 0 for what is carried from year to year.</param>
public readonly record struct Slot(Account Account, int Year, string Detail) : IComparable<Slot>
{
    public static bool operator <(Slot a, Slot b) => a.CompareTo(b) < 0;

    public static bool operator >(Slot a, Slot b) => a.CompareTo(b) > 0;

    public static bool operator <=(Slot a, Slot b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Slot a, Slot b) => a.CompareTo(b) >= 0;

    /// <summary>Where a line of a posting of that day is counted.</summary>
    public static Slot Of(Line line, DateOnly date) =>
        new(line.Account, line.Account.Nature() is Nature.Income or Nature.Expense ? date.Year : 0, line.Detail);

    public int CompareTo(Slot other) =>
        Account != other.Account ? Account.CompareTo(other.Account)
        : Year != other.Year ? Year.CompareTo(other.Year)
        : string.CompareOrdinal(Detail, other.Detail);
}

/// <summary>What every account comes to (余额): debits up, credits down. Their sum is nothing, always.</summary>
public sealed record Balances(ImmutableSortedDictionary<Slot, Fen> Of)
{
    /// <summary>Ten billion yuan: far above any village, far below what a long holds.</summary>
    private const long Most = 1_000_000_000_000;

    /// <summary>Books in which nothing was written.</summary>
    public static Balances None { get; } = new(ImmutableSortedDictionary<Slot, Fen>.Empty);

    /// <summary>An account over all its details: debits up, credits down.</summary>
    public Fen this[Account account] => Sum(Of.Where(slot => slot.Key.Account == account));

    /// <summary>An account with one detail: debits up, credits down.</summary>
    public Fen this[Account account, string detail] => Sum(Of.Where(slot => slot.Key.Account == account && slot.Key.Detail == detail));

    /// <summary>An account as people read it: what came in, what is owed and what is left count up with credits, the others with debits.</summary>
    public Fen Natural(Account account) => account.Nature() is Nature.Asset or Nature.Expense ? this[account] : -this[account];

    /// <summary>The balances after one more posting.</summary>
    /// <exception cref="LedgerRefusedException">An amount grew too large.</exception>
    public Balances After(Posting posting)
    {
        var of = Of.ToBuilder();
        foreach (var line in posting.Lines)
        {
            var slot = Slot.Of(line, posting.Date);
            var sum = (Int128)of.GetValueOrDefault(slot).Value + line.Signed.Value;
            if (sum > Most || sum < -Most)
                throw new LedgerRefusedException("amount-overflow", "金额太大，记不下。请核对金额。");
            if (sum == 0)
                of.Remove(slot);
            else
                of[slot] = new Fen((long)sum);
        }

        return new Balances(of.ToImmutable());
    }

    /// <summary>The trial balance (试算平衡): each account once, debits equal to credits.</summary>
    public IEnumerable<(Account Account, Fen Debit, Fen Credit)> Trial() =>
        Of.GroupBy(slot => slot.Key.Account)
            .Select(account => (account.Key, Sum: Sum(account)))
            .Select(account => (account.Key, account.Sum.OrZero, (-account.Sum).OrZero));

    private static Fen Sum(IEnumerable<KeyValuePair<Slot, Fen>> slots) => slots.Aggregate(Fen.Zero, (sum, slot) => sum + slot.Value);
}
