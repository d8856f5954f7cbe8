using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>What a caller asked to be adjudicated (核算请求), checked field by field.</summary>
/// <param name="Diagnosis">The main diagnosis as text.</param>
internal sealed record AdjudicationRequest(AdmissionFacts Facts, PolicySnapshot Snapshot, string? Diagnosis)
{
    public static AdjudicationRequest Read(JsonInput input, PolicyLibrary library)
    {
        var place = input.Text("place", 12);
        var scheme = Word(input, "scheme", Vocabulary.Schemes, "unknown-scheme", "参保类型") ?? "resident";
        var date = input.Date("date");
        var snapshot = Resolve(input, library, place, date, scheme);
        if (!input.Has("stay"))
            throw input.Fault("stay", "missing", "没有填，请补上这次住院的情况，至少要有总费用 stay.total");
        var stayInput = input.Object("stay");
        var stay = StayInput.Read(stayInput, date);
        Excluded(stayInput, snapshot, stay.Exclusion);
        var village = input.OptionalText("village", 12);
        if (village is not null && (village.Length != 12 || !village.All(char.IsAsciiDigit)))
            throw input.Fault("village", "village-malformed", "要写十二位的村代码，例如 \"320281105203\"");
        var facts = new AdmissionFacts
        {
            Place = place,
            Scheme = scheme,
            Date = date,
            Admitted = stayInput.OptionalDate("admitted"),
            Person = Person(input, library, village),
            Stay = stay,
            YearToDate = Year(input),
            ActuallyPaid = Amounts(input, "actuallyPaid", Vocabulary.Layers, "unknown-layer", stay.Total),
            Applications = Amounts(input, "applications", null, "", null),
            Village = village,
        };
        return new AdjudicationRequest(facts, snapshot, stayInput.OptionalText("diagnosis", 500));
    }

    /// <summary>A word out of a list, or a problem that names the list.</summary>
    public static string? Word(JsonInput input, string name, ImmutableArray<string> words, string code, string what)
    {
        var word = input.OptionalText(name, 100);
        return word is null || words.Contains(word) ? word
            : throw input.Fault(name, code, $"不认识这个{what}，可以填：{string.Join("、", words)}");
    }

    /// <summary>A whole number between two others.</summary>
    public static int? Whole(JsonInput input, string name, int least, int most)
    {
        if (!input.Has(name))
            return null;
        var value = input.Element.GetProperty(name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw input.Fault(name, "number-out-of-range", $"要填 {least} 到 {most} 之间的整数，不加引号");
    }

    /// <summary>A reason the law on file does not know would be passed over in silence.</summary>
    private static void Excluded(JsonInput stay, PolicySnapshot snapshot, string? exclusion)
    {
        if (exclusion is null)
            return;
        var known = snapshot.Figures.FirstOrDefault(f => f is { Path: "exclusions", Missing: null })?.Value.EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, r => r.GetProperty("why").GetString()!) ?? [];
        if (!known.ContainsKey(exclusion))
            throw stay.Fault("exclusion", "unknown-exclusion", $"不认识这个不予支付的原因，可以填：{string.Join("、", known.Select(k => $"{k.Key}（{k.Value}）"))}");
    }

    private static PolicySnapshot Resolve(JsonInput input, PolicyLibrary library, string place, DateOnly date, string scheme)
    {
        try
        {
            return library.Resolve(place, date, scheme);
        }
        catch (NoPolicyException none)
        {
            var field = none.Code switch { "no-rules-for-date" => "date", "unknown-scheme" => "scheme", _ => "place" };
            throw input.Fault(field, none.Code, none.Message.TrimEnd('。'));
        }
    }

    private static PersonFacts Person(JsonInput input, PolicyLibrary library, string? village)
    {
        // Naming a village says that the person belongs to its association, unless the caller says otherwise.
        var member = village is null ? (bool?)null : true;
        if (!input.Has("person"))
            return new PersonFacts { VillageMember = member };
        var person = input.Object("person");
        return new PersonFacts
        {
            Age = Whole(person, "age", 0, 130),
            Statuses = Statuses(person, library),
            VillageMember = Flag(person, "villageMember") ?? member,
            EntitledFrom = person.OptionalDate("entitledFrom"),
            EntitledTo = person.OptionalDate("entitledTo"),
            YearsInARow = Whole(person, "yearsInARow", 0, 100),
            YearsWithoutClaim = Whole(person, "yearsWithoutClaim", 0, 100),
        };
    }

    /// <summary>True, false, or not said.</summary>
    public static bool? Flag(JsonInput input, string name) =>
        !input.Has(name) ? null
        : input.Element.GetProperty(name).ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw input.Fault(name, "flag-expected", "要填 true 或 false，不加引号"),
        };

    private static ImmutableSortedSet<string> Statuses(JsonInput person, PolicyLibrary library)
    {
        if (!person.Has("statuses"))
            return [];
        var list = person.Element.GetProperty("statuses");
        if (list.ValueKind != JsonValueKind.Array)
            throw person.Fault("statuses", "list-expected", "要填一个列表，例如 [\"subsistence\"]，普通人填 []");
        var known = library.Statuses.Select(s => s.Name).ToImmutableSortedSet(StringComparer.Ordinal);
        var statuses = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !known.Contains(item.GetString()!))
                throw person.Fault("statuses", "unknown-status", $"里有不认识的身份，可以填：{string.Join("、", library.Statuses.Select(s => $"{s.Name}（{s.Chinese}）"))}");
            statuses.Add(item.GetString()!);
        }
        return statuses.ToImmutable();
    }

    private static YearToDate Year(JsonInput input)
    {
        if (!input.Has("yearToDate"))
            return new YearToDate();
        var year = input.Object("yearToDate");
        return new YearToDate
        {
            BasicPaid = year.OptionalAmount("basicPaid"),
            InScopeBorne = year.OptionalAmount("inScopeBorne"),
            CriticalPaid = year.OptionalAmount("criticalPaid"),
            AssistancePaid = year.OptionalAmount("assistancePaid"),
            TopupPaid = year.OptionalAmount("topupPaid"),
            MutualAidPaid = year.OptionalAmount("mutualAidPaid"),
            DeductibleTaken = year.OptionalAmount("deductibleTaken"),
        };
    }

    /// <summary>Amounts by name, out of a list of names where one is given, together at most so much.</summary>
    public static ImmutableSortedDictionary<string, Fen> Amounts(JsonInput input, string name, ImmutableArray<string>? keys, string code, Fen? most)
    {
        var amounts = ImmutableSortedDictionary.CreateBuilder<string, Fen>(StringComparer.Ordinal);
        var sum = Fen.Zero;
        foreach (var (key, owner) in input.Names(name))
        {
            if (keys is { } known && !known.Contains(key))
                throw owner.Fault(key, code, $"不认识这一层，可以填：{string.Join("、", known)}");
            if (owner.OptionalAmount(key) is not { } amount)
                continue;
            amounts[key] = amount;
            sum += amount;
        }
        return most is { } total && sum > total
            ? throw input.Fault(name, "paid-above-total", "加起来比总费用还多，请核对")
            : amounts.ToImmutable();
    }
}
