using System.Text.Json;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Policy;

/// <summary>Figures in words for the command line (数值的文字形式): amounts in yuan, rates in percent.</summary>
internal static class PolicyWords
{
    private static readonly string[] Amounts = ["amount", "to", "set", "minus", "minus-each", "floor", "each-year", "no-claim-year"];
    private static readonly string[] Rates = ["rate", "add", "times", "at-most"];

    public static string Of(Figure figure) => figure.Missing is { } missing ? $"未收录：{missing}" : Of(figure.Value);

    public static string Of(JsonElement value, string name = "") => value.ValueKind switch
    {
        JsonValueKind.Array => "[" + string.Join(", ", value.EnumerateArray().Select(v => Of(v, name))) + "]",
        JsonValueKind.Object => "{" + string.Join(", ", value.EnumerateObject().Select(p => $"{p.Name}: {Of(p.Value, p.Name)}")) + "}",
        JsonValueKind.Number when Amounts.Contains(name) || name == "total" => $"{new Fen(value.GetInt64()).ToGroupedString()} 元",
        JsonValueKind.Number when Rates.Contains(name) => new BasisPoints(value.GetInt32()).ToString(),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    /// <summary>All rules of a place on a day, each with its source.</summary>
    public static void Explain(PolicySnapshot snapshot, TextWriter output)
    {
        output.WriteLine($"{snapshot.PlaceName}（{snapshot.Place}，{snapshot.Verified}）  {snapshot.Hash}");
        if (snapshot.Gaps is { } gaps)
            output.WriteLine($"没有收录：{gaps}");
        foreach (var benefit in snapshot.Figures.GroupBy(f => f.Benefit))
        {
            output.WriteLine();
            output.WriteLine(benefit.Key.Length == 0 ? "全地方" : $"{benefit.Key}（{Vocabulary.Layer(benefit.Key.Split('.')[0])}，{snapshot.LayersVerified.GetValueOrDefault(benefit.Key, snapshot.Verified)}）");
            foreach (var figure in benefit)
            {
                output.WriteLine($"  {figure.Path[(figure.Path.IndexOf('/') + 1)..]}: {Of(figure)}");
                output.WriteLine($"    {figure.Place} {figure.From:yyyy-MM-dd}–{figure.To:yyyy-MM-dd}  {figure.Cite}");
            }
        }
    }

    /// <summary>What differs between two sets of rules; the number of figures that do.</summary>
    public static int Diff(PolicySnapshot before, PolicySnapshot after, TextWriter output)
    {
        var (old, changed) = (before.Figures.ToDictionary(f => f.Path, Of), after.Figures.ToDictionary(f => f.Path, Of));
        var differ = old.Keys.Union(changed.Keys).Where(p => old.GetValueOrDefault(p) != changed.GetValueOrDefault(p)).Order(StringComparer.Ordinal).ToList();
        foreach (var path in differ)
        {
            output.WriteLine(path);
            output.WriteLine($"  - {old.GetValueOrDefault(path, "（没有）")}");
            output.WriteLine($"  + {changed.GetValueOrDefault(path, "（没有）")}");
        }
        return differ.Count;
    }
}
