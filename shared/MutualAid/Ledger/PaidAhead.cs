using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>Contributions that came in before the year they are for (预交的出资), by that year. The money is in the bank, but it is not there to be promised until its year begins.</summary>
public sealed record PaidAhead(ImmutableSortedDictionary<int, Fen> Of)
{
    /// <summary>Nobody paid for a later year.</summary>
    public static PaidAhead None { get; } = new(ImmutableSortedDictionary<int, Fen>.Empty);

    /// <summary>What is for years after this one.</summary>
    public Fen Beyond(int year) => Of.Where(paid => paid.Key > year).Aggregate(Fen.Zero, (sum, paid) => sum + paid.Value);

    /// <summary>The day from which a posting's money is there for the fund: its own day, or the first of the year that a contribution is for.</summary>
    public static DateOnly CountsFrom(Posting posting) => IsAhead(posting) ? new DateOnly(posting.About.Year!.Value, 1, 1) : posting.Date;

    /// <summary>With one more posting.</summary>
    public PaidAhead With(Posting posting)
    {
        if (!IsAhead(posting))
            return this;
        var year = posting.About.Year!.Value;
        var sum = posting.Lines.Where(line => line.Account.Nature() == Nature.Income).Aggregate(Of.GetValueOrDefault(year), (sum, line) => sum - line.Signed).OrZero;
        return new(sum == Fen.Zero ? Of.Remove(year) : Of.SetItem(year, sum));
    }

    /// <summary>A contribution taken back says the year of the one it takes back. Taken back once that year has begun it changes nothing: by then nobody asks for what was ahead of it.</summary>
    private static bool IsAhead(Posting posting) => posting.Kind is PostingKind.Contribution or PostingKind.Reversal && posting.About.Year > posting.Date.Year;
}
