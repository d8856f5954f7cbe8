using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>What a person's history means for one stay (按住院日期确定的个人情况): the statuses that count, and the first day of benefits.</summary>
internal static class PersonOnTheDay
{
    /// <param name="since">First day of the stay, or of the chain of transfers it belongs to; null for the stay's own.</param>
    public static AdmissionFacts Of(PolicySnapshot rules, AdmissionFacts facts, DateOnly? since = null)
    {
        var person = facts.Person;
        if (person is { Statuses: null, StatusSpans.IsEmpty: false })
        {
            var counting = StatusChanges.CountingFor(rules, person.StatusSpans, since ?? facts.Admitted ?? facts.Date, facts.Date);
            person = person with { Statuses = counting.Now, LaterStatuses = counting.Later };
        }
        if (person is { EntitledFrom: null, EnrolledOn: { } enrolled } && Enrolment.WaitingMonths(rules, person.YearsMissed ?? 0, person.YearsMadeUp ?? 0) is { } months)
            person = person with { EntitledFrom = enrolled.AddMonths(months) };
        return ReferenceEquals(person, facts.Person) ? facts : facts with { Person = person };
    }

    /// <summary>Rules about the person that the place does not have on file.</summary>
    public static IEnumerable<Need> Missing(PolicySnapshot rules, AdmissionFacts facts) =>
        facts.Person is { EntitledFrom: null, EnrolledOn: not null }
            ? [new Need("waiting", $"{rules.PlaceName}断保以后再参保，要等多久才能报销", IsPolicy: true) { Blocking = false }]
            : [];
}
