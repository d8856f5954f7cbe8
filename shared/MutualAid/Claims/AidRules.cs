using System.Collections.Immutable;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>What the charter makes of the plan's sum (章程规则): time limit, cause, waiting period, repeated admissions, whole amounts. Pure.</summary>
internal sealed class AidRules(ClaimTerms terms, Membership membership, AdmissionFacts facts, Func<AdmissionFacts, AdjudicationResult> adjudicate)
{
    private readonly List<AidStep> _steps = [];
    private readonly SortedSet<int> _reasons = [];

    public ImmutableArray<AidStep> Steps => [.. _steps];

    public ImmutableArray<int> Reasons => [.. _reasons];

    /// <summary>The claim came in after the charter's time limit.</summary>
    public bool IsLate => terms.Received?.DayNumber - facts.Date.DayNumber > terms.Charter.ClaimDays;

    public string LateSentence => $"章程规定出院后 {terms.Charter.ClaimDays} 天内申请，这笔申请过了期限，能不能补要由村里决定。";

    /// <summary>The aid; null where a fact or figure is missing.</summary>
    public Fen? Apply(AdjudicationResult result)
    {
        if (Layer(result) is not { } layer)
            return null;
        var merged = Merged();
        if (merged.Count > 0)
            layer = Layer(adjudicate(Together(merged))) ?? layer;
        Why(layer);
        var aid = layer.Amount;
        if (merged.Count > 0)
            aid = Once(aid, merged);
        aid = Whole(aid, layer.Outcome == Outcome.CapReached);
        Refuse(facts.Date < membership.EntitledFrom, Reason.Waiting, $"入会后有等待期，{membership.EntitledFrom?.InWords()}起出院的才能补。");
        Refuse(Cause.Excluding(terms.Charter, terms.Cause) is not null, Reason.ExcludedCause, $"这次住院是{Cause.Excluding(terms.Charter, terms.Cause)}，章程规定不补助。");
        Refuse(terms.SheetUsed is not null, Reason.PaidElsewhere, terms.SheetUsed ?? "");
        var decided = _steps.Count == 0 ? aid : _steps[^1].Amount;
        if (IsLate && decided > Fen.Zero)
        {
            // Whether there was a good reason only a person can say.
            _reasons.Add(Reason.Late);
            _steps.Add(new AidStep("late", LateSentence, decided));
        }

        return decided;

        void Refuse(bool? applies, int reason, string sentence)
        {
            if (applies != true)
                return;
            _reasons.Add(reason);
            _steps.Add(new AidStep(Reason.Of(reason)!.Code, sentence, Fen.Zero));
        }
    }

    private static LayerResult? Layer(AdjudicationResult result) =>
        result.Layers.FirstOrDefault(layer => layer.Layer == "mutual-aid") is { Outcome: not (Outcome.NeedsFact or Outcome.NeedsPolicy) } layer ? layer : null;

    private List<EarlierClaim> Merged() =>
        [.. terms.Earlier.Where(earlier => earlier.Merges(facts.Admitted, facts.Date, facts.Stay.Disease, terms.Charter.Readmission))];

    /// <summary>The stays of one illness as if they were one.</summary>
    private AdmissionFacts Together(IReadOnlyCollection<EarlierClaim> merged) => facts with
    {
        Stay = facts.Stay with
        {
            Total = merged.Aggregate(facts.Stay.Total, (sum, earlier) => sum + earlier.Total),
            Borne = facts.Stay.Borne is { } borne ? merged.Aggregate(borne, (sum, earlier) => sum + earlier.Borne) : null,
            Operations = [.. merged.SelectMany(earlier => earlier.Operations).Concat(facts.Stay.Operations).Distinct().Order(StringComparer.Ordinal)],
            InScope = null,
            SelfFunded = null,
            SelfPayFirst = null,
            OverLimit = null,
        },
        ActuallyPaid = merged.SelectMany(earlier => earlier.Paid).Concat(facts.ActuallyPaid)
            .GroupBy(paid => paid.Key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(paid => paid.Key, paid => paid.Aggregate(Fen.Zero, (sum, one) => sum + one.Value), StringComparer.Ordinal),
        YearToDate = facts.YearToDate with
        {
            MutualAidPaid = merged.Where(earlier => earlier.Discharged.Year == facts.Date.Year).Aggregate(facts.YearToDate.MutualAidPaid ?? Fen.Zero, (sum, earlier) => sum - earlier.Awarded),
        },
    };

    private Fen Once(Fen together, IReadOnlyCollection<EarlierClaim> merged)
    {
        var before = merged.Aggregate(Fen.Zero, (sum, earlier) => sum + earlier.Awarded);
        var aid = (together - before).OrZero;
        var days = string.Join("、", merged.Select(earlier => earlier.Discharged.InWords()));
        _steps.Add(new AidStep("readmission", $"和{days}出院的那次是同一种病、隔得近，按章程合起来算一次：一共补 {together.ToGroupedString()} 元，已经补过 {before.ToGroupedString()} 元，这次补 {aid.ToGroupedString()} 元。", aid));
        if (aid == Fen.Zero && together > Fen.Zero)
            _reasons.Add(Reason.SameIllness);
        return aid;
    }

    /// <summary>The charter's rounding, never above what it rounds where that was a cap.</summary>
    private Fen Whole(Fen aid, bool capped)
    {
        var whole = terms.Charter.Rounding.Divide(aid.Value, 1);
        if (whole > aid && (capped || (facts.Stay.Borne is { } borne && whole > borne)))
            whole = Rounding.DownYuan.Divide(aid.Value, 1);
        if (whole != aid)
            _steps.Add(new AidStep("rounding", $"按章程取整，补 {whole.ToGroupedString()} 元。", whole));
        return whole;
    }

    private void Why(LayerResult layer)
    {
        if (layer.Amount > Fen.Zero)
            return;
        if (membership.OnDischarge == false)
            _reasons.Add(Reason.NotAMember);
        else if (layer.Outcome == Outcome.BelowDeductible)
            _reasons.Add(Reason.BelowEntryLine);
        else if (layer.Outcome == Outcome.NotCovered)
            _reasons.Add(Reason.NotInPlan);
        else if (layer.Steps.LastOrDefault(step => step.Amount < Fen.Zero)?.Rule == "cap-year")
            _reasons.Add(Reason.YearlyCap);
        else
            _reasons.Add(Reason.NothingBorne);
    }
}
