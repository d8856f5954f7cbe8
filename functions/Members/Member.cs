using System.Text.Json;
using System.Text.Json.Serialization;
using Shouwang.Shared.MutualAid.Roster;

namespace Shouwang.Functions.Members;

/// <summary>A member of the association (会员). The identity number itself is not kept.</summary>
/// <param name="Id">The identity number's pseudonym.</param>
/// <param name="Tail">Last four characters of the identity number, for an officer to tell two people of one name apart.</param>
/// <param name="Joined">First day of the membership that is the latest.</param>
/// <param name="Left">Last day of membership; null while it goes on.</param>
internal sealed record Member(string Id, string Name, string Tail, DateOnly Joined, DateOnly? Left)
{
    /// <summary>Null for members put in without it.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>"男" or "女"; null for members put in without it.</summary>
    public string? Sex { get; init; }

    public string? Household { get; init; }
    public string? Relation { get; init; }

    /// <summary>left, moved or died.</summary>
    public string? LeftWhy { get; init; }

    /// <summary>Came straight from the association of another village, so that no new waiting period begins.</summary>
    public bool Continued { get; init; }

    /// <summary>Earlier memberships, oldest first.</summary>
    public IReadOnlyList<MembershipSpan> Before { get; init; } = [];

    MembershipTime Time => new(Joined, Left, Born, Continued, [.. Before.Select(span => (span.From, span.To))]);

    /// <summary>Whether the person was a member on that day.</summary>
    public bool On(DateOnly day) => Time.On(day);

    /// <summary>Whether the person is a member on some day of that year, as far as is known.</summary>
    public bool In(int year) =>
        (Joined.Year <= year && (Left is null || Left.Value.Year >= year)) || Before.Any(span => span.From.Year <= year && span.To.Year >= year);

    /// <summary>Full years on that day; null where nobody knows, or for somebody not yet born.</summary>
    public int? AgeOn(DateOnly day)
    {
        if (Born is not { } born || born > day)
            return null;
        var years = day.Year - born.Year;
        return day < born.AddYears(years) ? years - 1 : years;
    }

    /// <summary>First day of discharge that is paid for; null where there is no waiting period.</summary>
    public DateOnly? EntitledFrom(int waitingDays, DateOnly day) => Time.EntitledFrom(waitingDays, day);
}

/// <summary>A membership that ended (以前的会员期).</summary>
internal sealed record MembershipSpan(DateOnly From, DateOnly To, string Why);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<MembershipSpan>))]
internal sealed partial class MemberJson : JsonSerializerContext;
