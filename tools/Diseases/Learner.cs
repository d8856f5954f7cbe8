using System.Numerics;

namespace Shouwang.Tools.Diseases;

/// <summary>
/// Learns what each fragment says for and against each entry: logistic regression over all entries by adaptive gradient steps,
/// with a third of the fragments left out at random in each step so that no single one is relied on. The same input gives the same weights.
/// </summary>
sealed class Learner
{
    const float LeftOut = 0.3f;
    const float Rate = 1;
    const float Decay = 1e-5f;

    readonly float[][] _weights;
    readonly float[] _steps;
    readonly float[] _odds;
    readonly int _entries;

    internal Learner(int fragments, int entries)
    {
        _entries = entries;
        var width = (entries + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = [.. Enumerable.Range(0, fragments).Select(_ => new float[width])];
        _steps = new float[fragments];
        _odds = new float[width];
    }

    /// <summary>One row a fragment, one column an entry.</summary>
    internal IReadOnlyList<float[]> Weights => _weights;

    /// <summary>Goes through the examples so many times, on top of what was learned before.</summary>
    internal void Learn(IReadOnlyList<(int[] Fragments, int[] Right, float Weight)> examples, int rounds, float weakest, Action<string> progress)
    {
        var random = new Random(1);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var round = 1; round <= rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                int[] seen = [.. examples[i].Fragments.Where(_ => random.NextSingle() >= LeftOut)];
                if (seen.Length > 0)
                    Step(seen, examples[i].Right, examples[i].Weight);
            }

            // From the middle on what is weak goes, more each round, so that the rest learns to do without it.
            if (weakest > 0 && round > rounds / 2)
                Forget(weakest * (round - rounds / 2) / (rounds - rounds / 2));
            progress($"round {round} of {rounds}");
        }
    }

    void Step(int[] fragments, int[] right, float weight)
    {
        var scale = 1 / MathF.Sqrt(fragments.Length);
        Odds(fragments, scale);
        var rightShare = right.Sum(e => _odds[e]) + 1e-9f;
        foreach (var entry in right)
            _odds[entry] -= 0.5f * _odds[entry] / rightShare + 0.5f / right.Length;
        var size = Dot(_odds, _odds) * scale * scale * weight * weight;
        foreach (var fragment in fragments)
        {
            _steps[fragment] += size;
            AddScaled(_weights[fragment], _odds, -Rate * weight * scale / MathF.Sqrt(_steps[fragment] + 0.01f), 1 - Decay);
        }
    }

    void Forget(float weakest)
    {
        foreach (var row in _weights)
        {
            for (var i = 0; i < row.Length; i++)
                row[i] = MathF.Abs(row[i]) < weakest ? 0 : row[i];
        }
    }

    void Odds(int[] fragments, float scale)
    {
        Array.Clear(_odds);
        foreach (var fragment in fragments)
            AddScaled(_odds, _weights[fragment], 1, 1);
        var best = _odds.AsSpan(0, _entries).ToArray().Max();
        var total = 0f;
        for (var i = 0; i < _entries; i++)
            total += _odds[i] = MathF.Exp((_odds[i] - best) * scale);
        for (var i = 0; i < _odds.Length; i++)
            _odds[i] = i < _entries ? _odds[i] / total : 0;
    }

    static void AddScaled(float[] to, float[] what, float by, float keep)
    {
        var factor = new Vector<float>(by);
        var kept = new Vector<float>(keep);
        for (var i = 0; i < to.Length; i += Vector<float>.Count)
            (new Vector<float>(to, i) * kept + new Vector<float>(what, i) * factor).CopyTo(to, i);
    }

    static float Dot(float[] a, float[] b)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i += Vector<float>.Count)
            sum += new Vector<float>(a, i) * new Vector<float>(b, i);
        return Vector.Sum(sum);
    }
}
