using Azure;
using Shouwang.Functions.Http;

namespace Shouwang.Functions.Villages;

/// <summary>Loads a village, lets a pure decision change it, writes the change; somebody else in between makes it decide again.</summary>
internal sealed class VillageDesk(VillageStore store, VillageDirectory directory, TimeProvider clock)
{
    const int Tries = 6;

    /// <summary>A village's day begins at midnight in China.</summary>
    public DateOnly Today => clock.Today();

    /// <param name="match">The version the caller saw; null for whichever is there.</param>
    /// <exception cref="ProblemException">The caller saw an older version, or the decision refuses.</exception>
    public Task<Village> ChangeAsync(string code, string? match, Func<Village?, VillageChange> decide, CancellationToken stop) =>
        ChangeAsync(code, match, before => Task.FromResult(decide(before)), stop);

    /// <summary>For decisions that need more rows of the village; what they read is guarded by the village's own version.</summary>
    public async Task<Village> ChangeAsync(string code, string? match, Func<Village?, Task<VillageChange>> decide, CancellationToken stop)
    {
        for (var left = Tries; left > 0; left--)
        {
            var before = await store.FindAsync(code, stop);
            if (match is not null && before?.ETag.ToString("H") != match)
                throw new ProblemException(new Problem(StatusCodes.Status412PreconditionFailed, "village-changed", "别人刚刚改过这个村的资料。请刷新后再改。"));
            var change = await decide(before);
            if (before is not null && change.Rows.IsEmpty && change.Card == before.Card)
                return before;
            if (!await store.CommitAsync(change, stop))
                continue;
            directory.Forget();
            return await store.FindAsync(code, stop) ?? throw new InvalidOperationException("A village that was just written is gone.");
        }

        throw new ProblemException(new Problem(StatusCodes.Status409Conflict, "village-busy", "这个村的资料正被多人修改。请过一会儿再试。"));
    }
}
