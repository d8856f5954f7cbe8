using System.Globalization;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.Tests.MutualAid.Golden;

/// <summary>Every worked example in tests/golden/plans/decisions.yaml through the rules of the association.</summary>
public class DecisionGoldenTests
{
    static readonly List<DecisionCase> Cases = GoldenFile.Read<DecisionFile>("decisions.yaml").Cases;

    public static TheoryData<string> Names => new(Cases.Select(one => one.Case));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_worked_example_comes_out(string name)
    {
        var one = Cases.Single(example => example.Case == name);
        one.Origin.ShouldNotBeNullOrWhiteSpace();
        var charter = one.Charter.Of();
        var proceedings = one.Begun is { } begun ? Begun(Day(begun)) : Proceedings.None;
        foreach (var (line, i) in one.Steps.Select((line, i) => (line, i)))
            proceedings = Try(proceedings, line, charter, Day(one.Today), $"line {i + 1}");
        var came = new Dictionary<string, string>
        {
            ["next"] = AssociationWords.Key(proceedings.Next(charter)),
            ["round"] = $"{proceedings.Round}",
            ["underWay"] = proceedings.IsSettled ? "no" : "yes",
            ["adopted"] = proceedings.Steps[^1].Adopted switch { true => "yes", false => "no", null => "not resolved" },
        };
        one.Expect.ShouldNotBeEmpty();
        one.Expect.Keys.ToDictionary(key => key, key => came[key]).ShouldBe(one.Expect);
    }

    static Proceedings Try(Proceedings before, Line line, Charter charter, DateOnly today, string which)
    {
        if (line.Publish is { } plan)
        {
            var unpublished = new Publication(plan, line.Hash!, Day(line.From!), line.Replaces == "yes").Refuse(before, charter, today);
            (unpublished?.Code).ShouldBe(line.Gives, which);
            return before;
        }

        var step = Step(line, before.IsSettled ? before.Round + 1 : before.Round, charter);
        var refusal = before.Refuse(step, charter, today);
        (refusal?.Code).ShouldBe(line.Gives, which);
        refusal?.Detail.ShouldNotBeNullOrWhiteSpace();
        return refusal is null ? new Proceedings(before.Steps.Add(step)) : before;
    }

    static RecordedStep Step(Line line, int round, Charter charter)
    {
        Votes? votes = line.Votes is [var eligible, var present, var yes, var no, var abstained] ? new Votes(eligible, present, yes, no, abstained) : null;
        return new RecordedStep(
            round, Enum.GetValues<Step>().Single(step => AssociationWords.Key(step) == line.Step), Day(line.Date!), "", line.Text ?? "",
            line.Step == "proposal" ? new Subject(line.Plan, line.Hash, line.Charter == "yes" ? charter : null) : null,
            line.Count, votes, votes is null ? null : Proceedings.IsAdopted(votes, charter), null, "吴示例", default);
    }

    /// <summary>A round about plan 2027-1 of hash aa that has come to its assembly.</summary>
    static Proceedings Begun(DateOnly day) => new(
    [
        .. new[] { new Line { Step = "proposal", Plan = "2027-1", Hash = "aa" }, new Line { Step = "consultation", Count = 3 }, new Line { Step = "letter", Count = 300 }, new Line { Step = "assembly" } }
            .Select(line => Step(line with { Date = day.ToString("yyyy-MM-dd") }, 1, Shouwang.Shared.MutualAid.Association.Charter.Default)),
    ]);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public sealed record DecisionFile
    {
        public List<DecisionCase> Cases { get; init; } = [];
    }

    public sealed record DecisionCase
    {
        public string Case { get; init; } = "";
        public string Origin { get; init; } = "";
        public string Today { get; init; } = "";
        public string? Begun { get; init; }
        public Choices Charter { get; init; } = new();
        public List<Line> Steps { get; init; } = [];
        public Dictionary<string, string> Expect { get; init; } = [];
    }

    public sealed record Choices
    {
        public string Quorum { get; init; } = "2/3";
        public string Majority { get; init; } = "1/2";
        public string ChangeProcedure { get; init; } = "all";
        public int NoticeDays { get; init; } = 15;

        public Charter Of() => Shouwang.Shared.MutualAid.Association.Charter.Default with
        {
            Quorum = Share(Quorum),
            Majority = Share(Majority),
            NoticeDays = NoticeDays,
            ChangeProcedure = ChangeProcedure == "assembly" ? Shouwang.Shared.MutualAid.Association.ChangeProcedure.AssemblyOnly : Shouwang.Shared.MutualAid.Association.ChangeProcedure.AllSteps,
        };

        static Fraction Share(string text) => text.Split('/') is [var part, var whole] ? new Fraction(int.Parse(part), int.Parse(whole)) : throw new FormatException(text);
    }

    /// <summary>One line: a step to record, or a draft to publish.</summary>
    public sealed record Line
    {
        public string? Step { get; init; }
        public string? Publish { get; init; }
        public string? Date { get; init; }
        public string? From { get; init; }
        public string? Plan { get; init; }
        public string? Hash { get; init; }
        public string? Charter { get; init; }
        public string? Replaces { get; init; }
        public string? Text { get; init; }
        public int? Count { get; init; }
        public int[]? Votes { get; init; }
        public string? Gives { get; init; }
    }
}
