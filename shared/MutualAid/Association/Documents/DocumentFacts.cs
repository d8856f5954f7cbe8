using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Shared.MutualAid.Association.Documents;

/// <summary>What the documents of one decision say (文书所用事实).</summary>
/// <param name="Charter">As proposed in this round, else as it is in force.</param>
/// <param name="Plan">The plan it is about; null for a charter alone.</param>
/// <param name="Basis">How the plan was worked out, in Chinese sentences; empty for a plan that was put in.</param>
/// <param name="Steps">The steps of the round that are recorded.</param>
public sealed record DocumentFacts(string Village, string Officer, string Phone, Charter Charter, VillagePlan? Plan, ImmutableArray<string> Basis, ImmutableArray<RecordedStep> Steps)
{
    /// <summary>Day of a step, to be filled in by hand where it is not recorded.</summary>
    internal string Day(Step step) => Of(step) is { } recorded ? Date(recorded.Date) : "______年____月____日";

    internal RecordedStep? Of(Step step) => Steps.LastOrDefault(recorded => recorded.Step == step);

    /// <summary>What is decided on, by title.</summary>
    internal string About => (Plan, IsCharter) switch
    {
        (not null, true) => $"《{Village}医疗互助会章程》和《{Village}医疗互助补助方案（{Plan.Version}）》",
        (not null, false) => $"《{Village}医疗互助补助方案（{Plan.Version}）》",
        _ => $"《{Village}医疗互助会章程》",
    };

    internal bool IsCharter => Plan is null || Of(Step.Proposal) is not { Subject.Charter: null };

    internal static string Date(DateOnly day) => day.InWords();

    internal static string Yuan(Fen amount) => $"{amount.ToGroupedString()} 元";
}

/// <summary>Describes how a generated plan was worked out (测算说明).</summary>
public static class PlanBasis
{
    /// <summary>For people who decide on it.</summary>
    /// <param name="operations">Nothing is reckoned for them: how often the operations are done is not known.</param>
    public static ImmutableArray<string> Words(GeneratedPlan plan, OperationSums? operations = null) =>
    [
        $"参加 {plan.Members} 人，{(IsYear(plan) ? "全年" : "这段时间")}可用资金 {DocumentFacts.Yuan(plan.Terms.Money)}。",
        $"预计{(IsYear(plan) ? "一年" : "这段时间")}补助 {plan.Stays} 人次，平均每次 {DocumentFacts.Yuan(plan.MeanAid)}，合计 {DocumentFacts.Yuan(plan.ExpectedAid)}。",
        $"预计平台服务费 {DocumentFacts.Yuan(plan.Fee)}，{(plan.Margin < Fen.Zero ? $"资金预计还差 {DocumentFacts.Yuan(-plan.Margin)}。" : $"预计结余 {DocumentFacts.Yuan(plan.Margin)}，结余转入下一年。")}",
        .. Own(plan),
        $"{(IsYear(plan) ? "全年" : "这段时间的")}资金提前用完的可能性约为 {plan.Ruin}；如果住院的人比预计多一成，约为 {plan.RuinIfMore}。",
        "预计的住院人次、病种比例和费用大多是假设，没有官方统计；本村有了自己的记录以后会逐步修正。",
        .. LeftOut.Of(plan).Select(left => $"测算{left.Text}"),
        .. operations is not { IsEmpty: false } ? Array.Empty<string>() : ["测算没有计入按手术补的数：各种手术一年做多少次没有统计，实际支出会比测算多，请留足余地。"],
        .. plan.IsFull ? ["各档补助都已经到上限，多出的资金结转下一年。"] : Array.Empty<string>(),
    ];

    /// <summary>Which sums nobody worked out.</summary>
    static IEnumerable<string> Own(GeneratedPlan plan)
    {
        if (plan.Terms.Own.Ladder is not null)
            yield return $"各档补多少是村里自己定的，不是按资金算出来的。章程允许的提前用完的可能性是 {plan.Terms.AllowedRuin}。";
        if (plan.Own.Length > 0)
            yield return $"有 {plan.Own.Length} 种病补多少是村里单独定的，其余的病按档补。";
        foreach (var words in AlikeSums.Words(plan.Alike))
            yield return words;
    }

    /// <summary>A plan may be for the rest of a year only.</summary>
    static bool IsYear(GeneratedPlan plan) => plan.Terms.Part == BasisPoints.Whole;
}
