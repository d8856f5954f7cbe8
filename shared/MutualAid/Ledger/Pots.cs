using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>Gifts for one purpose (定向捐赠): what was given, and what aid has drawn on it.</summary>
public readonly record struct Pot(Fen Given, Fen Used)
{
    /// <summary>What may still be drawn.</summary>
    public Fen Left => Given - Used;
}

/// <summary>Gifts bound to a purpose, kept apart from the common money (定向捐赠台账). Aid draws on the narrowest purpose it serves first, then on the common money.</summary>
public sealed record Pots(ImmutableSortedDictionary<string, Pot> Of)
{
    /// <summary>No bound gifts.</summary>
    public static Pots None { get; } = new(ImmutableSortedDictionary.Create<string, Pot>(StringComparer.Ordinal));

    /// <summary>Whether a purpose can be named: "serious", "minor", or a chapter such as "C00"; empty is the common purpose.</summary>
    public static bool IsPurpose(string purpose) => purpose is "" or "serious" or "minor" || DiseaseGroup.All.Any(group => group.Chapter == purpose);

    /// <summary>The purposes that aid for a group serves, the narrowest first.</summary>
    public static IReadOnlyList<string> Serving(DiseaseGroup group) => [group.Chapter, group.Serious ? "serious" : "minor"];

    /// <summary>What aid for a group could draw on bound gifts.</summary>
    public Fen LeftFor(DiseaseGroup group) => Serving(group).Aggregate(Fen.Zero, (sum, purpose) => sum + Of.GetValueOrDefault(purpose).Left);

    /// <summary>What no aid has drawn on yet.</summary>
    public Fen Left => Of.Values.Aggregate(Fen.Zero, (sum, pot) => sum + pot.Left);

    /// <summary>The pots after one more posting, and what it drew (below zero: gave back) by purpose; the empty purpose is the common money.</summary>
    public (Pots After, IReadOnlyList<(string Purpose, DiseaseGroup Group, Fen Drawn)> Draws) After(Posting posting)
    {
        if (posting.Kind == PostingKind.YearEnd)
            return (this, []);
        var of = Of.ToBuilder();
        var draws = new List<(string, DiseaseGroup, Fen)>();
        foreach (var line in posting.Lines)
        {
            if (line.Account == Account.Donors && line.Detail.Length > 0)
                Give(of, line.Detail, -line.Signed);
            else if (line.Account == Account.Aid && DiseaseGroup.TryRead(line.Detail, out var group))
                draws.AddRange(line.Side == Side.Debit ? Draw(of, group, line.Amount) : GiveBack(of, group, line.Amount));
        }

        return (new Pots(of.ToImmutable()), draws);
    }

    /// <summary>A gift; below zero a gift taken back, for which the common money stands in where it is used already.</summary>
    private static void Give(ImmutableSortedDictionary<string, Pot>.Builder of, string purpose, Fen amount)
    {
        var pot = of.GetValueOrDefault(purpose);
        var given = (pot.Given + amount).OrZero;
        of[purpose] = new Pot(given, Fen.Min(pot.Used, given));
    }

    private static IEnumerable<(string, DiseaseGroup, Fen)> Draw(ImmutableSortedDictionary<string, Pot>.Builder of, DiseaseGroup group, Fen amount)
    {
        foreach (var purpose in Serving(group))
        {
            var pot = of.GetValueOrDefault(purpose);
            var drawn = Fen.Min(pot.Left, amount);
            if (drawn <= Fen.Zero)
                continue;
            of[purpose] = pot with { Used = pot.Used + drawn };
            amount -= drawn;
            yield return (purpose, group, drawn);
        }

        if (amount > Fen.Zero)
            yield return ("", group, amount);
    }

    /// <summary>What comes back fills the bound gifts first, the widest first, and the common money with what remains.</summary>
    private static IEnumerable<(string, DiseaseGroup, Fen)> GiveBack(ImmutableSortedDictionary<string, Pot>.Builder of, DiseaseGroup group, Fen amount)
    {
        foreach (var purpose in Serving(group).Reverse())
        {
            var pot = of.GetValueOrDefault(purpose);
            var back = Fen.Min(pot.Used, amount);
            if (back <= Fen.Zero)
                continue;
            of[purpose] = pot with { Used = pot.Used - back };
            amount -= back;
            yield return (purpose, group, -back);
        }

        if (amount > Fen.Zero)
            yield return ("", group, -amount);
    }
}
