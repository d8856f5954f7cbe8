using System.Threading.RateLimiting;

namespace Shouwang.Functions.Security;

/// <summary>Counts wrong keys and codes in this process (试错次数): a few slips are human, more are not.</summary>
internal sealed class WrongKeys : IDisposable
{
    public const int Slips = 10;

    readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = Slips, Window = TimeSpan.FromMinutes(5), QueueLimit = 0 }));

    /// <summary>Whether so many were wrong lately that no further one is looked at.</summary>
    public bool TooMany(string who)
    {
        using var left = _limiter.AttemptAcquire(who, permitCount: 0);
        return !left.IsAcquired;
    }

    public void Count(string who) => _limiter.AttemptAcquire(who).Dispose();

    public void Dispose() => _limiter.Dispose();
}
