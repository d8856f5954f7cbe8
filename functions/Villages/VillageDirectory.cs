namespace Shouwang.Functions.Villages;

/// <summary>All villages as they were a moment ago (村名录), for conversations: at most one reading of the list every few seconds, however many people talk.</summary>
internal sealed class VillageDirectory(VillageStore store, TimeProvider clock)
{
    /// <summary>So late does another instance show a new village.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    readonly Lock _gate = new();
    Task<IReadOnlyList<VillageCard>>? _read;
    DateTimeOffset _until;

    public Task<IReadOnlyList<VillageCard>> AllAsync(CancellationToken stop)
    {
        lock (_gate)
        {
            if (_read is null or { IsFaulted: true } or { IsCanceled: true } || clock.GetUtcNow() >= _until)
            {
                // Shared by all who ask meanwhile, so that none of them may cancel it.
                _until = clock.GetUtcNow() + Fresh;
                _read = store.AllAsync(CancellationToken.None);
            }

            return _read.WaitAsync(stop);
        }
    }

    /// <summary>After a change made here: it is seen here at once.</summary>
    public void Forget()
    {
        lock (_gate)
            _read = null;
    }
}
