namespace Shouwang.Functions.Claims;

/// <summary>Tells people that a claim has moved (进度通知). May be called again for the same move, so telling is idempotent by claim and number of the move (<c>Progress.Version</c>).</summary>
internal interface IClaimNotices
{
    /// <param name="from">State before; empty for a claim that has just come in.</param>
    Task MovedAsync(Claim claim, string from, string to, CancellationToken stop);
}

/// <summary>Tells nobody.</summary>
internal sealed class NoClaimNotices : IClaimNotices
{
    public Task MovedAsync(Claim claim, string from, string to, CancellationToken stop) => Task.CompletedTask;
}
