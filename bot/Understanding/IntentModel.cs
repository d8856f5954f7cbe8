using System.Text.Json;

namespace Shouwang.Bot.Understanding;

/// <summary>A linear model with whole-number weights (意图模型), trained offline by <c>shouwang intents train</c> and kept as intents.json.</summary>
internal sealed class IntentModel
{
    private readonly Intent[] _intents;
    private readonly int[] _bias;
    private readonly Dictionary<string, (int Intent, int Weight)[]> _weights;
    private readonly int _least;

    public static IntentModel Ours { get; } = Load();

    public IntentModel(Intent[] intents, int[] bias, IEnumerable<KeyValuePair<string, (int Intent, int Weight)[]>> weights, int least)
    {
        _intents = intents;
        _bias = bias;
        _weights = new(weights, StringComparer.Ordinal);
        _least = least;
    }

    /// <summary>The intent where one stands out, else <see cref="Intent.Unknown"/>; and all of them, best first.</summary>
    public (Intent Intent, IReadOnlyList<Intent> Likely) Find(string text)
    {
        if (IntentFeatures.Reduce(text).Length == 0)
            return (Intent.Unknown, []);
        var scores = Scores(text);
        var order = Enumerable.Range(0, _intents.Length).OrderByDescending(i => scores[i]).ToList();
        var margin = scores[order[0]] - scores[order[1]];
        return (margin >= _least ? _intents[order[0]] : Intent.Unknown, [.. order.Select(i => _intents[i])]);
    }

    public int[] Scores(string text)
    {
        var scores = (int[])_bias.Clone();
        foreach (var feature in IntentFeatures.Of(text))
        {
            if (!_weights.TryGetValue(feature, out var weights))
                continue;
            foreach (var (intent, weight) in weights)
                scores[intent] += weight;
        }
        return scores;
    }

    private static IntentModel Load()
    {
        using var stream = typeof(IntentModel).Assembly.GetManifestResourceStream("intents.json")!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new IntentModel(
            [.. root.GetProperty("intents").EnumerateArray().Select(i => Enum.Parse<Intent>(i.GetString()!))],
            [.. root.GetProperty("bias").EnumerateArray().Select(b => b.GetInt32())],
            root.GetProperty("weights").EnumerateObject().Select(w => KeyValuePair.Create(w.Name, Pairs(w.Value))),
            root.GetProperty("least").GetInt32());
    }

    private static (int Intent, int Weight)[] Pairs(JsonElement flat) =>
        [.. flat.EnumerateArray().Select(n => n.GetInt32()).Chunk(2).Select(p => (p[0], p[1]))];
}
