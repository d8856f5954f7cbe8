namespace Shouwang.Tools.Diseases;

/// <summary>
/// The mean of learners' weights after their last rounds: the order of the examples and what happened to be left out sway each of them, but not all alike.
/// Only what is not nought is kept.
/// </summary>
sealed class MeanWeights
{
    /// <summary>Of each learner.</summary>
    internal const int LastRounds = 4;

    readonly (int Column, float Weight)[][] _sums;
    readonly float[] _sum;
    readonly List<int> _columns = [];

    internal MeanWeights(int fragments, int columns) => (_sums, _sum) = ([.. Enumerable.Repeat<(int, float)[]>([], fragments)], new float[columns]);

    internal void Add(IReadOnlyList<WeightRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
            Add(i, rows[i].Weights);
    }

    internal void Add(MeanWeights other)
    {
        for (var i = 0; i < _sums.Length; i++)
            Add(i, other._sums[i]);
    }

    /// <summary>One row a fragment, its columns in order.</summary>
    /// <param name="learners">How many were added.</param>
    /// <param name="weakest">What is weaker is not worth its bytes.</param>
    internal IReadOnlyList<(int Column, float Weight)[]> Rows(int learners, float weakest) =>
    [
        .. _sums.Select(row => row
            .Select(w => (w.Column, Weight: w.Weight / (learners * LastRounds)))
            .Where(w => MathF.Abs(w.Weight) >= weakest)
            .ToArray()),
    ];

    void Add(int row, IEnumerable<(int Column, float Weight)> weights)
    {
        foreach (var (column, weight) in _sums[row].Concat(weights))
        {
            _columns.Add(column);
            _sum[column] += weight;
        }

        if (_columns.Count == 0)
            return;
        _columns.Sort();
        _sums[row] = [.. _columns.Distinct().Select(column => (column, _sum[column]))];
        _columns.ForEach(column => _sum[column] = 0);
        _columns.Clear();
    }
}
