using System.Text.Json;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>Makes a snapshot ready for computing (编译政策快照).</summary>
internal static class PlanReader
{
    public static Plan Read(PolicySnapshot snapshot)
    {
        var figures = snapshot.Figures.ToDictionary(f => f.Path, StringComparer.Ordinal);
        string[] order = figures.TryGetValue("order", out var ordered) ? [.. ordered.Value.EnumerateArray().Select(e => e.GetString()!)] : [];
        var rows = new RowReader(snapshot.Statuses);
        var diseases = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var disease in snapshot.Village?.Sums.Keys ?? [])
            diseases.TryAdd(disease, diseases.Count);
        foreach (var key in order)
            RowReader.NoteDiseases(figures, key, diseases);
        var layers = order.Select((key, i) => new LayerReader(snapshot, figures, rows, diseases, order, i).Read()).ToArray();
        var global = figures.GetValueOrDefault("global-cap");
        return new Plan
        {
            Layers = layers,
            Statuses = [.. snapshot.Statuses],
            StatusBits = snapshot.Statuses.Select((status, bit) => (status.Name, bit)).ToDictionary(s => s.Name, s => 1UL << s.bit, StringComparer.Ordinal),
            Diseases = diseases,
            Operations = snapshot.Village?.Operations ?? OperationSums.None,
            Inclusion = Map(figures, "basic/inclusion", "class", r => r.GetProperty("rate").GetInt32()),
            Exclusions = Map(figures, "exclusions", "name", r => r.GetProperty("why").GetString()!),
            GlobalCap = global is { Missing: null } ? new BasisPoints(global.Value.GetProperty("rate").GetInt32()) : null,
            UnderGlobalCap = global is { Missing: null } ? Mask(global.Value.GetProperty("layers"), order) : 0,
            GlobalCapFigure = global,
            LookBack = LookBack(figures, order),
            Reward = figures.GetValueOrDefault("reward") is { Missing: null } reward ? Reward.Read(reward.Value) : null,
        };
    }

    private static uint LookBack(Dictionary<string, Figure> figures, string[] order) =>
        figures.GetValueOrDefault("settlement") is not { Missing: null } settlement ? 0
        : settlement.Value.TryGetProperty("look-back-layers", out var layers) ? Mask(layers, order)
        : uint.MaxValue;

    private static Dictionary<string, T> Map<T>(Dictionary<string, Figure> figures, string path, string key, Func<JsonElement, T> read) =>
        figures.TryGetValue(path, out var figure) && figure.Missing is null
            ? figure.Value.EnumerateArray().ToDictionary(r => r.GetProperty(key).GetString()!, read, StringComparer.Ordinal)
            : new Dictionary<string, T>(StringComparer.Ordinal);

    internal static uint Mask(JsonElement names, string[] order)
    {
        var mask = 0u;
        foreach (var name in names.EnumerateArray())
        {
            for (var i = 0; i < order.Length; i++)
            {
                if (order[i] == name.GetString() || LayerOf(order[i]) == name.GetString())
                    mask |= 1u << i;
            }
        }
        return mask;
    }

    /// <summary>"assistance.by-application" is a benefit of the layer "assistance".</summary>
    internal static string LayerOf(string key) => key.Contains('.') ? key[..key.IndexOf('.')] : key;
}
