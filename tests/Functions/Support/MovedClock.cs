namespace Shouwang.Functions.Tests.Support;

/// <summary>The real clock, put forward by as much as a test says.</summary>
sealed class MovedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
