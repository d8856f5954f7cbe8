using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Shared.Tests.MutualAid.Claims;

/// <summary>Every worked example in tests/golden/claims through the rules that decide claims.</summary>
public class GoldenClaimTests
{
    private static readonly IReadOnlyList<(string File, GoldenClaim Usual, GoldenClaim Case)> Examples = GoldenClaims.ReadAll(Path.Combine(AppContext.BaseDirectory, "golden", "claims"));

    public static TheoryData<string> Names => new(Examples.Select(one => $"{one.File}: {one.Case.Case}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_worked_example_comes_out(string name)
    {
        var (_, usual, one) = Examples.Single(example => $"{example.File}: {example.Case.Case}" == name);
        new GoldenRun(usual, one).Failures().ShouldBeEmpty(name);
    }

    [Fact]
    public void Whatever_an_example_says_wrongly_is_reported()
    {
        var wrong = GoldenClaims.Of("""
            usual: {member: {joined: 2026-01-01}, stay: {hospital: 江阴市示例人民医院, admitted: 2026-03-01, discharged: 2026-03-09, diagnosis: 急性阑尾炎, total: 13245.95, borne: 5018.40}, received: 2026-03-20, cause: illness, money: {opening: 100000.00}}
            cases:
              - case: 样样都写错
                origin: none
                moves: [{by: wang, do: approved}, {by: li, do: approved, gives: same-person}]
                expect: {state: paid, sum: 1200.01, reasons: 3, bank: 0.00}
            """);

        new GoldenRun(wrong.Usual, wrong.Cases[0]).Failures().Select(line => line.Split(" should")[0]).ShouldBe(["move 1 (wang approved)", "move 2 (li approved)", "state", "sum", "reasons", "bank"]);
        Should.Throw<FormatException>(() => new GoldenRun(wrong.Usual, wrong.Cases[0] with { Charter = new() { ["waitDays"] = "3" } })).Message.ShouldContain("waitDays");
    }

    [Fact]
    public void Every_numbered_reason_that_the_rules_give_stands_in_an_example() =>
        Examples.Where(one => one.Case.Expect.ContainsKey("reasons")).SelectMany(one => one.Case.Expect["reasons"].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse)
            .Where(number => number <= Reason.NotInPlan).Distinct().ShouldBe(Enumerable.Range(Reason.NotAMember, Reason.NotInPlan), ignoreOrder: true);
}
