namespace Shouwang.Shared.Tests.MutualAid;

/// <summary>SplitMix64: the same years in every run, and better than System.Random with a seed.</summary>
sealed class Dice(ulong state)
{
    ulong _state = state;

    public double Wait() => -Math.Log(1 - Next());

    public double Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
