using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Villages;

/// <summary>A plan as an officer writes it: sums for some diseases, one sum for the other minor ones and one for the other serious ones.</summary>
internal sealed record PlanInput(
    string Version, DateOnly From, DateOnly To, Fen EntryLine, Fen? YearlyCap, Fen OtherMinor, Fen OtherSerious, ImmutableSortedDictionary<string, Fen> Sums, string Resolution)
{
    /// <summary>Sums by operation, where the village pays by operation too.</summary>
    public OperationSums Operations { get; init; } = OperationSums.None;

    public static PlanInput Read(JsonInput body)
    {
        var plan = new PlanInput(
            body.Text("version", 40), body.Date("from"), body.Date("to"), body.Amount("entryLine"), body.OptionalAmount("yearlyCap"),
            body.Amount("otherMinor"), body.Amount("otherSerious"),
            body.Names("sums").ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Owner.Amount(entry.Name), StringComparer.Ordinal),
            body.Text("resolution", 200))
        {
            Operations = ReadOperations(body),
        };
        return plan.To < plan.From ? throw body.Fault("to", "dates-reversed", "结束日期早于开始日期，请核对") : plan;
    }

    /// <summary>The sums by operation in a body, of a plan or of a wish for one; none where it has none.</summary>
    public static OperationSums ReadOperations(JsonInput body)
    {
        var sums = body.Names("operations").ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Owner.Amount(entry.Name), StringComparer.Ordinal);
        if (sums.Keys.FirstOrDefault(category => !OperationSums.IsCategory(category)) is { } unknown)
            throw body.Fault("operations", "operation-unknown", $"手术目录里没有 {(unknown.Length > 10 ? unknown[..10] : unknown)}，请改成 ICD-9-CM-3 的类目，例如 \"51.23\"");
        var lead = body.OptionalWord("operationLead", OperationLeads.Words);
        if (lead is not null && sums.IsEmpty)
            throw body.Fault("operationLead", "operations-missing", "没有按手术补的数，就不用写以哪个为准，请去掉，或者补上 operations");
        return sums.IsEmpty ? OperationSums.None : new OperationSums(sums, lead ?? OperationLead.Higher);
    }

    /// <summary>The plan over the whole catalogue.</summary>
    /// <exception cref="ProblemException">A sum names a disease that the catalogue does not have.</exception>
    public VillagePlan Over(string village, IReadOnlyCollection<DiseaseEntry> catalogue)
    {
        var known = catalogue.ToDictionary(entry => entry.Code, StringComparer.Ordinal);
        if (Sums.Keys.FirstOrDefault(code => !known.ContainsKey(code)) is { } unknown)
            throw new ProblemException(Problem.BadRequest("disease-unknown", $"病种目录里没有 {unknown}，请改成目录里的代码。", $"plan.sums.{unknown}"));
        var sums = catalogue.ToImmutableSortedDictionary(
            entry => entry.Code, entry => Sums.TryGetValue(entry.Code, out var sum) ? sum : entry.Serious ? OtherSerious : OtherMinor, StringComparer.Ordinal);
        return new VillagePlan(village, Version, From, To, EntryLine, YearlyCap, sums, Resolution) { Operations = Operations };
    }

    /// <summary>Sums written by hand that may be meant for more diseases than they are given to; none where every disease has its sum written.</summary>
    public ImmutableArray<AlikeSum> Alike =>
        Sums.Count >= DiseaseCatalogue.Default.Entries.Count ? [] : AlikeSums.Of(Sums.Keys, Over("", DiseaseCatalogue.Default.Entries).Sums);

    /// <summary>One spelling of the plan, to tell whether two are the same.</summary>
    public byte[] Utf8() => JsonText.Utf8(Write);

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("version", Version);
        writer.WriteString("from", From.ToString("yyyy-MM-dd"));
        writer.WriteString("to", To.ToString("yyyy-MM-dd"));
        writer.WriteString("entryLine", EntryLine.ToString());
        if (YearlyCap is { } cap)
            writer.WriteString("yearlyCap", cap.ToString());
        writer.WriteString("otherMinor", OtherMinor.ToString());
        writer.WriteString("otherSerious", OtherSerious.ToString());
        writer.WriteStartObject("sums");
        foreach (var (code, sum) in Sums)
            writer.WriteString(code, sum.ToString());
        writer.WriteEndObject();
        WriteOperations(writer, Operations);
        writer.WriteString("resolution", Resolution);
        writer.WriteEndObject();
    }

    /// <summary>Nothing where there are none: a plan by disease alone is spelled, and hashed, as it always was.</summary>
    public static void WriteOperations(Utf8JsonWriter writer, OperationSums operations)
    {
        if (operations.IsEmpty)
            return;
        writer.WriteStartObject("operations");
        foreach (var (category, sum) in operations.Sums)
            writer.WriteString(category, sum.ToString());
        writer.WriteEndObject();
        writer.WriteString("operationLead", operations.Lead.Name());
    }
}
