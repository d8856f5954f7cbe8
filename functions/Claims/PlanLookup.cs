using Shouwang.Bot;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Claims;

/// <summary>Answers "how much for this illness" from the village's plan.</summary>
internal static class PlanLookup
{
    const int Most = 3;

    public static Func<string, DiseaseLookedUp> Of(Village village, PlanInput input) => asked =>
    {
        var plan = input.Over(village.Code, DiseaseCatalogue.Default.Entries);
        var answer = DiagnosisMatcher.Default.Match(asked, Most);
        if (plan.Operations.Highest(answer.Operations.Select(operation => operation.Code)) is var (operation, much))
            return new DiseaseLookedUp(asked, [new DiseaseView(operation, OperationList.Default.Find(operation)!.Name, Serious: false, much.ToGroupedString(), CapitalNumeral.Write(much))], Sure: true);
        return new DiseaseLookedUp(asked, [.. answer.Matches.Where(match => match.Score.Value > 0).Select(match => View(match.Entry, plan.Sums.TryGetValue(match.Entry.Code, out var sum) ? sum : null))], answer.Sure);
    };

    static DiseaseView View(DiseaseEntry entry, Fen? sum) =>
        new(entry.Code, entry.Name, entry.Serious, sum?.ToGroupedString(), sum is { } known ? CapitalNumeral.Write(known) : null);
}
