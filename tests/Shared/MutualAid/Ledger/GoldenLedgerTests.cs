namespace Shouwang.Shared.Tests.MutualAid.Ledger;

/// <summary>Every worked example in tests/golden/ledger.</summary>
public class GoldenLedgerTests
{
    private static readonly IReadOnlyList<GoldenLedger> Cases = GoldenLedger.ReadAll(Folder());

    public static TheoryData<string, int> All => new(Cases.Select((one, i) => (one.ToString(), i)));

    [Theory]
    [MemberData(nameof(All))]
    public void The_worked_example_comes_out(string name, int index) => Cases[index].Failures().ShouldBeEmpty(name);

    [Fact]
    public void Whatever_an_example_says_wrongly_is_reported()
    {
        var wrong = GoldenLedger.Read("wrong", """
            cases:
              - case: 样样都写错
                steps:
                  - {do: gift, reference: g, purpose: serious, amount: 100.00, date: 2026-01-01, lines: [debit bank 100.00, credit donors 100.00]}
                  - {do: approved, claim: a, illness: K35, amount: 5.00, date: 2026-01-01}
                  - {do: member, member: m, amount: 5.00, date: 2026-01-01, refused: funds-short}
                balances: {bank: 100.00}
                pots: {serious: 99.00}
                free: 1.00
            """)[0].Failures();

        wrong.Select(line => line.Split(" should")[0]).ShouldBe(["lines of gift g 100.00", "approved a 5.00", "member m 5.00", "bank", "left for serious", "free"]);
        Should.Throw<FormatException>(() => GoldenLedger.Read("wrong", "cases: [{case: a, stepz: []}]")).Message.ShouldContain("stepz");
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Shouwang.slnx")))
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside the source tree.");
        return Path.Combine(root.FullName, "tests", "golden", "ledger");
    }
}
