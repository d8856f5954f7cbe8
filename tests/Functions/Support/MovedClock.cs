namespace Shouwang.Functions.Tests.Support;

/// <summary>The real clock, put forward by as much as a test says.</summary>
sealed class MovedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    /// <summary>A clock on which it is that day in China, in the middle of the morning: whatever day it really is, a test that is about 2026 stays in 2026 and no midnight comes between its steps.</summary>
    public static MovedClock On(DateOnly day) => new() { Ahead = new DateTimeOffset(day, new TimeOnly(2, 0), TimeSpan.Zero) - System.GetUtcNow() };

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
