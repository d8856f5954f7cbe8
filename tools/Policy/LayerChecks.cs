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
                yield return At(benefit.First(), orders.Count == 0 ? "the place does not say in which order the layers pay" : $"“{benefit.Key}” is not in the place's order, so it would never be paid", $"add {benefit.Key} to order: in place.yaml", orders.Count == 0 ? $"这个地方没有写各层按什么顺序报。在 place.yaml 的 order: 里加上 {benefit.Key}" : $"“{benefit.Key}”不在报销顺序里，永远不会报。在 place.yaml 的 order: 里加上它");
        }
        foreach (var order in orders.Where(o => o.Place == own[0].Place))
        {
            foreach (var benefit in (order.Json["value"] as JsonArray ?? []).Select(k => (string)k!))
            {
                if (Lacks(benefit, [.. reach.Where(f => f.Path.StartsWith(benefit + "/", StringComparison.Ordinal))]) is { } what)
                    yield return At(order, $"“{benefit}” {what.What}", what.Do, $"“{benefit}”{what.Chinese}");
            }
        }
    }

    private static (string What, string Do, string Chinese)? Lacks(string benefit, List<CompiledFigure> figures)
    {
        if (figures.Count == 0)
            return ("is in the order but has no figures", $"add {benefit}.yaml, or take it out of the order", $"写在报销顺序里，可是没有数。加上 {benefit}.yaml，或者从顺序里去掉");
        if (figures.Any(f => f.Json.ContainsKey("missing") && !f.Path.Contains("/cap-", StringComparison.Ordinal)))
            return null;
        bool Has(string name) => figures.Any(f => f.Path == $"{benefit}/{name}");
        return !Has("base") ? ("has no base", "add base: {…, cost: in-scope}, or declare what is missing with missing: and its Chinese name", "没有写报哪部分费用。加 base: {…, cost: in-scope}，没有收录的写 missing: 和中文名")
            : !Has("rate") && !Has("fixed") ? ("has no rate", "add rate:, or declare it with missing: and its Chinese name", "没有写比例。加 rate:，没有收录的写 missing: 和中文名")
            : Has("rate") && !Has("deductible") ? ("has no deductible", "add deductible: (amount: 0 元 where the text says there is none), or declare it with missing:", "没有写起付线。加 deductible:（原文说没有起付线的写 amount: 0 元），没有收录的写 missing:")
            : Banded(figures) && !Has("bands-on") ? ("does not say what its band edges are measured on", "add bands-on: with value: cost, above-deductible or cumulative-borne; where the text can be read in two ways, say so in note:", "没有写分段按什么算。加 bands-on:，value: 写 cost、above-deductible 或者 cumulative-borne；原文有两种读法的，在 note: 里说明")
            : null;
    }

    private static bool Banded(List<CompiledFigure> figures) =>
        figures.Any(f => f.Path.EndsWith("/rate", StringComparison.Ordinal) && (f.Json["value"] as JsonArray ?? []).Any(r => r?["bands"] is JsonArray { Count: > 1 }));

    private static Complaint At(CompiledFigure figure, string what, string remedy, string chinese) => new(figure.Where.File, figure.Where.Line, what, remedy, chinese);
}
