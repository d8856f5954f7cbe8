using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Shared.Policies;

/// <summary>A village plan inside a snapshot (快照里的补助方案), amounts in fen.</summary>
internal static class VillagePlanJson
{
    public static void Write(Utf8JsonWriter json, VillagePlan plan)
    {
        json.WriteStartObject();
        json.WriteString("village", plan.Village);
        json.WriteString("version", plan.Version);
        json.WriteString("from", FigureJson.Day(plan.From));
        json.WriteString("to", FigureJson.Day(plan.To));
        json.WriteNumber("entryLine", plan.EntryLine.Value);
        if (plan.YearlyCap is { } cap)
            json.WriteNumber("yearlyCap", cap.Value);
        json.WriteString("resolution", plan.Resolution);
        json.WriteStartObject("sums");
        foreach (var (disease, sum) in plan.Sums.OrderBy(s => s.Key, StringComparer.Ordinal))
            json.WriteNumber(disease, sum.Value);
        json.WriteEndObject();
        // Only where there are any: the bytes, and so the hash, of a plan without them are as they always were.
        if (!plan.Operations.IsEmpty)
        {
            json.WriteString("operationLead", plan.Operations.Lead.Name());
            json.WriteStartObject("operations");
            foreach (var (operation, sum) in plan.Operations.Sums)
                json.WriteNumber(operation, sum.Value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static VillagePlan Read(JsonElement plan) => new(
        plan.GetProperty("village").GetString()!,
        plan.GetProperty("version").GetString()!,
        FigureJson.Day(plan.GetProperty("from").GetString()!),
        FigureJson.Day(plan.GetProperty("to").GetString()!),
        new Fen(plan.GetProperty("entryLine").GetInt64()),
        plan.TryGetProperty("yearlyCap", out var cap) ? new Fen(cap.GetInt64()) : null,
        plan.GetProperty("sums").EnumerateObject().ToImmutableSortedDictionary(s => s.Name, s => new Fen(s.Value.GetInt64()), StringComparer.Ordinal),
        plan.GetProperty("resolution").GetString()!)
    {
        Operations = !plan.TryGetProperty("operations", out var operations) ? OperationSums.None : new OperationSums(
            operations.EnumerateObject().ToImmutableSortedDictionary(s => s.Name, s => new Fen(s.Value.GetInt64()), StringComparer.Ordinal),
            OperationLeads.Words[plan.GetProperty("operationLead").GetString()!]),
    };
}
