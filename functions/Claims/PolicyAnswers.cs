using System.Text.Json;
using Shouwang.Bot;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Claims;

/// <summary>Answers questions about basic insurance from the rules on file for the place (政策问答): figures as they stand there, each with its source. Nothing is worked out, nothing comes from general knowledge.</summary>
internal static class PolicyAnswers
{
    static readonly (string Kind, string Path, string Name)[] Asked =
    [
        ("deductible", "basic/deductible", "起付线"),
        ("ratio", "basic/rate", "报销比例"),
        ("cap", "basic/cap-year", "一年封顶线"),
    ];

    public static Func<PolicyQuestion, PolicyAnswer> Of(string place, DateOnly day) => question => Answer(place, day, question);

    static PolicyAnswer Answer(string place, DateOnly day, PolicyQuestion question)
    {
        var names = Asked.Where(asked => question.Kind == "basic" || question.Kind == asked.Kind).ToList();
        PolicySnapshot rules;
        try
        {
            rules = PolicyLibrary.Shipped.Resolve(place, day, question.Scheme);
        }
        catch (NoPolicyException)
        {
            var known = PolicyLibrary.Chain(place).Select(code => PolicyLibrary.Shipped.Places.GetValueOrDefault(code)).FirstOrDefault(found => found is not null && found.Code != PolicyLibrary.Nation);
            return new PolicyAnswer(known?.Name ?? "本地", [], [], [.. names.Select(name => $"{Scheme(question.Scheme)}的{name.Name}（今年的规定）")]);
        }

        var (lines, cites, missing) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var (_, path, name) in names)
        {
            var figure = rules.Figures.FirstOrDefault(candidate => candidate.Path == path);
            var said = figure is { Missing: null } ? Rows(figure.Value, question.Level, rules).ToList() : [];
            if (said.Count == 0)
            {
                missing.Add(figure?.Missing ?? $"{rules.PlaceName}{Scheme(question.Scheme)}的{name}");
                continue;
            }

            lines.Add($"{name}：{string.Join('；', said)}");
            if (!cites.Contains(figure!.Cite))
                cites.Add(figure.Cite);
        }

        return new PolicyAnswer(rules.PlaceName, lines, cites, missing);
    }

    /// <summary>The rows that speak of that hospital level and of a stay in the place itself.</summary>
    static IEnumerable<string> Rows(JsonElement value, string? level, PolicySnapshot rules)
    {
        if (value.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var row in value.EnumerateArray())
        {
            var when = row.TryGetProperty("when", out var condition) ? condition : default;
            if (Words(when, level, rules) is { } about && Figure(row) is { } figure)
                yield return about + figure;
        }
    }

    /// <summary>For whom a row is; null where it is not about this question.</summary>
    static string? Words(JsonElement when, string? level, PolicySnapshot rules)
    {
        if (when.ValueKind != JsonValueKind.Object)
            return "";
        var words = "";
        foreach (var condition in when.EnumerateObject())
        {
            switch (condition.Name)
            {
                case "level":
                    var levels = Texts(condition.Value);
                    if (level is not null && !levels.Contains(level))
                        return null;
                    words += string.Join('、', (level is null ? levels : [level]).Select(Vocabulary.Level));
                    break;
                case "area" when Texts(condition.Value).Contains("local"):
                    break;
                case "has" or "status":
                    words = $"{string.Join('、', Texts(condition.Value).Select(status => Name(rules, status)))}，{words}";
                    break;
                case "has-not":
                    words = $"{string.Join('、', Texts(condition.Value).Select(status => Name(rules, status)))}以外的人，{words}";
                    break;
                default:
                    return null;
            }
        }

        return words;
    }

    static string? Figure(JsonElement row) =>
        row.TryGetProperty("amount", out var amount) ? $"{new Fen(amount.GetInt64()).ToGroupedString()}元"
        : row.TryGetProperty("rate", out var rate) ? Percent(rate)
        : row.TryGetProperty("bands", out var bands) ? string.Join('，', Bands(bands))
        : null;

    static IEnumerable<string> Bands(JsonElement bands)
    {
        var from = "";
        foreach (var band in bands.EnumerateArray())
        {
            var to = band.TryGetProperty("to", out var end) ? new Fen(end.GetInt64()).ToGroupedString() : null;
            var span = (from, to) switch
            {
                ("", null) => "",
                ("", _) => $"{to}元以内",
                (_, null) => $"{from}元以上",
                _ => $"{from}元到{to}元",
            };
            if (band.TryGetProperty("rate", out var rate))
                yield return $"{span}的部分报{Percent(rate)}";
            from = to ?? "";
        }
    }

    static string Percent(JsonElement rate)
    {
        var points = rate.GetInt32();
        return points % 100 == 0 ? $"{points / 100}%" : $"{points / 100}.{points % 100:D2}%".Replace("0%", "%", StringComparison.Ordinal);
    }

    static string[] Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(text => text.GetString() ?? "")] : [value.GetString() ?? ""];

    static string Name(PolicySnapshot rules, string status) => rules.Statuses.FirstOrDefault(known => known.Name == status)?.Chinese ?? status;

    static string Scheme(string scheme) => scheme == "employee" ? "职工医保" : "居民医保";
}
