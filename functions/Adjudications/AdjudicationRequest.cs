using System.Collections.Immutable;
using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>What a caller asked to be adjudicated (核算请求), checked field by field.</summary>
/// <param name="Diagnosis">The main diagnosis as text.</param>
/// <param name="Level">How the hospital's level was found, where its name was given instead.</param>
internal sealed record AdjudicationRequest(AdmissionFacts Facts, PolicySnapshot Snapshot, string? Diagnosis, LevelFinding? Level = null)
{
    /// <summary>A request about one stay.</summary>
    public static AdjudicationRequest Read(JsonInput input, PolicyLibrary library) => Read(input, Insured.Read(input, library), library);

    /// <summary>One stay of somebody who is known already.</summary>
    public static AdjudicationRequest Read(JsonInput input, Insured who, PolicyLibrary library)
    {
        var date = input.Date("date");
        var snapshot = who.Rules(library, date, input);
        if (!input.Has("stay"))
            throw input.Fault("stay", "missing", "没有填，请补上这次住院的情况，至少要有总费用 stay.total");
        var stayInput = input.Object("stay");
        var stay = StayInput.Read(stayInput, date, who.Place);
        Excluded(stayInput, snapshot, stay.Exclusion);
        var facts = new AdmissionFacts
        {
            Place = who.Place,
            Scheme = who.Scheme,
            Date = date,
            Admitted = stayInput.OptionalDate("admitted"),
            Person = who.Person,
            Stay = stay,
            Parts = PartInput.Read(stayInput, stay.Total),
            YearToDate = Year(input, snapshot),
            ActuallyPaid = input.Amounts("actuallyPaid", Vocabulary.Layers, "unknown-layer", stay.Total),
            Applications = input.Amounts("applications", OnApplication(snapshot), "unknown-application", null),
            Village = who.Village,
        };
        return new AdjudicationRequest(facts, snapshot, stayInput.OptionalText("diagnosis", 500), StayInput.Level(stayInput, who.Place));
    }

    /// <summary>Benefits that are given on application: an amount for any other would be passed over in silence.</summary>
    private static ImmutableArray<string> OnApplication(PolicySnapshot snapshot) =>
        [.. snapshot.Figures.Where(f => f.Missing is null && f.Path.EndsWith("/base", StringComparison.Ordinal) && f.Value.TryGetProperty("on", out _)).Select(f => f.Benefit)];

    /// <summary>A reason the law on file does not know would be passed over in silence.</summary>
    private static void Excluded(JsonInput stay, PolicySnapshot snapshot, string? exclusion)
    {
        if (exclusion is null)
            return;
        var known = snapshot.Figures.FirstOrDefault(f => f is { Path: "exclusions", Missing: null })?.Value.EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, r => r.GetProperty("why").GetString()!) ?? [];
        if (!known.ContainsKey(exclusion))
            throw stay.Fault("exclusion", "unknown-exclusion", $"不认识这个不予支付的原因，可以填：{string.Join("、", known.Select(k => $"{k.Key}（{k.Value}）"))}");
    }

    private static ImmutableSortedDictionary<string, int> Given(JsonInput year, PolicySnapshot snapshot)
    {
        var limited = snapshot.Figures.Where(f => f.Path.EndsWith("/times-a-year", StringComparison.Ordinal)).Select(f => f.Benefit).ToImmutableArray();
        return year.Names("given").ToImmutableSortedDictionary(
            g => limited.Contains(g.Name) ? g.Name : throw g.Owner.Fault(g.Name, "unknown-benefit", limited.IsEmpty ? "这里没有限制每年次数的项目，请删掉" : $"这里没有这一项，可以填：{string.Join("、", limited)}"),
            g => g.Owner.Whole(g.Name, 0, 100) ?? 0,
            StringComparer.Ordinal);
    }

    private static YearToDate Year(JsonInput input, PolicySnapshot snapshot)
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
            Given = Given(year, snapshot),
        };
    }
}
