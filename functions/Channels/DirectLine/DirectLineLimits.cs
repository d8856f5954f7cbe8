using System.Threading.RateLimiting;
using Shouwang.Functions.Http;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>How much one conversation may send and one address may open (限流), in this process.</summary>
internal sealed class DirectLineLimits(DirectLineOptions options) : IDisposable
{
    readonly PartitionedRateLimiter<string> _messages = PartitionedRateLimiter.Create<string, string>(conversation =>
        RateLimitPartition.GetTokenBucketLimiter(conversation, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    readonly PartitionedRateLimiter<string> _opens = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.OpensPerHour,
            Window = TimeSpan.FromHours(1),
            QueueLimit = 0,
        }));

    /// <exception cref="DirectLineRefusal">429.</exception>
    public void Message(string conversationId) => Take(_messages, conversationId);

    /// <exception cref="DirectLineRefusal">429.</exception>
    public void Open(HttpContext http)
    {
        if (CallerAddress.Of(http) is { } address) Take(_opens, address);
    }

    static void Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (!lease.IsAcquired)
            throw DirectLineRefusal.TooMany(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
    }

    public void Dispose()
    {
        _messages.Dispose();
        _opens.Dispose();
    }
}
