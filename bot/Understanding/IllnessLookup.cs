using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Bot.Understanding;

/// <summary>What a village's plan gives for an illness as people call it (按病名查方案).</summary>
public static class IllnessLookup
{
    private const int Most = 3;
    private const int MostKinds = 3;

    /// <summary>What the likeliest entries reach together where an illness was named at all: 手断了 0.46, 今天天气怎么样 0.03.</summary>
    private static readonly BasisPoints AnIllness = BasisPoints.FromPercent(25);

    /// <summary>Less likely than this is not worth a line of the choice.</summary>
    private static readonly BasisPoints WorthOffering = BasisPoints.FromPercent(5);

    /// <summary>For a question the answer names its illness, and nothing is paid by it: sure enough.</summary>
    private static readonly BasisPoints AsGoodAsSure = BasisPoints.FromPercent(90);

    /// <summary>The lookup for a plan; no match where the words name no illness.</summary>
    public static Func<string, DiseaseLookedUp> In(VillagePlan plan) => asked =>
    {
        if (DiseaseCatalogue.Default.Entries.FirstOrDefault(entry => entry.Name == asked) is { } chosen)
            return new DiseaseLookedUp(asked, [View(plan, chosen)], Sure: true);
        var answer = DiagnosisMatcher.Default.Match(asked, Most);
        var likely = answer.Matches.Sum(match => match.Score.Value) < AnIllness.Value ? [] : answer.Matches.Where(match => match.Score >= WorthOffering).ToList();
        var sure = answer.Sure || (likely.Count == 1 && likely[0].Score >= AsGoodAsSure);
        // As for a claim: the operation's sum, unless the plan lets the higher lead and the illness has no less.
        return plan.Operations.Highest(answer.Operations.Select(operation => operation.Code)) is var (operation, much)
            && !(sure && plan.Operations.Lead == OperationLead.Higher && plan.Sums.TryGetValue(likely[0].Entry.Code, out var sum) && sum >= much)
            ? new DiseaseLookedUp(asked, [new DiseaseView(operation, OperationList.Default.Find(operation)!.Name, Serious: false, much.ToGroupedString(), CapitalNumeral.Write(much))], Sure: true)
            : new DiseaseLookedUp(asked, [.. likely.Select(match => View(plan, match.Entry))], sure && likely.Count > 0)
            {
                Kinds = sure && likely.Count > 0 ? [.. Kinds(plan, likely[0].Entry, asked)] : [],
            };
    };

    /// <summary>肺炎 is said of several entries: whoever hears the sum of one hears that another may stand on the record, with another sum.</summary>
    private static IEnumerable<DiseaseView> Kinds(VillagePlan plan, DiseaseEntry entry, string asked) =>
        !plan.Sums.TryGetValue(entry.Code, out var sum) ? []
        : CloseKinds.Default.Of(entry, asked)
            .Where(other => plan.Sums.TryGetValue(other.Code, out var another) && another != sum)
            .OrderByDescending(Statistics.Default.Weight)
            .Take(MostKinds)
            .Select(other => View(plan, other));

    private static DiseaseView View(VillagePlan plan, DiseaseEntry entry) =>
        plan.Sums.TryGetValue(entry.Code, out var sum)
            ? new(entry.Code, entry.Name, entry.Serious, sum.ToGroupedString(), CapitalNumeral.Write(sum))
            : new(entry.Code, entry.Name, entry.Serious, null, null);
}
