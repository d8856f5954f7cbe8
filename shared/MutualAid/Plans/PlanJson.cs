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
        writer.WriteBoolean("ownRungs", plan.Terms.Own.Ladder is not null);
        writer.WriteStartArray("own");
        foreach (var own in plan.Own)
        {
            writer.WriteStartObject();
            writer.WriteString("entry", own.Disease.Code);
            writer.WriteString("name", own.Disease.Name);
            writer.WriteBoolean("serious", own.Disease.Serious);
            writer.WriteString("sum", own.Sum.ToString());
            writer.WriteString("expectedStays", own.Stays.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteAlike(writer, plan.Alike);
    }

    /// <summary>Sums that may be meant for more diseases than they are given to.</summary>
    public static void WriteAlike(Utf8JsonWriter writer, IReadOnlyList<AlikeSum> alike)
    {
        writer.WriteStartArray("alike");
        foreach (var one in alike)
        {
            writer.WriteStartObject();
            writer.WriteString("entry", one.Disease.Code);
            writer.WriteString("name", one.Disease.Name);
            writer.WriteString("sum", one.Sum.ToString());
            writer.WriteString("words", AlikeSums.Words(one));
            writer.WriteStartArray("others");
            foreach (var (disease, sum) in one.Others)
            {
                writer.WriteStartObject();
                writer.WriteString("entry", disease.Code);
                writer.WriteString("name", disease.Name);
                writer.WriteString("sum", sum.ToString());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
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

    /// <summary>What a village should know of the sums it set itself. Nothing here forbids them: what they come to rests on assumed figures, and the assembly decides.</summary>
    static IEnumerable<string> OwnWarnings(GeneratedPlan plan)
    {
        if (plan.Margin < Fen.Zero)
            yield return $"照村里自己定的数，预计要补 {plan.ExpectedAid.ToGroupedString()} 元，连服务费比资金多 {(-plan.Margin).ToGroupedString()} 元，多半不到期就会用完。请把数定低一些，或者增加筹资。";
        else if (plan.Terms.Own.Ladder is not null && plan.Ruin.Millionths > plan.Terms.AllowedRuin.Value * 100)
            yield return $"照村里自己定的数，钱提前用完的可能性是 {plan.Ruin}，比章程允许的 {plan.Terms.AllowedRuin} 高。";
        if (Names(plan.Own.Where(own => own.Disease.Serious && own.Sum < plan.Rungs.Last(rung => !rung.Grade.Serious).Sum).Select(own => (own.Disease, own.Sum))) is { Length: > 0 } low)
            yield return $"大病补得比小病还少：{low}。请核对是不是写错了。";
        if (Names(TellingSums.Of(plan.Sums).Where(entry => plan.Sums[entry] > Fen.Zero).Select(entry => (DiseaseCatalogue.Default.Find(entry)!, plan.Sums[entry]))) is { Length: > 0 } alone)
            yield return $"方案和公示都是公开的。下面这些病，很少有别的病是同样的钱数，村里人一看发了多少，就知道是什么病：{alone}。最好和几种别的病定成一样的数。";
    }

    static string Names(IEnumerable<(DiseaseEntry Disease, Fen Sum)> sums)
    {
        const int Most = 8;
        var all = sums.ToList();
        return string.Join('、', all.Take(Most).Select(one => $"{one.Disease.Name} {one.Sum.ToGroupedString()} 元")) + (all.Count > Most ? $"等 {all.Count} 种" : "");
    }

    /// <summary>What somebody should know before he decides on the plan.</summary>
    public static IEnumerable<string> Warnings(GeneratedPlan plan)
    {
        if (plan.Members < FewMembers)
            yield return $"只有 {plan.Members} 人参加，一个大病就可能用掉全年资金的一大块，方案只能定得很低。建议几个村合办，或者先积累结余。";
        foreach (var warning in OwnWarnings(plan))
            yield return warning;
        if (plan.IsFull)
            yield return "各档补助都已经到上限（不超过本人通常负担的八成），多出的资金结转下一年。";
    }
}
