using System.Text.Json;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Explanation;

/// <summary>A result as the HTTP interface writes it (结果的 JSON).</summary>
public static class ResultJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter json, AdjudicationResult result, AdmissionFacts facts, Names? names = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        json.WriteStartObject();
        json.WriteStartArray("layers");
        foreach (var layer in result.Layers)
            Write(json, layer, facts, names);
        json.WriteEndArray();
        json.WriteString("patientPays", result.PatientPays.ToString());
        Write(json, result.Needs);
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
            json.WriteStringValue(finding);
        json.WriteEndArray();
        if (result.Counterfactual is not null)
            json.WriteString("counterfactual", result.Counterfactual);
        if (names?.Level is { } level)
            Write(json, level);
        json.WriteStartObject("policy");
        json.WriteString("hash", result.PolicyHash);
        json.WriteString("verified", result.Verified);
        if (result.Gaps is not null)
            json.WriteString("gaps", result.Gaps);
        json.WriteEndObject();
        json.WriteString("explanation", string.Concat(Explain.Sentences(result, facts, names)));
        json.WriteEndObject();
    }

    /// <summary>An outcome's name in JSON: "below-deductible".</summary>
    public static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Paid => "paid",
        Outcome.BelowDeductible => "below-deductible",
        Outcome.NotCovered => "not-covered",
        Outcome.CapReached => "cap-reached",
        Outcome.NeedsFact => "needs-fact",
        Outcome.NeedsPolicy => "needs-policy",
    };

    private static void Write(Utf8JsonWriter json, LayerResult layer, AdmissionFacts facts, Names? names)
    {
        json.WriteStartObject();
        json.WriteString("layer", layer.Layer);
        json.WriteString("outcome", Name(layer.Outcome));
        json.WriteString("amount", layer.Amount.ToString());
        json.WriteString("deductible", layer.Deductible?.ToString());
        json.WriteString("recomputed", layer.Recomputed?.ToString());
        json.WriteBoolean("onPaper", layer.OnPaper);
        json.WriteString("verified", layer.Verified);
        json.WriteStartArray("steps");
        foreach (var step in layer.Steps)
            Write(json, step);
        json.WriteEndArray();
        Write(json, layer.Needs);
        json.WriteString("explanation", Explain.Layer(layer, facts, names));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LevelFinding level)
    {
        json.WriteStartObject("hospitalLevel");
        json.WriteString("level", level.Level);
        json.WriteString("source", level.Source switch { LevelSource.Printed => "printed", LevelSource.Listed => "listed", null => "unknown" });
        json.WriteString("why", level.Why);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TraceStep step)
    {
        json.WriteStartObject();
        json.WriteString("rule", step.Rule);
        json.WriteString("from", step.From);
        json.WriteString("version", step.Version);
        json.WriteStartObject("inputs");
        foreach (var (name, value) in step.Inputs)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteString("formula", step.Formula);
        json.WriteString("amount", step.Amount.ToString());
        json.WriteString("outcome", Name(step.Outcome));
        json.WriteString("rounding", step.Rounding);
        json.WriteString("cite", step.Cite);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<Need> needs)
    {
        json.WriteStartArray("needs");
        foreach (var need in needs)
        {
            json.WriteStartObject();
            json.WriteString("name", need.Name);
            json.WriteString("chinese", need.Chinese);
            json.WriteString("kind", need.IsPolicy ? "policy" : "fact");
            json.WriteBoolean("blocking", need.Blocking);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
