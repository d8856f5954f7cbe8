using System.Numerics;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary>
/// Learns what each fragment says for and against each entry and each block and chapter: logistic regression over all entries by adaptive gradient steps,
/// with half of the fragments left out at random in each step so that no single one is relied on. The same input gives the same weights.
/// </summary>
sealed class Learner
{
    const float LeftOut = 0.5f;
    const float Rate = 1;
    const float BlockShare = 0.5f;

    // What an example says so little about is not worth a step.
    const float Nothing = 2e-4f;

    readonly float[][] _weights;
    readonly float[] _steps;
    readonly float[] _odds;
    readonly int[] _told;
    readonly int _entries;
    readonly Blocks _blocks;
    float _chapterShare;
    int _seed = 1;

    internal Learner(int fragments, IReadOnlyList<DiseaseEntry> entries)
    {
        _entries = entries.Count;
        _blocks = new Blocks(entries);
        var width = (_blocks.Columns + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = [.. Enumerable.Range(0, fragments).Select(_ => new float[width])];
        _steps = new float[fragments];
        _odds = new float[width];
        _told = new int[width];
    }

    /// <summary>One row a fragment, one column an entry, block or chapter.</summary>
    internal IReadOnlyList<float[]> Weights => _weights;

    /// <summary>Forgets everything and begins anew, otherwise than before.</summary>
    /// <param name="seed">Of the order of the examples and of what is left out.</param>
    /// <param name="chapterShare">How much of a step whole chapters take.</param>
    internal void Begin(int seed, float chapterShare)
    {
        foreach (var row in _weights)
            Array.Clear(row);
        Array.Clear(_steps);
        (_seed, _chapterShare) = (seed, chapterShare);
    }

    /// <summary>Goes through the examples so many times, on top of what was learned before.</summary>
    /// <param name="weakest">Weights weaker than this go; 0 to keep all.</param>
    /// <param name="mean">Takes the weights after each of the last rounds.</param>
    internal void Learn(IReadOnlyList<(int[] Fragments, int[] Right, float Weight)> examples, int rounds, float weakest, Action<string> progress, MeanWeights? mean = null)
    {
        var random = new Random(_seed);
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
            if (round > rounds - MeanWeights.LastRounds)
                mean?.Add(_weights);
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
        BlockOdds();
        var (told, size) = Told();
        size *= scale * scale * weight * weight;
        foreach (var fragment in fragments)
        {
            _steps[fragment] += size;
            var by = Rate * weight * scale / MathF.Sqrt(_steps[fragment] + 0.01f);
            var row = _weights[fragment];
            foreach (var column in told.Span)
                row[column] -= by * _odds[column];
        }
    }

    void BlockOdds()
    {
        for (var i = 0; i < _entries; i++)
        {
            if (_blocks.Of(i) is var block and >= 0 && MathF.Abs(_odds[i]) > Nothing / 20)
            {
                _odds[block] += _odds[i] * BlockShare;
                _odds[_blocks.Chapter(i)] += _odds[i] * _chapterShare;
            }
        }
    }

    // One after the other and not several at once, so that every processor adds up the same.
    (ReadOnlyMemory<int> Columns, float Size) Told()
    {
        var (count, size) = (0, 0f);
        for (var i = 0; i < _blocks.Columns; i++)
        {
            if (MathF.Abs(_odds[i]) <= Nothing)
                continue;
            _told[count++] = i;
            size += _odds[i] * _odds[i];
        }

        return (_told.AsMemory(0, count), size);
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
            Add(_odds, _weights[fragment]);
        for (var i = 0; i < _entries; i++)
            _odds[i] += (_blocks.Of(i) is var block and >= 0 ? _odds[block] : 0) + _odds[_blocks.Chapter(i)];
        var best = _odds.AsSpan(0, _entries).ToArray().Max();
        var total = 0f;
        for (var i = 0; i < _entries; i++)
            total += _odds[i] = MathF.Exp((_odds[i] - best) * scale);
        for (var i = 0; i < _odds.Length; i++)
            _odds[i] = i < _entries ? _odds[i] / total : 0;
    }

    static void Add(float[] to, float[] what)
    {
        for (var i = 0; i < to.Length; i += Vector<float>.Count)
            (new Vector<float>(to, i) + new Vector<float>(what, i)).CopyTo(to, i);
    }
}
