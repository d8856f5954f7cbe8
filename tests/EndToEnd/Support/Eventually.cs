namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>Waits for something that must come, looking again until it does; gives up far beyond any time it should take.</summary>
static class Eventually
{
    static readonly TimeSpan s_giveUp = TimeSpan.FromSeconds(120);
    static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(50);

    /// <param name="what">Stands before "did not come", asked for when it did not.</param>
    public static async Task<T> Is<T>(Func<Task<T?>> look, Func<string> what) where T : class
    {
        var deadline = DateTime.UtcNow + s_giveUp;
        while (DateTime.UtcNow < deadline)
        {
            if (await look() is { } found) return found;
            await Task.Delay(s_lookAgain);
        }
        throw new TimeoutException($"{what()} did not come.");
    }

    public static Task Holds(Func<Task<bool>> condition, string what) => Is(async () => await condition() ? "" : null, () => what);
}
