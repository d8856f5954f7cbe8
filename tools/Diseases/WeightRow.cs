using System.Numerics;

namespace Shouwang.Tools.Diseases;

/// <summary>What one fragment says while it is being learned: the columns it speaks of, as a list or, once they are many, all in a row.</summary>
sealed class WeightRow
{
    const int Many = 400;

    (int Column, float Weight)[] _some = [];
    int _count;
    float[]? _all;

    /// <summary>The weights that are not nought.</summary>
    internal IEnumerable<(int Column, float Weight)> Weights =>
        (_all is null ? _some.Take(_count) : _all.Select((weight, column) => (Column: column, Weight: weight))).Where(w => w.Weight is not 0);

    internal void Clear() => (_some, _count, _all) = ([], 0, null);

    internal void AddTo(float[] points)
    {
        if (_all is { } all)
        {
            for (var i = 0; i < all.Length; i += Vector<float>.Count)
                (new Vector<float>(points, i) + new Vector<float>(all, i)).CopyTo(points, i);
            return;
        }

        foreach (ref readonly var some in _some.AsSpan(0, _count))
            points[some.Column] += some.Weight;
    }

    /// <summary>Takes <paramref name="by"/> times what each of the told columns was wrong by.</summary>
    /// <param name="wrong">Nought where not told.</param>
    /// <param name="seen">Of each column the step in which it was last seen.</param>
    /// <param name="step">Of this row and example only.</param>
    internal void Take(float by, ReadOnlySpan<int> told, float[] wrong, int[] seen, int step)
    {
        if (_all is null)
        {
            foreach (ref var some in _some.AsSpan(0, _count))
            {
                some.Weight -= by * wrong[some.Column];
                seen[some.Column] = step;
            }
        }

        foreach (var column in told)
        {
            if (_all is { } all)
                all[column] -= by * wrong[column];
            else if (seen[column] != step)
                Append(column, -by * wrong[column], wrong.Length);
        }
    }

    /// <summary>What is weaker becomes nought.</summary>
    internal void Forget(float weakest)
    {
        for (var i = 0; i < _all?.Length; i++)
            _all[i] = MathF.Abs(_all[i]) < weakest ? 0 : _all[i];
        var kept = 0;
        foreach (var some in _some.AsSpan(0, _count))
        {
            if (MathF.Abs(some.Weight) >= weakest)
                _some[kept++] = some;
        }

        _count = kept;
    }

    void Append(int column, float weight, int width)
    {
        if (_count == Many)
        {
            _all = new float[width];
            AddTo(_all, _some.AsSpan(0, _count));
            (_some, _count) = ([], 0);
            _all[column] = weight;
            return;
        }

        if (_count == _some.Length)
            Array.Resize(ref _some, Math.Max(4, 2 * _count));
        _some[_count++] = (column, weight);
    }

    static void AddTo(float[] all, ReadOnlySpan<(int Column, float Weight)> some)
    {
        foreach (var (column, weight) in some)
            all[column] = weight;
    }
}
