using Microsoft.Extensions.Configuration;

namespace Shouwang.Local.App;

/// <summary>The queues section of host.json with the host's own defaults.</summary>
sealed record QueueSettings
{
    public int BatchSize { get; init; } = 16;
    public int NewBatchThreshold { get; init; } = 8 * Environment.ProcessorCount;
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message that failed stays out of sight.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);
    public bool Base64 { get; init; } = true;

    /// <summary>How long a message is out of everybody else's sight while it is worked on; renewed at half-time.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(10);

    public static QueueSettings Read(IConfiguration section)
    {
        var otherwise = new QueueSettings();
        int Number(string name, int value) => section[name] is { } text ? int.Parse(text) : value;
        var batch = Number("batchSize", otherwise.BatchSize);
        return new()
        {
            BatchSize = Math.Clamp(batch, 1, 32),
            NewBatchThreshold = Number("newBatchThreshold", batch / 2 * Environment.ProcessorCount),
            MaxDequeueCount = Number("maxDequeueCount", otherwise.MaxDequeueCount),
            VisibilityTimeout = HostSettings.Time(section["visibilityTimeout"], otherwise.VisibilityTimeout),
            MaxPollingInterval = HostSettings.Time(section["maxPollingInterval"], otherwise.MaxPollingInterval),
            // The host has no such setting: here it lets a test see a renewal without waiting for five minutes.
            Lease = HostSettings.Time(section["lease"], otherwise.Lease),
            Base64 = !"none".Equals(section["messageEncoding"], StringComparison.OrdinalIgnoreCase),
        };
    }
}
