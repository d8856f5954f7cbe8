using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.Tests.MutualAid.Ledger;

/// <summary>Ledgers that came about by any sequence of what officers do, sensible or not; what the books refuse is left out, as it is in life.</summary>
internal static class AnyBooks
{
    public const string Village = "320281105203";
    private static readonly string[] Purposes = ["", "serious", "minor", "C00", "K00"];
    private static readonly string[] Diseases = ["C34", "K35", "I63", "J18", "F20"];

    private static Gen<int[]> Step => Gen.Choose(0, 1_000_000).ArrayOf(6);

    /// <summary>Sequences of up to sixty steps.</summary>
    public static Arbitrary<int[][]> Steps { get; } = Arb.From(from count in Gen.Choose(0, 60) from steps in Step.ArrayOf(count) select steps);

    public static void Hold(Func<IReadOnlyList<Entry>, Books, bool> property, int times = 300, bool mayGoBelowZero = false) =>
        Prop.ForAll(Steps, steps =>
        {
            var (entries, books) = Write(steps, mayGoBelowZero);
            return property(entries, books);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    public static (List<Entry> Entries, Books Books) Write(int[][] steps, bool mayGoBelowZero = false)
    {
        var (entries, books) = (new List<Entry>(), Books.Empty(Village));
        foreach (var step in steps)
        {
            try
            {
                var posting = Of(step, entries, books);
                if (entries.Any(entry => entry.Posting.Key == posting.Key))
                    continue;
                (var entry, books) = books.Append(posting, new string('a', 64), new DateTimeOffset(2026, 1, 1, 0, 0, entries.Count % 60, TimeSpan.Zero), LedgerTerms.Usual with { MayGoBelowZero = mayGoBelowZero });
                entries.Add(entry);
            }
            catch (LedgerRefusedException)
            {
                // Refused as it should be.
            }
        }

        return (entries, books);
    }

    private static Posting Of(int[] step, List<Entry> entries, Books books)
    {
        var (what, who, amount, day, disease, before) = (step[0] % 14, step[1] % 40, new Fen(step[2]), new DateOnly(2026, 1, 1).AddDays(step[3] % 700), step[4], step[5]);
        var aid = new AidCase($"{who:x32}", (step[5] % 3) + 1, DiseaseGroup.Of(Diseases[disease % 5], disease % 2 == 0), "周**", "2026-1");
        Posting Earlier() => entries[before % entries.Count].Posting;
        return what switch
        {
            0 or 1 or 2 => ContributionPostings.Member($"{who:x32}", day.Year + (disease % 4 == 1 ? 1 : 0), 1, "周**", amount, day, disease % 3 == 0 ? "民政" : null, disease % 2 == 0 ? Account.Cash : Account.Bank),
            3 => ContributionPostings.Collective($"{who}", day.Year, amount, day, "村集体"),
            4 => ContributionPostings.Gift($"{who}", Purposes[disease % 5], amount, day, "热心村民", null),
            5 => ContributionPostings.Deposit($"{who}", amount, day),
            6 => ContributionPostings.Withdrawal($"{who}", amount, day),
            7 or 8 => AidPostings.Approved(aid, amount, day),
            9 => AidPostings.Paid(aid, new Fen(-books.Balances[Account.AidPayable, aid.Claim].Value), day, FeeTerms.Usual, disease % 4 == 0 ? Account.Cash : Account.Bank),
            10 when entries.Count > 0 && Earlier() is { Kind: PostingKind.AidApproved } old => AidPostings.Corrected(
                aid with { Claim = old.About.Claim!, Revision = 1, Group = DiseaseGroup.TryRead(old.Lines[0].Detail, out var group) ? group : aid.Group },
                old.Lines[0].Amount, aid with { Claim = old.About.Claim!, Revision = 7 }, amount, day),
            11 => AidPostings.Returned(aid, books.Balances[Account.AidPayable, aid.Claim], day, FeeTerms.Usual),
            12 when entries.Count > 0 => Reversal.Of(Earlier(), day, "记错了"),
            12 or 10 => ContributionPostings.Opening(amount, day),
            _ => disease % 3 == 0 ? YearEnd.Close(books, day.Year) : AidPostings.FeePaid(day.Year, day.Month, -books.Balances[Account.FeePayable], day),
        };
    }
}
