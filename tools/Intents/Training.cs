using Shouwang.Bot.Understanding;

namespace Shouwang.Tools.Intents;

/// <summary>Multinomial logistic regression by stochastic gradient descent (训练). Same input, same model: the order of steps is fixed.</summary>
internal static class Training
{
    private const int Rounds = 40;
    private const double Rate = 0.25;
    private const double Decay = 0.0004;
    private const int Scale = 100;

    /// <summary>So many features in a hundred are seen at each step: no single wording may decide.</summary>
    private const int Kept = 60;

    /// <summary>Smaller weights say too little to be carried along.</summary>
    private const int LeastWeight = 14;

    public static TrainedModel Train(IReadOnlyList<Utterance> utterances)
    {
        var intents = utterances.Select(u => u.Intent).Distinct().Order().ToArray();
        var index = intents.Select((intent, i) => (intent, i)).ToDictionary(p => p.intent, p => p.i);
        var family = utterances.GroupBy(u => u.Family).ToDictionary(g => g.Key, g => Math.Clamp(3 / Math.Sqrt(g.Count()), 0.4, 1.5));
        var samples = utterances.Select(u => (Features: IntentFeatures.Of(u.Text), Intent: index[u.Intent], Weight: family[u.Family])).ToArray();
        var share = samples.GroupBy(s => s.Intent).ToDictionary(g => g.Key, g => Math.Clamp((double)samples.Length / intents.Length / g.Count(), 0.3, 3.0));
        var bias = new double[intents.Length];
        var weights = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var order = Enumerable.Range(0, samples.Length).ToArray();
        var shuffle = new Shuffle();
        for (var round = 0; round < Rounds; round++)
        {
            shuffle.Mix(order);
            var rate = Rate / (1 + (round * 0.1));
            foreach (var at in order)
                Step([.. samples[at].Features.Where(_ => shuffle.Keeps(Kept))], samples[at].Intent, rate * share[samples[at].Intent] * samples[at].Weight, bias, weights);
            foreach (var w in weights.Values)
            {
                for (var i = 0; i < w.Length; i++)
                    w[i] *= 1 - Decay;
            }
        }
        return new TrainedModel(intents, [.. bias.Select(Whole)], weights
            .Select(w => KeyValuePair.Create(w.Key, w.Value.Select((v, i) => (Intent: i, Weight: Whole(v))).Where(p => Math.Abs(p.Weight) >= LeastWeight).ToArray()))
            .Where(w => w.Value.Length > 0)
            .OrderBy(w => w.Key, StringComparer.Ordinal));
    }

    private static void Step(IReadOnlyList<string> features, int intent, double rate, double[] bias, Dictionary<string, double[]> weights)
    {
        var norm = 1 / Math.Sqrt(Math.Max(1, features.Count));
        var scores = (double[])bias.Clone();
        var rows = new double[features.Count][];
        for (var f = 0; f < features.Count; f++)
        {
            if (!weights.TryGetValue(features[f], out rows[f]!))
                weights[features[f]] = rows[f] = new double[bias.Length];
            for (var i = 0; i < scores.Length; i++)
                scores[i] += rows[f][i];
        }
        var highest = scores.Max();
        var sum = scores.Sum(s => Math.Exp(s - highest));
        for (var i = 0; i < scores.Length; i++)
        {
            var slope = (Math.Exp(scores[i] - highest) / sum) - (i == intent ? 1 : 0);
            bias[i] -= rate * slope * 0.1;
            foreach (var row in rows)
                row[i] -= rate * slope * norm;
        }
    }

    private static int Whole(double value) => (int)Math.Round(value * Scale, MidpointRounding.AwayFromZero);
}

/// <summary>A trained model before it is written.</summary>
internal sealed record TrainedModel(Intent[] Intents, int[] Bias, IEnumerable<KeyValuePair<string, (int Intent, int Weight)[]>> Weights);

/// <summary>The same mixing every time: a linear congruential generator with a fixed start.</summary>
internal sealed class Shuffle
{
    private uint _state = 20261122;

    public bool Keeps(int percent)
    {
        _state = unchecked((_state * 1664525) + 1013904223);
        return (_state >> 16) % 100 < percent;
    }

    public void Mix(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            _state = unchecked((_state * 1664525) + 1013904223);
            var j = (int)(_state % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
