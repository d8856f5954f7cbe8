using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.Policies;

/// <summary>No amounts here: only that for every place and every day on which anything changes, each figure has exactly one value or a declared gap.</summary>
public class DateCoverageTests
{
    public static TheoryData<string> Places => new(PolicyLibrary.Shipped.Places.Keys.Where(p => p != PolicyLibrary.Nation));

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_figure_has_one_value_or_a_declared_gap_on_every_day_of_change(string place)
    {
        var figures = PolicyLibrary.Shipped.Places[place].Figures;
        var changes = figures.SelectMany(f => new[] { f.From, f.To?.AddDays(1) ?? f.From, f.To ?? f.From }).Distinct();
        foreach (var day in changes)
        {
            foreach (var same in figures.Where(f => f.InForce(day, "resident")).GroupBy(f => f.Path))
                same.Count().ShouldBe(1, $"{place} {same.Key} on {day}");
            foreach (var figure in figures.Where(f => f.InForce(day, "resident")))
                (figure.Missing is null).ShouldBe(figure.Value.ValueKind != System.Text.Json.JsonValueKind.Undefined, $"{place} {figure.Path} on {day}");
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void On_every_day_of_change_each_figure_ever_set_resolves_to_one_value_or_a_declared_gap(string place)
    {
        var chain = PolicyLibrary.Chain(place).Where(PolicyLibrary.Shipped.Places.ContainsKey).SelectMany(p => PolicyLibrary.Shipped.Places[p].Figures).ToList();
        var changes = chain.SelectMany(f => f.To is { } last ? new[] { f.From, last, last.AddDays(1) } : [f.From]).Distinct().Order().ToList();
        var resolved = 0;
        foreach (var (day, scheme) in changes.SelectMany(_ => Vocabulary.Schemes, (day, scheme) => (day, scheme)))
        {
            if (Resolve(place, day, scheme) is not { } rules)
                continue;
            resolved++;
            var paths = rules.Figures.Select(f => f.Path).ToList();
            paths.ShouldBeUnique($"{place} {scheme} on {day}");
            rules.Figures.Where(f => (f.Missing is null) == (f.Value.ValueKind == System.Text.Json.JsonValueKind.Undefined)).Select(f => f.Path).ShouldBeEmpty($"{place} {scheme} on {day}");
            if (!paths.Contains("order"))
                continue;
            chain.Where(f => f.From <= day && (f.Scheme is null || f.Scheme == scheme)).Select(f => f.Path).Distinct().Except(paths).ShouldBeEmpty($"{place} {scheme} on {day}");
        }
        resolved.ShouldBeGreaterThan(0);
    }

    /// <summary>Null where the library says outright that it has no rules.</summary>
    private static PolicySnapshot? Resolve(string place, DateOnly day, string scheme)
    {
        try
        {
            return PolicyLibrary.Shipped.Resolve(place, day, scheme);
        }
        catch (NoPolicyException none) when (none.Code is "no-rules-for-date" or "unknown-scheme")
        {
            return null;
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_figure_once_set_stays_set_until_the_place_ends(string place)
    {
        foreach (var versions in PolicyLibrary.Shipped.Places[place].Figures.GroupBy(f => (f.Path, f.Scheme)))
        {
            var inOrder = versions.OrderBy(f => f.From).ToList();
            for (var i = 1; i < inOrder.Count; i++)
                inOrder[i - 1].To.ShouldBe(inOrder[i].From.AddDays(-1), $"{place} {versions.Key.Path}");
        }
    }

    [Fact]
    public void Every_figure_is_cited() =>
        PolicyLibrary.Shipped.Places.Values.SelectMany(p => p.Figures).Where(f => f.Cite.Length == 0).ShouldBeEmpty();

    [Theory]
    [InlineData("990000", "2024-01-01", "resident", "unknown-place")]
    [InlineData("11000", "2024-01-01", "resident", "unknown-place")]
    [InlineData("110000", "2001-01-01", "resident", "no-rules-for-date")]
    public void Where_there_are_no_rules_it_says_so(string place, string date, string scheme, string code) =>
        Should.Throw<NoPolicyException>(() => PolicyLibrary.Shipped.Resolve(place, DateOnly.Parse(date), scheme)).Code.ShouldBe(code);

    [Fact]
    public void A_district_takes_the_rules_of_the_city_above_it() =>
        PolicyLibrary.Shipped.Resolve("110105", new DateOnly(2024, 5, 20)).Hash.ShouldBe(PolicyLibrary.Shipped.Resolve("110000", new DateOnly(2024, 5, 20)).Hash);
}
