using System.Collections.Immutable;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>What the reckoning of a plan leaves out, and in which direction that errs (测算没有计入的情况).</summary>
/// <param name="Key">Stable, for programs.</param>
/// <param name="Spends">Whether a village really spends less or more than is stated: "less", "mostly-less", or "unevenly" where years differ more.</param>
/// <param name="Text">Chinese, for people who decide on the plan.</param>
public sealed record LeftOut(string Key, string Spends, string Text)
{
    /// <summary>What concerns a plan made by these terms.</summary>
    public static ImmutableArray<LeftOut> Of(GeneratedPlan plan) => [.. All(plan)];

    static IEnumerable<LeftOut> All(GeneratedPlan plan)
    {
        if (plan.Terms.YearlyCap is { } cap)
        {
            // Below so many full sums of the highest rung nobody meets the cap at all.
            var times = (cap.Value / plan.Rungs[^1].Sum.Value) + 1;
            yield return new LeftOut("yearly-cap", "less", $"没有计入个人年度封顶对一年多次住院的限制（按最高一档也要一年补到第 {times} 次才会碰到 {cap.ToGroupedString()} 元）：实际支出只会比测算少，钱用完的可能性只会比测算低。");
        }

        if (plan.Terms.Readmission is { Days: > 0, Merged: true } readmission)
            yield return new LeftOut("readmission", "mostly-less", $"没有计入“同一种病出院后 {readmission.Days} 天内再住院合并算一次”：多数情况下会少补一次，实际支出比测算少；只有几次都不到起补线、合起来才到的，会比测算多补一次。");
        yield return new LeftOut("dependence", "unevenly", "把每次住院当作互不相干：流行病、寒冬和反复住院会让各年相差更大，钱用完的可能性会比测算高。请同时看“住院的人多一成”的那个数。");
    }
}
