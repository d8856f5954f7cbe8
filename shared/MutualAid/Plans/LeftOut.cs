using System.Collections.Immutable;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>What the reckoning of a plan leaves out, and in which direction that errs (测算没有计入的情况).</summary>
/// <param name="Key">Stable, for programs.</param>
/// <param name="Spends">Whether a village really spends less or more than is stated: "less", "mostly-less", "unevenly" where years differ more, or "bounded" where it says between which bounds.</param>
/// <param name="Text">Chinese, for people who decide on the plan.</param>
public sealed record LeftOut(string Key, string Spends, string Text)
{
    static string Many(StayCount count) => count.Millionths < 50_000 ? "不到 0.1" : $"约 {count}";

    /// <summary>What concerns a plan made by these terms.</summary>
    public static ImmutableArray<LeftOut> Of(GeneratedPlan plan) => [.. All(plan)];

    static IEnumerable<LeftOut> All(GeneratedPlan plan)
    {
        var repeated = plan.Repeated;
        if (plan.Terms.YearlyCap is { } cap)
            yield return new LeftOut("yearly-cap", "less", $"没有计入个人年度封顶（{cap.ToGroupedString()} 元）对一年多次住院的限制：预计一年{Many(repeated.Cut)} 人碰到封顶，平均少付 {repeated.CapSaves.ToGroupedString()} 元，实际支出只会比测算少。");
        if (plan.Terms.Readmission is { Days: > 0, Merged: true } readmission)
            yield return new LeftOut("readmission", "mostly-less", $"没有计入“同一种病出院后 {readmission.Days} 天内再住院合并算一次”：各次住院互不相干的话，一年最多{Many(repeated.Merged)} 次，多数情况下会少补一次；只有几次里有不到起补线的、合起来才到的，会比测算多补。");
        if (plan.Terms.YearlyCap is not null || plan.Terms.Readmission is { Days: > 0, Merged: true })
            yield return new LeftOut("bounds", "bounded", $"这两条都算上，钱提前用完的可能性在 {repeated.RuinAtLeast} 到 {repeated.RuinAtMost} 之间（没有计入时是 {plan.Ruin}）。");
        yield return new LeftOut("dependence", "unevenly", "把每次住院当作互不相干：流行病、寒冬和反复住院会让各年相差更大，钱用完的可能性会比测算高。请同时看“住院的人多一成”的那个数。");
    }
}
