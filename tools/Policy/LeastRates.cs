using System.Text.Json.Nodes;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Policy;

/// <summary>Holds each place's rates against the least rate a place above states (最低比例检查): 低保、特困 at least 70 % of assistance.</summary>
internal static class LeastRates
{
    public static IEnumerable<Complaint> Of(IReadOnlyList<CompiledFigure> figures) =>
        from figure in figures
        where figure.Path.EndsWith("/rate", StringComparison.Ordinal) && figure.Json["value"] is JsonArray
        from least in Governing(figure, figures)
        from row in Rows(least).Where(r => (string?)r["layer"] + "/rate" == figure.Path)
        from status in Words(row["when"]?["status"])
        let paid = Lowest(figure, status)
        where paid < (int?)row["rate"]
        select new Complaint(
            figure.Where.File,
            figure.Where.Line,
            $"{figure.Path} pays {status} {new BasisPoints(paid!.Value)}, less than the {new BasisPoints((int)row["rate"]!)} that {least.Place} states from {least.From:yyyy-MM-dd}",
            "check the rate against its source; where the place may pay less, give it its own least-rate with a source", $"{figure.Path} 给 {status} 报 {new BasisPoints(paid!.Value)}，低于 {least.Place} 从 {least.From:yyyy-MM-dd} 起规定的 {new BasisPoints((int)row["rate"]!)}。对照出处核对比例；当地真可以低的，写上自己的 least-rate 和出处");

    /// <summary>The least rates of the nearest place that states any for these days.</summary>
    private static List<CompiledFigure> Governing(CompiledFigure figure, IReadOnlyList<CompiledFigure> figures) =>
        PolicyLibrary.Chain(figure.Place)
            .Select(place => figures.Where(f => f.Place == place && f.Path == "least-rate" && f.From <= (figure.To ?? DateOnly.MaxValue) && figure.From <= (f.To ?? DateOnly.MaxValue)).ToList())
            .FirstOrDefault(stated => stated.Count > 0) ?? [];

    /// <summary>The lowest rate that can be a person's with the status; null where the rows leave it out.</summary>
    private static int? Lowest(CompiledFigure figure, string status)
    {
        int? lowest = null;
        foreach (var row in Rows(figure))
        {
            var when = row["when"] as JsonObject;
            if (when?["status"] is { } asked && !Words(asked).Contains(status))
                continue;
            lowest = Rates(row).Append(lowest ?? int.MaxValue).Min();
            // Whoever has the status is served by this row; those below it are for others.
            if (when is null || (when.Count == 1 && when.ContainsKey("status")))
                break;
        }
        return lowest;
    }

    private static IEnumerable<int> Rates(JsonObject row) =>
        row["bands"] is JsonArray bands ? bands.Select(b => (int?)b!["rate"]).OfType<int>() : row["rate"] is { } rate ? [(int)rate] : [];

    private static IEnumerable<JsonObject> Rows(CompiledFigure figure) => (figure.Json["value"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<string> Words(JsonNode? list) => (list as JsonArray ?? []).Select(w => (string)w!);
}
