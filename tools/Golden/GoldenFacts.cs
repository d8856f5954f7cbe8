using System.Collections.Immutable;
using System.Globalization;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.Policies;
using Shouwang.Tools.Policy;

namespace Shouwang.Tools.Golden;

/// <summary>Reads the facts of a worked example (样例中的事实). What it does not know it complains of: a misspelt name must not pass as a fact that nobody gave.</summary>
internal static class GoldenFacts
{
    private static readonly string[] OfPerson = ["age", "statuses", "statusSpans", "villageMember", "entitledFrom", "entitledTo", "enrolledOn", "yearsMissed", "yearsMadeUp", "yearsInARow", "yearsWithoutClaim"];
    private static readonly string[] Costs = ["total", "inScope", "selfFunded", "selfPayFirst", "overLimit", "borne"];
    private static readonly string[] OfStay = ["hospitalLevel", "area", "admitted", "ordinalInYear", "ordinalAtLevel", "transfer", "chainDeductible", "continuesPrevious", "deductibleWaived", "exclusion", "items", "disease", "parts", .. Costs];
    private static readonly string[] OfYear = ["basicPaid", "inScopeBorne", "criticalPaid", "assistancePaid", "topupPaid", "mutualAidPaid", "deductibleTaken", "given"];

    public static AdmissionFacts? Read(Yaml file, Yaml item, Yaml one)
    {
        Yaml? Find(string name) => one[name] ?? item[name] ?? file[name];
        if (Find("place") is not { } place || Find("date") is not { } day || one["stay"] is not { } stay)
        {
            one.Complain("the example lacks place, date or stay", "give place: \"110000\", date: 2024-05-20 and stay: {total: …}", "这一例缺 place、date 或者 stay。写上 place: \"110000\"、date: 2024-05-20、stay: {total: …}");
            return null;
        }
        if (day.Date() is not { } date)
            return null;
        return new AdmissionFacts
        {
            Place = place.Text,
            Date = date,
            Scheme = Find("scheme") is { } scheme ? Word(scheme, Vocabulary.Schemes) : "resident",
            Admitted = stay["admitted"]?.Date(),
            Person = Person(Find("person")),
            Stay = Stay(stay),
            Parts = [.. (stay["parts"]?.Items() ?? []).Select(Part).OfType<StayPart>()],
            YearToDate = Year(one["yearToDate"]),
            ActuallyPaid = Amounts(one["actuallyPaid"], Vocabulary.Layers),
            Applications = Amounts(one["applications"]),
            Village = Find("village")?.Text,
        };
    }

    /// <summary>A village's plan in short: its sums hold for the year of the stay.</summary>
    public static VillagePlan Plan(Yaml plan, AdmissionFacts stay)
    {
        plan.Only(["entryLine", "yearlyCap", "sums"], "a plan");
        return new VillagePlan(
            stay.Village ?? "", "example", new DateOnly(stay.Date.Year, 1, 1), new DateOnly(stay.Date.Year, 12, 31),
            Amount(plan["entryLine"]) ?? Fen.Zero, Amount(plan["yearlyCap"]), Amounts(plan["sums"]), "样例方案");
    }

    private static PersonFacts Person(Yaml? given)
    {
        if (given is not { } person)
            return new PersonFacts();
        person.Only(OfPerson, "person:");
        var spans = (person["statusSpans"]?.Items() ?? []).ToList();
        return new PersonFacts
        {
            Age = Whole(person["age"]),
            Statuses = spans.Count > 0 ? null : person["statuses"] is { } statuses ? [.. statuses.Words().Select(Status)] : [],
            StatusSpans = [.. spans.Where(s => s["from"]?.Date() is not null).Select(s => new StatusSpan(s["name"] is { } name ? Status(name) : "", s["from"]!.Value.Date()!.Value, s["to"]?.Date()))],
            VillageMember = person["villageMember"]?.Text is { } member ? member == "true" : null,
            EntitledFrom = person["entitledFrom"]?.Date(),
            EntitledTo = person["entitledTo"]?.Date(),
            EnrolledOn = person["enrolledOn"]?.Date(),
            YearsMissed = Whole(person["yearsMissed"]),
            YearsMadeUp = Whole(person["yearsMadeUp"]),
            YearsInARow = Whole(person["yearsInARow"]),
            YearsWithoutClaim = Whole(person["yearsWithoutClaim"]),
        };
    }

    private static StayFacts Stay(Yaml stay)
    {
        stay.Only(OfStay, "stay:");
        if (stay["total"] is null)
            stay.Complain("the stay has no total", "add total: 12345.67", "这次住院没有总费用。加上 total: 12345.67");
        return new StayFacts
        {
            HospitalLevel = stay["hospitalLevel"] is { } level ? Word(level, Vocabulary.Levels) : null,
            Area = stay["area"] is { } area ? Word(area, Vocabulary.Areas) : null,
            OrdinalInYear = Whole(stay["ordinalInYear"]),
            OrdinalAtLevel = Whole(stay["ordinalAtLevel"]),
            Transfer = stay["transfer"] is { } transfer ? Word(transfer, Vocabulary.Transfers) : "none",
            ChainDeductible = Amount(stay["chainDeductible"]),
            ContinuesPrevious = stay["continuesPrevious"]?.Text is { } goesOn ? goesOn == "true" : null,
            DeductibleWaived = stay["deductibleWaived"]?.Text == "true",
            Exclusion = stay["exclusion"]?.Text,
            Items = Amounts(stay["items"]),
            Disease = stay["disease"]?.Text,
            Total = Amount(stay["total"]) ?? Fen.Zero,
            InScope = Amount(stay["inScope"]),
            SelfFunded = Amount(stay["selfFunded"]),
            SelfPayFirst = Amount(stay["selfPayFirst"]),
            OverLimit = Amount(stay["overLimit"]),
            Borne = Amount(stay["borne"]),
        };
    }

    private static StayPart? Part(Yaml part)
    {
        part.Only(["from", "to", "actuallyPaid", "expect", .. Costs], "a part");
        if (part["from"]?.Date() is not { } from || part["to"]?.Date() is not { } to || Amount(part["total"]) is not { } total)
        {
            part.Complain("the part lacks from, to or total", "give from: 2024-12-20, to: 2024-12-31 and total: 12345.67", "这一段缺 from、to 或者 total。写上 from: 2024-12-20、to: 2024-12-31、total: 12345.67");
            return null;
        }
        return new StayPart(from, to, total)
        {
            InScope = Amount(part["inScope"]),
            SelfFunded = Amount(part["selfFunded"]),
            SelfPayFirst = Amount(part["selfPayFirst"]),
            OverLimit = Amount(part["overLimit"]),
            Borne = Amount(part["borne"]),
            ActuallyPaid = Amounts(part["actuallyPaid"], Vocabulary.Layers),
        };
    }

    private static YearToDate Year(Yaml? given)
    {
        given?.Only(OfYear, "yearToDate:");
        return new YearToDate
        {
            BasicPaid = Amount(given?["basicPaid"]),
            InScopeBorne = Amount(given?["inScopeBorne"]),
            CriticalPaid = Amount(given?["criticalPaid"]),
            AssistancePaid = Amount(given?["assistancePaid"]),
            TopupPaid = Amount(given?["topupPaid"]),
            MutualAidPaid = Amount(given?["mutualAidPaid"]),
            DeductibleTaken = Amount(given?["deductibleTaken"]),
            Given = (given?["given"]?.Entries() ?? []).ToImmutableSortedDictionary(e => e.Key, e => Whole(e.Value) ?? 0, StringComparer.Ordinal),
        };
    }

    private static string Status(Yaml word)
    {
        if (word.Text.Length == 0 || word.Text.Any(c => !char.IsAsciiLetterLower(c) && c != '-' && !char.IsAsciiDigit(c)))
            word.Complain($"“{word.Text}” is no name of a status", "use a name of policies/statuses.yaml, for example subsistence", $"“{word.Text}”不是人员类别。用 policies/statuses.yaml 里的名字，例如 subsistence");
        return word.Text;
    }

    private static string Word(Yaml word, ImmutableArray<string> known)
    {
        if (!known.Contains(word.Text))
            word.Complain($"“{word.Text}” is not known here", $"write one of {string.Join(", ", known)}", $"这里不认识“{word.Text}”。只能写：{string.Join("、", known)}");
        return word.Text;
    }

    private static ImmutableSortedDictionary<string, Fen> Amounts(Yaml? map, ImmutableArray<string>? known = null)
    {
        if (known is { } names)
            map?.Only([.. names], "what was paid");
        return (map?.Entries() ?? []).ToImmutableSortedDictionary(e => e.Key, e => Amount(e.Value) ?? Fen.Zero, StringComparer.Ordinal);
    }

    private static Fen? Amount(Yaml? node)
    {
        if (node is not { } given)
            return null;
        if (Fen.TryParse(given.Text, out var amount))
            return amount;
        given.Complain($"“{given.Text}” is no amount in yuan", "write it as 12345.67", $"“{given.Text}”不是以元计的金额。写成 12345.67");
        return null;
    }

    private static int? Whole(Yaml? node)
    {
        if (node is not { } given)
            return null;
        if (int.TryParse(given.Text, CultureInfo.InvariantCulture, out var number))
            return number;
        given.Complain($"“{given.Text}” is no whole number", "write it as 2", $"“{given.Text}”不是整数。写成 2");
        return null;
    }
}
