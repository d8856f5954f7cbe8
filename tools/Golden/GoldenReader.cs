using System.Collections.Immutable;
using System.Globalization;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Tools.Policy;

namespace Shouwang.Tools.Golden;

/// <summary>Reads worked examples from tests/golden (读取样例). Names are those of the HTTP interface.</summary>
internal static class GoldenReader
{
    public static IReadOnlyList<GoldenCase> ReadAll(string folder, List<Complaint> complaints) =>
        [.. Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(path =>
        {
            using var text = File.OpenText(path);
            return Yaml.Load(Path.GetRelativePath(folder, path), text, complaints) is { } file ? Cases(file).ToList() : [];
        })];

    private static IEnumerable<GoldenCase> Cases(Yaml file)
    {
        foreach (var item in file["cases"]?.Items() ?? [file])
        {
            var stays = new List<AdmissionFacts>();
            var expected = new List<IReadOnlyDictionary<string, string>>();
            foreach (var stay in item["stays"]?.Items() ?? [item])
            {
                if (Facts(file, item, stay) is not { } facts)
                    continue;
                stays.Add(facts);
                expected.Add(Expected(stay));
            }
            if (stays.Count > 0)
                yield return new GoldenCase(file.File, item.Line, item["case"]?.Text ?? "unnamed", item["origin"]?.Text ?? "", stays, expected);
        }
    }

    private static AdmissionFacts? Facts(Yaml file, Yaml item, Yaml one)
    {
        Yaml? Find(string name) => one[name] ?? item[name] ?? file[name];
        if (Find("place") is not { } place || Find("date")?.Date() is not { } date || one["stay"] is not { } stay)
        {
            one.Complain("the example lacks place, date or stay", "give place: \"110000\", date: 2024-05-20 and stay: {total: …}");
            return null;
        }
        var person = Find("person");
        var year = one["yearToDate"];
        return new AdmissionFacts
        {
            Place = place.Text,
            Date = date,
            Scheme = Find("scheme")?.Text ?? "resident",
            Admitted = stay["admitted"]?.Date(),
            Person = new PersonFacts
            {
                Age = Whole(person?["age"]),
                Statuses = person?["statuses"] is { } statuses ? [.. statuses.Items().Select(s => s.Text)] : person is null ? null : [],
                VillageMember = person?["villageMember"]?.Text is { } member ? member == "true" : null,
            },
            Stay = Stay(stay),
            YearToDate = new YearToDate
            {
                BasicPaid = Amount(year?["basicPaid"]),
                InScopeBorne = Amount(year?["inScopeBorne"]),
                CriticalPaid = Amount(year?["criticalPaid"]),
                AssistancePaid = Amount(year?["assistancePaid"]),
                TopupPaid = Amount(year?["topupPaid"]),
                MutualAidPaid = Amount(year?["mutualAidPaid"]),
                DeductibleTaken = Amount(year?["deductibleTaken"]),
            },
            ActuallyPaid = Amounts(one["actuallyPaid"]),
            Applications = Amounts(one["applications"]),
            Village = Find("village")?.Text,
        };
    }

    private static StayFacts Stay(Yaml stay) => new()
    {
        HospitalLevel = stay["hospitalLevel"]?.Text,
        Area = stay["area"]?.Text,
        OrdinalInYear = Whole(stay["ordinalInYear"]),
        OrdinalAtLevel = Whole(stay["ordinalAtLevel"]),
        ChainDeductible = Amount(stay["chainDeductible"]),
        Total = Amount(stay["total"]) ?? Fen.Zero,
        InScope = Amount(stay["inScope"]),
        SelfFunded = Amount(stay["selfFunded"]),
        SelfPayFirst = Amount(stay["selfPayFirst"]),
        OverLimit = Amount(stay["overLimit"]),
        Borne = Amount(stay["borne"]),
        Disease = stay["disease"]?.Text,
        Transfer = stay["transfer"]?.Text ?? "none",
    };

    private static Dictionary<string, string> Expected(Yaml item)
    {
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, _, value) in item["expect"]?.Entries() ?? [])
        {
            if (!value.IsMap)
                expected[name] = value.IsList ? string.Join(",", value.Items().Select(v => v.Text)) : value.Text;
            foreach (var (property, _, inner) in value.Entries())
                expected[$"{name}.{property}"] = inner.IsList ? string.Join(",", inner.Items().Select(v => v.Text)) : inner.Text;
        }
        if (expected.Count == 0)
            item.Complain("the example expects nothing", "add expect: {basic: {amount: 8771.75}}");
        return expected;
    }

    private static ImmutableSortedDictionary<string, Fen> Amounts(Yaml? map) =>
        (map?.Entries() ?? []).ToImmutableSortedDictionary(e => e.Key, e => Amount(e.Value) ?? Fen.Zero, StringComparer.Ordinal);

    private static Fen? Amount(Yaml? node)
    {
        if (node is not { } given)
            return null;
        if (Fen.TryParse(given.Text, out var amount))
            return amount;
        given.Complain($"“{given.Text}” is no amount in yuan", "write it as 12345.67");
        return null;
    }

    private static int? Whole(Yaml? node) => node is { } given && int.TryParse(given.Text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
