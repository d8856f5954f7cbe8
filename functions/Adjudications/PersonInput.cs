using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>The patient as a caller describes him (病人情况).</summary>
internal static class PersonInput
{
    private const int MostSpans = 50;

    public static PersonFacts Read(JsonInput input, PolicyLibrary library, string? village)
    {
        // Naming a village says that the person belongs to its association, unless the caller says otherwise.
        var member = village is null ? (bool?)null : true;
        if (!input.Has("person"))
            return new PersonFacts { Statuses = [], VillageMember = member };
        var person = input.Object("person");
        var spans = Spans(person, library);
        if (!spans.IsEmpty && person.Has("statuses"))
            throw person.Fault("statuses", "statuses-twice", "和 statusSpans 只能填一个：身份有变动的填 statusSpans，没变动的填 statuses");
        var from = person.OptionalDate("entitledFrom");
        var to = person.OptionalDate("entitledTo");
        return new PersonFacts
        {
            Age = person.Whole("age", 0, 130),
            Statuses = spans.IsEmpty ? Statuses(person, library) : null,
            StatusSpans = spans,
            VillageMember = person.Flag("villageMember") ?? member,
            EntitledFrom = from,
            EntitledTo = to < from ? throw person.Fault("entitledTo", "ends-before-it-starts", "比待遇开始日 entitledFrom 还早，请核对两个日期") : to,
            EnrolledOn = person.OptionalDate("enrolledOn"),
            YearsMissed = person.Whole("yearsMissed", 0, 100),
            YearsMadeUp = person.Whole("yearsMadeUp", 0, 100),
            YearsInARow = person.Whole("yearsInARow", 0, 100),
            YearsWithoutClaim = person.Whole("yearsWithoutClaim", 0, 100),
        };
    }

    private static ImmutableSortedSet<string> Statuses(JsonInput person, PolicyLibrary library)
    {
        if (!person.Has("statuses"))
            return [];
        var list = person.Element.GetProperty("statuses");
        if (list.ValueKind != JsonValueKind.Array)
            throw person.Fault("statuses", "list-expected", "要填一个列表，例如 [\"subsistence\"]，普通人填 []");
        return [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? Known(person, "statuses", item.GetString()!, library) : throw Unknown(person, "statuses", library))];
    }

    private static ImmutableArray<StatusSpan> Spans(JsonInput person, PolicyLibrary library)
    {
        var spans = ImmutableArray.CreateBuilder<StatusSpan>();
        foreach (var item in person.Objects("statusSpans"))
        {
            if (spans.Count == MostSpans)
                throw person.Fault("statusSpans", "too-many", $"太多了，最多 {MostSpans} 段");
            var span = new StatusSpan(Known(item, "name", item.Text("name", 100), library), item.Date("from"), item.OptionalDate("to"));
            spans.Add(span.To < span.From ? throw item.Fault("to", "ends-before-it-starts", "比开始的日期 from 还早，请核对两个日期") : span);
        }
        return spans.ToImmutable();
    }

    private static string Known(JsonInput owner, string field, string name, PolicyLibrary library) =>
        library.Statuses.Any(s => s.Name == name) ? name : throw Unknown(owner, field, library);

    private static ProblemException Unknown(JsonInput owner, string field, PolicyLibrary library) =>
        owner.Fault(field, "unknown-status", $"里有不认识的身份，可以填：{string.Join("、", library.Statuses.Select(s => $"{s.Name}（{s.Chinese}）"))}");
}
