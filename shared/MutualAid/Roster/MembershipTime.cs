using System.Collections.Immutable;

namespace Shouwang.Shared.MutualAid.Roster;

/// <summary>When somebody was a member (会员期): what entitles to aid is the day of discharge. Pure.</summary>
/// <param name="Joined">First day of the membership that is the latest.</param>
/// <param name="Left">Last day of membership, which is the day of death for whoever died; null while it goes on.</param>
/// <param name="Born">Null where nobody knows.</param>
/// <param name="Continued">Came straight from the association of another village.</param>
/// <param name="Before">Earlier memberships, first and last day.</param>
public sealed record MembershipTime(DateOnly Joined, DateOnly? Left, DateOnly? Born, bool Continued, ImmutableArray<(DateOnly From, DateOnly To)> Before)
{
    /// <summary>A child registered within so many days of birth waits for nothing.</summary>
    public const int NewbornDays = 90;

    /// <summary>Whether the person was a member on that day.</summary>
    public bool On(DateOnly day) => (Joined <= day && (Left is null || day <= Left)) || Earlier(day);

    /// <summary>First day of discharge that is paid for; null where there is no waiting period: for a newborn child, for whoever comes straight from another village, and for a discharge in an earlier membership.</summary>
    public DateOnly? EntitledFrom(int waitingDays, DateOnly day) =>
        waitingDays == 0 || Continued || Earlier(day) || (Born is { } born && Joined.DayNumber - born.DayNumber is >= 0 and <= NewbornDays)
            ? null
            : Joined.AddDays(waitingDays);

    private bool Earlier(DateOnly day) => Before.Any(span => span.From <= day && day <= span.To);
}
