using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Policy;

/// <summary>Compiles rows of tables and their conditions (编译表格行).</summary>
internal sealed class RowCompiler(IReadOnlySet<string> statuses)
{
    /// <summary>What any dated value may say beside its value.</summary>
    public static readonly string[] Common = ["from", "to", "source", "at", "quote", "gist", "note", "delegated", "missing", "rows"];

    /// <summary>Rows, or the one value that applies to everybody.</summary>
    public JsonArray? Rows(Yaml version, IReadOnlyDictionary<string, Func<Yaml, JsonNode?>> fields)
    {
        var rows = new JsonArray();
        var listed = version["rows"];
        if (listed is { IsList: false })
            listed.Value.Complain("rows: is no list", "begin each row with “- {when: …}”", "rows: 下面不是一行一行的。每行用“- {when: …}”开头");
        foreach (var row in listed?.Items() ?? [version])
        {
            var compiled = new JsonObject();
            foreach (var (key, keyNode, value) in row.Entries())
            {
                if (fields.TryGetValue(key, out var read))
                    compiled[key] = read(value);
                else if (key == "when")
                    compiled["when"] = When(value);
                else if (listed is not null || !Common.Contains(key))
                    keyNode.Complain($"there is no “{key}” here", $"use when, {string.Join(", ", fields.Keys)}", $"这里没有“{key}”这一项。只能写：when、{string.Join("、", fields.Keys)}");
            }
            if (!fields.Keys.Any(compiled.ContainsKey))
                row.Complain("the row holds no value", $"add one of {string.Join(", ", fields.Keys)}", $"这一行没有写数。加上其中一项：{string.Join("、", fields.Keys)}");
            rows.Add(compiled);
        }
        return rows;
    }

    public JsonArray Statuses(Yaml list) => Words(list, statuses, "status", "policies/statuses.yaml");

    public static JsonArray Words(Yaml list, IEnumerable<string> known, string what, string where)
    {
        var words = new JsonArray();
        foreach (var word in list.Words())
        {
            if (!known.Contains(word.Text))
                word.Complain($"there is no {what} “{word.Text}”", $"use one of {string.Join(", ", known)}, or add it to {where}", $"没有“{word.Text}”（{what}）。只能写：{string.Join("、", known)}；或者加进 {where}");
            words.Add((JsonNode)word.Text);
        }
        return words;
    }

    private JsonObject When(Yaml when)
    {
        var compiled = new JsonObject();
        if (!when.IsMap)
            when.Complain("when: is no condition", "write it as {level: township}", "when: 后面不是条件。写成 {level: township}");
        foreach (var (key, keyNode, value) in when.Entries())
        {
            switch (key)
            {
                case "level": compiled[key] = Words(value, Vocabulary.Levels, "hospital level", "the vocabulary"); break;
                case "area": compiled[key] = Words(value, Vocabulary.Areas, "area", "the vocabulary"); break;
                case "transfer": compiled[key] = Words(value, Vocabulary.Transfers, "transfer", "the vocabulary"); break;
                case "status": compiled[key] = Words(value, [.. statuses, "ordinary"], "status", "policies/statuses.yaml"); break;
                case "has" or "has-not": compiled[key] = Statuses(value); break;
                case "age" or "stay" or "stay-at-level": compiled[key] = Edges(Quantity.Interval(value, Quantity.Plain)); break;
                case "total": compiled[key] = Edges(Quantity.Interval(value, Quantity.Yuan)); break;
                default: keyNode.Complain($"there is no condition “{key}”", "use level, area, transfer, status, has, has-not, age, stay, stay-at-level or total", $"没有“{key}”这个条件。只能写：level、area、transfer、status、has、has-not、age、stay、stay-at-level、total"); break;
            }
        }
        return compiled;
    }

    private static JsonArray Edges((long? From, long? To)? interval) => [interval?.From, interval?.To];
}
