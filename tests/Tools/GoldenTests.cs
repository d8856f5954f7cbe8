using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Policies;
using Shouwang.Tools.Golden;
using Shouwang.Tools.Policy;

namespace Shouwang.Tools.Tests;

/// <summary>Every worked example in tests/golden through the law that ships.</summary>
public class GoldenTests
{
    private static readonly List<Complaint> Complaints = [];
    private static readonly IReadOnlyList<GoldenCase> Cases = GoldenReader.ReadAll(Path.Combine(Repository.Root, "tests", "golden"), Complaints);

    public static TheoryData<string, int> All => new(Cases.Select((c, i) => (c.ToString(), i)));

    [Theory]
    [MemberData(nameof(All))]
    public void The_worked_example_comes_out(string name, int index) =>
        GoldenRun.Failures(Cases[index], Rules).Select(f => f.ToString()).ShouldBeEmpty(name);

    [Fact]
    public void The_examples_are_well_written() => Complaints.Select(c => c.ToString()).ShouldBeEmpty();

    [Fact]
    public void A_wrong_expectation_is_reported_with_its_place_in_the_file()
    {
        var wrong = Cases[0] with { Expected = [new Expectation(0, null, new Dictionary<string, string> { ["basic.amount"] = "1.00" })] };
        GoldenRun.Failures(wrong, Rules).ShouldHaveSingleItem().ToString().ShouldContain("should be 1.00 but is");
    }

    private static PolicySnapshot Rules(AdmissionFacts facts) => PolicyLibrary.Shipped.Resolve(facts.Place, facts.Date, facts.Scheme);
}
