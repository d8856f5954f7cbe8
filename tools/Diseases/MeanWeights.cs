using System.Runtime.InteropServices;

namespace Shouwang.Tools.Diseases;

/// <summary>
/// The mean of several learners' weights after their last rounds: the order of the examples and what happened to be left out sway each of them, but not all alike.
/// Only what is not nought is kept.
/// </summary>
/// <param name="learners">How many will be added.</param>
sealed class MeanWeights(int learners)
{
    /// <summary>Of each learner.</summary>
    internal const int LastRounds = 4;

    readonly Dictionary<(int Row, int Column), float> _sums = [];

    internal void Add(IReadOnlyList<float[]> weights)
    {
        for (var row = 0; row < weights.Count; row++)
        {
            for (var column = 0; column < weights[row].Length; column++)
            {
                if (weights[row][column] is not 0 and var weight)
                    CollectionsMarshal.GetValueRefOrAddDefault(_sums, (row, column), out _) += weight;
            }
        }
    }

    /// <summary>One row a fragment.</summary>
    /// <param name="weakest">What is weaker is not worth its bytes.</param>
    internal IReadOnlyList<(int Column, float Weight)[]> Rows(int rows, float weakest)
    {
        var lists = Enumerable.Range(0, rows).Select(_ => new List<(int Column, float Weight)>()).ToArray();
        foreach (var ((row, column), sum) in _sums)
        {
            if (sum / (learners * LastRounds) is var weight && MathF.Abs(weight) >= weakest)
                lists[row].Add((column, weight));
        }

        return [.. lists.Select(list => list.OrderBy(w => w.Column).ToArray())];
    }
}
