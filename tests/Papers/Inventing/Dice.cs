namespace Shouwang.Papers.Inventing;

/// <summary>A seeded source of choices (SplitMix64), so that one seed always draws the same paper on every machine.</summary>
sealed class Dice(ulong seed)
{
    private ulong _state = unchecked(seed * 0x9E3779B97F4A7C15);

    public static Dice For(params object[] parts)
    {
        // FNV-1a over the parts' text: string.GetHashCode differs from run to run.
        var hash = 14695981039346656037UL;
        foreach (var c in string.Join('|', parts))
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return new Dice(hash);
    }

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    public double Real(double low, double high) => low + ((high - low) * (Next() >> 11) / (1L << 53));

    public bool Chance(int percent) => Between(1, 100) <= percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    /// <summary>One of some choices, each as often as its weight says.</summary>
    public T Of<T>(IReadOnlyList<(T Choice, int Weight)> choices)
    {
        var left = Between(1, choices.Sum(c => c.Weight));
        return choices.First(c => (left -= c.Weight) <= 0).Choice;
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
