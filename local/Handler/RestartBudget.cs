namespace Shouwang.Local.Handler;

/// <summary>How often a handler that ends by itself is started again: the host gives it three tries in half an hour.</summary>
sealed class RestartBudget(TimeProvider clock)
{
    public const int Restarts = 3;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    readonly Queue<DateTimeOffset> _restarts = new();

    public bool TrySpend()
    {
        var now = clock.GetUtcNow();
        while (_restarts.TryPeek(out var oldest) && now - oldest > Window) _restarts.Dequeue();
        if (_restarts.Count >= Restarts) return false;
        _restarts.Enqueue(now);
        return true;
    }
}
