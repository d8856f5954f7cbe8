namespace Shouwang.Local.Queues;

/// <summary>How long to wait before looking into an empty queue again: 100 ms, about twofold each time with a fifth of jitter, up to the most.</summary>
sealed class PollingDelay(TimeSpan most, Random random)
{
    static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(100);

    int _empty;

    public void Reset() => _empty = 0;

    public TimeSpan Next()
    {
        var factor = _empty == 0 ? 1 : 1 + Math.Pow(2, _empty - 1) * (0.8 + 0.4 * random.NextDouble());
        var delay = s_least * factor;
        if (delay >= most) return most;
        _empty++;
        return delay;
    }
}
