using System.Collections.Concurrent;

namespace Shouwang.Recognizer.Protocol;

/// <summary>One analysis from its request to its result (分析任务).</summary>
sealed record Operation(Guid Id, AnalyzeRequest Request, string Status, DateTimeOffset Created, DateTimeOffset Updated, AnalyzeResult? Result, ServiceError? Error)
{
    public const string NotStarted = "notStarted";
    public const string Running = "running";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";

    public bool IsOver => Status is Succeeded or Failed;
}

/// <summary>Operations in memory: bills are nobody's business here once they are read, so results go after a few minutes, and the oldest go first when there are too many.</summary>
sealed class Operations(TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    public const int KeptAtMost = 256;

    readonly ConcurrentDictionary<Guid, Operation> _all = new();

    public Operation Begin(AnalyzeRequest request)
    {
        Sweep();
        var now = clock.GetUtcNow();
        var operation = new Operation(Guid.NewGuid(), request, Operation.NotStarted, now, now, null, null);
        _all[operation.Id] = operation;
        return operation;
    }

    /// <summary>The operation, if it is still known and was asked of the same family and model.</summary>
    public Operation? Find(Guid id, ApiFamily family, string model) =>
        _all.TryGetValue(id, out var operation) && operation.Request.Family == family && operation.Request.ModelId == model && !IsOld(operation) ? operation : null;

    public void Update(Guid id, string status, AnalyzeResult? result = null, ServiceError? error = null)
    {
        if (_all.TryGetValue(id, out var operation))
            _all[id] = operation with { Status = status, Updated = clock.GetUtcNow(), Result = result, Error = error };
    }

    public void Forget(Guid id) => _all.TryRemove(id, out _);

    bool IsOld(Operation operation) => operation.IsOver && clock.GetUtcNow() - operation.Updated > KeptFor;

    void Sweep()
    {
        foreach (var old in _all.Values.Where(IsOld))
            Forget(old.Id);
        foreach (var surplus in _all.Values.Where(o => o.IsOver).OrderByDescending(o => o.Updated).Skip(KeptAtMost))
            Forget(surplus.Id);
    }
}
