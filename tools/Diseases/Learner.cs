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

    // What an example says less about is not worth a weight.
    const float Nothing = 3e-3f;

    readonly WeightRow[] _rows;
    readonly float[] _steps;
    readonly float[] _odds;
    readonly int[] _told;
    readonly int[] _seen;
    readonly int _entries;
    readonly Blocks _blocks;
    readonly float _chapterShare;
    readonly Random _random;
    int _step;

    /// <param name="seed">Of the order of the examples and of what is left out.</param>
    /// <param name="chapterShare">How much of a step whole chapters take.</param>
    internal Learner(int fragments, IReadOnlyList<DiseaseEntry> entries, int seed, float chapterShare)
    {
        _entries = entries.Count;
        _blocks = new Blocks(entries);
        _chapterShare = chapterShare;
        _random = new Random(seed);
        var width = (_blocks.Columns + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _rows = [.. Enumerable.Range(0, fragments).Select(_ => new WeightRow())];
        _steps = new float[fragments];
        _odds = new float[width];
        _told = new int[width];
        _seen = new int[width];
    }

    /// <summary>Goes through the examples so many times, on top of what was learned before.</summary>
    /// <param name="weakest">Weights weaker than this go; 0 to keep all.</param>
    /// <param name="mean">Takes the weights after each of the last rounds.</param>
    internal void Learn(IReadOnlyList<NumberedExample> examples, int rounds, float weakest, Action<string> progress, MeanWeights? mean = null)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var round = 1; round <= rounds; round++)
        {
            _random.Shuffle(order);
            foreach (var i in order)
            {
                int[] seen = [.. examples[i].Fragments.Where(_ => _random.NextSingle() >= LeftOut)];
                if (seen.Length > 0)
                    Step(seen, examples[i].Right, examples[i].Weight);
            }

            // From the middle on what is weak goes, more each round, so that the rest learns to do without it.
            if (weakest > 0 && round > rounds / 2)
                Array.ForEach(_rows, row => row.Forget(weakest * (round - rounds / 2) / (rounds - rounds / 2)));
            if (round > rounds - MeanWeights.LastRounds)
                mean?.Add(_rows);
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
            _rows[fragment].Take(by, told.Span, _odds, _seen, ++_step);
        }
    }

    void BlockOdds()
    {
        for (var i = 0; i < _entries; i++)
        {
            if (MathF.Abs(_odds[i]) <= Nothing / 300)
                continue;
            if (_blocks.Of(i) is var block and >= 0)
                _odds[block] += _odds[i] * BlockShare;
            _odds[_blocks.Chapter(i)] += _odds[i] * _chapterShare;
        }
    }

    // One after the other and not several at once, so that every processor adds up the same.
    (ReadOnlyMemory<int> Columns, float Size) Told()
    {
        var (count, size) = (0, 0f);
        for (var i = 0; i < _blocks.Columns; i++)
        {
            size += _odds[i] * _odds[i];
            if (MathF.Abs(_odds[i]) > Nothing)
                _told[count++] = i;
            else
                _odds[i] = 0;
        }

        return (_told.AsMemory(0, count), size);
    }

    void Odds(int[] fragments, float scale)
    {
        Array.Clear(_odds);
        foreach (var fragment in fragments)
            _rows[fragment].AddTo(_odds);
        for (var i = 0; i < _entries; i++)
            _odds[i] += (_blocks.Of(i) is var block and >= 0 ? _odds[block] : 0) + _odds[_blocks.Chapter(i)];
        SoftMax.Apply(_odds, _entries, scale);
    }
}
