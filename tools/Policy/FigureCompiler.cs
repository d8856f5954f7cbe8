using System.Text.Json.Nodes;
using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Policy;

/// <summary>Compiles one dated value of a figure (编译一个数值). Which shape it has follows from the figure's name.</summary>
internal sealed class FigureCompiler(IReadOnlySet<string> statuses)
{
    private static readonly string[] CostTerms = ["in-scope", "self-pay-first", "over-limit", "self-funded", "total", "borne"];
    private readonly RowCompiler rows = new(statuses);

    /// <summary>Figures of a benefit.</summary>
    public static readonly string[] OfBenefit =
        ["base", "covers", "entry-line", "self-pay-first", "deductible", "repeat", "bands-on", "rate", "rate-adjust", "fixed", "cap-stay", "cap-year", "rounding", "statuses", "inclusion", "times-a-year"];

    /// <summary>Figures of the place as a whole.</summary>
    public static readonly string[] OfPlace = ["order", "global-cap", "settlement", "waiting", "reward", "exclusions", "least-rate"];

    /// <summary>Fields of figures that have no rows.</summary>
    private static readonly Dictionary<string, string[]> Plain = new(StringComparer.Ordinal)
    {
        ["base"] = ["cost", "less", "period", "on"],
        ["bands-on"] = ["value"],
        ["rounding"] = ["value"],
        ["statuses"] = ["value"],
        ["order"] = ["value"],
        ["global-cap"] = ["rate", "layers"],
        ["times-a-year"] = ["times"],
        ["reward"] = ["after", "each-year", "no-claim-year", "at-most"],
        ["settlement"] = ["period", "transfer-within", "look-back", "look-back-layers", "look-back-statuses", "referral-valid", "cross-year", "status-gained", "status-lost", "new-period", "new-year"],
        ["waiting"] = ["fixed", "each-further-year", "each-year-made-up", "long-gap", "least-after-long-gap"],
    };

    public JsonNode? Compile(string figure, Yaml version)
    {
        if (Plain.TryGetValue(figure, out var fields))
            version.Only([.. fields, .. RowCompiler.Common], figure);
        return Value(figure, version);
    }

    private JsonNode? Value(string figure, Yaml version) => figure switch
    {
        "deductible" or "entry-line" or "cap-stay" or "cap-year" => rows.Rows(version, Fields(("amount", n => Quantity.Amount(n)), ("none", n => n.Text == "true"))),
        "rate" => rows.Rows(version, Fields(("rate", n => Quantity.Share(n)), ("bands", Bands))),
        "self-pay-first" => rows.Rows(version, Fields(("rate", n => Quantity.Share(n)))),
        "rate-adjust" => rows.Rows(version, Fields(("add", n => Quantity.Rate(n)), ("times", n => Quantity.Rate(n)))),
        "repeat" => rows.Rows(version, Fields(
            ("set", n => Quantity.Amount(n)), ("times", n => Quantity.Share(n)), ("minus", n => Quantity.Amount(n)), ("minus-each", n => Quantity.Amount(n)),
            ("floor", n => Quantity.Amount(n)), ("top-up", n => n.Text == "true"), ("once-a-year", n => n.Text == "true"))),
        "covers" => rows.Rows(version, Fields(("covered", n => n.Text == "true"), ("why", n => n.Text))),
        "fixed" when version["village-plan"] is not null => new JsonObject { ["from"] = "village-plan" },
        "fixed" => rows.Rows(version, Fields(("disease", n => new JsonArray([.. n.Words().Select(w => (JsonNode)w.Text)])), ("amount", n => Quantity.Amount(n)))),
        "inclusion" => rows.Rows(version, Fields(("class", n => n.Text), ("rate", n => Quantity.Share(n)))),
        "least-rate" => rows.Rows(version, Fields(("layer", n => n.Text), ("rate", n => Quantity.Share(n)))),
        "exclusions" => rows.Rows(version, Fields(("name", n => n.Text), ("why", n => n.Text))),
        "base" => Base(version),
        "bands-on" => One(version, ["cost", "above-deductible", "cumulative-borne"]),
        "rounding" => version["value"] is { } name ? Quantity.RoundingName(name) : Lacks(version, "value"),
        "statuses" => version["value"] is { } ranking ? rows.Statuses(ranking) : Lacks(version, "value"),
        "order" => version["value"] is { } order ? new JsonArray([.. order.Words().Select(w => (JsonNode)Layer(w))]) : Lacks(version, "value"),
        "global-cap" => new JsonObject { ["rate"] = version["rate"] is { } rate ? Quantity.Share(rate) : Lacks(version, "rate"), ["layers"] = new JsonArray([.. (version["layers"]?.Words() ?? []).Select(w => (JsonNode)Layer(w))]) },
        "settlement" => Settlement(version),
        "waiting" => Counts(version, ("fixed", ["个月"]), ("each-further-year", ["个月"]), ("each-year-made-up", ["个月"]), ("long-gap", ["年"]), ("least-after-long-gap", ["个月"])),
        "reward" => Reward(version),
        "times-a-year" => new JsonObject { ["times"] = version["times"] is { } times ? Quantity.Count(times, "次") : Lacks(version, "times") },
        _ => null,
    };

    private static Dictionary<string, Func<Yaml, JsonNode?>> Fields(params (string Name, Func<Yaml, JsonNode?> Read)[] fields) =>
        fields.ToDictionary(f => f.Name, f => f.Read, StringComparer.Ordinal);

    private static JsonArray Bands(Yaml list)
    {
        var bands = new JsonArray();
        var listed = list.Items().ToList();
        if (listed.Count == 0)
            list.Complain("there are no bands", "write them as [{to: 3 万元, rate: 60%}, {rate: 70%}]", "没有写分段。写成 [{to: 3 万元, rate: 60%}, {rate: 70%}]");
        long below = 0;
        for (var i = 0; i < listed.Count; i++)
        {
            var band = listed[i];
            band.Only(["to", "rate"], "a band");
            if (band["to"] is null && i < listed.Count - 1)
                band.Complain("only the last band is open", "add to: with its upper edge", "只有最后一段可以没有上限。这一段加 to: 和上限");
            if (band["to"] is { } last && i == listed.Count - 1)
                last.Complain("the last band has an upper edge: nothing says what is paid above it", "add a last band without to:, with rate: 0% where nothing is paid", "最后一段写了上限，超过的部分报多少没有说。再加一段不写 to: 的，不报的写 rate: 0%");
            var compiled = new JsonObject();
            if (band["to"] is { } to && Quantity.Amount(to) is { } upper)
            {
                if (upper <= below)
                    to.Complain("the bands do not rise", "write the lowest band first", "各段没有从低到高。把最低的一段写在前面");
                compiled["to"] = below = upper;
            }
            if (band["rate"] is { } rate)
                compiled["rate"] = Quantity.Share(rate);
            else
                band.Complain("the band has no rate", "add rate: 60%", "这一段没有写比例。加上 rate: 60% 这样的一项");
            bands.Add(compiled);
        }
        return bands;
    }

    private static JsonObject Base(Yaml version)
    {
        var compiled = new JsonObject { ["cost"] = version["cost"] is { } cost ? RowCompiler.Words(cost, CostTerms, "cost term", "the vocabulary") : Lacks(version, "cost") };
        if (version["less"] is { } less)
            compiled["less"] = new JsonArray([.. less.Words().Select(w => (JsonNode)Layer(w))]);
        if (version["period"] is { } period)
            compiled["period"] = Known(period, ["stay", "year"]);
        if (version["on"] is { } on)
            compiled["on"] = Known(on, ["application"]);
        return compiled;
    }

    private static JsonObject Counts(Yaml version, params (string Name, string[] Units)[] counts)
    {
        var compiled = new JsonObject();
        foreach (var (name, units) in counts)
        {
            if (version[name] is { } node)
                compiled[name] = Quantity.Count(node, units);
        }
        foreach (var word in new[] { "cross-year", "status-gained", "status-lost", "new-period", "new-year" })
        {
            if (version[word] is { } node)
                compiled[word] = Known(node, ["split", "discharge", "this-stay", "next-stay", "once", "again"]);
        }
        return compiled;
    }

    /// <summary>How stays are joined and cut, and for which layers and statuses a place looks back.</summary>
    private JsonObject Settlement(Yaml version)
    {
        var compiled = Counts(version, ("period", ["天"]), ("transfer-within", ["小时"]), ("look-back", ["个月"]), ("referral-valid", ["天"]));
        if (version["look-back-layers"] is { } layers)
            compiled["look-back-layers"] = new JsonArray([.. layers.Words().Select(w => (JsonNode)Layer(w))]);
        else if (version["look-back"] is { } lookBack)
            lookBack.Complain("it does not say for which layers the place looks back", "add look-back-layers: [assistance]", "没有写哪几层往前追溯。加 look-back-layers: [assistance]");
        if (version["look-back-statuses"] is { } named)
            compiled["look-back-statuses"] = rows.Statuses(named);
        return compiled;
    }

    private static JsonObject Reward(Yaml version) => new()
    {
        ["after"] = version["after"] is { } after ? Quantity.Count(after, "年") : null,
        ["each-year"] = version["each-year"] is { } each ? Quantity.Amount(each) : null,
        ["no-claim-year"] = version["no-claim-year"] is { } idle ? Quantity.Amount(idle) : null,
        ["at-most"] = version["at-most"] is { } most ? Quantity.Rate(most) : null,
    };

    private static JsonNode? One(Yaml version, string[] known) => version["value"] is { } value ? Known(value, known) : Lacks(version, "value");

    private static string Known(Yaml node, string[] known)
    {
        if (!known.Contains(node.Text))
            node.Complain($"“{node.Text}” is not known here", $"write one of {string.Join(", ", known)}", $"这里不认识“{node.Text}”。只能写：{string.Join("、", known)}");
        return node.Text;
    }

    private static string Layer(Yaml node)
    {
        var layer = node.Text.Contains('.') ? node.Text[..node.Text.IndexOf('.')] : node.Text;
        if (!Vocabulary.Layers.Contains(layer))
            node.Complain($"there is no layer “{layer}”", $"use one of {string.Join(", ", Vocabulary.Layers)}", $"没有“{layer}”这一层。只能写：{string.Join("、", Vocabulary.Layers)}");
        return node.Text;
    }

    private static JsonArray? Lacks(Yaml version, string what)
    {
        version.Complain($"the figure has no {what}", $"add {what}:", $"这一项缺 {what}。加上 {what}:");
        return null;
    }
}
