using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Bench.Plans;

/// <summary>The first published village: 329,000 yuan; in ten months 216 aids of 1,208 yuan, 261,000 yuan. How many members it had was not published; 100 to 200 yuan a head were usual.</summary>
static class SenseCheck
{
    public static void Print(PlanGenerator generator)
    {
        Console.WriteLine("the first published village (329,000 yuan; 216 aids, 261,000 yuan, 1,208 a time in ten months); members are not published");
        foreach (var members in new[] { 1645, 2000, 2500, 3057, 3290 })
        {
            var plan = generator.Generate(Roster.Of(members), PlanTerms.Of(Charter.Default, Fen.FromYuan(329_000), generator.Statistics.Emphasis), BasisPoints.Whole, BasisPoints.Whole).Plan!;
            var (aids, aid) = (plan.Stays.Millionths / 1e6 * 10 / 12, plan.ExpectedAid.Value / 100.0 * 10 / 12);
            Console.WriteLine($"{members,5} members ({329_000 / members} yuan a head): {aids:F0} aids ({(aids / 216) - 1:+0%;-0%}), {aid:N0} yuan ({(aid / 261_000) - 1:+0%;-0%}), {plan.MeanAid.ToGroupedString()} a time ({(plan.MeanAid.Value / 120_800.0) - 1:+0%;-0%}), runs out {plan.Ruin} ({plan.RuinIfMore} if a tenth more fall ill); sums {string.Join(" ", plan.Rungs.Select(rung => rung.Sum.Value / 100))}");
        }
    }
}
