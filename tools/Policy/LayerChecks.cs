using System.Text.Json.Nodes;
using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Policy;

/// <summary>Checks of a place as a whole (各层是否齐全): its order and its layers name each other, and each layer has what it takes to compute, or declares the gap.</summary>
internal static class LayerChecks
{
    public static IEnumerable<Complaint> Of(IReadOnlyList<CompiledFigure> figures) =>
        figures.GroupBy(f => f.Place).Where(place => place.Key != PolicyLibrary.Nation).SelectMany(place => Of([.. place], figures));

    private static IEnumerable<Complaint> Of(List<CompiledFigure> own, IReadOnlyList<CompiledFigure> all)
    {
        var chain = PolicyLibrary.Chain(own[0].Place).ToHashSet(StringComparer.Ordinal);
        var reach = all.Where(f => chain.Contains(f.Place)).ToList();
        var orders = reach.Where(f => f.Path == "order").ToList();
        var ordered = orders.SelectMany(o => (o.Json["value"] as JsonArray ?? []).Select(k => (string)k!)).ToHashSet(StringComparer.Ordinal);
        foreach (var benefit in own.Where(f => f.Path.Contains('/')).GroupBy(f => f.Path.Split('/')[0]))
        {
            if (!ordered.Contains(benefit.Key))
                yield return At(benefit.First(), orders.Count == 0 ? "the place does not say in which order the layers pay" : $"“{benefit.Key}” is not in the place's order, so it would never be paid", $"add {benefit.Key} to order: in place.yaml");
        }
        foreach (var order in orders.Where(o => o.Place == own[0].Place))
        {
            foreach (var benefit in (order.Json["value"] as JsonArray ?? []).Select(k => (string)k!))
            {
                if (Lacks(benefit, [.. reach.Where(f => f.Path.StartsWith(benefit + "/", StringComparison.Ordinal))]) is { } what)
                    yield return At(order, $"“{benefit}” {what.What}", what.Do);
            }
        }
    }

    private static (string What, string Do)? Lacks(string benefit, List<CompiledFigure> figures)
    {
        if (figures.Count == 0)
            return ("is in the order but has no figures", $"add {benefit}.yaml, or take it out of the order");
        if (figures.Any(f => f.Json.ContainsKey("missing") && !f.Path.Contains("/cap-", StringComparison.Ordinal)))
            return null;
        bool Has(string name) => figures.Any(f => f.Path == $"{benefit}/{name}");
        return !Has("base") ? ("has no base", "add base: {…, cost: in-scope}, or declare what is missing with missing: and its Chinese name")
            : !Has("rate") && !Has("fixed") ? ("has no rate", "add rate:, or declare it with missing: and its Chinese name")
            : Has("rate") && !Has("deductible") ? ("has no deductible", "add deductible: (amount: 0 元 where the text says there is none), or declare it with missing:")
            : Banded(figures) && !Has("bands-on") ? ("does not say what its band edges are measured on", "add bands-on: with value: cost, above-deductible or cumulative-borne; where the text can be read in two ways, say so in note:")
            : null;
    }

    private static bool Banded(List<CompiledFigure> figures) =>
        figures.Any(f => f.Path.EndsWith("/rate", StringComparison.Ordinal) && (f.Json["value"] as JsonArray ?? []).Any(r => r?["bands"] is JsonArray { Count: > 1 }));

    private static Complaint At(CompiledFigure figure, string what, string remedy) => new(figure.Where.File, figure.Where.Line, what, remedy);
}
