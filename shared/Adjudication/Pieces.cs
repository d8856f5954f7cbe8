using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>One settlement to be made (一次结算): a stay, or a part of a long one.</summary>
/// <param name="Stay">Position of the stay among those given.</param>
/// <param name="Costed">Its cost is known; false for a stay that must be cut but whose parts' costs nobody gave.</param>
/// <param name="Cut">It is a part of a longer stay.</param>
/// <param name="Finding">What does not agree about its days, null for nothing.</param>
internal sealed record Piece(int Stay, DateOnly From, AdmissionFacts Facts, PolicySnapshot Rules, Join Join, bool Costed, bool Cut, string? Finding)
{
    /// <summary>It stands for all parts of a cut stay together, for the layers that look at the stay and not at its parts.</summary>
    public bool Whole { get; init; }
}

/// <summary>Cuts stays into what is settled on its own, in order of time.</summary>
internal static class Pieces
{
    public static ImmutableArray<Piece> Of(IReadOnlyList<AdmissionFacts> stays, Func<AdmissionFacts, PolicySnapshot> rulesFor)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        AdmissionFacts? before = null;
        DateOnly? since = null;
        foreach (var i in Enumerable.Range(0, stays.Count).OrderBy(i => stays[i].Admitted ?? stays[i].Date).ThenBy(i => stays[i].Date).ThenBy(i => i))
        {
            var stay = stays[i];
            var rules = rulesFor(stay);
            var join = before is null ? Join.Fresh : SettlementRule.Of(rules).Joins(before, stay);
            // What is one stay is one stay for a status that changed during it, too.
            since = join == Join.Transfer ? since ?? stay.Admitted : stay.Admitted;
            pieces.AddRange(Cut(i, PersonOnTheDay.Of(rules, stay, since ?? stay.Date), rules, join, Disagrees(before, stay, join), rulesFor));
            before = stay;
        }
        return pieces.ToImmutable();
    }

    private static IEnumerable<Piece> Cut(int index, AdmissionFacts stay, PolicySnapshot rules, Join join, string? finding, Func<AdmissionFacts, PolicySnapshot> rulesFor)
    {
        var periods = stay.Admitted is { } admitted && admitted <= stay.Date ? SettlementPeriods.Of(rules, admitted, stay.Date) : [];
        if (periods.Length <= 1)
        {
            yield return new Piece(index, stay.Admitted ?? stay.Date, stay with { Parts = [] }, rules, join, Costed: true, Cut: false, finding);
            yield break;
        }
        if (!Fit(periods, stay))
        {
            yield return new Piece(index, stay.Admitted!.Value, stay with { Parts = [] }, rules, join, Costed: false, Cut: true, finding);
            yield break;
        }
        for (var k = 0; k < periods.Length; k++)
        {
            var facts = PartFacts(stay, stay.Parts[k], first: k == 0);
            var how = k == 0 ? join : periods[k].NewYear ? Join.NewYear : Join.NewPeriod;
            yield return new Piece(index, periods[k].From, facts, rulesFor(facts), how, Costed: true, Cut: true, k == 0 ? finding : null);
        }
        if (WholeStay.Concerns(rules))
            yield return new Piece(index, stay.Admitted!.Value, stay with { Parts = [] }, rules, Join.Fresh, Costed: true, Cut: false, Finding: null) { Whole = true };
    }

    /// <summary>The costs given are those of the very parts the place cuts, and add up to the stay.</summary>
    private static bool Fit(ImmutableArray<SettlementPeriod> periods, AdmissionFacts stay) =>
        stay.Parts.Length == periods.Length
        && periods.Zip(stay.Parts).All(p => p.First.From == p.Second.From && p.First.To == p.Second.To)
        && stay.Parts.Aggregate(Fen.Zero, (sum, p) => sum + p.Total) == stay.Stay.Total;

    private static AdmissionFacts PartFacts(AdmissionFacts stay, StayPart part, bool first) => stay with
    {
        Admitted = part.From,
        Date = part.To,
        Parts = [],
        ActuallyPaid = part.ActuallyPaid,
        YearToDate = first ? stay.YearToDate : new YearToDate(),
        Stay = stay.Stay with
        {
            OrdinalInYear = first ? stay.Stay.OrdinalInYear : null,
            OrdinalAtLevel = first ? stay.Stay.OrdinalAtLevel : null,
            DeductibleWaived = first && stay.Stay.DeductibleWaived,
            Total = part.Total,
            InScope = part.InScope,
            SelfFunded = part.SelfFunded,
            SelfPayFirst = part.SelfPayFirst,
            OverLimit = part.OverLimit,
            Borne = part.Borne,
            Items = ImmutableSortedDictionary<string, Fen>.Empty,
        },
    };

    private static string? Disagrees(AdmissionFacts? before, AdmissionFacts stay, Join join) =>
        before is null ? null
        : stay.Admitted < before.Date ? "两次住院的日期重叠了，请核对入院和出院日期。"
        : stay.Stay.ContinuesPrevious == true && join == Join.Fresh ? "说是转院连续住院，但两次住院隔的时间超过了规定，按两次住院算，请核对日期。"
        : null;
}
