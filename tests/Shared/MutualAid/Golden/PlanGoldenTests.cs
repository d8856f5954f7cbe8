using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Shared.Tests.MutualAid.Golden;

/// <summary>Every worked example in tests/golden/plans/budgets.yaml through the generator that ships.</summary>
public class PlanGoldenTests
{
    static readonly BudgetFile Examples = GoldenFile.Read<BudgetFile>("budgets.yaml");

    public static TheoryData<string> Names => new(Examples.Cases.Select(one => one.Case));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_worked_example_comes_out(string name)
    {
        var one = Examples.Cases.Single(example => example.Case == name);
        one.Origin.ShouldNotBeNullOrWhiteSpace();
        one.Expect.ShouldNotBeEmpty();
        var (plan, problem) = PlanGenerator.Default.Generate(Roster(one), Terms(one), BasisPoints.Whole, BasisPoints.Whole);
        var came = plan is null ? new Dictionary<string, string> { ["takes"] = problem!.Least.ToString() } : Figures(plan);
        one.Expect.Keys.ToDictionary(key => key, key => came.GetValueOrDefault(key, "nothing")).ShouldBe(one.Expect);
        foreach (var (key, span) in one.Between)
            decimal.Parse(came[key]).ShouldBeInRange(decimal.Parse(span[0]), decimal.Parse(span[1]), key);
    }

    static List<Headcount> Roster(BudgetCase one)
    {
        if (one.Roster.Count > 0)
            return [.. one.Roster.Select(people => new Headcount(StatisticsReader.Span(people.Ages), Enum.Parse<Sex>(people.Sex, ignoreCase: true), people.Count))];
        var roster = new List<Headcount>();
        foreach (var (band, share) in Examples.Of1000)
        {
            var people = one.People * share / 1000;
            roster.Add(new Headcount(StatisticsReader.Span(band), Sex.Male, people - (people / 2)));
            roster.Add(new Headcount(StatisticsReader.Span(band), Sex.Female, people / 2));
        }

        // What rounding left out are people in their fifties.
        roster.Add(new Headcount(new AgeSpan(45, 54), Sex.Male, one.People - roster.Sum(people => people.Count)));
        return roster;
    }

    static PlanTerms Terms(BudgetCase one) =>
        PlanTerms.Of(Charter.Default with { EntryLine = Fen.Parse(one.EntryLine), YearlyCap = one.YearlyCap is { } cap ? Fen.Parse(cap) : null, AllowedRuin = BasisPoints.FromPercent(one.AllowedRuin) }, Fen.Parse(one.Money), BasisPoints.FromPercent(int.Parse(one.Emphasis)));

    static Dictionary<string, string> Figures(GeneratedPlan plan) => new()
    {
        ["sums"] = string.Join(" ", plan.Rungs.Select(rung => rung.Sum.Value / 100)),
        ["members"] = $"{plan.Members}",
        ["expectedAid"] = plan.ExpectedAid.ToString(),
        ["fee"] = plan.Fee.ToString(),
        ["margin"] = plan.Margin.ToString(),
        ["ruin"] = plan.Ruin.ToString(),
        ["ruinIfTenthMore"] = plan.RuinIfMore.ToString(),
        ["aids"] = plan.Stays.ToString(),
        ["meanAid"] = plan.MeanAid.ToString(),
        ["full"] = plan.IsFull ? "yes" : "no",
        ["leftOut"] = string.Join(" ", LeftOut.Of(plan).Select(left => left.Key)),
        ["ruinAtLeast"] = plan.Repeated.RuinAtLeast.ToString(),
        ["ruinAtMost"] = plan.Repeated.RuinAtMost.ToString(),
        ["cut"] = plan.Repeated.Cut.ToString(),
        ["capSaves"] = plan.Repeated.CapSaves.ToString(),
        ["merged"] = plan.Repeated.Merged.ToString(),
        ["aidsInTenMonths"] = $"{plan.Stays.Millionths * 10 / 12 / 1_000_000}",
        ["spentInTenMonths"] = new Fen(plan.ExpectedAid.Value * 10 / 12).ToString(),
    };

    public sealed record BudgetFile
    {
        public Dictionary<string, int> Of1000 { get; init; } = [];
        public List<BudgetCase> Cases { get; init; } = [];
    }

    public sealed record BudgetCase
    {
        public string Case { get; init; } = "";
        public string Origin { get; init; } = "";
        public int People { get; init; }
        public List<Band> Roster { get; init; } = [];
        public string Money { get; init; } = "";
        public string Emphasis { get; init; } = "200";
        public string EntryLine { get; init; } = "3000";
        public string? YearlyCap { get; init; } = "50000";
        public int AllowedRuin { get; init; } = 5;
        public Dictionary<string, string> Expect { get; init; } = [];
        public Dictionary<string, List<string>> Between { get; init; } = [];
    }

    public sealed record Band
    {
        public string Ages { get; init; } = "";
        public string Sex { get; init; } = "";
        public int Count { get; init; }
    }
}
