using Shouwang.Bot.Understanding;
using YamlDotNet.Serialization;

namespace Shouwang.Tools.Intents;

/// <summary>One line of the training file, written out in all or a fair sample of its forms (语料).</summary>
/// <param name="Family">Which template it comes from.</param>
internal sealed record Utterance(Intent Intent, int Family, string Text);

/// <summary>Reads the training file and writes its templates out.</summary>
internal static class Utterances
{
    private const int MostPerFamily = 24;

    public static IReadOnlyList<Utterance> Read(string yaml)
    {
        var byIntent = new Deserializer().Deserialize<Dictionary<string, List<string>>>(yaml);
        var family = 0;
        return [.. byIntent.SelectMany(e => e.Value.SelectMany(template =>
        {
            family++;
            return Sample(WriteOut(template)).Select(text => new Utterance(Enum.Parse<Intent>(e.Key), family, text));
        }))];
    }

    /// <summary>"[a|b]c" → "ac", "bc". "[a|b]?" and "(…)?" may also be missing.</summary>
    internal static List<string> WriteOut(string template)
    {
        var open = template.IndexOfAny(['[', '(']);
        if (open < 0)
            return [template.Replace("#", "五千块", StringComparison.Ordinal)];
        var close = template.IndexOfAny([']', ')'], open);
        var forms = template[(open + 1)..close].Split('|').ToList();
        var after = close + 1;
        if (after < template.Length && template[after] == '?')
        {
            after++;
            forms.Add("");
        }
        return [.. WriteOut(template[after..]).SelectMany(rest => forms.Distinct(StringComparer.Ordinal).Select(form => template[..open] + form + rest))];
    }

    /// <summary>Every n-th form, so that the sample spreads over all of them.</summary>
    private static IEnumerable<string> Sample(List<string> forms)
    {
        var distinct = forms.Where(f => f.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var step = Math.Max(1, (distinct.Count / MostPerFamily) | 1);
        return distinct.Where((_, i) => i % step == 0);
    }
}
