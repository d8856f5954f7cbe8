namespace Shouwang.Recognizer.Reading;

/// <summary>Numbers 0 … count − 1 in groups that can be joined (并查集).</summary>
sealed class DisjointSets(int count)
{
    readonly int[] _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The number that stands for the group.</summary>
    public int Find(int member)
    {
        while (_parents[member] != member)
            member = _parents[member] = _parents[_parents[member]];
        return member;
    }

    public void Join(int a, int b) => _parents[Find(a)] = Find(b);
}
