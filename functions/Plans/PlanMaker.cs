using Shouwang.Functions.Http;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Plans;

/// <summary>Gathers what a plan is made of and makes it (方案测算).</summary>
internal sealed class PlanMaker(IHeadcounts headcounts, IClaimHistory history)
{
    public static PlanGenerator Generator => PlanGenerator.Default;

    /// <summary>The roster to reckon with: the caller's, else the village's own.</summary>
    public async Task<IReadOnlyList<Headcount>> RosterAsync(PlanRequest request, string village, DateOnly today, CancellationToken stop)
    {
        var roster = request.Roster ?? await headcounts.OfAsync(village, today, stop);
        return roster.Count == 0 ? throw RosterInput.Empty() : roster;
    }

    /// <summary>Corrections of the expected stays by what was counted; 100 % each where nothing was.</summary>
    public async Task<(BasisPoints Minor, BasisPoints Serious)> CorrectionsAsync(PlanRequest request, Village? village, IReadOnlyList<Headcount> roster, Charter charter, DateOnly today, CancellationToken stop)
    {
        var counted = request.Counted ?? (village is null ? null : await history.OfAsync(village, today, stop));
        return counted is null ? (BasisPoints.Whole, BasisPoints.Whole) : Corrections(counted, Expected(roster, charter));
    }

    /// <summary>The plan.</summary>
    /// <exception cref="ProblemException">The money is too little for the smallest plan.</exception>
    public static GeneratedPlan Make(IReadOnlyList<Headcount> roster, PlanTerms terms, (BasisPoints Minor, BasisPoints Serious) corrections)
    {
        if (terms.YearlyCap < Ladder.Least)
            throw new ProblemException(Problem.BadRequest("cap-too-small", $"章程规定一个人一年最多补助 {terms.YearlyCap.Value.ToGroupedString()} 元，比最低一档 {Ladder.Least.ToGroupedString()} 元还少。请先改章程。", "yearlyCap"));
        if (terms.Own.Highest > terms.YearlyCap)
            throw new ProblemException(Problem.BadRequest("sum-above-cap", $"自己定的数里有 {terms.Own.Highest.ToGroupedString()} 元，章程规定一个人一年最多补助 {terms.YearlyCap.Value.ToGroupedString()} 元。请改小，或者先改章程。", "sums"));
        var (plan, problem) = Generator.Generate(roster, terms, corrections.Minor, corrections.Serious);
        return plan ?? throw new ProblemException(Problem.BadRequest(
            "budget-too-small",
            $"资金 {terms.Money.ToGroupedString()} 元{(terms.Own.IsEmpty ? "" : "除去单独定的病种，")}连最低一档（每次 {Ladder.Least.ToGroupedString()} 元）也保不住：要把提前用完的可能性控制在 {terms.AllowedRuin} 以内，至少需要 {problem!.Least.ToGroupedString()} 元。请增加筹资，{(terms.Own.IsEmpty ? "或者几个村合办" : "或者把单独定的数改小")}。",
            "budget"));
    }

    /// <summary>What a roster may expect in a year, uncorrected: aids of minor and of serious illness.</summary>
    public static (StayCount Minor, StayCount Serious) Expected(IReadOnlyList<Headcount> roster, Charter charter)
    {
        var stays = Generator.AidedStays(roster, PlanTerms.Of(charter, Fen.Zero, BasisPoints.Whole));
        return (Sum(serious: false), Sum(serious: true));
        StayCount Sum(bool serious) => new(Grade.All.Where(grade => grade.Serious == serious).Sum(grade => stays[grade.Number - 1].Millionths));
    }

    /// <summary>Corrections of one village by itself.</summary>
    public static (BasisPoints Minor, BasisPoints Serious) Corrections(Counted counted, (StayCount Minor, StayCount Serious) expected)
    {
        return (One(expected.Minor, counted.Minor), One(expected.Serious, counted.Serious));
        BasisPoints One(StayCount year, int aids) => Credibility.Corrections([new Experience(new StayCount(year.Millionths * counted.Months / 12), aids)])[0];
    }
}
