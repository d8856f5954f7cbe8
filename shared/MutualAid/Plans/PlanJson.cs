using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association.Documents;
using Shouwang.Shared.MutualAid.Board;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>A generated plan as the interface shows it (测算结果): figures, rungs, chart, and how sure what went in is.</summary>
public static class PlanJson
{
    const int FewMembers = 300;

    /// <summary>Everything but the sums; also what is kept with a draft.</summary>
    public static void WriteFigures(Utf8JsonWriter writer, GeneratedPlan plan, Statistics statistics, (BasisPoints Minor, BasisPoints Serious) corrections)
    {
        writer.WriteNumber("members", plan.Members);
        writer.WriteString("money", plan.Terms.Money.ToString());
        writer.WriteString("expectedAid", plan.ExpectedAid.ToString());
        writer.WriteString("fee", plan.Fee.ToString());
        writer.WriteString("margin", plan.Margin.ToString());
        writer.WriteString("ruin", plan.Ruin.ToString());
        writer.WriteString("ruinIfTenthMore", plan.RuinIfMore.ToString());
        writer.WriteString("ruinAtLeast", plan.Repeated.RuinAtLeast.ToString());
        writer.WriteString("ruinAtMost", plan.Repeated.RuinAtMost.ToString());
        writer.WriteString("allowedRuin", plan.Terms.AllowedRuin.ToString());
        writer.WriteString("expectedStays", plan.Stays.ToString());
        writer.WriteString("meanAid", plan.MeanAid.ToString());
        writer.WriteString("emphasis", plan.Terms.Emphasis.ToString());
        writer.WriteString("entryLine", plan.Terms.EntryLine.ToString());
        if (plan.Terms.YearlyCap is { } cap)
            writer.WriteString("yearlyCap", cap.ToString());
        writer.WriteBoolean("full", plan.IsFull);
        writer.WriteStartObject("corrections");
        writer.WriteString("minor", corrections.Minor.ToString());
        writer.WriteString("serious", corrections.Serious.ToString());
        writer.WriteEndObject();
        WriteRungs(writer, plan);
        WriteChart(writer, plan);
        WriteAssumptions(writer, statistics);
        WriteLeftOut(writer, plan);
        Strings(writer, "basis", PlanBasis.Words(plan));
        Strings(writer, "warnings", Warnings(plan));
    }

    /// <summary>A sum for every disease, with its Chinese name.</summary>
    public static void WriteDiseases(Utf8JsonWriter writer, IReadOnlyDictionary<string, Fen> sums)
    {
        var entries = DiseaseCatalogue.Default.Entries;
        writer.WriteNumber("serious", entries.Count(entry => entry.Serious));
        writer.WriteNumber("minor", entries.Count(entry => !entry.Serious));
        writer.WriteStartArray("diseases");
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteString("entry", entry.Code);
            writer.WriteString("name", entry.Name);
            writer.WriteBoolean("serious", entry.Serious);
            writer.WriteString("sum", sums[entry.Code].ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Strings(writer, "telling", TellingSums.Of(sums));
    }

    /// <summary>A list of texts.</summary>
    public static void Strings(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    static void WriteRungs(Utf8JsonWriter writer, GeneratedPlan plan)
    {
        writer.WriteStartArray("rungs");
        foreach (var rung in plan.Rungs)
        {
            writer.WriteStartObject();
            writer.WriteNumber("grade", rung.Grade.Number);
            writer.WriteString("name", rung.Grade.Name);
            writer.WriteBoolean("serious", rung.Grade.Serious);
            writer.WriteString("sum", rung.Sum.ToString());
            writer.WriteNumber("diseases", rung.Diseases);
            writer.WriteString("expectedStays", rung.Stays.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteChart(Utf8JsonWriter writer, GeneratedPlan plan)
    {
        writer.WriteStartObject("chart");
        writer.WriteString("title", $"{(plan.Terms.Part == BasisPoints.Whole ? "全年" : "这段时间")}补助总额的可能分布");
        writer.WriteString("xLabel", "补助总额（元）");
        writer.WriteString("yLabel", "可能性");
        writer.WriteString("limit", plan.Terms.MostAid.ToString());
        writer.WriteString("limitLabel", "资金能承受的补助总额");
        writer.WriteString("mean", plan.ExpectedAid.ToString());
        WriteBars(writer, plan.Bars);
        writer.WriteEndObject();
    }

    /// <summary>A distribution for a chart.</summary>
    public static void WriteBars(Utf8JsonWriter writer, ImmutableArray<(Fen From, Fen To, Chance Chance)> bars)
    {
        writer.WriteStartArray("bars");
        foreach (var (from, to, chance) in bars)
        {
            writer.WriteStartObject();
            writer.WriteString("from", from.ToString());
            writer.WriteString("to", to.ToString());
            writer.WriteString("chance", chance.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Nearly all that goes in is assumed, and every answer says so.</summary>
    static void WriteAssumptions(Utf8JsonWriter writer, Statistics statistics)
    {
        writer.WriteStartObject("assumptions");
        writer.WriteString("notice", "住院率、病种比例、次均费用大多是系统假设，不是官方统计。方案以此为起点，有了本村记录后会修正。");
        writer.WriteNumber("figures", statistics.Figures.Length);
        writer.WriteNumber("published", statistics.Figures.Count(figure => figure.Published));
        writer.WriteNumber("assumed", statistics.Figures.Count(figure => !figure.Published));
        writer.WriteString("hash", $"sha256:{statistics.Hash}");
        writer.WriteStartArray("main");
        foreach (var figure in statistics.Figures.Where(figure => figure.Of == "*"))
        {
            writer.WriteStartObject();
            writer.WriteString("figure", figure.Name);
            writer.WriteNumber("value", figure.Value);
            writer.WriteString("unit", figure.Unit);
            writer.WriteString("certainty", figure.Published ? "published" : "assumed");
            writer.WriteString("source", figure.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteLeftOut(Utf8JsonWriter writer, GeneratedPlan plan)
    {
        writer.WriteStartArray("leftOut");
        foreach (var left in LeftOut.Of(plan))
        {
            writer.WriteStartObject();
            writer.WriteString("key", left.Key);
            writer.WriteString("spends", left.Spends);
            writer.WriteString("text", left.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What somebody should know before he decides on the plan.</summary>
    public static IEnumerable<string> Warnings(GeneratedPlan plan)
    {
        if (plan.Members < FewMembers)
            yield return $"只有 {plan.Members} 人参加，一个大病就可能用掉全年资金的一大块，方案只能定得很低。建议几个村合办，或者先积累结余。";
        if (plan.IsFull)
            yield return "各档补助都已经到上限（不超过本人通常负担的八成），多出的资金结转下一年。";
    }
}
