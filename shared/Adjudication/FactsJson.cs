using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>Facts as canonical JSON (事实的存档格式), with the names of the HTTP interface. What is not known is left out.</summary>
public static class FactsJson
{
    public static void Write(Utf8JsonWriter json, AdmissionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(facts);
        json.WriteStartObject();
        json.WriteString("place", facts.Place);
        json.WriteString("scheme", facts.Scheme);
        json.WriteString("date", FigureJson.Day(facts.Date));
        if (facts.Admitted is { } admitted)
            json.WriteString("admitted", FigureJson.Day(admitted));
        if (facts.Village is not null)
            json.WriteString("village", facts.Village);
        WritePerson(json, facts.Person);
        WriteStay(json, facts.Stay);
        json.WriteStartObject("yearToDate");
        foreach (var (name, amount) in Year(facts.YearToDate))
            Amount(json, name, amount);
        foreach (var (benefit, times) in facts.YearToDate.Given.OrderBy(g => g.Key, StringComparer.Ordinal))
            json.WriteNumber("given " + benefit, times);
        json.WriteEndObject();
        Amounts(json, "actuallyPaid", facts.ActuallyPaid);
        Amounts(json, "applications", facts.Applications);
        json.WriteEndObject();
    }

    public static AdmissionFacts Read(JsonElement facts) => new()
    {
        Place = facts.GetProperty("place").GetString()!,
        Scheme = facts.GetProperty("scheme").GetString()!,
        Date = FigureJson.Day(facts.GetProperty("date").GetString()!),
        Admitted = Text(facts, "admitted") is { } admitted ? FigureJson.Day(admitted) : null,
        Village = Text(facts, "village"),
        Person = ReadPerson(facts.GetProperty("person")),
        Stay = ReadStay(facts.GetProperty("stay")),
        YearToDate = ReadYear(facts.GetProperty("yearToDate")),
        ActuallyPaid = Amounts(facts, "actuallyPaid"),
        Applications = Amounts(facts, "applications"),
    };

    private static void WritePerson(Utf8JsonWriter json, PersonFacts person)
    {
        json.WriteStartObject("person");
        if (person.Age is { } age)
            json.WriteNumber("age", age);
        if (person.Statuses is { } statuses)
        {
            json.WriteStartArray("statuses");
            foreach (var status in statuses.Order(StringComparer.Ordinal))
                json.WriteStringValue(status);
            json.WriteEndArray();
        }
        if (person.VillageMember is { } member)
            json.WriteBoolean("villageMember", member);
        if (person.EntitledFrom is { } entitled)
            json.WriteString("entitledFrom", FigureJson.Day(entitled));
        if (person.EnrolledOn is { } enrolled)
            json.WriteString("enrolledOn", FigureJson.Day(enrolled));
        if (person.YearsMissed is { } missed)
            json.WriteNumber("yearsMissed", missed);
        if (person.YearsMadeUp is { } madeUp)
            json.WriteNumber("yearsMadeUp", madeUp);
        if (person.EntitledTo is { } ended)
            json.WriteString("entitledTo", FigureJson.Day(ended));
        if (person.YearsInARow is { } loyal)
            json.WriteNumber("yearsInARow", loyal);
        if (person.YearsWithoutClaim is { } idle)
            json.WriteNumber("yearsWithoutClaim", idle);
        if (!person.LaterStatuses.IsEmpty)
        {
            json.WriteStartArray("laterStatuses");
            foreach (var status in person.LaterStatuses.Order(StringComparer.Ordinal))
                json.WriteStringValue(status);
            json.WriteEndArray();
        }
        json.WriteStartArray("statusSpans");
        foreach (var span in person.StatusSpans)
        {
            json.WriteStartObject();
            json.WriteString("name", span.Name);
            json.WriteString("from", FigureJson.Day(span.From));
            if (span.To is { } to)
                json.WriteString("to", FigureJson.Day(to));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static PersonFacts ReadPerson(JsonElement person) => new()
    {
        Age = Whole(person, "age"),
        Statuses = person.TryGetProperty("statuses", out var statuses) ? [.. statuses.EnumerateArray().Select(s => s.GetString()!)] : null,
        VillageMember = person.TryGetProperty("villageMember", out var member) ? member.GetBoolean() : null,
        EntitledFrom = Text(person, "entitledFrom") is { } entitled ? FigureJson.Day(entitled) : null,
        LaterStatuses = person.TryGetProperty("laterStatuses", out var later) ? [.. later.EnumerateArray().Select(s => s.GetString()!)] : [],
        EnrolledOn = Text(person, "enrolledOn") is { } enrolled ? FigureJson.Day(enrolled) : null,
        YearsMissed = Whole(person, "yearsMissed"),
        YearsMadeUp = Whole(person, "yearsMadeUp"),
        EntitledTo = Text(person, "entitledTo") is { } ended ? FigureJson.Day(ended) : null,
        YearsInARow = Whole(person, "yearsInARow"),
        YearsWithoutClaim = Whole(person, "yearsWithoutClaim"),
        StatusSpans = [.. person.GetProperty("statusSpans").EnumerateArray().Select(s => new StatusSpan(
            s.GetProperty("name").GetString()!,
            FigureJson.Day(s.GetProperty("from").GetString()!),
            Text(s, "to") is { } to ? FigureJson.Day(to) : null))],
    };

    private static void WriteStay(Utf8JsonWriter json, StayFacts stay)
    {
        json.WriteStartObject("stay");
        foreach (var (name, text) in new[] { ("hospitalLevel", stay.HospitalLevel), ("area", stay.Area), ("transfer", stay.Transfer), ("disease", stay.Disease), ("exclusion", stay.Exclusion) })
        {
            if (text is not null)
                json.WriteString(name, text);
        }
        if (stay.ContinuesPrevious is { } goesOn)
            json.WriteBoolean("continuesPrevious", goesOn);
        json.WriteBoolean("deductibleWaived", stay.DeductibleWaived);
        if (!stay.Operations.IsEmpty)
        {
            json.WriteStartArray("operations");
            foreach (var operation in stay.Operations)
                json.WriteStringValue(operation);
            json.WriteEndArray();
        }

        Amounts(json, "items", stay.Items);
        if (stay.OrdinalInYear is { } ordinal)
            json.WriteNumber("ordinalInYear", ordinal);
        if (stay.OrdinalAtLevel is { } atLevel)
            json.WriteNumber("ordinalAtLevel", atLevel);
        foreach (var (name, amount) in new (string, Fen?)[] { ("chainDeductible", stay.ChainDeductible), ("total", stay.Total), ("inScope", stay.InScope), ("selfFunded", stay.SelfFunded), ("selfPayFirst", stay.SelfPayFirst), ("overLimit", stay.OverLimit), ("borne", stay.Borne) })
            Amount(json, name, amount);
        json.WriteEndObject();
    }

    private static StayFacts ReadStay(JsonElement stay) => new()
    {
        HospitalLevel = Text(stay, "hospitalLevel"),
        Area = Text(stay, "area"),
        Transfer = Text(stay, "transfer") ?? "none",
        Disease = Text(stay, "disease"),
        Exclusion = Text(stay, "exclusion"),
        ContinuesPrevious = stay.TryGetProperty("continuesPrevious", out var goesOn) ? goesOn.GetBoolean() : null,
        DeductibleWaived = stay.GetProperty("deductibleWaived").GetBoolean(),
        Operations = stay.TryGetProperty("operations", out var operations) ? [.. operations.EnumerateArray().Select(o => o.GetString()!)] : [],
        Items = Amounts(stay, "items"),
        OrdinalInYear = Whole(stay, "ordinalInYear"),
        OrdinalAtLevel = Whole(stay, "ordinalAtLevel"),
        ChainDeductible = Amount(stay, "chainDeductible"),
        Total = Amount(stay, "total") ?? Fen.Zero,
        InScope = Amount(stay, "inScope"),
        SelfFunded = Amount(stay, "selfFunded"),
        SelfPayFirst = Amount(stay, "selfPayFirst"),
        OverLimit = Amount(stay, "overLimit"),
        Borne = Amount(stay, "borne"),
    };

    private static (string, Fen?)[] Year(YearToDate year) =>
    [
        ("basicPaid", year.BasicPaid), ("inScopeBorne", year.InScopeBorne), ("criticalPaid", year.CriticalPaid), ("assistancePaid", year.AssistancePaid),
        ("topupPaid", year.TopupPaid), ("mutualAidPaid", year.MutualAidPaid), ("deductibleTaken", year.DeductibleTaken),
    ];

    private static YearToDate ReadYear(JsonElement year) => new()
    {
        BasicPaid = Amount(year, "basicPaid"),
        InScopeBorne = Amount(year, "inScopeBorne"),
        CriticalPaid = Amount(year, "criticalPaid"),
        AssistancePaid = Amount(year, "assistancePaid"),
        TopupPaid = Amount(year, "topupPaid"),
        MutualAidPaid = Amount(year, "mutualAidPaid"),
        DeductibleTaken = Amount(year, "deductibleTaken"),
        Given = year.EnumerateObject().Where(p => p.Name.StartsWith("given ", StringComparison.Ordinal)).ToImmutableSortedDictionary(p => p.Name[6..], p => p.Value.GetInt32(), StringComparer.Ordinal),
    };

    private static void Amounts(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, Fen> amounts)
    {
        json.WriteStartObject(name);
        foreach (var (key, amount) in amounts.OrderBy(a => a.Key, StringComparer.Ordinal))
            Amount(json, key, amount);
        json.WriteEndObject();
    }

    private static ImmutableSortedDictionary<string, Fen> Amounts(JsonElement owner, string name) =>
        owner.GetProperty(name).EnumerateObject().ToImmutableSortedDictionary(p => p.Name, p => Fen.Parse(p.Value.GetString()!), StringComparer.Ordinal);

    private static void Amount(Utf8JsonWriter json, string name, Fen? amount)
    {
        if (amount is { } known)
            json.WriteString(name, known.ToString());
    }

    private static Fen? Amount(JsonElement element, string name) => Text(element, name) is { } text ? Fen.Parse(text) : null;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Whole(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt32() : null;
}
