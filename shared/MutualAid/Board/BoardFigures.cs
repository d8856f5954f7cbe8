using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.MutualAid.Board;

/// <summary>How much, and how often (合计与笔数).</summary>
public readonly record struct Tally(Fen Amount, int Count)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Amount + b.Amount, a.Count + b.Count);

    public static Tally Add(Tally left, Tally right) => left + right;
}

/// <summary>Aid that was handed over or came back (一笔发放). What came back is below zero.</summary>
/// <param name="Group">Detail of the disease group: <see cref="DiseaseGroup.Detail"/>.</param>
/// <param name="Balance">Money that was there after it.</param>
public sealed record Payment(long Number, DateOnly Date, string Person, string Group, Fen Amount, Fen Balance);

/// <summary>A gift (一笔捐赠).</summary>
public sealed record Gift(long Number, DateOnly Date, string Payer, string Purpose, Fen Amount, string? Note);

/// <summary>An entry that takes back or changes an earlier one (更正).</summary>
/// <param name="Of">Number of the entry that it takes back.</param>
/// <param name="Amount">By how much aid or income changed.</param>
public sealed record Amendment(long Number, DateOnly Date, long Of, Fen Amount, string? Note);

/// <summary>One month in money (月度收支).</summary>
public readonly record struct Month(Fen In, Fen Aid, Fen Fee, Fen Change);

/// <summary>What the public board is made from (公示数据): sums over a ledger's entries and nothing else, extended entry by entry.</summary>
public sealed record BoardFigures
{
    private BoardFigures()
    {
    }

    /// <summary>The books after the last entry.</summary>
    public required Books Books { get; init; }

    /// <summary>When the last entry was made.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Income and expenses by year, account and detail, years that are closed included; as people read them, above zero.</summary>
    public ImmutableSortedDictionary<Slot, Tally> Sums { get; private init; } = ImmutableSortedDictionary<Slot, Tally>.Empty;

    /// <summary>Opening balances.</summary>
    public Fen Opening { get; private init; }

    /// <summary>Aid that drew on bound gifts, by purpose and disease group; the empty purpose is the common money.</summary>
    public ImmutableSortedDictionary<(string Purpose, string Group), Fen> Drawn { get; private init; } = ImmutableSortedDictionary<(string, string), Fen>.Empty;

    /// <summary>By the month of the posting: "2026-03".</summary>
    public ImmutableSortedDictionary<string, Month> Months { get; private init; } = ImmutableSortedDictionary.Create<string, Month>(StringComparer.Ordinal);

    public ImmutableList<Payment> Payments { get; private init; } = [];

    public ImmutableList<Gift> Gifts { get; private init; } = [];

    public ImmutableList<Amendment> Amendments { get; private init; } = [];

    /// <summary>Entry numbers of what may be amended, by key; and the group each claim's aid stands under.</summary>
    private ImmutableDictionary<string, long> Numbers { get; init; } = ImmutableDictionary.Create<string, long>(StringComparer.Ordinal);

    private ImmutableDictionary<string, string> Groups { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Of a ledger without entries.</summary>
    public static BoardFigures Of(string village) => new() { Books = Books.Empty(village) };

    /// <summary>With one more entry.</summary>
    public BoardFigures With(Entry entry)
    {
        var posting = entry.Posting;
        var books = Books.With(entry, entry.Hash);
        var figures = this with { Books = books, At = entry.At };
        if (posting.Kind == PostingKind.YearEnd)
            return figures;
        return figures with
        {
            Sums = Summed(posting),
            Opening = Opening - posting.On(Account.Surplus),
            Drawn = Drew(posting),
            Months = Month(posting),
            Numbers = posting.Kind is PostingKind.AidPaid or PostingKind.AidReturned or PostingKind.Reversal ? Numbers : Numbers.SetItem(posting.Key, entry.Number),
            Groups = posting.Lines.LastOrDefault(line => line is { Account: Account.Aid, Side: Side.Debit }) is { } aid && posting.About.Claim is { } claim ? Groups.SetItem(claim, aid.Detail) : Groups,
            Payments = Paid(entry) is { } payment ? Payments.Add(payment with { Balance = books.Money }) : Payments,
            Gifts = Given(entry),
            Amendments = posting.About.Reverses is { } reversed
                ? Amendments.Add(new Amendment(entry.Number, posting.Date, Numbers.GetValueOrDefault(reversed), Changed(posting), posting.About.Note))
                : Amendments,
        };
    }

    private ImmutableSortedDictionary<Slot, Tally> Summed(Posting posting)
    {
        var sums = Sums.ToBuilder();
        foreach (var line in posting.Lines.Where(line => line.Account.Nature() is Nature.Income or Nature.Expense))
        {
            var up = line.Side == (line.Account.Nature() == Nature.Income ? Side.Credit : Side.Debit);
            var slot = Slot.Of(line, posting.Date);
            sums[slot] = sums.GetValueOrDefault(slot) + (up ? new Tally(line.Amount, 1) : new Tally(-line.Amount, -1));
        }

        return sums.ToImmutable();
    }

    private ImmutableSortedDictionary<(string, string), Fen> Drew(Posting posting)
    {
        if (posting.On(Account.Aid) == Fen.Zero && posting.Kind != PostingKind.AidCorrected)
            return Drawn;
        var drawn = Drawn.ToBuilder();
        foreach (var (purpose, group, amount) in Books.Pots.After(posting).Draws)
            drawn[(purpose, group.Detail)] = drawn.GetValueOrDefault((purpose, group.Detail)) + amount;
        return drawn.ToImmutable();
    }

    private ImmutableSortedDictionary<string, Month> Month(Posting posting)
    {
        var change = posting.On(Account.Bank) + posting.On(Account.Cash);
        if (change == Fen.Zero)
            return Months;
        var key = posting.Date.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var month = Months.GetValueOrDefault(key);
        return Months.SetItem(key, posting.Kind switch
        {
            PostingKind.AidPaid or PostingKind.AidReturned => month with { Aid = month.Aid - change, Change = month.Change + change },
            PostingKind.FeePaid => month with { Fee = month.Fee - change, Change = month.Change + change },
            _ when posting.On(Account.FeePayable) != Fen.Zero => month with { Fee = month.Fee - change, Change = month.Change + change },
            // What was there before the first entry is no income of the month it was entered in.
            _ => month with { In = month.In + change + posting.On(Account.Surplus), Change = month.Change + change },
        });
    }

    private Payment? Paid(Entry entry) =>
        entry.Posting is { Kind: PostingKind.AidPaid or PostingKind.AidReturned } posting
            ? new Payment(entry.Number, posting.Date, posting.About.Person ?? "*", Groups.GetValueOrDefault(posting.About.Claim ?? "", ""), posting.On(Account.AidPayable), Fen.Zero)
            : null;

    /// <summary>A gift that was taken back is a gift no more; what shows it is the amendment.</summary>
    private ImmutableList<Gift> Given(Entry entry)
    {
        var posting = entry.Posting;
        if (posting.Kind == PostingKind.Reversal)
            return Gifts.RemoveAll(gift => gift.Number == Numbers.GetValueOrDefault(posting.About.Reverses ?? ""));
        return posting.Lines.FirstOrDefault(line => line.Account == Account.Donors) is { } line
            ? Gifts.Add(new Gift(entry.Number, posting.Date, posting.About.Payer ?? "热心村民", line.Detail, line.Amount, posting.About.Note))
            : Gifts;
    }

    private static Fen Changed(Posting posting) => posting.Kind == PostingKind.AidCorrected ? posting.On(Account.Aid) : posting.On(Account.Bank) + posting.On(Account.Cash);
}
