namespace Shouwang.Local.Tests.Support;

/// <summary>Waits for something that must come, looking again until it does; gives up far beyond any time it should take.</summary>
static class Eventually
{
    static readonly TimeSpan s_giveUp = TimeSpan.FromSeconds(60);

    public static async Task<T> Is<T>(Func<Task<T?>> look, string what) where T : class
    {
        var deadline = DateTime.UtcNow + s_giveUp;
        while (DateTime.UtcNow < deadline)
        {
            if (await look() is { } found) return found;
            await Task.Delay(20);
        }
        throw new TimeoutException($"{what} did not come.");
    }

    public static Task<T> Is<T>(Func<T?> look, string what) where T : class => Is(() => Task.FromResult(look()), what);

    public static Task Holds(Func<bool> condition, string what) => Is(() => condition() ? "" : null, what);
}
