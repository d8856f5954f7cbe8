using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association.Documents;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Tools.Plans;

/// <summary>A village's plan, or how much money it would take (测算结果).</summary>
internal sealed record MadePlan(VillageRoster Village, PlanTerms Terms, GeneratedPlan? Plan, TooLittleMoney? Problem)
{
    public string TooLittle => $"资金 {Terms.Money.ToGroupedString()} 元不够：要把提前用完的可能性控制在 {Terms.AllowedRuin} 以内，至少需要 {Problem!.Least.ToGroupedString()} 元。";
}

/// <summary>Writes plans for people and for programs (测算结果的表格和数据).</summary>
internal static class PlanTable
{
    /// <summary>One plan: its rungs, then how it stands and what is assumed.</summary>
    public static void Write(TextWriter output, MadePlan made)
    {
        if (made.Plan is not { } plan)
        {
            output.WriteLine(made.Terms.Own.IsEmpty ? made.TooLittle : $"除去自己定的病种，{made.TooLittle}");
            return;
        }

        output.WriteLine("档次          每次补助（元）   病种   预计人次");
        foreach (var rung in plan.Rungs)
            output.WriteLine($"{rung.Grade.Name}    {rung.Sum.ToGroupedString(),14}   {rung.Diseases,4}   {rung.Stays.ToString(),8}");
        foreach (var (disease, sum) in plan.Own.Select(own => (own.Disease, own.Sum)))
            output.WriteLine($"自己定的      {sum.ToGroupedString(),14}   {disease.Name}（{disease.Code}）");
        foreach (var sentence in PlanBasis.Words(plan).Concat(PlanJson.Warnings(plan)).Distinct())
            output.WriteLine($"· {sentence}");
        Assumed(output);
    }

    /// <summary>A line for each village, and the whole county.</summary>
    public static void Write(TextWriter output, IReadOnlyList<MadePlan> made)
    {
        output.WriteLine("村\t人数\t资金\t预计补助\t预计人次\t平均每次\t用完的可能性\t多一成病人时\t各档补助（元）");
        foreach (var one in made)
        {
            output.WriteLine(one.Plan is { } plan
                ? $"{one.Village.Name}\t{plan.Members}\t{plan.Terms.Money}\t{plan.ExpectedAid}\t{plan.Stays}\t{plan.MeanAid}\t{plan.Ruin}\t{plan.RuinIfMore}\t{string.Join(' ', plan.Rungs.Select(rung => rung.Sum.Value / 100))}"
                : $"{one.Village.Name}\t{one.Village.Members}\t{one.Terms.Money}\t{one.TooLittle}");
        }

        var plans = made.Select(one => one.Plan).OfType<GeneratedPlan>().ToList();
        output.WriteLine($"共 {made.Count} 个村，{plans.Count} 个做出方案：{plans.Sum(plan => plan.Members)} 人，资金 {Sum(plan => plan.Terms.Money)} 元，预计补助 {Sum(plan => plan.ExpectedAid)} 元。");
        if (plans.Count > 0)
        {
            foreach (var left in LeftOut.Of(plans[0]).Where(left => left.Key != "yearly-cap"))
                output.WriteLine($"· 测算{left.Text}");
            if (plans[0].Terms.YearlyCap is not null)
                output.WriteLine("· 测算没有计入个人年度封顶对一年多次住院的限制：实际支出只会比测算少。");
        }

        Assumed(output);
        string Sum(Func<GeneratedPlan, Fen> of) => plans.Aggregate(Fen.Zero, (sum, plan) => sum + of(plan)).ToGroupedString();
    }

    /// <summary>Everything, by the names of the HTTP interface.</summary>
    public static byte[] Json(IReadOnlyList<MadePlan> made)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("plans");
            foreach (var one in made)
                Write(writer, one);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    static void Write(Utf8JsonWriter writer, MadePlan made)
    {
        writer.WriteStartObject();
        writer.WriteString("name", made.Village.Name);
        if (made.Plan is { } plan)
        {
            PlanJson.WriteFigures(writer, plan, Statistics.Default, (BasisPoints.Whole, BasisPoints.Whole));
            PlanJson.WriteDiseases(writer, plan.Sums);
        }
        else
        {
            writer.WriteString("problem", "budget-too-small");
            writer.WriteString("detail", made.TooLittle);
            writer.WriteString("least", made.Problem!.Least.ToString());
        }

        writer.WriteEndObject();
    }

    static void Assumed(TextWriter output)
    {
        var figures = Statistics.Default.Figures;
        output.WriteLine($"· 所用的 {figures.Length} 个统计数里，{figures.Count(figure => figure.Published)} 个有公开来源，其余 {figures.Count(figure => !figure.Published)} 个是假设：");
        foreach (var figure in figures.Where(figure => figure.Of == "*"))
            output.WriteLine($"    {Named(figure.Name)}：{figure.Value}（{(figure.Published ? "公开" : "假设")}）");
    }

    static string Named(string figure) => figure switch
    {
        "stays" => "年龄不详的会员每万人一年住院人次",
        "borne" => "住院费用由本人负担的部分（万分之几）",
        "cost" => "没有单列病种的次均费用（元）",
        "spread" => "同一病种费用的离散程度（万分之几）",
        "emphasis" => "大病倾斜（万分之几）",
        "claimed" => "够起补线的住院有多少来申请（万分之几）",
        var other => other,
    };
}
